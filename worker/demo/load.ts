/**
 * Loads the demo agency into an empty database by the front door: the clerk opens the periods, each unit signs in and
 * submits as of the day it did, and the earlier periods are locked. A demo figure the check refuses stops the start.
 * Node only.
 */
import { readdirSync, readFileSync } from 'node:fs'
import type { Agency } from '../../shared/agency.ts'
import { periodName, statutoryWindow } from '../../shared/period.ts'
import type { Plan } from '../../shared/plan/schema.ts'
import { planOfAgency } from '../../shared/plan/tasks.ts'
import type { ProblemDocument, Session } from '../../shared/protocol.ts'
import {
  administrator,
  admitAgency,
  admitCatalogue,
  holdersOf,
  type Issued,
  issueCodes,
} from '../admit.ts'
import { record } from '../audit.ts'
import { catalogueFiles } from '../catalogue-files.ts'
import { sha256 } from '../digest.ts'
import type { Database } from '../env.ts'
import { app } from '../index.ts'
import { keepEdition } from '../store/snapshots.ts'
import { type DemoInspection, writeInspection } from './inspection.ts'

const folder = new URL('./', import.meta.url)
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'))

/** A demo file is the body of a submission without what follows from its place, and when it came in. */
type DemoSubmission = { submittedAt: string; [member: string]: unknown }

const version = 'sct-2025.1'
export const demoCatalogue = () => catalogueFiles(version)

export async function loadDemoAgency(db: Database): Promise<Issued[]> {
  const { agency, stored, saving } = admitAgency(db, json('agency.json'))
  const catalogue = admitCatalogue(db, demoCatalogue())
  const periods = readdirSync(folder)
    .filter(name => /^\d{4}-/u.test(name))
    .sort()
  const begin = (period: string) => `${statutoryWindow(period).from}T01:00:00.000Z`
  const at = begin(periods[0] ?? '')
  const digest = sha256(stored)
  const units = agency.units.map(({ key }) => key)
  await record(db, agency.key, () => ({
    entry: {
      action: 'agency.admitted',
      at,
      by: administrator,
      detail: { digest, units, gone: [] },
    },
    statements: [catalogue, ...saving, keepEdition(db, agency.key, digest, stored)],
  }))
  const issued = await issueCodes(db, agency.key, holdersOf(agency), at)

  const clerk = codeOf(issued, one => one.role === 'clerk')
  for (const [i, period] of periods.entries()) {
    const opening = await enter(db, begin(period), clerk)
    await request(db, begin(period), 'POST', '/periods', { token: opening, body: { period } })
    if (i === 0) await writePlan(db, agency, clerk)
    await fileAll(db, issued, period)
    const next = periods[i + 1]
    if (!next) continue
    const closing = await enter(db, begin(next), clerk)
    const body = { state: 'locked', note: `Đã gửi báo cáo ${periodName(period)}` }
    await request(db, begin(next), 'PATCH', `/periods/${period}`, { token: closing, body })
  }
  await writeInspection(
    json('inspection-2025.json') as DemoInspection,
    async (at, unit, path, body) => {
      const code = unit === null ? clerk : codeOf(issued, one => one.unit === unit)
      await request(db, at, 'PUT', path, { token: await enter(db, at, code), body })
    },
  )
  return issued
}

/** The plan of the year on the day of its document: the tasks of the agency's own file, with targets. */
async function writePlan(db: Database, agency: Agency, clerk: string): Promise<void> {
  const at = '2025-01-20T02:00:00.000Z'
  const plan = { ...planOfAgency(agency, 2025), ...(json('plan-2025.json') as Partial<Plan>) }
  const token = await enter(db, at, clerk)
  await request(db, at, 'PUT', '/plans/2025', { token, body: { basedOn: 0, plan } })
}

/** All units of a period side by side, each as of its own instant. */
async function fileAll(db: Database, issued: readonly Issued[], period: string): Promise<void> {
  const filed = readdirSync(new URL(`${period}/`, folder))
    .filter(name => name.endsWith('.json'))
    .map(name => ({
      unit: name.replace(/\.json$/u, ''),
      demo: json(`${period}/${name}`) as DemoSubmission,
    }))
  // a session that ends with the last of them is open for all
  const last =
    filed
      .map(({ demo }) => demo.submittedAt)
      .sort()
      .at(-1) ?? ''
  await Promise.all(
    filed.map(async ({ unit, demo: { submittedAt, ...content } }) => {
      const token = await enter(
        db,
        last,
        codeOf(issued, one => one.unit === unit),
      )
      const path = `/periods/${period}/units/${unit}/submissions/${crypto.randomUUID()}`
      const place = { catalogue: version, basedOn: null, window: statutoryWindow(period) }
      await request(db, submittedAt, 'PUT', path, { token, body: { ...place, ...content } })
    }),
  )
}

const codeOf = (issued: readonly Issued[], is: (one: Issued) => boolean): string =>
  issued.find(is)?.code ?? ''

async function enter(db: Database, at: string, code: string): Promise<string> {
  const response = await request(db, at, 'POST', '/sessions', { body: { code } })
  return ((await response.json()) as Session).token
}

type Sent = { readonly token?: string; readonly body: unknown }

/** Times a request goes out while the database is busy, as on a machine with much else to do. */
const tries = 5

/** @throws Error with the whole problem in words */
async function request(
  db: Database,
  at: string,
  method: string,
  path: string,
  { token, body }: Sent,
): Promise<Response> {
  const headers = {
    'Content-Type': 'application/json',
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
  }
  const init = { method, headers, body: JSON.stringify(body) }
  const env = { DB: db, clock: () => Date.parse(at), log: () => {} }
  let response = await app.request(`/api/v1${path}`, init, env)
  for (let tried = 1; response.status === 503 && tried < tries; tried += 1) {
    await new Promise(resolve => setTimeout(resolve, 500 * tried))
    response = await app.request(`/api/v1${path}`, init, env)
  }
  if (response.ok) return response
  throw new Error(`${method} ${path}: ${explained((await response.json()) as ProblemDocument)}`)
}

const explained = ({ status, title, detail, errors = [], report }: ProblemDocument): string =>
  [
    `${status} ${title}. ${detail ?? ''}`,
    ...errors.map(error => `  ${error.pointer}: ${error.detail}`),
    ...(report?.results ?? [])
      .filter(({ outcome, severity }) => outcome === 'fail' && severity !== 'info')
      .map(({ rule, severity, at, message }) => `  ${severity} ${rule} at ${at.place}: ${message}`),
  ].join('\n')
