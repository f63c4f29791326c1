/** Copies every row of an agency into another database, and compares the two afterwards, row by row. */
import { sha256 } from '../digest.ts'
import type { Database } from '../env.ts'
import { ask, first } from '../store/ask.ts'
import { clearRows, countOf, putRow, type Row, rowsOf } from '../store/copies.ts'
import { type Table, tables } from './tables.ts'

/** Rows of one transaction: a submission is about 20 KB, at most 300 KB. */
const page = 50

/**
 * Begun again after an interruption, it goes on: a table that is there as a whole is not copied again, and of the others
 * no row comes twice.
 * @param told the table that is being copied, and how many of its rows there are
 */
export async function copyAgency(
  from: Database,
  to: Database,
  agency: string,
  told: (table: string, rows: number) => void,
): Promise<void> {
  // what refers to them is not there yet, or is about to be brought up to date itself
  for (const table of tables)
    if (table.rows === 'replaced') await clearRows(to, table, agency).run()
  for (const table of tables) {
    const [there, here] = [await rowsIn(from, table, agency), await rowsIn(to, table, agency)]
    if (table.rows === 'kept' && there === here) continue
    told(table.table, there)
    for (const first of table.ended === undefined ? [false] : [true, false])
      for await (const rows of pagesOf(from, table, agency)) {
        const now = first ? rows.filter(row => row[table.ended ?? ''] !== null) : rows
        if (now.length > 0) await to.batch(now.map(row => putRow(to, table, row)))
      }
  }
}

const rowsIn = async (db: Database, table: Table, agency: string): Promise<number> =>
  (await first(countOf(db, table, agency)))?.rows ?? 0

async function* pagesOf(db: Database, table: Table, agency: string): AsyncGenerator<Row[]> {
  for (let after: Row | undefined; ; ) {
    const [rows] = await ask(db, rowsOf(db, table, agency, after, page))
    if (rows.length > 0) yield rows
    if (rows.length < page) return
    after = rows.at(-1)
  }
}

/** How many rows a table has of the agency, and the digest of all of them in the order of their keys. */
export type Content = { readonly table: string; readonly rows: number; readonly digest: string }

export async function contentOf(db: Database, agency: string): Promise<Content[]> {
  const contents: Content[] = []
  for (const table of tables) {
    let [rows, digest] = [0, '']
    for await (const some of pagesOf(db, table, agency)) {
      rows += some.length
      digest = sha256(digest + JSON.stringify(some.map(row => Object.entries(row).sort(byName))))
    }
    contents.push({ table: table.table, rows, digest })
  }
  return contents
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1
