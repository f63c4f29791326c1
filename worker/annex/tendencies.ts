/** The charted tables of "Tổng quan": dossiers by field, rates over the periods. Every cell is a formula to a form. */
import type { SheetChart } from 'hucre/xlsx'
import type { Values } from '../../shared/content.ts'
import { type Figure, isReported, quantity, unreportedWords } from '../../shared/figure.ts'
import { onSheet, rangeAddress } from '../../shared/layout/address.ts'
import { comparedCells } from '../../shared/layout/indicator-columns.ts'
import { periodName, previousPeriod, samePeriodLastYear } from '../../shared/period.ts'
import { type PaperCell, words } from '../paper/sheet.ts'
import type { AnnexInput } from './annex.ts'
import { chart } from './charts.ts'
import type { Find } from './places.ts'
import { overviewWords } from './words-overview.ts'

type At = {
  readonly top: number
  readonly left: number
  readonly chartTop: number
  readonly chartRows: number
}
type Block = {
  readonly rows: readonly (readonly PaperCell[])[]
  readonly merges: readonly string[]
  readonly chart?: SheetChart
}

const dossiers = {
  form: 'KSTT-06a',
  columns: ['received_total', 'resolved_total', 'pending_total'],
} as const
/** Fields with bars of their own. */
const topFields = 6

export function fieldTable({ index, agency, merged }: AnnexInput, find: Find, at: At): Block {
  const { form, columns } = dossiers
  const said = overviewWords.fields
  const figures = (row: string): Figure[] =>
    columns.map(column => {
      const cell = merged.values.cell(form, row, column)
      return cell.state === 'text' ? { state: 'not-reported' } : cell
    })
  const lines = agency.fields
    .map(field => ({ ...field, figures: figures(field.code) }))
    .filter(field => field.figures.some(isReported))
  const received = (of: (typeof lines)[number]) => quantity(of.figures[0] ?? unknown) ?? 0
  const charted = lines
    .filter(line => line.figures.every(isReported) && received(line) > 0)
    .sort((a, b) => received(b) - received(a))
    .slice(0, topFields)
  if (!index.tables.has(form) || charted.length === 0)
    return { rows: [[words(said.nothing, 'remark')]], merges: [] }
  const first = at.top + 1
  const last = at.top + charted.length
  const columnAt = (i: number) => at.left + 1 + i
  const area = (i: number) => rangeAddress(first, columnAt(i), last, columnAt(i))
  const links = (row: string, shown: readonly Figure[], style: Style) =>
    shown.map((figure, i) => link(find({ form, row, column: columns[i] ?? '' }), figure, style))
  const totals = columns.map(column => merged.values.total(form, column))
  const others = lines.length - charted.length
  const rest = totals.map((total, i): PaperCell => {
    const to = find({ form, row: '', column: columns[i] ?? '' })
    const own = charted.reduce((sum, line) => sum + (quantity(line.figures[i] ?? unknown) ?? 0), 0)
    const shown: Figure =
      total.state === 'number' ? { state: 'number', value: total.value - own } : total
    return to && total.state === 'number'
      ? formulaCell(`${onSheet(to.sheet, to.cell)}-SUM(${area(i)})`, shown, 'share')
      : link(to, shown, 'share')
  })
  const rows = [
    said.head.map(text => words(text, 'shareHeader')),
    ...charted.map(line => [words(line.name, 'share'), ...links(line.code, line.figures, 'share')]),
    ...(others > 0 ? [[words(said.others(others), 'share'), ...rest]] : []),
    [words(said.total, 'shareTotal'), ...links('', totals, 'shareTotal')],
  ]
  return {
    rows,
    merges: [],
    chart: chart({
      kind: 'bar',
      title: said.chart,
      series: columns.map((_, i) => ({ name: said.head[i + 1] ?? '', values: area(i) })),
      categories: rangeAddress(first, at.left, last, at.left),
      numberFormat: '#,##0',
      top: at.chartTop,
      rows: at.chartRows,
      left: at.left,
      columns: said.head.length,
    }),
  }
}

const rates = [
  { form: 'CCHC-3', row: 'on_time_rate' },
  { form: 'CCHC-7', row: 'dossiers_online_rate' },
] as const

