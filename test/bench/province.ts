/**
 * The corpus as a province that works: agencies in the database, then by the front door periods opened, the period
 * before filed, and one session per unit. What is measured starts from there.
 */
import { readCatalogue } from '../../shared/catalogue/read.ts'
import { periodsBefore } from '../../shared/period.ts'
import type { Session } from '../../shared/protocol.ts'
import {
  admitAgency,
  admitCatalogue,
  holdersOf,
  type Issued,
  issueCodes,
} from '../../worker/admit.ts'
import { catalogueFiles } from '../../worker/catalogue-files.ts'
import type { Database } from '../../worker/env.ts'
import { agencyDocument, seed, submissionOf } from './corpus.ts'

const files = catalogueFiles('sct-2025.1')
export const index = readCatalogue(files)

export const measured = '2026-M04'
/** Filed before it, the oldest first. */
const before = (months: number) => periodsBefore(measured, months)

/** Agencies by size; each unit is one client. */
export type Shape = { readonly agencies: number; readonly unitsEach: number }
export type Codes = { readonly agency: string; readonly codes: readonly Issued[] }[]

export async function admitProvince(db: Database, { agencies, unitsEach }: Shape): Promise<Codes> {
  await db.batch([admitCatalogue(db, files)])
  const admitted: Codes = []
  for (let i = 1; i <= agencies; i++) {
    const { agency, saving } = admitAgency(db, agencyDocument(index, `do-${i}`, unitsEach))
    await db.batch([...saving])
    const codes = await issueCodes(db, agency.key, holdersOf(agency), new Date().toISOString())
    admitted.push({ agency: agency.key, codes })
  }
  return admitted
}

/** How a request reaches the app: over the wire, or straight into it. */
export type Ask = (
  method: string,
  path: string,
  token?: string,
  body?: unknown,
) => Promise<Response>

export const overTheWire =
  (base: string): Ask =>
  (method, path, token, body) =>
    fetch(`${base}/api/v1${path}`, { method, ...sent(token, body) })

export const sent = (token?: string, body?: unknown) => ({
  headers: {
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
})

/** @throws Error with the whole answer when it is not a success */
export async function granted(asked: Promise<Response>): Promise<Response> {
  const response = await asked
  if (response.ok) return response
  throw new Error(`${response.status} ${response.url}: ${(await response.text()).slice(0, 2000)}`)
}

export async function enter(ask: Ask, code: string): Promise<string> {
  const response = await granted(ask('POST', '/sessions', undefined, { code }))
  return ((await response.json()) as Session).token
}

export const filingPath = (period: string, unit: string): string =>
  `/periods/${period}/units/${unit}/submissions`

/** A unit ready to submit: its session and where it files. */
export type Client = { readonly agency: string; readonly unit: string; readonly token: string }
export type Office = { readonly agency: string; readonly clerk: string }

/** @param months filed before: rules over time read as many as twelve */
export async function openProvince(
  ask: Ask,
  province: Codes,
  months = 1,
): Promise<{ clients: Client[]; offices: Office[] }> {
  const clients: Client[] = []
  const offices: Office[] = []
  for (const { agency, codes } of province) {
    const clerk = await enter(ask, codes.find(({ role }) => role === 'clerk')?.code ?? '')
    offices.push({ agency, clerk })
    for (const period of [...before(months), measured])
      await granted(ask('POST', '/periods', clerk, { period }))
    for (const { unit, code } of codes) {
      if (unit === null) continue
      const token = await enter(ask, code)
      for (const [i, period] of before(months).entries()) {
        const path = `${filingPath(period, unit)}/${crypto.randomUUID()}`
        const carriedOver = i === 0 ? 0 : undefined
        const body = { ...submissionOf(index, period, seed + i, carriedOver), basedOn: null }
        await granted(ask('PUT', path, token, body))
      }
      clients.push({ agency, unit, token })
    }
  }
  return { clients, offices }
}
