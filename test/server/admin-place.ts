/** The administrator's command line in this process, on folders of the test's own, and the app on the same folder. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { administer } from '../../worker/admin/run.ts'
import { app } from '../../worker/index.ts'
import { databaseFile } from '../../worker/on-premise/data-dir.ts'
import { openSqlite } from '../../worker/on-premise/sqlite-database.ts'

export const demoAgency = 'worker/demo/agency.json'
export const agency = 'sct-bac-giang'
export const now = '2025-04-20T02:00:00.000Z'

/** A folder that goes with the test file. */
export function ownFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'cchc-admin-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export type Answer = { code: number; said: string; warned: string }

/** @param typed as after `npm run admin --`, cut at spaces; what holds a space comes in `more` */
export async function admin(dataDir: string, typed: string, ...more: string[]): Promise<Answer> {
  const said: string[] = []
  const warned: string[] = []
  const words = [...typed.split(' ').filter(word => word !== ''), ...more]
  const code = await administer(words, {
    say: line => said.push(line),
    warn: line => warned.push(line),
    variables: dataDir === '' ? {} : { DATA_DIR: dataDir },
    clock: () => Date.parse(now),
  })
  return { code, said: said.join('\n'), warned: warned.join('\n') }
}

/** One request to the app on a folder's database, as a server would answer it. */
export async function request(
  dataDir: string,
  method: string,
  path: string,
  { token, body }: { token?: string; body?: unknown } = {},
): Promise<Response> {
  const db = openSqlite(databaseFile(dataDir))
  try {
    const headers = {
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    }
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
    const env = { DB: db, clock: () => Date.parse(now), log: () => {} }
    const answer = await app.request(`/api/v1${path}`, init, env)
    return new Response(await answer.text(), answer)
  } finally {
    db.close()
  }
}

export async function enter(dataDir: string, code: string): Promise<string> {
  const answer = await request(dataDir, 'POST', '/sessions', { body: { code } })
  return String(((await answer.json()) as { token: unknown }).token)
}

/** Somebody with the file and a SQLite shell: the guards are gone, and whatever they like is done. */
export function tamper(dataDir: string, sql: string): void {
  const file = new DatabaseSync(databaseFile(dataDir), { enableForeignKeyConstraints: false })
  const guards = file.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all()
  for (const { name } of guards) file.exec(`DROP TRIGGER ${String(name)}`)
  file.exec(sql)
  file.close()
}