export function rateTable(
  { index, period, merged, previous, lastYear, plan }: AnnexInput,
  find: Find,
  at: At,
): Block {
  const said = overviewWords.rates
  const shown = rates.filter(({ row }) => index.indicators.has(row))
  const periods: readonly { key: string; values: Values | undefined; of: Column }[] = [
    { key: samePeriodLastYear(period), values: lastYear, of: 'lastYear' },
    { key: previousPeriod(period), values: previous, of: 'previous' },
    { key: period, values: merged.values, of: 'current' },
  ]
  const lines = periods.map(({ key, values, of }) => ({
    key,
    of,
    figures: shown.map(({ row }) => values?.figure(row) ?? unknown),
  }))
  // a chart would draw words as 0: it shows the rates known now, over the latest run of periods that know them all
  const known = shown.flatMap((_, i) => (lines.at(-1)?.figures[i]?.state === 'number' ? [i] : []))
  const gap = lines.findLastIndex(({ figures }) => known.some(i => figures[i]?.state !== 'number'))
  const drawn = known.length === 0 ? 0 : lines.length - 1 - gap
  const targets = shown.map(({ row }) => targetOf(plan, row))
  const isTargeted = drawn > 0 && known.every(i => targets[i] !== undefined)
  const newest = at.top + lines.length
  const first = newest - drawn + 1
  // beside the periods stands what the plan asks of them
  const last = newest + Number(isTargeted)
  const column = (i: number) => rangeAddress(first, at.left + 1 + i, last, at.left + 1 + i)
  const names = shown.map(({ row }) => index.indicators.get(row)?.row.name ?? row)
  const rows = [
    [words(said.period, 'shareHeader'), ...names.map(name => words(name, 'shareHeader'))],
    ...lines.map(({ key, of, figures }) => [
      words(periodName(key), 'share'),
      ...figures.map((figure, i) => {
        const place = shown[i]
        return link(place && cellIn(of, find(place)), figure, 'share', '#,##0.00')
      }),
    ]),
    ...(targets.some(one => one !== undefined) ? [targetRow(said.target, targets)] : []),
    ...(drawn === lines.length ? [] : [[words(drawn === 0 ? said.nothing : said.left, 'remark')]]),
  ]
  const remark = at.top + rows.length - 1
  return {
    rows,
    merges:
      drawn === lines.length ? [] : [rangeAddress(remark, at.left, remark, at.left + shown.length)],
    ...(drawn === 0
      ? {}
      : {
          chart: chart({
            kind: 'column',
            title: said.chart,
            series: known.map(i => ({ name: names[i] ?? '', values: column(i) })),
            categories: rangeAddress(first, at.left, last, at.left),
            numberFormat: '[$-42A]0.0',
            max: 100,
            top: at.chartTop,
            rows: at.chartRows,
            left: at.left,
            columns: 1 + shown.length,
          }),
        }),
  }
}

/** What the plan asks of a rate by this year: the newest of the targets that are due. */
const targetOf = (plan: AnnexInput['plan'], row: string): number | undefined =>
  plan?.attainment
    .filter(one => one.indicator === row && one.due && one.unit === '%' && one.comparison === '>=')
    .toSorted((a, b) => a.year - b.year)
    .at(-1)?.threshold

const targetRow = (name: string, targets: readonly (number | undefined)[]): PaperCell[] => [
  words(name, 'shareTotal'),
  ...targets.map(
    (threshold): PaperCell =>
      threshold === undefined
        ? words('', 'shareTotal')
        : {
            value: { number: threshold },
            style: 'shareTotal',
            align: 'right',
            numberFormat: '#,##0.00',
          },
  ),
]

type Column = 'current' | 'previous' | 'lastYear'
type Style = 'share' | 'shareTotal'
type Target = ReturnType<Find>
const unknown: Figure = { state: 'not-reported' }

function cellIn(of: Column, target: Target): Target {
  if (!target || of === 'current') return target
  return { ...target, cell: comparedCells(target.cell)[of] }
}

const formulaCell = (
  formula: string,
  shown: Figure,
  style: Style,
  numberFormat = '#,##0',
): PaperCell => ({
  value: { formula, shown, unreported: unreportedWords },
  style,
  align: 'right',
  numberFormat,
})

const link = (target: Target, shown: Figure, style: Style, numberFormat?: string): PaperCell =>
  target
    ? formulaCell(onSheet(target.sheet, target.cell), shown, style, numberFormat)
    : { value: { text: unreportedWords }, style, align: 'right' }
