/**
 * What is stored by the front door: a province's year, and ten years of one of its agencies, locked as they go by. Before
 * anything is timed the totals the API tells must be the sums of what was submitted.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Agency } from '../../../shared/agency.ts'
import type {
  Consolidation,
  ProvinceConsolidation,
  SeriesAnswer,
} from '../../../shared/protocol.ts'
import { type Issued, widenAccess } from '../../../worker/admit.ts'
import { codeHash } from '../../../worker/code.ts'
import { openSqlite } from '../../../worker/on-premise/sqlite-database.ts'
import { seed } from '../corpus.ts'
import { enter, granted, index } from '../province.ts'
import type { Shape } from './growth.ts'
import {
  admitCatalogueOnce,
  admitted,
  at,
  codeOf,
  entering,
  file,
  filing,
  locking,
  lockPeriod,
  opening,
  openPeriod,
} from './open.ts'
import { type Desk, type Measured, measured, type Operation } from './operations.ts'
import { agencyOf } from './places.ts'
import { firstYear, periodsOfYears, type Reported, reportsOf } from './reports.ts'

export type Sample = {
  readonly shape: Shape
  readonly reports: number
  /** sent again with a reason, because a rule asked for one */
  readonly explained: number
  readonly perSecond: number
  /** ms of CPU, all of it: reading, judging, storing */
  readonly cpuEach: number
  readonly databaseBytes: number
  readonly bytesEach: number
  /** of a body as it is sent, the mean */
  readonly sentEach: number
  /** totals compared with the sums of what was submitted */
  readonly compared: number
  readonly measured: readonly Measured[]
}

type Filed = {
  readonly agency: Agency
  readonly issued: readonly Issued[]
  readonly reports: ReadonlyMap<string, ReadonlyMap<string, Reported>>
}

/** @throws Error when a total is not the sum of its parts */
export async function sample(
  shape: Shape,
  asked: readonly Operation[],
  repetitions: number,
): Promise<Sample> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-country-'))
  const path = join(folder, 'cchc.db')
  const db = openSqlite(path)
  try {
    await db.migrate()
    await admitCatalogueOnce(db)
    const begun = `${firstYear - 1}-12-10T01:00:00.000Z`
    const filed: Filed[] = []
    for (let number = 1; number <= shape.agencies; number++) {
      const agency = agencyOf(number, shape.units)
      const issued = await admitted(db, agency, begun)
      const reports = agency.units.map(
        ({ key }) => [key, reportsOf(index, agency, key, seed, shape.years)] as const,
      )
      filed.push({ agency, issued, reports: new Map(reports) })
    }
    const [first] = filed
    if (!first) throw new Error('a province has an agency')
    const dashboard = codeOf(first.issued, ({ role }) => role === 'dashboard')
    const agencies = filed.map(({ agency }) => agency.key)
    if (agencies.length > 1)
      await widenAccess(db, first.agency.key, codeHash(dashboard), agencies.slice(1), begun)

    let [reports, sent, wall, cpu] = [0, 0, 0, 0]
    for (const one of filed)
      for (const period of periodsOfYears(shape.years)) {
        const keys = [...one.reports.keys()]
        const session = await entering(at(db, filing(period)), one.issued, keys)
        await openPeriod(at(db, opening(period)), session.clerk, period)
        const [before, used] = [performance.now(), process.cpuUsage()]
        const times = await Promise.all(
          keys.map(unit =>
            file(
              at(db, filing(period)),
              session.units.get(unit) ?? '',
              unit,
              period,
              reportIn(one, unit, period),
            ),
          ),
        )
        wall += performance.now() - before
        const { user, system } = process.cpuUsage(used)
        cpu += (user + system) / 1000
        reports += times.length
        sent += times.reduce((sum, each) => sum + each, 0)
        if (period !== `${firstYear + shape.years - 1}-M12`)
          await lockPeriod(at(db, locking(period)), session.clerk, period)
      }
    await db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
    const databaseBytes = statSync(path).size
    const bodies = filed.flatMap(one =>
      [...one.reports.values()].flatMap(each => [...each.values()]),
    )
    const sentEach =
      bodies.reduce((sum, body) => sum + JSON.stringify(body).length, 0) / bodies.length

    const last = `${firstYear + shape.years - 1}-M12`
    const desk: Desk = {
      ...{ db, agency: first.agency, issued: first.issued, period: last, dashboard, agencies },
      report: reportIn(first, first.agency.units.at(-1)?.key ?? '', last),
    }
    let compared = 0
    for (const period of [last, `${firstYear + shape.years - 1}-Y`, `${firstYear}-M01`])
      compared += await agreeing(desk, filed, period)
    return {
      ...{ shape, reports, explained: sent - reports, databaseBytes, sentEach, compared },
      ...{ perSecond: (reports * 1000) / wall, cpuEach: cpu / reports },
      bytesEach: databaseBytes / reports,
      measured: await measured(desk, asked, repetitions),
    }
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function reportIn({ reports }: Filed, unit: string, period: string): Reported {
  const report = reports.get(unit)?.get(period)
  if (!report) throw new Error(`nothing was made for ${unit} in ${period}`)
  return report
}

/** Flows, which add up over units and agencies: figures, and a column of a table. */
const sums = ['dossiers_new', 'dossiers_resolved', 'dossiers_fee'] as const
const column = ['KSTT-06a', 'received_online'] as const

/** @returns how many totals were held against sums */
async function agreeing(desk: Desk, filed: readonly Filed[], period: string): Promise<number> {
  const ask = at(desk.db, filing(desk.period))
  const parts = filed.map(one => {
    const reports = [...one.reports.keys()].map(unit => reportIn(one, unit, period))
    const figure = (key: string) => added(reports.map(({ figures }) => figures[key]))
    const [form, name] = column
    const cells = reports.flatMap(({ tables }) => Object.values(tables[form] ?? {}))
    return [...sums.map(figure), added(cells.map(row => row[name]))]
  })
  let compared = 0
  const same = (what: string, told: unknown, submitted: number | undefined) => {
    if (told !== submitted) throw new Error(`${period} ${what}: ${told}, submitted ${submitted}`)
    compared++
  }
  const totals = (answer: Consolidation | ProvinceConsolidation) => [
    ...sums.map(key => answer.figures[key]?.value),
    answer.tables[column[0]]?.total[column[1]]?.value,
  ]
  for (const [i, { agency, issued }] of filed.entries()) {
    const clerk = await enter(
      ask,
      codeOf(issued, ({ role }) => role === 'clerk'),
    )
    const path = `/periods/${period}/consolidation`
    const told = (await (await granted(ask('GET', path, clerk))).json()) as Consolidation
    for (const [n, value] of totals(told).entries())
      same(`${agency.key} ${n}`, value, parts[i]?.[n])
    const series = `/series?indicators=${sums[0]}&from=${period}&to=${period}`
    const line = (await (await granted(ask('GET', series, clerk))).json()) as SeriesAnswer
    same(`${agency.key} series`, line.series[0]?.values[0], parts[i]?.[0])
  }
  const token = await enter(ask, desk.dashboard)
  const all = await granted(ask('GET', provincePath(period, filed), token))
  const province = totals((await all.json()) as ProvinceConsolidation)
  for (const [n, value] of province.entries())
    same(`province ${n}`, value, added(parts.map(one => one[n])))
  return compared
}
const provincePath = (period: string, filed: readonly Filed[]): string =>
  `/province/periods/${period}?agencies=${filed.map(({ agency }) => agency.key).join(',')}`

const added = (values: readonly unknown[]): number =>
  values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0)
