/** A database that notes the text of what it is asked, in front of the real one. */
import type { Database } from '../../worker/env.ts'

export function watched(real: Database): { db: Database; asked: string[] } {
  const asked: string[] = []
  const prepare = (sql: string) => {
    asked.push(sql)
    return real.prepare(sql)
  }
  return { db: { prepare, batch: statements => real.batch(statements) }, asked }
}
