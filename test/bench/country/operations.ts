/**
 * What people and machines ask of the app, each through the front door in this process as of the day it would happen: wait,
 * CPU, and on D1 the rows it counts. One table, so that costs and growth curves speak of the same things.
 */
import type { Agency } from '../../../shared/agency.ts'
import { periodsBefore } from '../../../shared/period.ts'
import type { Issued } from '../../../worker/admit.ts'
import type { Database } from '../../../worker/env.ts'
import { type Ask, enter, filingPath, granted } from '../province.ts'
import { median } from '../table.ts'
import { at, codeOf, explained, filing } from './open.ts'
import type { Reported } from './reports.ts'

export type Desk = {
  readonly db: Database
  readonly agency: Agency
  readonly issued: readonly Issued[]
  /** the youngest month stored; every unit has filed it */
  readonly period: string
  /** of the first unit in that month */
  readonly report: Reported
  /** a code, and all the agencies it reads */
  readonly dashboard: string
  readonly agencies: readonly string[]
  readonly tally?: { rows: number; written: number }
}

export type Measured = {
  readonly operation: string
  /** medians: ms of the wait, ms of CPU of the whole process */
  readonly ms: number
  readonly cpu: number
  readonly rows: number
  readonly written: number
  readonly bytes: number
  readonly requests: number
}

export const operations = [
  ...['sign-in', 'sheet', 'check', 'submission', 'progress', 'progress 304'],
  ...['consolidation first', 'consolidation again', 'consolidation 304'],
  ...['series 1 month', 'series 12 months', 'series 120 months', 'series 304'],
  ...['province total', 'province 304', 'changes 25', 'periods'],
] as const
export type Operation = (typeof operations)[number]

type Asking = () => Promise<readonly Response[]>
type Way = { readonly ask: Asking; readonly before?: () => Promise<unknown> }

/** @param repetitions of each operation; the first, which compiles and fills caches, is one more and does not count */
export async function measured(
  desk: Desk,
  wanted: readonly Operation[],
  repetitions: number,
): Promise<Measured[]> {
  const ways = await waysOf(desk)
  const results: Measured[] = []
  for (const operation of wanted) {
    const { ask, before } = ways[operation]
    const runs: Omit<Measured, 'operation'>[] = []
    for (let i = 0; i <= repetitions; i++) {
      await before?.()
      const tally = desk.tally ?? { rows: 0, written: 0 }
      ;[tally.rows, tally.written] = [0, 0]
      const [begun, cpu] = [performance.now(), process.cpuUsage()]
      const answers = await ask()
      const sizes = await Promise.all(answers.map(one => one.arrayBuffer()))
      const ms = performance.now() - begun
      const { user, system } = process.cpuUsage(cpu)
      if (i === 0) continue
      const bytes = sizes.reduce((sum, { byteLength }) => sum + byteLength, 0)
      const counted = { rows: tally.rows, written: tally.written, requests: answers.length }
      runs.push({ ms, cpu: (user + system) / 1000, bytes, ...counted })
    }
    const of = (key: keyof Omit<Measured, 'operation'>) => median(runs.map(run => run[key]))
    results.push({
      operation,
      ...{ ms: of('ms'), cpu: of('cpu'), bytes: of('bytes') },
      ...{ rows: of('rows'), written: of('written'), requests: of('requests') },
    })
  }
  return results
}

const indicator = 'dossiers_new'

