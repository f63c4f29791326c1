/**
 * What the chain says the other tables hold, as one record for each thing that happened; what they do hold is told in the
 * same records by `present.ts`, so that `verify.ts` only has to compare. An action that changes a table is one line in `tellers`.
 */
import type { AuditAction } from '../audit.ts'
import type { AuditRow } from '../store/audit.ts'

type Subject =
  | 'agency'
  | 'access'
  | 'coverage'
  | 'period'
  | 'submission'
  | 'review'
  | 'adjustment'
  | 'narrative'
  | 'plan'
  | 'rule'
  | 'exclusion'
  | 'inspection'
  | 'past-year'
  | 'head'
  | 'webhook'

type Content = Readonly<Record<string, unknown>>
/** One thing that a table holds; `name` tells it from others of its subject in the agency. */
export type Trace = { readonly subject: Subject; readonly name: string; readonly content: Content }
/** The entry that told of it last. */
export type Told = Trace & { readonly seq: number; readonly at: string }

export const traceKey = ({ subject, name }: Pick<Trace, 'subject' | 'name'>): string =>
  `${subject} ${name}`

export type Traces<One extends Trace = Trace> = Map<string, One>

type Telling = {
  readonly detail: Content
  readonly entry: AuditRow
  /** what was told of this so far */
  readonly before: (subject: Subject, name: string) => Content | undefined
}
type Teller = (telling: Telling) => readonly Trace[]

/** As `admit.ts` names a code in entries. */
export const shortId = (hash: string): string => hash.slice(0, 8)
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const rows = (value: unknown): readonly Content[] =>
  Array.isArray(value) ? value.map(one => Object(one) as Content) : []

const reviewed: Teller = ({ detail, entry, before }) => {
  // entries made before places could be questioned tell of none
  const { period, unit, revision, note, questioned = [] } = detail
  const place = `${text(period)} ${text(unit)}`
  // reviews of a unit are numbered in the order of the chain
  let number = 1
  while (before('review', `${place} ${number}`)) number++
  const decision = entry.action === 'review.accepted' ? 'accept' : 'return'
  const by = { by: entry.name, at: entry.at }
  return [
    {
      subject: 'review',
      name: `${place} ${number}`,
      content: { period, unit, revision, decision, note, questioned, ...by },
    },
  ]
}

const adjusted: Teller = ({ detail: { id, period, place, digest } }) => [
  { subject: 'adjustment', name: text(id), content: { period, place, digest } },
]

const edited: Teller = ({ detail: { period, section, number, digest } }) => [
  {
    subject: 'narrative',
    name: `${text(period)} ${text(section)} ${number}`,
    content: { period, section, digest },
  },
]

const planned: Teller = ({ detail: { year, number, digest } }) => [
  { subject: 'plan', name: `${year} ${number}`, content: { digest } },
]

const inspected: Teller = ({ detail: { part, round, name, number, digest } }) => [
  {
    subject: 'inspection',
    name: `${text(round)} ${text(part)} ${text(name)} ${number}`,
    content: { part, number, digest },
  },
]

/** A lock brings the digest it froze; one that only changes the note keeps it, everything else lets go of it. */
const changed =
  (state: 'open' | 'locked'): Teller =>
  ({ detail, before }) => {
    const name = text(detail.period)
    const opened = before('period', name) ?? { period: name }
    const kept = state === 'locked' ? opened.final : null
    const { note, dueDate = opened.dueDate, digest = kept } = detail
    return [
      { subject: 'period', name, content: { ...opened, state, note, dueDate, final: digest } },
    ]
  }

/** What an entry says of a webhook, over what was said before. */
const registered =
  (says: (detail: Content, at: string) => Content): Teller =>
  ({ detail, entry: { at }, before }) => {
    const name = text(detail.id)
    return [
      { subject: 'webhook', name, content: { ...before('webhook', name), ...says(detail, at) } },
    ]
  }

const tellers: Partial<Record<AuditAction, Teller>> = {
  'agency.admitted': ({ detail: { digest } }) => [
    { subject: 'agency', name: '', content: { digest } },
  ],
  'access.issued': ({ detail, entry: { at } }) =>
    rows(detail.issued).map(({ id, role, unit, name }) => ({
      subject: 'access',
      name: text(id),
      content: { role, unit, name, issuedAt: at, revokedAt: null },
    })),
  'access.revoked': ({ detail, entry: { at }, before }) =>
    rows(detail.revoked).map(({ id, role, unit, name }) => ({
      subject: 'access',
      name: text(id),
      content: { role, unit, name, ...before('access', text(id)), revokedAt: at },
    })),
  // in the chain of each agency that is opened; it ends with the code, which the other agency's chain does not tell
  'access.widened': ({ detail: { id, agencies }, entry: { agency } }) =>
    Array.isArray(agencies) && agencies.includes(agency)
      ? [{ subject: 'coverage', name: text(id), content: {} }]
      : [],
  'period.opened': ({ detail }) => [
    {
      subject: 'period',
      name: text(detail.period),
      content: { ...detail, state: 'open', note: '', final: null },
    },
  ],
  'period.locked': changed('locked'),
  'period.reopened': changed('open'),
  'period.rescheduled': changed('open'),
  'submission.received': ({ detail: { id, ...told }, entry: { at } }) => {
    const { period, unit, revision, digest, report } = told
    const content = { period, unit, revision, digest, receivedAt: at, report }
    return [{ subject: 'submission', name: text(id), content }]
  },
  'review.accepted': reviewed,
  'review.returned': reviewed,
  'adjustment.made': adjusted,
  'adjustment.withdrawn': adjusted,
  'narrative.edited': edited,
  'inspection.written': inspected,
  'plan.written': planned,
  'rule.changed': ({ detail: { rule, number, digest } }) => [
    { subject: 'rule', name: `${text(rule)} ${number}`, content: { rule, digest } },
  ],
  'exclusion.written': ({ detail: { id, number, digest } }) => [
    { subject: 'exclusion', name: `${text(id)} ${number}`, content: { id, digest } },
  ],
  'past-year.written': ({ detail: { year, number, digest } }) => [
    { subject: 'past-year', name: `${year} ${number}`, content: { digest } },
  ],
  'webhook.added': registered(({ digest }) => ({ digest, edition: 1, removedAt: null })),
  'webhook.renewed': registered(({ edition }) => ({ edition })),
  'webhook.removed': registered((_, removedAt) => ({ removedAt })),
  'head.exported': ({ detail: { day, seq, hash } }) => [
    { subject: 'head', name: text(day), content: { seq, hash } },
  ],
}

const isAction = (action: string): action is AuditAction => action in tellers

/** Adds what an entry tells of; one that tells of the same thing again replaces what was told before. */
export function hear(told: Traces<Told>, entry: AuditRow): void {
  const teller = isAction(entry.action) ? tellers[entry.action] : undefined
  if (!teller) return
  const before = (subject: Subject, name: string) => told.get(traceKey({ subject, name }))?.content
  for (const trace of teller({ detail: contentOf(entry.detail), entry, before }))
    told.set(traceKey(trace), { ...trace, seq: entry.seq, at: entry.at })
}

/** What was tampered with may hold anything. */
export function contentOf(json: string): Content {
  try {
    return Object(JSON.parse(json)) as Content
  } catch {
    return {}
  }
}
