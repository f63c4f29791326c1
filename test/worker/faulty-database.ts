/**
 * A database that fails when told to, in front of the real one of the runtime: before a call, in the middle of a batch
 * that the real database then really takes back, or after the commit, when only the answer is lost. And one that lets
 * something happen just before a write.
 */
import { sha256 } from '../../worker/digest.ts'
import type { Database, Statement } from '../../worker/env.ts'

export type Fault = 'before' | 'inside' | 'after'

export type Faulty = Database & {
  /** The `n`-th statement from now fails with `message`; statements of a batch count one by one. */
  fail(n: number, message: string, fault?: Fault): void
  /** The next batch with a statement like this commits, and then its answer is lost with `message`. */
  failWrite(like: RegExp, message: string): void
  /** whether it has failed since it was told to */
  readonly failed: boolean
  /** whether anything was written since it was told to */
  readonly wrote: boolean
}

/** A statement no database carries out: what makes a batch fail in its middle. */
const impossible = "INSERT INTO agency (agency, document) VALUES ('impossible', 'no JSON')"

/** Statements know their text and the real one behind them. */
class Wrapped implements Statement {
  readonly real: Statement
  readonly sql: string
  readonly count: <T>(run: () => Promise<T>) => Promise<T>
  constructor(real: Statement, sql: string, count: Wrapped['count']) {
    this.real = real
    this.sql = sql
    this.count = count
  }
  bind(...values: unknown[]): Statement {
    return new Wrapped(this.real.bind(...values), this.sql, this.count)
  }
  all<Row>() {
    return this.count(() => this.real.all<Row>())
  }
  run() {
    return this.count(() => this.real.run())
  }
}

const wrapped = (statement: Statement): Wrapped => {
  if (!(statement instanceof Wrapped)) throw new TypeError('not of this database')
  return statement
}

export function faulty(db: Database): Faulty {
  let left = 0
  let plan: { message: string; fault: Fault } | undefined
  let failed = false
  let wrote = false
  let write: { like: RegExp; message: string } | undefined

  const lost = (message: string): Error => {
    plan = undefined
    failed = true
    return new Error(message)
  }
  const one = async <T>(run: () => Promise<T>): Promise<T> => {
    left -= 1
    if (!plan || left > 0) return run()
    const { message, fault } = plan
    if (fault === 'after') await run()
    throw lost(message)
  }
  return {
    fail: (n, message, fault = 'before') => {
      left = n
      plan = { message, fault }
      failed = false
      wrote = false
    },
    failWrite: (like, message) => {
      write = { like, message }
      failed = false
    },
    get failed() {
      return failed
    },
    get wrote() {
      return wrote
    },
    prepare: sql => new Wrapped(db.prepare(sql), sql, one),
    async batch<Row>(statements: Statement[]) {
      const all = statements.map(wrapped)
      const real = all.map(one => one.real)
      const answered = write
      if (answered && all.some(({ sql }) => answered.like.test(sql))) {
        write = undefined
        await db.batch(real)
        throw lost(answered.message)
      }
      const before = left
      left -= statements.length
      if (!plan || left > 0) {
        const done = await db.batch<Row>(real)
        wrote ||= all.some(({ sql }) => !/^\s*SELECT\b/iu.test(sql))
        return done
      }
      const { message, fault } = plan
      if (fault === 'after') await db.batch(real)
      if (fault === 'inside') {
        const broken = [...real.slice(0, before), db.prepare(impossible)]
        await db.batch(broken).catch(() => {})
      }
      throw lost(message)
    },
  }
}

/** Lets `meanwhile` happen once, just before the first batch or statement whose SQL `is`. */
export function interrupted(db: Database, is: RegExp, meanwhile: () => Promise<unknown>): Database {
  let waiting = true
  const before = async (texts: readonly string[]) => {
    if (!waiting || !texts.some(sql => is.test(sql))) return
    waiting = false
    await meanwhile()
  }
  return {
    prepare: sql =>
      new Wrapped(db.prepare(sql), sql, async run => {
        await before([sql])
        return run()
      }),
    async batch<Row>(statements: Statement[]) {
      const all = statements.map(wrapped)
      await before(all.map(({ sql }) => sql))
      return db.batch<Row>(all.map(({ real }) => real))
    },
  }
}

/** Every row of every table, by table; long texts by their digest, so that a difference can be read. */
export async function dumpOf(db: Database): Promise<Record<string, string[]>> {
  const { results: tables } = await db
    .prepare(
      `SELECT name FROM sqlite_schema
       WHERE type = 'table' AND name NOT GLOB '_cf_*' AND name NOT GLOB 'sqlite_*'`,
    )
    .all<{ name: string }>()
  const all = await db.batch<Record<string, unknown>>(
    tables.map(({ name }) => db.prepare(`SELECT * FROM "${name}"`)),
  )
  const short = (_: string, value: unknown) =>
    typeof value === 'string' && value.length > 400 ? sha256(value) : value
  return Object.fromEntries(
    tables.map(({ name }, i) => [
      name,
      (all[i]?.results ?? []).map(row => JSON.stringify(row, short)).sort(),
    ]),
  )
}
