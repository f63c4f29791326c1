/**
 * What an agency consists of, table by table in the order in which rows may refer to each other. A new table of an agency
 * is a new line here; a test holds the list against the database itself.
 */

export type Table = {
  readonly table: string
  /** the primary key; rows are read in its order */
  readonly key: readonly [string, ...string[]]
  /**
   * `kept`: rows never change, so one that is there already is the same one. `changing`: the row of a key is brought up to
   * date. `replaced`: rows come and go, so all of the agency are taken away before.
   */
  readonly rows: 'kept' | 'changing' | 'replaced'
  /** a column that is set once a row no longer stands: only then another may take its place, so those rows come first */
  readonly ended?: string
}

export const tables: readonly Table[] = [
  { table: 'agency', key: ['agency'], rows: 'changing' },
  { table: 'agency_edition', key: ['agency', 'digest'], rows: 'kept' },
  { table: 'unit', key: ['agency', 'unit'], rows: 'kept' },
  { table: 'access', key: ['code_hash'], rows: 'changing' },
  { table: 'session', key: ['token_hash'], rows: 'replaced' },
  { table: 'period', key: ['agency', 'period'], rows: 'changing' },
  { table: 'submission', key: ['id'], rows: 'kept' },
  { table: 'review', key: ['agency', 'period', 'unit', 'number'], rows: 'kept' },
  { table: 'adjustment', key: ['agency', 'period', 'number'], rows: 'kept' },
  { table: 'narrative_edit', key: ['agency', 'period', 'section', 'number'], rows: 'kept' },
  { table: 'plan', key: ['agency', 'year', 'number'], rows: 'kept' },
  { table: 'rule_change', key: ['agency', 'rule', 'number'], rows: 'kept' },
  { table: 'exclusion', key: ['agency', 'id', 'number'], rows: 'kept' },
  { table: 'past_year', key: ['agency', 'year', 'number'], rows: 'kept' },
  { table: 'inspection', key: ['agency', 'part', 'round', 'name', 'number'], rows: 'kept' },
  { table: 'holiday', key: ['agency', 'day'], rows: 'replaced' },
  { table: 'reminder', key: ['agency', 'period', 'unit', 'kind'], rows: 'kept' },
  {
    table: 'problem_reminder',
    key: ['agency', 'round', 'problem', 'due_date', 'kind'],
    rows: 'kept',
  },
  { table: 'audit', key: ['agency', 'seq'], rows: 'kept' },
  { table: 'exported_head', key: ['agency', 'day'], rows: 'kept' },
  { table: 'snapshot', key: ['agency', 'digest'], rows: 'kept' },
  { table: 'webhook', key: ['agency', 'id'], rows: 'changing', ended: 'removed_at' },
  { table: 'webhook_progress', key: ['agency', 'id'], rows: 'replaced' },
  { table: 'webhook_delivery', key: ['agency', 'id', 'number'], rows: 'replaced' },
]

/** Tables that do not move by these lines: what they hold and who sees to it. */
export const others: Readonly<Record<string, string>> = {
  catalogue: 'common to all agencies; versions an agency used are brought along',
  coverage: 'of two agencies; moves when both do',
  agency_move: 'says where an agency is, in each database for itself',
  d1_migrations: 'of the database itself',
}
