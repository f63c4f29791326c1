/** A small agency of three units on the real catalogue, and the demo agency where it is at hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type Agency, agencySchema } from '../../shared/agency.ts'
import type { Index } from '../../shared/catalogue/catalogue.ts'
import { readCatalogue } from '../../shared/catalogue/read.ts'
import { type Adjustment, consolidate, type Merged } from '../../shared/consolidate.ts'
import { contentFromWire, type Values, type WireContent } from '../../shared/content.ts'
import { statutoryWindow } from '../../shared/period.ts'
import { check, type Reason } from '../../shared/rules/engine.ts'
import type { Verdict } from '../../shared/rules/subject.ts'
import { namingOf } from '../../worker/agency.ts'
import type { AnnexInput } from '../../worker/annex/annex.ts'
import type { FiledRevision } from '../../worker/annex/filings.ts'
import type { Standing } from '../../worker/annex/units.ts'
import { catalogueFiles } from '../../worker/catalogue-files.ts'

export const index: Index = readCatalogue(catalogueFiles('sct-2025.1'))
export const period = '2025-M04'

export const agency: Agency = agencySchema.parse({
  key: 'sct-mau',
  name: 'Sở Công Thương Mẫu',
  superior: 'UBND tỉnh Mẫu',
  place: 'Mẫu',
  units: [
    { key: 'van_phong', name: 'Văn phòng', short: 'VP', kind: 'office' },
    {
      key: 'qltm',
      name: 'Phòng Quản lý Thương mại',
      short: 'QLTM',
      kind: 'division',
      fields: ['T1', 'T2'],
    },
    {
      key: 'qlcn',
      name: 'Phòng Quản lý Công nghiệp',
      short: 'QLCN',
      kind: 'division',
      fields: ['T2'],
    },
  ],
  roles: {
    office: ['van_phong'],
    legal: ['van_phong'],
    service_centre: ['qlcn'],
    dossiers: ['qltm', 'qlcn'],
    control: ['van_phong'],
    all: ['van_phong', 'qltm', 'qlcn'],
  },
  fields: [
    { code: 'T1', name: 'Xúc tiến thương mại', procedures: 8 },
    { code: 'T2', name: 'An toàn thực phẩm', procedures: 7 },
  ],
  tasks: [
    {
      code: '1.1',
      name: 'Ban hành kế hoạch CCHC',
      deliverable: 'Kế hoạch',
      lead: 'van_phong',
      supporting: ['qltm'],
      timeline: 'Tháng 1',
      recurring: false,
    },
  ],
})

const empty: WireContent = { figures: {}, tables: {}, narrative: {} }
export type Reports = Readonly<Record<string, Partial<WireContent>>>

const dossiers = ([
  online,
  direct,
  carried,
  early,
  onTime,
  late,
  inTime,
  overdue,
]: readonly number[]) => ({
  received_online: online ?? 0,
  received_direct: direct ?? 0,
  carried_over: carried ?? 0,
  resolved_early: early ?? 0,
  resolved_on_time: onTime ?? 0,
  resolved_late: late ?? 0,
  pending_in_time: inTime ?? 0,
  pending_overdue: overdue ?? 0,
})

export const reports = {
  van_phong: {
    figures: {
      tthc_one_stop: 126,
      tthc_interconnected: 16,
      tthc_by_central: 24,
      tthc_by_local: { state: 'none' },
      divisions: 7,
      investment_plan: { state: 'not-applicable', why: 'không được giao vốn' },
      articles_own_site: 3,
      initiatives: { state: 'none' },
    },
    narrative: { 'II.2': 'Sở duy trì 142 thủ tục.\nKhông có phản ánh.' },
  },
  qltm: {
    figures: { dossiers_resolved: 20, dossiers_on_time: 20, articles_own_site: 4 },
    tables: {
      'KSTT-06a': {
        T1: dossiers([20, 1, 2, 18, 2, 0, 3, 0]),
        T2: dossiers([5, 0, 0, 5, 0, 0, 0, 0]),
      },
      'TTHC-DS': { '2.000033': { procedure_name: 'Thông báo khuyến mại', procedure_dossiers: 20 } },
    },
    narrative: { 'II.2': 'Phòng tiếp nhận 25 hồ sơ trực tuyến.' },
  },
} as const satisfies Reports

export function mergedOf(
  of: Agency,
  units: Reports,
  previous?: Values,
  adjustments: readonly Adjustment[] = [],
): Merged {
  const submissions = Object.entries(units).map(([unit, content]) => ({
    unit,
    revision: 2,
    content: contentFromWire({ ...empty, ...content }),
  }))
  return consolidate({
    index,
    agency: of,
    submissions,
    adjustments,
    ...(previous ? { previous } : {}),
  })
}

/** Every unit with a report submitted its second revision, and that is the one that counts. */
const standingsOf = (of: Agency, units: Reports): Standing[] =>
  of.units.map(({ key: unit }) =>
    units[unit]
      ? { unit, state: 'submitted', revision: 2, counted: 2 }
      : { unit, state: 'not-started', revision: null, counted: null },
  )

/** All came in on the last day of the window, at 9:05 in Vietnam. */
const revisionsOf = (units: Reports): FiledRevision[] =>
  Object.keys(units).map(unit => ({
    unit,
    revision: 2,
    receivedAt: '2025-04-14T02:05:00Z',
    preparedBy: `Người lập ${unit}`,
    approvedBy: `Người duyệt ${unit}`,
  }))

export const annexInput = (units: Reports, rest: Partial<AnnexInput> = {}): AnnexInput => {
  const merged = rest.merged ?? mergedOf(agency, units)
  return {
    index,
    agency,
    period,
    window: statutoryWindow(period),
    merged,
    units: standingsOf(agency, units),
    revisions: revisionsOf(units),
    reasons: [],
    findings: [],
    judged: judgedIn(rest.agency ?? agency, merged),
    state: 'provisional',
    digest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    asOf: '2025-04-15T03:30:00Z',
    ...rest,
  }
}

/** What the rules looked at among the merged figures, and what they found. */
export function checkedIn(of: Agency, merged: Merged, reasons: readonly Reason[] = []) {
  const judged = new Map<string, readonly Verdict[]>()
  const { results } = check(
    index,
    {
      level: 'agency',
      period,
      values: merged.values,
      window: statutoryWindow(period),
      conflicts: merged.conflicts,
    },
    { naming: namingOf(of), reasons, trace: (rule, verdicts) => judged.set(rule.id, verdicts) },
  )
  return { judged, findings: results }
}
const judgedIn = (of: Agency, merged: Merged) => checkedIn(of, merged).judged

// ---------------------------------------------------------------- the demo agency

const demo = new URL('../../worker/demo/', import.meta.url)
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, demo), 'utf8'))

export const hasDemo =
  existsSync(new URL('agency.json', demo)) && existsSync(new URL(`${period}/`, demo))

export function demoInput(): AnnexInput {
  const of = agencySchema.parse(json('agency.json'))
  const reportsOf = (month: string): Reports =>
    Object.fromEntries(
      readdirSync(new URL(`${month}/`, demo)).map(file => [
        file.replace('.json', ''),
        json(`${month}/${file}`) as WireContent,
      ]),
    )
  const previous = mergedOf(of, reportsOf('2025-M03')).values
  const filed = reportsOf(period)
  const merged = mergedOf(of, filed, previous)
  return annexInput(
    {},
    { agency: of, merged, previous, units: standingsOf(of, filed), revisions: revisionsOf(filed) },
  )
}