/** Of a unit that filed once: every submission is the next revision. */
async function waysOf(desk: Desk): Promise<Record<Operation, Way>> {
  const { db, agency, issued, period } = desk
  const ask = at(db, filing(period))
  const unit = agency.units.at(-1)?.key ?? ''
  const code = codeOf(issued, one => one.unit === unit)
  const clerk = await enter(
    ask,
    codeOf(issued, ({ role }) => role === 'clerk'),
  )
  const [asUnit, dashboard] = [await enter(ask, code), await enter(ask, desk.dashboard)]
  const submit = await submitting(ask, asUnit, filingPath(period, unit), desk.report)
  const get = (path: string, token = clerk): Asking => {
    return async () => [await granted(ask('GET', path, token))]
  }
  const unchanged = (path: string, token = clerk): Way => {
    let tag = ''
    const before = async () => {
      const answer = await granted(ask('GET', path, token))
      await answer.arrayBuffer()
      tag = answer.headers.get('ETag') ?? ''
    }
    return { before, ask: async () => [await notModified(tagged(desk, path, token, tag))] }
  }
  const series = (months: number): string => {
    const [from = period] = [...periodsBefore(period, months - 1), period]
    return `/series?indicators=${indicator}&from=${from}&to=${period}`
  }
  const [feed, progress] = [await endOfFeed(ask, clerk), `/periods/${period}/progress`]
  const consolidation = `/periods/${period}/consolidation`
  const province = provincePaths(desk)
  return {
    'sign-in': { ask: async () => [await granted(ask('POST', '/sessions', undefined, { code }))] },
    sheet: { ask: get(`/periods/${period}/sheet`, asUnit) },
    check: { ask: async () => [await submit('?dryRun=1')] },
    submission: { ask: async () => [await submit('')] },
    progress: { ask: get(progress) },
    'progress 304': unchanged(progress),
    'consolidation first': { before: () => submit(''), ask: get(consolidation) },
    'consolidation again': { ask: get(consolidation) },
    'consolidation 304': unchanged(consolidation),
    'series 1 month': { ask: get(series(1)) },
    'series 12 months': { ask: get(series(12)) },
    'series 120 months': { ask: decade(ask, clerk, period) },
    'series 304': unchanged(series(12)),
    'province total': together(province.map(path => ({ ask: get(path, dashboard) }))),
    'province 304': together(province.map(path => unchanged(path, dashboard))),
    'changes 25': { ask: get(`/changes?after=${feed}&limit=${feedPage}`) },
    periods: { ask: get('/periods') },
  }
}

/** Page after page, as a client asks; several at once would also leave idle connections to a local D1 behind. */
const together = (ways: readonly Way[]): Way => ({
  before: async () => {
    for (const { before } of ways) await before?.()
  },
  ask: async () => {
    const answers: Response[] = []
    for (const { ask } of ways) answers.push(...(await ask()))
    return answers
  },
})

/** One request tells the total of at most forty agencies. */
const agenciesAtOnce = 40
function provincePaths({ agencies, period }: Desk): string[] {
  const pages = Array.from({ length: Math.ceil(agencies.length / agenciesAtOnce) }, (_, i) =>
    agencies.slice(i * agenciesAtOnce, (i + 1) * agenciesAtOnce),
  )
  return pages.map(page => `/province/periods/${period}?agencies=${page.join(',')}`)
}

/** The unit's report with the reasons the rules ask for, revision after revision. */
async function submitting(ask: Ask, token: string, path: string, drawn: Reported) {
  const filed = await granted(ask('GET', path, token))
  let revision = ((await filed.json()) as unknown[]).length
  const put = (query: string, report: Reported): Promise<Response> => {
    const body = { ...report, basedOn: revision }
    return ask('PUT', `${path}/${crypto.randomUUID()}${query}`, token, body)
  }
  const report = await explained(await granted(put('?dryRun=1', drawn)), drawn)
  return async (query: '' | '?dryRun=1'): Promise<Response> => {
    const answer = await granted(put(query, report))
    if (query === '') revision++
    return answer
  }
}

const tagged = (desk: Desk, path: string, token: string, tag: string): Promise<Response> =>
  at(desk.db, filing(desk.period), { 'If-None-Match': tag })('GET', path, token)

async function notModified(asked: Promise<Response>): Promise<Response> {
  const answer = await asked
  if (answer.status !== 304) throw new Error(`${answer.status} instead of 304`)
  return answer
}

/** Ten years of months, the youngest at the end, in as few requests as the route's limit allows. */
function decade(ask: Ask, token: string, period: string): Asking {
  const months = [...periodsBefore(period, 119), period]
  let pages = 1
  return async () => {
    for (; ; pages++) {
      const size = Math.ceil(months.length / pages)
      const answers: Response[] = []
      for (let i = 0; i < months.length; i += size) {
        const [from, to] = [months[i], months[Math.min(i + size, months.length) - 1]]
        const path = `/series?indicators=${indicator}&from=${from}&to=${to}`
        const answer = await ask('GET', path, token)
        if (answer.status === 400) break
        answers.push(await granted(Promise.resolve(answer)))
      }
      if (answers.length === pages) return answers
    }
  }
}

/** As many as the shortest history has. */
const feedPage = 25
/** Where the last of them begin. */
async function endOfFeed(ask: Ask, token: string): Promise<number> {
  const answer = await granted(ask('GET', '/audit', token))
  const { entries } = (await answer.json()) as { readonly entries: readonly { seq: number }[] }
  return Math.max(0, (entries[0]?.seq ?? 0) - feedPage)
}
