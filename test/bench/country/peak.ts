/**
 * The last hour of the day figures are due, against one province's server on Node, a process of its own: four units of five
 * submit in it, at instants of a Poisson process from the seed; panes read, clerks pull, a dashboard polls. Played faster
 * than life, then faster still until it no longer keeps up. A wait counts from the instant it was due, not from when it was sent.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { widenAccess } from '../../../worker/admit.ts'
import { codeHash } from '../../../worker/code.ts'
import { databaseFile, makeDataDir } from '../../../worker/on-premise/data-dir.ts'
import { openSqlite } from '../../../worker/on-premise/sqlite-database.ts'
import { drawing, seed } from '../corpus.ts'
import { cpuOf, peakOf } from '../processes.ts'
import { type Ask, enter, filingPath, granted, index, overTheWire } from '../province.ts'
import { serving } from '../runtimes.ts'
import { percentile } from '../table.ts'
import { admitCatalogueOnce, admitted, codeOf, explained, openPeriod } from './open.ts'
import { agencyOf, country } from './places.ts'
import { type Reported, reportsOf } from './reports.ts'
import { storeYears } from './stored.ts'

/** Closed before the day this runs, so that the server's own clock is right about them. */
const [before, due] = ['2025-M11', '2025-M12']
/** What the hour is made of, each over all units or agencies of the province. */
export const hour = {
  share: 0.8, sheetsPerUnit: 3, checksPerSubmission: 3, progressPerClerk: 60, pullsPerClerk: 12, dashboardPolls: 60,
} // biome-ignore format: one line each would be longer

type Kind = 'submission' | 'check' | 'sheet' | 'progress' | 'consolidation' | 'province total'
type Event = { readonly kind: Kind; readonly at: number; readonly send: () => Promise<Response> }
type Unit = { readonly unit: string; readonly token: string; readonly report: Reported }
type Office = { readonly clerk: string; readonly units: readonly Unit[] }

export type Waits = {
  readonly kind: Kind | 'all'
  readonly requests: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}
export type Round = {
  /** times as fast as life */
  readonly factor: number
  readonly perSecond: number
  readonly submissionsPerSecond: number
  readonly waits: readonly Waits[]
  readonly errors: number
  /** of one processor, by the server */
  readonly busy: number
  /** ms after the last instant of the plan until everything was answered */
  readonly behind: number
  readonly keptUp: boolean
}
export type Peak = {
  readonly units: number
  readonly submissions: number
  readonly requestsInHour: number
  readonly rounds: readonly Round[]
  readonly peakMemory: number
  /** submissions the server counts, and how many were sent */
  readonly counted: number
  readonly sent: number
}

/** @param factors played one after the other; it ends with the first that is not kept up with */
export async function peak(
  factors: readonly number[],
  agencies: number = country.agencies,
): Promise<Peak> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-country-'))
  makeDataDir(folder)
  const db = openSqlite(databaseFile(folder))
  await db.migrate()
  await admitCatalogueOnce(db)
  const begun = '2025-10-01T01:00:00.000Z'
  const documents = Array.from({ length: agencies }, (_, i) => agencyOf(i + 1, country.units))
  const codes = []
  for (const document of documents) {
    codes.push(await admitted(db, document, begun))
    await storeYears(db, document, { seed, years: 1, periods: [before] })
  }
  const [first = []] = codes
  const dashboard = codeOf(first, ({ role }) => role === 'dashboard')
  const others = documents.slice(1).map(({ key }) => key)
  await widenAccess(db, documents[0]?.key ?? '', codeHash(dashboard), others, begun)
  db.close()

  const limits = { WRITES_PER_MINUTE: '0', SIGN_INS_PER_MINUTE: '0' }
  const server = await serving(['worker/node.ts'], { DATA_DIR: folder, ...limits }, folder, [])
  try {
    const ask = overTheWire(server.base)
    const offices: Office[] = []
    for (const [i, document] of documents.entries()) {
      const issued = codes[i] ?? []
      const clerk = await enter(
        ask,
        codeOf(issued, ({ role }) => role === 'clerk'),
      )
      await openPeriod(ask, clerk, due)
      const units: Unit[] = []
      for (const { key } of document.units) {
        const token = await enter(
          ask,
          codeOf(issued, ({ unit }) => unit === key),
        )
        const report = reportsOf(index, document, key, seed, 1, [before, due]).get(due)
        if (!report) throw new Error(`nothing was drawn for ${key}`)
        const path = `${filingPath(due, key)}/${crypto.randomUUID()}?dryRun=1`
        const checked = await granted(ask('PUT', path, token, { ...report, basedOn: null }))
        units.push({ unit: key, token, report: await explained(checked, report) })
      }
      offices.push({ clerk, units })
    }
    const asDashboard = await enter(ask, dashboard)
    const revisions = new Map<string, number>()
    const rounds: Round[] = []
    let requestsInHour = 0
    for (const [i, factor] of factors.entries()) {
      const play = async () => {
        const planned = plan(ask, offices, asDashboard, revisions, seed + i)
        requestsInHour ||= planned.length
        return played(planned, factor, server.pid)
      }
      const round = await play()
      // once more, since something else on the machine may have had its moment
      const better = round.keptUp ? round : await play()
      rounds.push(better)
      if (!better.keptUp) break
    }
    const sent = [...revisions.values()].reduce((sum, one) => sum + one, 0)
    return {
      units: agencies * country.units,
      submissions: Math.round(hour.share * agencies * country.units),
      ...{ requestsInHour, rounds, peakMemory: peakOf(server.pid) },
      ...{ counted: await countedBy(ask, offices), sent },
    }
  } finally {
    await server.stop()
  }
}

