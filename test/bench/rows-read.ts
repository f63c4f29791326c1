/**
 * Database rows read per request (D1's own count) for every GET and PUT route, with 1, 26 and 120 periods stored. With 1
 * there is no last period, no last year and no full page of the audit yet; with 26 all of them are there.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { periodsBefore, statutoryWindow } from '../../shared/period.ts'
import type { Database, Statement } from '../../worker/env.ts'
import { app } from '../../worker/index.ts'
import { migrate, openLocalDatabase } from '../../worker/local-database.ts'
import { seed, submissionOf } from './corpus.ts'
import { type Ask, admitProvince, enter, filingPath, granted, index, sent } from './province.ts'

type RouteRows = { readonly route: string; readonly asked: string; readonly rows: number[] }
export type RowsRead = {
  readonly periods: readonly number[]
  readonly routes: RouteRows[]
  readonly notMeasured: string[]
}

const sizes = [1, 26, 120]
const months = Array.from(
  { length: Math.max(...sizes) },
  (_, i) => `${2025 + Math.floor((i + 3) / 12)}-M${String(((i + 3) % 12) + 1).padStart(2, '0')}`,
)

/** What D1 says beside the rows; the worker itself never looks. */
type Counted = { meta: { rows_read?: number; rows_written?: number } }

/** The database with its counters on the outside. */
export function counting(db: Database) {
  const tally = { rows: 0, written: 0 }
  const note = <T>(answer: T): T => {
    tally.rows += (answer as T & Counted).meta.rows_read ?? 0
    tally.written += (answer as T & Counted).meta.rows_written ?? 0
    return answer
  }
  const inner = new WeakMap<Statement, Statement>()
  const wrapped = (statement: Statement): Statement => {
    const outer: Statement = {
      bind: (...values) => wrapped(statement.bind(...values)),
      all: async <Row>() => note(await statement.all<Row>()),
      run: async () => note(await statement.run()),
    }
    inner.set(outer, statement)
    return outer
  }
  const counted: Database = {
    prepare: sql => wrapped(db.prepare(sql)),
    batch: async <Row>(statements: Statement[]) => {
      const answers = await db.batch<Row>(statements.map(one => inner.get(one) ?? one))
      return answers.map(note)
    },
  }
  return { db: counted, tally }
}

