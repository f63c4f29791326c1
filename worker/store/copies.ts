/**
 * The rows of an agency as they are, from one database into another: the only SQL that is made from a table of tables
 * (`move/tables.ts`) instead of being written down. No name in it comes from outside.
 */
import type { Database, Statement } from '../env.ts'
import type { Table } from '../move/tables.ts'
import type { Query } from './ask.ts'

/** Columns by name, as the database gives and takes them. */
export type Row = Readonly<Record<string, string | number | null>>

/** In the order of the key, behind the row `after`. */
export function rowsOf(
  db: Database,
  { table, key }: Table,
  agency: string,
  after: Row | undefined,
  limit: number,
): Query<Row> {
  const values = after ? key.map(column => after[column] ?? null) : []
  const marks = values.map((_, i) => `?${i + 3}`).join(', ')
  const behind = after ? `AND (${key.join(', ')}) > (${marks})` : ''
  const sql = `SELECT * FROM ${table} WHERE agency = ?1 ${behind} ORDER BY ${key.join(', ')} LIMIT ?2`
  return db.prepare(sql).bind(agency, limit, ...values)
}

export const countOf = (db: Database, { table }: Table, agency: string): Query<{ rows: number }> =>
  db.prepare(`SELECT count(*) AS rows FROM ${table} WHERE agency = ?1`).bind(agency)

/** A row of this key that is of another agency stays what it is, and so does one that says the same already. */
export function putRow(db: Database, { table, key, rows }: Table, row: Row): Statement {
  const columns = Object.keys(row)
  const others = columns.filter(column => !key.includes(column))
  const updating =
    rows === 'changing' && others.length > 0
      ? `(${key.join(', ')}) DO UPDATE SET ${others.map(one => `${one} = excluded.${one}`).join(', ')}
         WHERE ${table}.agency = excluded.agency
           AND (${others.map(one => `${table}.${one} IS NOT excluded.${one}`).join(' OR ')})`
      : 'DO NOTHING'
  const sql = `INSERT INTO ${table} (${columns.join(', ')})
    VALUES (${columns.map((_, i) => `?${i + 1}`).join(', ')}) ON CONFLICT ${updating}`
  return db.prepare(sql).bind(...Object.values(row))
}

export const clearRows = (db: Database, { table }: Table, agency: string): Statement =>
  db.prepare(`DELETE FROM ${table} WHERE agency = ?1`).bind(agency)
