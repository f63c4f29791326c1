/**
 * The chain of what happened. Whatever changes figures or rights is written in one batch with its entry, and each entry
 * holds the hash of the one before, so an entry edited, removed or moved later shows. Never figures, codes or tokens:
 * what was filed is bound by its digest.
 */
import { canonicalJson, sha256 } from './digest.ts'
import type { Database, SignedIn, Statement } from './env.ts'
import { say } from './messages.ts'
import { Problem } from './problem.ts'
import { first, isRefused, isTaken } from './store/ask.ts'
import { type AuditRow, addEntry, type Head, headOf } from './store/audit.ts'

/** Every action there is, `noun.verb`. */
export type AuditAction =
  | 'session.opened'
  | 'session.ended'
  | 'period.opened'
  | 'period.locked'
  | 'period.reopened'
  | 'period.rescheduled'
  | 'submission.received'
  | 'review.accepted'
  | 'review.returned'
  | 'adjustment.made'
  | 'adjustment.withdrawn'
  | 'narrative.edited'
  | 'plan.written'
  | 'rule.changed'
  | 'exclusion.written'
  | 'inspection.written'
  | 'past-year.written'
  | 'consolidation.taken'
  | 'holidays.set'
  | 'reminders.made'
  | 'head.exported'
  | 'agency.admitted'
  | 'access.issued'
  | 'access.revoked'
  | 'access.widened'
  | 'access.narrowed'
  | 'agency.moved'
  | 'backup.restored'
  | 'webhook.added'
  | 'webhook.removed'
  | 'webhook.renewed'
  | 'webhook.paused'
  | 'webhook.resumed'

export type Entry = {
  readonly action: AuditAction
  /** UTC instant */
  readonly at: string
  readonly by: Actor
  readonly detail: Readonly<Record<string, unknown>>
}
/** "unit:qltm", "clerk", "admin", "clock", and the name the access code was issued to. */
export type Actor = { readonly actor: string; readonly name: string }

export const actorOf = ({ role, unit, name }: Pick<SignedIn, 'role' | 'unit' | 'name'>): Actor => ({
  actor: unit === null ? role : `${role}:${unit}`,
  name,
})

/** The head of an agency without entries. */
const beginning: Head = { seq: 0, hash: '' }

export type Change = { readonly entry: Entry; readonly statements: readonly Statement[] }

/** Milliseconds for which a writer tries again when others of its agency come first; on one server they hardly ever do. */
const patience = 10_000
/** Milliseconds of the pause before that, which doubles; a part of it by chance, or those who met would meet again. */
const [firstPause, longestPause] = [10, 160]

/**
 * Writes a change and its entry in one transaction. `change` is made anew for every try, after the head was read, so
 * whatever it reads cannot be older than what the entry follows.
 * @throws Problem try-again when others kept coming first, or the agency is on its way to another database
 */
export async function record(
  db: Database,
  agency: string,
  change: (head: Head) => Change | Promise<Change>,
): Promise<Head> {
  const begun = Date.now()
  for (let pause = firstPause; ; pause = Math.min(2 * pause, longestPause)) {
    const head = (await first(headOf(db, agency))) ?? beginning
    const { entry, statements } = await change(head)
    const row = entryRow(agency, head, entry)
    try {
      // the entry first: a writer that came too late learns it before anything else is tried; only an agency's own
      // admission has to be there before the entry that tells of it
      const adding = addEntry(db, row)
      await db.batch(head.seq === 0 ? [...statements, adding] : [adding, ...statements])
      return row
    } catch (error) {
      if (isRefused(error, 'the agency is moving'))
        throw new Problem('try-again', say.agencyMoving())
      if (!isTaken(error, 'audit')) throw error
      if (Date.now() - begun > patience) throw new Problem('try-again', say.tryAgain())
      await new Promise(resume => setTimeout(resume, Math.random() * pause))
    }
  }
}

/**
 * The same for a request that may be sent twice, also at once: what is there already is not written again.
 * @param isThere whether what this request would write stands as it would write it
 */
export async function recordOnce(
  db: Database,
  agency: string,
  isThere: () => Promise<boolean>,
  change: (head: Head) => Change | Promise<Change>,
): Promise<'made' | 'known'> {
  if (await isThere()) return 'known'
  try {
    await record(db, agency, change)
    return 'made'
  } catch (error) {
    // perhaps it came too late only for its own twin
    if (error instanceof Problem && (await isThere())) return 'known'
    throw error
  }
}

function entryRow(agency: string, head: Head, { action, at, by, detail }: Entry): AuditRow {
  const row = {
    agency,
    seq: head.seq + 1,
    at,
    actor: by.actor,
    name: by.name,
    action,
    detail: canonicalJson(detail),
    prev: head.hash,
  }
  return { ...row, hash: hashOf(row) }
}

/** Over everything the entry says, in one fixed order. */
const hashOf = ({ agency, seq, at, actor, name, action, detail, prev }: Omit<AuditRow, 'hash'>) =>
  sha256(canonicalJson([agency, seq, at, actor, name, action, detail, prev]))

export type Break = { readonly seq: number; readonly fault: 'edited' | 'missing' | 'unlinked' }

/** Where the chain breaks, walking on from `head`; `undefined` when it holds. Rows oldest first. */
export function chainBreak(head: Head, rows: readonly AuditRow[]): Break | undefined {
  let before = head
  for (const row of rows) {
    if (row.seq !== before.seq + 1) return { seq: before.seq + 1, fault: 'missing' }
    if (row.prev !== before.hash) return { seq: row.seq, fault: 'unlinked' }
    if (row.hash !== hashOf(row)) return { seq: row.seq, fault: 'edited' }
    before = row
  }
  return undefined
}