export async function rowsRead(): Promise<RowsRead> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-'))
  const local = await openLocalDatabase(folder)
  try {
    await migrate(local.db)
    const { db, tally } = counting(local.db)
    const [ours] = await admitProvince(db, { agencies: 1, unitsEach: 3 })
    const ask: Ask = async (method, path, token, body) =>
      app.request(`/api/v1${path}`, { method, ...sent(token, body) }, { DB: db, log: () => {} })
    const codeOf = (is: (unit: string | null, role: string) => boolean): string =>
      ours?.codes.find(({ unit, role }) => is(unit, role))?.code ?? ''
    const clerk = await enter(
      ask,
      codeOf((_unit, role) => role === 'clerk'),
    )
    const units = new Map<string, string>()
    for (const { unit, code } of ours?.codes ?? [])
      if (unit) units.set(unit, await enter(ask, code))

    const routes: RouteRows[] = []
    for (const [i, period] of months.entries()) {
      const filed = await fill(ask, clerk, units, period, i === 0 ? 0 : 3)
      if (!sizes.includes(i + 1)) continue
      for (const [n, probe] of probes({
        period,
        clerk,
        units,
        ...filed,
        carriedOver: i === 0 ? 0 : 3,
      }).entries()) {
        tally.rows = 0
        await granted(ask(probe.method, probe.path, probe.token, probe.body))
        routes[n] ??= { route: probe.route, asked: probe.note, rows: [] }
        routes[n].rows.push(tally.rows)
      }
    }
    const measured = new Set(routes.map(({ route }) => route))
    const all = app.routes
      .filter(({ method }) => method === 'GET' || method === 'PUT')
      .map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`)
    return {
      periods: sizes,
      routes,
      notMeasured: [...new Set(all)].filter(one => !measured.has(one)),
    }
  } finally {
    await local.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Filed = { readonly id: string; readonly body: unknown }

/** All units of a period, two revisions of the first; the office accepts one. */
async function fill(
  ask: Ask,
  clerk: string,
  units: ReadonlyMap<string, string>,
  period: string,
  carriedOver: number,
): Promise<Filed> {
  await granted(ask('POST', '/periods', clerk, { period, window: statutoryWindow(period) }))
  const unitKeys = [...units.keys()]
  const filings = [
    ...unitKeys.map(unit => ({ unit, basedOn: null })),
    { unit: unitKeys[0] ?? '', basedOn: 1 },
  ]
  let last: Filed = { id: '', body: undefined }
  for (const { unit, basedOn } of filings) {
    const id = crypto.randomUUID()
    const body = { ...submissionOf(index, period, seed + (basedOn ?? 0), carriedOver), basedOn }
    await granted(ask('PUT', `${filingPath(period, unit)}/${id}`, units.get(unit), body))
    last = { id, body }
  }
  const review = { revision: 2, decision: 'accept', note: '' }
  await granted(ask('POST', `/periods/${period}/units/${unitKeys[0]}/review`, clerk, review))
  return last
}

type Probe = {
  readonly route: string
  readonly note: string
  readonly method: string
  readonly path: string
  readonly token: string
  readonly body?: unknown
}

function probes(
  at: Filed & {
    period: string
    clerk: string
    units: ReadonlyMap<string, string>
    carriedOver: number
  },
): Probe[] {
  const { period, clerk, units, id, body, carriedOver } = at
  const [unit = '', token = ''] = [...units][0] ?? []
  const filing = filingPath(period, unit)
  const next = { ...submissionOf(index, period, seed + 9, carriedOver), basedOn: 2 }
  const year = period.slice(0, 4)
  const [asUnit, asClerk] = [
    { unit, token },
    { unit: '', token: clerk },
  ]
  const probe = (
    method: string,
    path: string,
    route: string,
    who: typeof asUnit,
    note = '',
    sentBody?: unknown,
  ): Probe => ({
    route: `${method} ${route}`,
    note,
    method,
    path,
    token: who.token,
    ...(sentBody === undefined ? {} : { body: sentBody }),
  })
  const get = (path: string, route: string, who: typeof asUnit, note?: string) =>
    probe('GET', path, route, who, note)
  const ofUnit = '/periods/:period/units/:unit/submissions'
  return [
    get('/me', '/me', asUnit),
    get(`/catalogue?period=${period}`, '/catalogue', asUnit),
    get('/periods', '/periods', asUnit, 'three years of periods'),
    get(`/holidays/${year}`, '/holidays/:year', asClerk),
    get(`/periods/${period}/sheet`, '/periods/:period/sheet', asUnit),
    get(filing, ofUnit, asUnit),
    get(`${filing}/${id}`, `${ofUnit}/:id`, asUnit),
    get(`/periods/${period}/units/${unit}/differences`, '/periods/:period/units/:unit/differences', asUnit),
    get(`/periods/${period}/progress`, '/periods/:period/progress', asClerk),
    get(`/periods/${period}/adjustments`, '/periods/:period/adjustments', asClerk),
    get(`/periods/${period}/consolidation`, '/periods/:period/consolidation', asClerk),
    get(`/periods/${period}/annex.xlsx`, '/periods/:period/annex.xlsx', asClerk),
    get(`/series?indicators=dossiers_new&from=${periodsBefore(period, 11)[0]}&to=${period}`, '/series', asClerk, 'twelve months'),
    get(`/series?indicators=dossiers_new&from=${periodsBefore(period, 11)[0]}&to=${period}&units=*`, '/series', asClerk, 'with the units'),
    get('/audit', '/audit', asClerk, 'one page'),
    probe('PUT', `${filing}/${crypto.randomUUID()}?dryRun=1`, `${ofUnit}/:id`, asUnit, 'dry run', next),
    probe('PUT', `${filing}/${id}`, `${ofUnit}/:id`, asUnit, 'sent again', body),
    probe('PUT', `${filing}/${crypto.randomUUID()}`, `${ofUnit}/:id`, asUnit, 'new revision', next),
    probe('PUT', `/periods/${period}/adjustments/${crypto.randomUUID()}`, '/periods/:period/adjustments/:id', asClerk, '', {
      place: 'trained', value: 1, reason: 'Văn phòng đối chiếu lại danh sách.',
    }),
    probe('PUT', `/holidays/${year}`, '/holidays/:year', asClerk, '', { days: [{ day: `${year}-09-02`, name: 'Quốc khánh' }] }),
  ] // biome-ignore format: a table
}
