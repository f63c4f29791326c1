/**
 * Several queries in one round trip, each answer typed by its query. The only place where what the database returns is
 * taken at its word: the column lists in this folder and the row types beside them say the same thing.
 */
import type { Database, Statement } from '../env.ts'

declare const row: unique symbol
/** A prepared statement that knows what its rows look like. */
export type Query<Row> = Statement & { readonly [row]?: Row }

type Answers<Q extends readonly Query<unknown>[]> = {
  [K in keyof Q]: Q[K] extends Query<infer Row> ? Row[] : never
}

export async function ask<const Q extends readonly Query<unknown>[]>(
  db: Database,
  ...queries: Q
): Promise<Answers<Q>> {
  const answers = await db.batch<unknown>([...queries])
  return answers.map(({ results }) => results) as unknown as Answers<Q>
}

export async function first<Row>(query: Query<Row>): Promise<Row | undefined> {
  const { results } = await query.all<Row>()
  return results[0]
}

/** Whether an insert failed because the row, or one that excludes it, is already there; same words on D1 and SQLite. */
export const isTaken = (error: unknown, table: string): boolean =>
  error instanceof Error && error.message.includes(`UNIQUE constraint failed: ${table}.`)

/** Whether a trigger of `migrations/` refused; `words` are the trigger's own. */
export const isRefused = (error: unknown, words: string): boolean =>
  error instanceof Error && error.message.includes(words)
