/** Addresses that are told of changes: their registration, and the newest tries. How far each was told is in `telling.ts`. */
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

export type WebhookRow = {
  id: string
  url: string
  /** JSON: kinds of the change feed */
  events: string
  addedAt: string
  /** of the secret, from 1 */
  edition: number
  keyMark: string
  renewedAt: string
  removedAt: string | null
}
const columns = `id, url, events, added_at AS addedAt, edition, key_mark AS keyMark,
  renewed_at AS renewedAt, removed_at AS removedAt`

export type WebhookState = 'active' | 'paused' | 'stopped'
export type StandingRow = WebhookRow & {
  /** told of every entry up to this one */
  seq: number
  state: WebhookState
  failures: number
  failingSince: string | null
  nextTryAt: string | null
}

/** Those that are not removed, the oldest first. */
export const standingWebhooks = (db: Database, agency: string): Query<StandingRow> =>
  db
    .prepare(
      `SELECT w.id, w.url, w.events, w.added_at AS addedAt, w.edition, w.key_mark AS keyMark,
              w.renewed_at AS renewedAt, w.removed_at AS removedAt, p.seq, p.state, p.failures,
              p.failing_since AS failingSince, p.next_try_at AS nextTryAt
       FROM webhook w JOIN webhook_progress p ON p.agency = w.agency AND p.id = w.id
       WHERE w.agency = ?1 AND w.removed_at IS NULL ORDER BY w.added_at, w.id`,
    )
    .bind(agency)

/** Removed ones too, for the check of the chain. */
export const keptWebhooks = (db: Database, agency: string): Query<WebhookRow> =>
  db.prepare(`SELECT ${columns} FROM webhook WHERE agency = ?1`).bind(agency)

/** @param seq entries up to this one are not told of */
export const addWebhook = (
  db: Database,
  agency: string,
  added: WebhookRow,
  seq: number,
): Statement[] => [
  db
    .prepare(
      `INSERT INTO webhook (agency, id, url, events, added_at, edition, key_mark, renewed_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
    )
    .bind(
      agency,
      added.id,
      added.url,
      added.events,
      added.addedAt,
      added.edition,
      added.keyMark,
      added.renewedAt,
    ),
  db
    .prepare(
      `INSERT INTO webhook_progress (agency, id, seq, state, failures) VALUES (?1, ?2, ?3, 'active', 0)`,
    )
    .bind(agency, added.id, seq),
]

export const removeWebhook = (
  db: Database,
  agency: string,
  id: string,
  at: string,
): Statement[] => [
  db
    .prepare('UPDATE webhook SET removed_at = ?3 WHERE agency = ?1 AND id = ?2')
    .bind(agency, id, at),
  db
    .prepare(
      `UPDATE webhook_progress SET state = 'removed', next_try_at = NULL WHERE agency = ?1 AND id = ?2`,
    )
    .bind(agency, id),
]

/** The next edition of the secret, by the key of this moment. */
export const renewWebhook = (
  db: Database,
  agency: string,
  { id, edition, keyMark, renewedAt }: WebhookRow,
): Statement =>
  db
    .prepare(
      `UPDATE webhook SET edition = ?3, key_mark = ?4, renewed_at = ?5 WHERE agency = ?1 AND id = ?2`,
    )
    .bind(agency, id, edition, keyMark, renewedAt)

export const pauseWebhook = (db: Database, agency: string, id: string): Statement =>
  db
    .prepare(
      `UPDATE webhook_progress SET state = 'paused', next_try_at = NULL
       WHERE agency = ?1 AND id = ?2 AND state <> 'removed'`,
    )
    .bind(agency, id)

/** Goes on where it stood, at once, with all its patience. */
export const resumeWebhook = (db: Database, agency: string, id: string, at: string): Statement =>
  db
    .prepare(
      `UPDATE webhook_progress
       SET state = 'active', failures = 0, failing_since = NULL, next_try_at = ?3
       WHERE agency = ?1 AND id = ?2 AND state <> 'removed'`,
    )
    .bind(agency, id, at)

export type DeliveryRow = {
  id: string
  seq: number
  kind: string
  triedAt: string
  attempt: number
  status: number | null
  ms: number
  /** null: delivered */
  failure: string | null
}

/** Tries that are kept of each. */
const keptTries = 50

export const addDelivery = (db: Database, agency: string, added: DeliveryRow): Statement[] => [
  db
    .prepare(
      `INSERT INTO webhook_delivery (agency, id, number, seq, kind, tried_at, attempt, status, ms, failure)
       SELECT ?1, ?2, coalesce(max(number), 0) + 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9
       FROM webhook_delivery WHERE agency = ?1 AND id = ?2`,
    )
    .bind(
      agency,
      added.id,
      added.seq,
      added.kind,
      added.triedAt,
      added.attempt,
      added.status,
      added.ms,
      added.failure,
    ),
  db
    .prepare(
      `DELETE FROM webhook_delivery
       WHERE agency = ?1 AND id = ?2 AND number <= (
         SELECT max(number) FROM webhook_delivery WHERE agency = ?1 AND id = ?2) - ?3`,
    )
    .bind(agency, added.id, keptTries),
]

/** Of one, newest first. */
export const newestDeliveries = (
  db: Database,
  agency: string,
  id: string,
  limit: number,
): Query<DeliveryRow> =>
  db
    .prepare(
      `SELECT id, seq, kind, tried_at AS triedAt, attempt, status, ms, failure
       FROM webhook_delivery WHERE agency = ?1 AND id = ?2 ORDER BY number DESC LIMIT ?3`,
    )
    .bind(agency, id, limit)
