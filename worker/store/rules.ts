/** The agency's own word on rules, and groups it declares outside a ratio; of each the latest holds. */
import type { RuleStatus } from '../../shared/protocol.ts'
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

export type RuleChangeRow = {
  rule: string
  /** within its rule, from 1 */
  number: number
  status: RuleStatus
  from: string | null
  until: string | null
  reason: string
  changedBy: string
  changedAt: string
}

const change = `c.rule, c.number, c.status, c.valid_from AS "from", c.valid_until AS "until", c.reason,
  c.changed_by AS changedBy, c.changed_at AS changedAt`

/** All of them, each rule's in the order they were made. */
export const ruleChanges = (db: Database, agency: string): Query<RuleChangeRow> =>
  db
    .prepare(`SELECT ${change} FROM rule_change c WHERE c.agency = ?1 ORDER BY c.rule, c.number`)
    .bind(agency)

/** The last one of each rule. */
export const lastRuleChanges = (db: Database, agency: string): Query<RuleChangeRow> =>
  db
    .prepare(
      `SELECT ${change} FROM rule_change c
       WHERE c.agency = ?1
         AND c.number = (SELECT max(l.number) FROM rule_change l
                         WHERE l.agency = c.agency AND l.rule = c.rule)
       ORDER BY c.rule`,
    )
    .bind(agency)

export const addRuleChange = (db: Database, agency: string, added: RuleChangeRow): Statement =>
  db
    .prepare(
      `INSERT INTO rule_change (agency, rule, number, status, valid_from, valid_until, reason,
                                changed_by, changed_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
    )
    .bind(
      agency,
      added.rule,
      added.number,
      added.status,
      added.from,
      added.until,
      added.reason,
      added.changedBy,
      added.changedAt,
    )

export type ExclusionRow = {
  id: string
  /** within its id, from 1 */
  number: number
  /** JSON of the exclusion; null withdraws */
  document: string | null
  writtenBy: string
  writtenAt: string
}

const entry = 'e.id, e.number, e.document, e.written_by AS writtenBy, e.written_at AS writtenAt'

/** The last one of each name, the withdrawn ones too. */
export const lastExclusions = (db: Database, agency: string): Query<ExclusionRow> =>
  db
    .prepare(
      `SELECT ${entry} FROM exclusion e
       WHERE e.agency = ?1
         AND e.number = (SELECT max(l.number) FROM exclusion l
                         WHERE l.agency = e.agency AND l.id = e.id)
       ORDER BY e.id`,
    )
    .bind(agency)

export const addExclusion = (db: Database, agency: string, added: ExclusionRow): Statement =>
  db
    .prepare(
      `INSERT INTO exclusion (agency, id, number, document, written_by, written_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
    )
    .bind(agency, added.id, added.number, added.document, added.writtenBy, added.writtenAt)
