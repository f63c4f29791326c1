/**
 * SQLite in a file on this machine, behind the same door as D1: the same SQL, the same parameters, SQLite's own error
 * messages. One connection, and nothing waits inside a transaction, so no other request's statement can slip into it.
 * Node only.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { Database, Statement } from './env.ts'
import { unseenMigrations } from './migration-files.ts'
import { applied } from './store/migrations.ts'

/** Milliseconds a statement waits for another process, such as the administrator's, to finish writing. */
const patience = 2000

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
    const made = { statement, reads: /^\s*SELECT\b/iu.test(sql) }
    prepared.set(sql, made)
    return made
  }

  /** All of it or nothing; `work` is over when it returns. */
  function transaction<T>(begin: 'BEGIN' | 'BEGIN IMMEDIATE', work: () => T): T {
    connection.exec(begin)
    try {
      const done = work()
      connection.exec('COMMIT')
      return done
    } catch (error) {
      // a full disk has SQLite roll back by itself
      if (connection.isTransaction) connection.exec('ROLLBACK')
      throw error
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
      const { changes } = compiled(this.sql).statement.run(...this.values)
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
      // reads need one moment, not the right to write
      const begin = all.every(({ reads }) => reads) ? 'BEGIN' : 'BEGIN IMMEDIATE'
      return transaction(begin, () =>
        all.map(({ statement, values }) => ({ results: statement.all(...values) as Row[] })),
      )
    },
    async migrate(): Promise<void> {
      for (const { name, sql } of await unseenMigrations(this))
        transaction('BEGIN IMMEDIATE', () => {
          connection.exec(sql)
          connection.prepare(applied).run(name)
        })
    },
    close: () => connection.close(),
  }
}

type Prepared = { readonly statement: StatementSync; readonly reads: boolean }
