/**
 * How far each webhook was told. Who tells claims it for a while; what was told moves `seq` even when the claim was lost,
 * because it was told.
 */
import type { Database } from '../env.ts'
import type { Query } from './ask.ts'
import type { WebhookRow } from './webhooks.ts'

export type DueRow = Pick<
  WebhookRow,
  'id' | 'url' | 'events' | 'edition' | 'keyMark' | 'renewedAt'
> & { agency: string }

const due = `
  SELECT w.agency, w.id, w.url, w.events, w.edition, w.key_mark AS keyMark,
         w.renewed_at AS renewedAt
  FROM webhook_progress p JOIN webhook w ON w.agency = p.agency AND w.id = p.id`
// an agency on its way is told of by the database it is at work in
const dueNow = `p.next_try_at <= ?1 AND (p.claimed_until IS NULL OR p.claimed_until <= ?1)
  AND NOT EXISTS (SELECT 1 FROM agency_move m WHERE m.agency = p.agency AND m.state <> 'arrived')`

/** Of all agencies, who has waited longest first: this is what an idle minute costs. */
export const dueWebhooks = (db: Database, at: string, limit: number): Query<DueRow> =>
  db
    .prepare(
      `${due} WHERE ${dueNow}
         AND NOT EXISTS (SELECT 1 FROM agency_move m
                         WHERE m.agency = p.agency AND m.state <> 'arrived')
       ORDER BY p.next_try_at LIMIT ?2`,
    )
    .bind(at, limit)

export const dueOfAgency = (db: Database, agency: string, at: string): Query<DueRow> =>
  db.prepare(`${due} WHERE ${dueNow} AND p.agency = ?2`).bind(at, agency)

export const dueOne = (db: Database, agency: string, id: string): Query<DueRow> =>
  db.prepare(`${due} WHERE p.agency = ?1 AND p.id = ?2 AND w.removed_at IS NULL`).bind(agency, id)

export type Claimed = {
  seq: number
  failures: number
  failingSince: string | null
  nextTryAt: string | null
}

/**
 * No row when another holds it, or there is nothing to do.
 * @param until names the claim, too
 * @param asked by a person: not before its time only, and also when it was stopped
 */
export const claim = (
  db: Database,
  { agency, id }: Pick<DueRow, 'agency' | 'id'>,
  at: string,
  until: string,
  asked: boolean,
): Query<Claimed> =>
  db
    .prepare(
      `UPDATE webhook_progress SET claimed_until = ?4
       WHERE agency = ?1 AND id = ?2 AND (claimed_until IS NULL OR claimed_until <= ?3)
         AND CASE ?5 WHEN 1 THEN state IN ('active', 'stopped')
                     ELSE state = 'active' AND next_try_at <= ?3 END
       RETURNING seq, failures, failing_since AS failingSince, next_try_at AS nextTryAt`,
    )
    .bind(agency, id, at, until, asked ? 1 : 0)

/** What a step of telling is about: which webhook, the claim it is done under, and until when it shall hold further. */
export type Held = {
  readonly agency: string
  readonly id: string
  readonly claimed: string
  readonly until: string
}

/** The receiver has it. The row says whether the one who told it may go on. */
export const told = (
  db: Database,
  { agency, id, claimed, until }: Held,
  seq: number,
  at: string,
): Query<{ goesOn: number }> =>
  db
    .prepare(
      `UPDATE webhook_progress
       SET seq = ?3, failures = 0, failing_since = NULL,
           state = CASE state WHEN 'stopped' THEN 'active' ELSE state END,
           next_try_at = CASE WHEN state IN ('active', 'stopped') THEN ?4 END,
           claimed_until = CASE claimed_until WHEN ?5 THEN ?6 ELSE claimed_until END
       WHERE agency = ?1 AND id = ?2 AND seq < ?3
       RETURNING state = 'active' AND claimed_until IS ?6 AS goesOn`,
    )
    .bind(agency, id, seq, at, claimed, until)

/** Nothing was told, and what lies behind `seq` up to here is nothing to tell. */
export const passedOver = (
  db: Database,
  { agency, id, claimed, until }: Held,
  seq: number,
): Query<{ seq: number }> =>
  db
    .prepare(
      `UPDATE webhook_progress SET seq = ?3, claimed_until = ?5
       WHERE agency = ?1 AND id = ?2 AND seq <= ?3 AND claimed_until = ?4
       RETURNING seq`,
    )
    .bind(agency, id, seq, claimed, until)

export type Missed = {
  readonly failures: number
  readonly failingSince: string
  /** null: it stops */
  readonly next: string | null
}

export const missed = (
  db: Database,
  { agency, id, claimed }: Held,
  { failures, failingSince, next }: Missed,
): Query<{ seq: number }> =>
  db
    .prepare(
      `UPDATE webhook_progress
       SET failures = ?6, failing_since = ?4, claimed_until = NULL,
           next_try_at = CASE state WHEN 'active' THEN ?5 END,
           state = CASE WHEN state = 'active' AND ?5 IS NULL THEN 'stopped' ELSE state END
       WHERE agency = ?1 AND id = ?2 AND claimed_until = ?3
       RETURNING seq`,
    )
    .bind(agency, id, claimed, failingSince, next, failures)

/** Nothing is left behind `seq`; no row when an entry has come meanwhile, or the claim is lost. */
export const settled = (
  db: Database,
  { agency, id, claimed }: Held,
  seq: number,
): Query<{ seq: number }> =>
  db
    .prepare(
      `UPDATE webhook_progress
       SET seq = ?3, next_try_at = NULL, claimed_until = NULL, failures = 0, failing_since = NULL,
           state = CASE state WHEN 'stopped' THEN 'active' ELSE state END
       WHERE agency = ?1 AND id = ?2 AND claimed_until = ?4 AND seq <= ?3
         AND NOT EXISTS (SELECT 1 FROM audit WHERE agency = ?1 AND seq > ?3)
       RETURNING seq`,
    )
    .bind(agency, id, seq, claimed)

/** Left to whoever comes next; what is due stays due. */
export const released = (db: Database, { agency, id, claimed }: Held): Query<{ seq: number }> =>
  db
    .prepare(
      `UPDATE webhook_progress SET claimed_until = NULL
       WHERE agency = ?1 AND id = ?2 AND claimed_until = ?3 RETURNING seq`,
    )
    .bind(agency, id, claimed)