/** One hour; instants in seconds. */
function plan(
  ask: Ask,
  offices: readonly Office[],
  dashboard: string,
  revisions: Map<string, number>,
  from: number,
): Event[] {
  const draw = drawing(from)
  const instant = () => (draw(1_000_000) / 1_000_000) * 3600
  const events: Event[] = []
  const every = (times: number, kind: Kind, send: () => Promise<Response>) => {
    const offset = (instant() / 3600) * (3600 / times)
    for (let n = 0; n < times; n++) events.push({ kind, at: offset + (n * 3600) / times, send })
  }
  const units = offices.flatMap((office, agency) =>
    office.units.map(one => ({ ...one, agency, order: draw(1_000_000) })),
  )
  const submitting = units
    .toSorted((a, b) => a.order - b.order)
    .slice(0, Math.round(hour.share * units.length))
  for (const { token } of units)
    for (let n = 0; n < hour.sheetsPerUnit; n++)
      events.push({
        kind: 'sheet',
        at: instant(),
        send: () => ask('GET', `/periods/${due}/sheet`, token),
      })
  // given how many arrive in an hour, instants of a Poisson process are uniform and independent
  for (const { agency, unit, token, report } of submitting) {
    const key = `${agency} ${unit}`
    const arrival = instant()
    // nobody submits before the last check has answered
    let last: Promise<unknown> = Promise.resolve()
    const inTurn = (send: () => Promise<Response>) => () => {
      const answer = last.then(send)
      last = answer.catch(() => undefined)
      return answer
    }
    const put = async (query: string) => {
      const path = `${filingPath(due, unit)}/${crypto.randomUUID()}${query}`
      const revision = revisions.get(key)
      return ask('PUT', path, token, { ...report, basedOn: revision ?? null })
    }
    for (let n = 0; n < hour.checksPerSubmission; n++)
      events.push({
        kind: 'check',
        at: (arrival * draw(1000)) / 1000,
        send: inTurn(() => put('?dryRun=1')),
      })
    events.push({
      kind: 'submission',
      at: arrival,
      send: inTurn(async () => {
        const answer = await put('')
        if (answer.status === 201) revisions.set(key, (revisions.get(key) ?? 0) + 1)
        return answer
      }),
    })
  }
  for (const { clerk } of offices) {
    const get = (path: string) => () => ask('GET', `/periods/${due}/${path}`, clerk)
    every(hour.progressPerClerk, 'progress', get('progress'))
    every(hour.pullsPerClerk, 'consolidation', get('consolidation'))
  }
  const total = () => ask('GET', `/province/periods/${due}`, dashboard)
  every(hour.dashboardPolls, 'province total', total)
  return events.sort((a, b) => a.at - b.at)
}

/** Longer behind than this, or slower than a second at the 95th percentile, is not keeping up. */
const patience = 1000

async function played(events: readonly Event[], factor: number, pid: number): Promise<Round> {
  const waits = new Map<Kind, number[]>()
  let errors = 0
  const cpu = cpuOf(pid)
  const begun = performance.now()
  const answered: Promise<void>[] = []
  for (const { kind, at, send } of events) {
    const when = begun + (at * 1000) / factor
    const pause = when - performance.now()
    if (pause > 0) await new Promise(resume => setTimeout(resume, pause))
    answered.push(
      (async () => {
        const ok = await send()
          .then(async answer => {
            await answer.arrayBuffer()
            return answer.ok
          })
          .catch(() => false)
        if (!ok) errors++
        waits.set(kind, [...(waits.get(kind) ?? []), performance.now() - when])
      })(),
    )
  }
  await Promise.all(answered)
  const wall = performance.now() - begun
  const planned = 3_600_000 / factor
  const all = waitsOf('all', [...waits.values()].flat())
  const behind = Math.max(0, wall - planned)
  return {
    factor,
    perSecond: (events.length * 1000) / planned,
    submissionsPerSecond: ((waits.get('submission')?.length ?? 0) * 1000) / planned,
    waits: [all, ...[...waits].map(([kind, each]) => waitsOf(kind, each))],
    errors,
    busy: (cpuOf(pid) - cpu) / wall,
    behind,
    keptUp: errors === 0 && behind < patience && all.p95 < patience,
  }
}

const waitsOf = (kind: Waits['kind'], waits: readonly number[]): Waits => ({
  kind,
  requests: waits.length,
  ...{ p50: percentile(waits, 0.5), p95: percentile(waits, 0.95), p99: percentile(waits, 0.99) },
  max: Math.max(...waits),
})

/** Revisions of the month that the API says are stored. */
async function countedBy(ask: Ask, offices: readonly Office[]): Promise<number> {
  let counted = 0
  for (const { units } of offices)
    for (const { unit, token } of units) {
      const answer = await granted(ask('GET', filingPath(due, unit), token))
      counted += ((await answer.json()) as unknown[]).length
    }
  return counted
}
