/**
 * What happened to an agency's figures, for whoever keeps a copy of them: entries of the audit chain that are about
 * figures, without persons and without figures. Webhooks tell the same of one entry (`changeOf`).
 */
import { Hono } from 'hono'
import type { Change, ChangeKind, ChangesAnswer } from '../shared/protocol.ts'
import type { AuditAction } from './audit.ts'
import { canonicalJson, sha256 } from './digest.ts'
import type { App } from './env.ts'
import { cached, isCurrent } from './etag.ts'
import { say } from './messages.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { ask, first } from './store/ask.ts'
import { type AuditRow, entriesAfter, headOf } from './store/audit.ts'

/**
 * What the feed tells. Sessions, codes, exports and reminders move no figure; a narrative, an inspection round and a year
 * typed from old papers are no figures of a period either.
 */
const kinds: Readonly<Partial<Record<AuditAction, ChangeKind>>> = {
  'period.opened': 'period-opened',
  'period.rescheduled': 'period-rescheduled',
  'period.locked': 'locked',
  'period.reopened': 'reopened',
  'submission.received': 'submitted',
  'review.accepted': 'accepted',
  'review.returned': 'returned',
  'adjustment.made': 'adjusted',
  'adjustment.withdrawn': 'adjusted',
  'plan.written': 'plan-changed',
  'rule.changed': 'rules-changed',
  'exclusion.written': 'rules-changed',
}
const isTold = (action: string): action is keyof typeof kinds => Object.hasOwn(kinds, action)
/** Of these the digest in the entry is that of figures; others tell one of a decision or an edition. */
const withDigest: ReadonlySet<ChangeKind> = new Set(['submitted', 'locked'])

/** An entry as the feed tells it; nothing for one that is not about figures. */
export function changeOf({
  seq,
  at,
  action,
  detail,
}: Pick<AuditRow, 'seq' | 'at' | 'action' | 'detail'>): Change | undefined {
  const kind = isTold(action) ? kinds[action] : undefined
  if (kind === undefined) return undefined
  const told = JSON.parse(detail) as Readonly<Record<string, unknown>>
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  return {
    ...{ seq, at, kind },
    period: text(told.period),
    unit: text(told.unit),
    revision: typeof told.revision === 'number' ? told.revision : null,
    digest: withDigest.has(kind) ? text(told.digest) : null,
  }
}

const [usual, most] = [100, 500]
/** Entries looked at for each change asked for: sign-ins and other things lie between them. */
const looked = 5

export const changes = new Hono<App>().get('/changes', may('change.list'), async c => {
  const { agency } = signedIn(c)
  const db = c.env.DB
  const head = (await first(headOf(db, agency))) ?? { seq: 0, hash: '' }
  const after = counted(c.req.query('after') ?? '0')
  if (after === undefined || after > head.seq)
    throw new Problem('malformed', say.changesAfter(c.req.query('after') ?? '', head.seq))
  const limit = counted(c.req.query('limit') ?? String(usual))
  if (limit === undefined || limit < 1 || limit > most)
    throw new Problem('malformed', say.changesLimit(c.req.query('limit') ?? '', most))
  // nothing before the head ever changes, so whoever asks again without news costs one row
  const tag = sha256(canonicalJson(['changes/1', agency, after, limit, head.hash]))
  const headers = cached(tag)
  if (isCurrent(c.req.header('If-None-Match'), tag)) return c.body(null, 304, headers)
  const [rows] = await ask(db, entriesAfter(db, agency, after, Math.min(limit * looked, most)))
  const found: Change[] = []
  let next = after
  for (const row of rows) {
    if (found.length === limit || row.seq > head.seq) break
    const change = changeOf(row)
    if (change) found.push(change)
    next = row.seq
  }
  const more = next < head.seq
  const answer: ChangesAnswer = { agency, after, changes: found, next, more, head: head.seq }
  return c.json(answer, 200, headers)
})

const counted = (text: string): number | undefined =>
  /^[0-9]{1,15}$/u.test(text) ? Number(text) : undefined
