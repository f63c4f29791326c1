/**
 * What a unit of the country reports, year after year, from a seed: dossiers with seasons, growth and chance
 * (`years.ts`), the other figures of its roles (`corpus.ts`), and longer periods out of its own months by the roll-up that
 * fills the units' sheets. Nothing in it is wrong; what a rule asks to be explained is explained.
 */
import type { Agency } from '../../../shared/agency.ts'
import { type Index, ownerRole, playsRole } from '../../../shared/catalogue/catalogue.ts'
import { contentFromWire, contentToWire, type WireContent } from '../../../shared/content.ts'
import type { WireFigure } from '../../../shared/figure.ts'
import { monthsOf, parsePeriod, statutoryWindow } from '../../../shared/period.ts'
import type { Submission } from '../../../shared/protocol.ts'
import { rollUp } from '../../../shared/roll-up.ts'
import { submissionOf } from '../corpus.ts'
import { type Filed, yearsOf } from '../years.ts'

/** The year the shipped catalogue begins with. */
export const firstYear = 2025
/** `years.ts` begins here. */
const drawnFrom = 2022

/** Twelve months, four quarters, the year: months first, then what is made of them, as they fall due. */
export const periodsOfYear = (year: number): string[] =>
  Array.from({ length: 12 }, (_, i) => i + 1).flatMap(month => {
    const longer = { 3: ['Q1'], 6: ['Q2'], 9: ['Q3'], 12: ['Q4', 'Y'] }[month] ?? []
    return [`M${String(month).padStart(2, '0')}`, ...longer].map(key => `${year}-${key}`)
  })

export const periodsOfYears = (years: number): string[] =>
  Array.from({ length: years }, (_, i) => periodsOfYear(firstYear + i)).flat()

export type Reported = Omit<Submission, 'basedOn'>

/** @returns by period, all 17 of each year; equal seeds give equal reports. `wanted`: months only, the others are left out */
export function reportsOf(
  index: Index,
  agency: Agency,
  unit: string,
  seed: number,
  years: number,
  wanted: readonly string[] = periodsOfYears(years),
): Map<string, Reported> {
  const own = seedOf(`${seed} ${agency.key} ${unit}`)
  const filed = new Map(yearsOf(own, years).map(month => [shifted(month.period), month]))
  const reports = new Map<string, Reported>()
  for (const period of wanted) {
    const month = filed.get(period)
    const base = submissionOf(index, period, own)
    const content = month
      ? monthly(index, agency, unit, base, month)
      : rolled(index, period, reports)
    const window = statutoryWindow(period)
    reports.set(period, {
      ...{ catalogue: index.catalogue.id, window: { from: window.from, to: window.to } },
      ...content,
      reasons: [{ rule: 'PLAN-R2', at: 'plan_tasks_total', text: '4 nhiệm vụ chưa đến hạn.' }],
      ...{ preparedBy: 'Nguyễn Thị Lan', approvedBy: 'Trần Văn Bình' },
    })
  }
  return reports
}

const shifted = (period: string): string =>
  `${Number(period.slice(0, 4)) - drawnFrom + firstYear}${period.slice(4)}`

/** FNV-1a: a seed for each unit out of the country's. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

function monthly(
  index: Index,
  agency: Agency,
  unit: string,
  base: Omit<Submission, 'basedOn'>,
  month: Filed,
): WireContent {
  const fields = month.tables['KSTT-06a'] ?? {}
  const total = (...columns: string[]) =>
    Object.values(fields)
      .flatMap(row => columns.map(column => count(row[column])))
      .reduce((sum, value) => sum + value, 0)
  const received = total('received_online', 'received_direct')
  const onTime = total('resolved_early', 'resolved_on_time')
  const resolved = onTime + total('resolved_late')
  const dossiers: Record<string, number> = {
    ...{ dossiers_new: received, dossiers_online: total('received_online') },
    ...{ dossiers_resolved: resolved, dossiers_on_time: onTime },
    dossiers_resolved_online: Math.floor(onTime * 0.9),
    ...{ dossiers_postal_in: 0, dossiers_postal_out: Math.floor(resolved / 20), apologies: 0 },
    ...{ dossiers_fee: Math.floor(received / 3), dossiers_fee_online: Math.floor(received / 4) },
    ...{ digit_excluded: Math.floor(received / 9), officials_cut: 0 },
    digit_in_total: received - Math.floor(received / 9),
    ...{ digit_in_done: Math.floor(received / 2), digit_reused: Math.floor(received / 3) },
  }
  const figures = Object.fromEntries(
    Object.entries({ ...base.figures, ...dossiers }).filter(([key]) => {
      const row = index.indicators.get(key)?.row
      return row && playsRole(agency, ownerRole(index, row), unit)
    }),
  )
  const plays = (role: string) => agency.roles[role]?.includes(unit) === true
  return {
    figures,
    tables: plays('dossiers') ? { 'KSTT-06a': fields } : {},
    narrative: {
      'II.2': plays('dossiers')
        ? `Trong kỳ, đơn vị đã tiếp nhận mới ${received} hồ sơ và đã trả kết quả ${resolved} hồ sơ theo quy định.`
        : 'Trong kỳ, đơn vị đã thực hiện các nhiệm vụ được giao theo kế hoạch.',
    },
  }
}
const count = (figure: WireFigure | string | undefined): number =>
  typeof figure === 'number' ? figure : 0

/** Words are written anew; the last month's will do. */
function rolled(index: Index, period: string, reports: ReadonlyMap<string, Reported>): WireContent {
  const months = monthsOf(period)
  const parts = months.map(month => {
    const report = reports.get(month)
    return { period: month, content: report ? contentFromWire(report) : null }
  })
  const { figures, tables } = contentToWire(rollUp(index, parts).content)
  const last = reports.get(months.at(-1) ?? '')
  // what no roll-up makes is told as the last month tells it
  return {
    figures: { ...leftOf(last?.figures ?? {}, figures), ...figures },
    tables,
    narrative: {
      'II.2': `Trong ${parsePeriod(period).kind === 'Q' ? 'quý' : 'kỳ'}, đơn vị đã thực hiện các nhiệm vụ được giao.`,
    },
  }
}
const leftOf = (last: WireContent['figures'], made: WireContent['figures']) =>
  Object.fromEntries(Object.entries(last).filter(([key]) => !(key in made)))
