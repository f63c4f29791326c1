/** The corpus as a database of the department's own server: admitted, opened and filed through the front door. */

import {
  admitAgency,
  admitCatalogue,
  holdersOf,
  type Issued,
  issueCodes,
} from '../../../worker/admit.ts'
import type { Env } from '../../../worker/env.ts'
import { app } from '../../../worker/index.ts'
import { databaseFile, makeDataDir } from '../../../worker/on-premise/data-dir.ts'
import { openSqlite } from '../../../worker/on-premise/sqlite-database.ts'
import { type Ask, enter, filingPath, granted, sent } from '../province.ts'
import { agencyDocument, before, files, period, submissionOf } from './corpus.ts'

export const asking =
  (env: Env): Ask =>
  async (method, path, token, body) =>
    app.request(`/api/v1${path}`, { method, ...sent(token, body) }, env)

/** Milliseconds since 1970 at which a period is filed: sessions last hours, and periods lie years back. */
const clocks = { [before]: '2025-03-16T08:00:00Z', [period]: '2025-04-15T08:00:00Z' } as const
export const pulledAt = '2025-04-16T08:00:00Z'
export const at = (instant: string) => () => Date.parse(instant)

/** @returns the clerk's code */
export async function fill(folder: string, unitCount: number): Promise<string> {
  makeDataDir(folder)
  const db = openSqlite(databaseFile(folder))
  await db.migrate()
  await db.batch([admitCatalogue(db, files)])
  const { agency, saving } = admitAgency(db, agencyDocument(unitCount))
  await db.batch([...saving])
  const codes = await issueCodes(db, agency.key, holdersOf(agency), '2025-03-01T00:00:00Z')
  const clerk = codes.find(({ role }) => role === 'clerk')?.code ?? ''
  for (const month of [before, period] as const) {
    const ask = asking({ DB: db, clock: at(clocks[month]), log: () => {} })
    const token = await enter(ask, clerk)
    await granted(ask('POST', '/periods', token, { period: month }))
    const units = codes.filter(({ unit }) => unit !== null)
    // a turn of the event loop is one commit, so a hundred at once are quicker than one after the other
    for (let i = 0; i < units.length; i += 100)
      await Promise.all(units.slice(i, i + 100).map((one, j) => file(ask, month, one, i + j)))
  }
  db.close()
  return clerk
}

async function file(ask: Ask, of: string, { unit, code }: Issued, i: number): Promise<void> {
  const token = await enter(ask, code)
  const path = `${filingPath(of, unit ?? '')}/${crypto.randomUUID()}`
  await granted(ask('PUT', path, token, submissionOf(i, of)))
}
