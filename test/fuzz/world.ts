/**
 * Two agencies with the demo's units in a fresh SQLite file, one period open, one submission filed and one inspection
 * round open in each, one webhook each, everyone signed in. Each entry of the tables that is there at the beginning is known, so that any other one must be accounted for.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Receipt, Session } from '../../shared/protocol.ts'
import { admitAgency, admitCatalogue, holdersOf, issueCodes } from '../../worker/admit.ts'
import { catalogueFiles } from '../../worker/catalogue-files.ts'
import type { Env } from '../../worker/env.ts'
import { app } from '../../worker/index.ts'
import { openSqlite } from '../../worker/on-premise/sqlite-database.ts'
import { examples } from '../../worker/openapi/examples.ts'
import { addressAdded } from '../../worker/webhook/registering.ts'

const demo = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../worker/demo/${path}`, import.meta.url), 'utf8'))

export const period = '2025-M04'
export const unit = 'qltm'
/** An inspection round that is open in each agency, with that unit. */
export const inspectionRound = '5f0c9f5e-8a57-4c41-9d0c-2f8f4f3f9b11'
const agencies = ['sct-mot', 'sct-hai'] as const
const begin = Date.parse('2025-04-14T03:00:00.000Z')

const { submittedAt: _, ...content } = demo('2025-M04/qltm.json')
/** What the unit reports, of the demo: nothing the rules object to. */
export const report = (basedOn: number | null): Record<string, unknown> => ({
  catalogue: 'sct-2025.1',
  basedOn,
  window: { from: '2025-03-15', to: '2025-04-14' },
  ...content,
})

/** Somebody signed in. */
export type Asker = {
  readonly agency: string
  readonly role: string
  readonly unit: string | null
  readonly code: string
  token: string
}

export type World = Awaited<ReturnType<typeof openWorld>>

export async function openWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-fuzz-'))
  const db = openSqlite(join(folder, 'cchc.db'))
  await db.migrate()
  // nobody pulls the plug here
  await db.prepare('PRAGMA synchronous = OFF').run()
  const lines: string[] = []
  const env: Env = {
    ...{ DB: db, clock: () => begin, log: (line: string) => lines.push(line) },
    // not the key the webhooks were added with, so nothing is ever sent
    WEBHOOK_KEY: 'b'.repeat(44),
  }
  await admitCatalogue(db, catalogueFiles('sct-2025.1')).run()

  const request = async (method: string, path: string, body: unknown, token?: string) => {
    const authorization = token === undefined ? {} : { Authorization: `Bearer ${token}` }
    const headers = { 'Content-Type': 'application/json', ...authorization }
    const init = { method, headers, body: JSON.stringify(body) }
    const response = await app.request(`/api/v1${path}`, init, env)
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
    return response
  }
  const signIn = async (code: string): Promise<string> => {
    const response = await request('POST', '/sessions', { code })
    return ((await response.json()) as Session).token
  }

  const askers: Asker[] = []
  for (const key of agencies) {
    const { agency, saving } = admitAgency(db, { ...demo('agency.json'), key })
    await db.batch(saving)
    const issued = await issueCodes(db, key, holdersOf(agency), new Date(begin).toISOString())
    for (const one of issued) {
      if (one.role === 'unit' && ![unit, 'qlcn'].includes(one.unit ?? '')) continue
      askers.push({ agency: key, ...one, token: await signIn(one.code) })
    }
  }
  const asker = (role: string, agency: string = agencies[0], of: string | null = null): Asker => {
    const found = askers.find(
      one => one.agency === agency && one.role === role && (role !== 'unit' || one.unit === of),
    )
    if (!found) throw new Error(`nobody is ${role} of ${agency}`)
    return found
  }

  const first = '00000000-0000-4000-8000-00000000000'
  for (const [i, agency] of agencies.entries()) {
    await request('POST', '/periods', { period }, asker('clerk', agency).token)
    const path = `/periods/${period}/units/${unit}/submissions/${first}${i}`
    const filed = await request('PUT', path, report(null), asker('unit', agency, unit).token)
    const { revision } = (await filed.json()) as Receipt
    if (revision !== 1) throw new Error('a fresh database has submissions')
    const round = examples.RoundWriting?.open?.value
    await request('PUT', `/inspections/${inspectionRound}`, round, asker('clerk', agency).token)
  }

  const [webhook] = await Promise.all(
    agencies.map(agency =>
      addressAdded(db, agency, {
        ...{ url: 'https://example.invalid/', events: ['accepted'], key: 'a'.repeat(44) },
        at: new Date(begin).toISOString(),
      }),
    ),
  )

  return {
    db,
    env,
    /** of the first agency */
    webhook: webhook?.id ?? '',
    askers,
    asker,
    signIn,
    lines,
    close: () => {
      db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
