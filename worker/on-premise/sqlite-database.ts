/**
 * SQLite in a file on this machine, behind the same door as D1: the same SQL, the same parameters, SQLite's own error
 * messages. One connection, and nothing waits inside a batch, so no other request's statement can slip into it. The
 * batches of one turn of the event loop share one commit, because the disk is what a write waits for. Node only.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { Database, Statement } from '../env.ts'
import { unseenMigrations } from '../migration-files.ts'
import { applied } from '../store/migrations.ts'

/** Milliseconds a statement waits for another process, such as the administrator's, to finish writing. */
const patience = 2000

/** What is said of a transaction that SQLite rolled back by itself, because the disk failed under a read of it. */
const takenBack = 'disk I/O error: the transaction was rolled back'

export type SqliteDatabase = Database & {
  /** Gathers what is written into the one file and lets go of it. */
  close(): void
  /** Applies the migrations this database has not seen, each in one transaction. */
  migrate(): Promise<void>
}

/** @throws Error of SQLite when the file cannot be opened or is no database */
export function openSqlite(path: string, { readOnly = false } = {}): SqliteDatabase {
  const connection = new DatabaseSync(path, {
    readOnly,
    timeout: patience,
    enableForeignKeyConstraints: true,
  })
  // what SQLite puts aside while it works stays in memory, never in a folder of the system's
  connection.exec('PRAGMA temp_store = MEMORY')
  if (!readOnly) {
    // a commit is on the disk before it is acknowledged: in WAL mode only FULL says so (sqlite.org/pragma.html)
    connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  }
  const prepared = new Map<string, Prepared>()

  /** The SQL of `store/` is a fixed number of texts, so each is compiled once. */
  const compiled = (sql: string): Prepared => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = connection.prepare(sql)
    const made = { statement, reads: isRead(sql) }
    prepared.set(sql, made)
    return made
  }

  /** The writes since the last commit; settles when they are on the disk. */
  let group: Group | undefined
  /** what became of the last group that is not on the disk */
  let lost: { readonly error: unknown } | undefined

  function gathered(): Group {
    if (group && !connection.isTransaction) lose(new Error(takenBack))
    if (group) return group
    connection.exec('BEGIN IMMEDIATE')
    group = Promise.withResolvers<void>()
    // each writer hears of a failure itself
    group.promise.catch(() => {})
    setImmediate(commit)
    return group
  }

  function commit(): void {
    if (!group) return
    try {
      if (!connection.isTransaction) throw new Error(takenBack)
      connection.exec('COMMIT')
    } catch (error) {
      lose(error)
      return
    }
    group.resolve()
    group = undefined
  }

  /** Takes back all of the group: each of its writers is told why. */
  function lose(error: unknown): void {
    // a full disk has SQLite roll back by itself
    if (connection.isTransaction) connection.exec('ROLLBACK')
    lost = { error }
    group?.reject(error)
    group = undefined
  }

  /** All of it or nothing, whatever becomes of the others in its group; `work` is over when it returns. */
  function attempted<T>(work: () => T): () => T {
    connection.exec('SAVEPOINT batch')
    try {
      const done = work()
      connection.exec('RELEASE batch')
      return () => done
    } catch (error) {
      try {
        connection.exec('ROLLBACK TO batch; RELEASE batch')
      } catch {
        // the savepoint is gone with the whole group
        lose(error)
      }
      return () => {
        throw error
      }
    }
  }

  async function written<T>(work: () => T): Promise<T> {
    const { promise } = gathered()
    const outcome = attempted(work)
    // a refusal waits too: what it says may rest on another write of the group
    await promise
    return outcome()
  }

  /** Reads need one moment, not the right to write; within a group it is the group's. */
  function atOneMoment<T>(read: () => T): T {
    if (group) return read()
    connection.exec('BEGIN')
    try {
      return read()
    } finally {
      connection.exec('COMMIT')
    }
  }

  class SqliteStatement implements Statement {
    readonly sql: string
    readonly values: SQLInputValue[]
    constructor(sql: string, values: SQLInputValue[]) {
      this.sql = sql
      this.values = values
    }
    bind(...values: unknown[]): Statement {
      // the boundary: what SQLite cannot hold it refuses itself, with the number of the parameter
      return new SqliteStatement(this.sql, values as SQLInputValue[])
    }
    async all<Row>(): Promise<{ results: Row[] }> {
      const { statement } = compiled(this.sql)
      return { results: statement.all(...this.values) as Row[] }
    }
    async run(): Promise<{ meta: { changes: number } }> {
      const work = () => compiled(this.sql).statement.run(...this.values)
      // alone it is a transaction of its own, and some statements, such as VACUUM, must be
      const { changes } = group ? await written(work) : work()
      return { meta: { changes: Number(changes) } }
    }
  }

  return {
    prepare: sql => new SqliteStatement(sql, []),
    async batch<Row>(statements: Statement[]): Promise<{ results: Row[] }[]> {
      const all = statements.map(statement => {
        if (!(statement instanceof SqliteStatement)) throw new TypeError('not of this database')
        return { ...compiled(statement.sql), values: statement.values }
      })
      const work = () =>
        all.map(({ statement, values }) => ({ results: statement.all(...values) as Row[] }))
      return all.every(({ reads }) => reads) ? atOneMoment(work) : written(work)
    },
    watch: () => {
      const before = lost
      return async () => {
        await group?.promise
        if (lost && lost !== before) throw lost.error
      }
    },
    async migrate(): Promise<void> {
      for (const { name, sql } of await unseenMigrations(this))
        await written(() => {
          connection.exec(sql)
          connection.prepare(applied).run(name)
        })
    },
    close: () => {
      commit()
      connection.close()
    },
  }
}

/** What only reads needs no right to write, which another process may hold. */
const isRead = (sql: string): boolean =>
  /^\s*(?:SELECT|WITH)\b/iu.test(sql) && !/\b(?:INSERT|UPDATE|DELETE|REPLACE)\b/iu.test(sql)

type Group = PromiseWithResolvers<void>
type Prepared = { readonly statement: StatementSync; readonly reads: boolean }
