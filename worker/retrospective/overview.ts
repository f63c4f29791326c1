/** The page of charts: the main rates and the dossiers over the years, each over a small table of formulas to the forms. */
import { fromWire, quantity } from '../../shared/figure.ts'
import { columnName, onSheet, rangeAddress } from '../../shared/layout/address.ts'
import type { Retrospective } from '../../shared/protocol.ts'
import { chart } from '../annex/charts.ts'
import { across, type PaperCell, type PaperSheet, paperRow, words } from '../paper/sheet.ts'
import { yearName } from './cover.ts'
import { before, type Lines } from './form.ts'
import { retrospectiveWords } from './words.ts'

/** What a review is looked at for first; of each the first three that are known are drawn. */
const charted = [
  {
    section: retrospectiveWords.chartsSection,
    keys: [
      'on_time_rate', 'dossiers_online_rate', 'digit_out_rate', 'satisfaction_rate', 'plan_done_rate', 'investment_rate',
    ],
    numberFormat: '#,##0.0',
    max: 100,
  },
  {
    section: retrospectiveWords.countsSection,
    keys: ['dossiers_new', 'dossiers_resolved', 'dossiers_online', 'tthc_own', 'officials_present'],
    numberFormat: '#,##0',
  },
] as const // biome-ignore format: a table
/** Columns of different heights stay apart in black and white up to this many. */
const mostSeries = 3
const chartRows = 13
const chartColumns = 10

export function overview(review: Retrospective, lines: Lines): PaperSheet {
  const { years } = review
  const width = Math.max(1 + years.length, chartColumns)
  const rows: PaperCell[][] = []
  const merges: string[] = []
  const charts = []
  const wide = (cell: PaperCell) => {
    rows.push(across(width, cell))
    merges.push(rangeAddress(rows.length, 1, rows.length, width))
  }
  wide(words(retrospectiveWords.title(review), 'title'))
  wide(words(retrospectiveWords.against(review.base), 'formNote'))
  let second: number | undefined
  for (const { section, keys, numberFormat, ...scale } of charted) {
    // a chart torn over two pages says nothing
    if (charts.length > 0) second = rows.length + 1
    wide(words(section, 'section'))
    const shown = keys
      .flatMap(key => review.indicators.find(one => one.key === key) ?? [])
      .filter(({ values }) => values.filter(isKnown).length > 1)
      .slice(0, mostSeries)
    if (shown.length === 0) {
      wide(words(retrospectiveWords.noChart, 'remark'))
      continue
    }
    const top = rows.length + 1
    for (let i = 0; i < chartRows; i += 1) rows.push(paperRow(width))
    const head = rows.length + 1
    rows.push(
      paperRow(width, {
        1: words(retrospectiveWords.head.name, 'shareHeader'),
        ...Object.fromEntries(
          years.map(({ year }, i) => [i + 2, words(yearName(review, year), 'shareHeader')]),
        ),
      }),
    )
    const end = 1 + years.length
    const series = shown.map(({ key, name, values }) => {
      const at = lines.get(key)
      rows.push(
        paperRow(width, {
          1: words(name, 'share'),
          ...Object.fromEntries(
            values.map((value, i) => [
              i + 2,
              isKnown(value) && at
                ? linked(at, i, fromWire(value), numberFormat)
                : words('', 'share'),
            ]),
          ),
        }),
      )
      return { name, values: rangeAddress(rows.length, 2, rows.length, end) }
    })
    charts.push(
      chart({
        ...{ kind: 'column', title: section, series, numberFormat, ...scale },
        categories: rangeAddress(head, 2, head, end),
        ...{ top, rows: chartRows, left: 1, columns: Math.min(width, chartColumns) },
      }),
    )
    wide(words('', 'remark'))
  }
  return {
    sheet: retrospectiveWords.sheets.overview,
    landscape: true,
    widths: [40, ...Array(width - 1).fill(11)],
    rows,
    merges,
    frozenRows: 0,
    headerTop: 1,
    charts,
    ...(second === undefined ? {} : { beginsPage: second }),
  }
}

const isKnown = (value: Retrospective['indicators'][number]['values'][number]): boolean =>
  quantity(fromWire(value)) !== undefined

/** The same cell of the form; words for nothing count as 0, or the chart would have a hole. */
const linked = (
  { sheet, row }: { sheet: string; row: number },
  year: number,
  figure: ReturnType<typeof fromWire>,
  numberFormat: string,
): PaperCell => {
  const address = onSheet(sheet, `${columnName(before + 1 + year)}${row}`)
  return {
    value: {
      formula: figure.state === 'number' ? address : `N(${address})`,
      shown: { state: 'number', value: quantity(figure) ?? 0 },
    },
    ...{ style: 'share', align: 'right', numberFormat },
  }
}
