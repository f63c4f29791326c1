/**
 * "Tổng quan": what one looks at first. Charts of dossiers by field and of the rates over the periods, each over a small
 * table whose cells are formulas to the forms; on the next page how complete the units' figures are.
 */
import type { SheetChart } from 'hucre/xlsx'
import { rangeAddress } from '../../shared/layout/address.ts'
import { dateInVietnam, periodName, printDate } from '../../shared/period.ts'
import { across, type PaperCell, type PaperSheet, paperRow, words } from '../paper/sheet.ts'
import type { AnnexInput } from './annex.ts'
import { completeness } from './completeness.ts'
import { stateOf } from './cover.ts'
import type { Find } from './places.ts'
import { fieldTable, rateTable } from './tendencies.ts'
import { type Awaited, leftOut } from './units.ts'
import { annexWords } from './words.ts'
import { overviewWords } from './words-overview.ts'

const widths = [36, 14, 14, 14, 2, 22, 18, 24]
const width = widths.length
/** fields stand left, rates right */
const [left, right] = [1, 6]
const leftEnd = 4
const chartRows = 14
/** last columns of the table of units */
const unitEdges = [1, 2, 3, 5, 6, 7, 8]

export function overview(input: AnnexInput, units: readonly Awaited[], find: Find): PaperSheet {
  const { period, window, state } = input
  const rows: PaperCell[][] = []
  const merges: string[] = []
  const wide = (cell: PaperCell) => {
    rows.push(across(width, cell))
    merges.push(rangeAddress(rows.length, 1, rows.length, width))
  }
  wide(words(overviewWords.title, 'title'))
  const [from, to] = [printDate(window.from), printDate(window.to)]
  wide(words(annexWords.period(periodName(period), from, to), 'formNote'))
  wide(words(annexWords.state[state](leftOut(units)), 'formNote'))
  const { fields, rates } = overviewWords
  rows.push(
    paperRow(width, {
      [left]: words(fields.section, 'section'),
      [right]: words(rates.section, 'section'),
    }),
  )
  merges.push(rangeAddress(rows.length, left, rows.length, leftEnd))
  merges.push(rangeAddress(rows.length, right, rows.length, width))
  const chartTop = rows.length + 1
  for (let i = 0; i < chartRows; i += 1) rows.push(paperRow(width))
  const top = rows.length + 1
  const charted = { chartTop, chartRows, top }
  const blocks = [
    fieldTable(input, find, { ...charted, left }),
    rateTable(input, find, { ...charted, left: right }),
  ]
  const high = Math.max(...blocks.map(block => block.rows.length))
  for (let i = 0; i < high; i += 1) {
    const [fieldRow, rateRow] = blocks.map(block => block.rows[i] ?? [])
    rows.push(paperRow(width, { ...placed(fieldRow ?? [], left), ...placed(rateRow ?? [], right) }))
  }
  merges.push(...blocks.flatMap(block => block.merges))
  rows.push(paperRow(width))
  const pageBreak = rows.length + 1
  unitRows(input, units, rows, merges)
  return {
    sheet: overviewWords.sheet,
    landscape: true,
    widths,
    rows,
    merges,
    frozenRows: 0,
    headerTop: 1,
    charts: blocks.flatMap((block): SheetChart[] => (block.chart ? [block.chart] : [])),
    beginsPage: pageBreak,
  }
}

const placed = (cells: readonly PaperCell[], column: number): Record<number, PaperCell> =>
  Object.fromEntries(cells.map((cell, i) => [column + i, cell]))

function unitRows(
  input: AnnexInput,
  units: readonly Awaited[],
  rows: PaperCell[][],
  merges: string[],
): void {
  const said = overviewWords.units
  const put = (cells: readonly PaperCell[]) => {
    const row: Record<number, PaperCell> = {}
    cells.forEach((cell, i) => {
      const [start, end] = [(unitEdges[i - 1] ?? 0) + 1, unitEdges[i] ?? width]
      for (let c = start; c <= end; c += 1)
        row[c] = c === start ? cell : { value: null, style: cell.style }
      if (end > start) merges.push(rangeAddress(rows.length + 1, start, rows.length + 1, end))
    })
    rows.push(paperRow(width, row))
  }
  const wide = (cell: PaperCell) => {
    rows.push(across(width, cell))
    merges.push(rangeAddress(rows.length, 1, rows.length, width))
  }
  const received = units.filter(({ revision }) => revision !== null).length
  wide(words(said.section(received, units.length), 'section'))
  put(said.head.map(text => words(text, 'shareHeader')))
  const filledOf = completeness(input)
  const dates = new Map(input.revisions.map(one => [one.unit, one.receivedAt]))
  const first = rows.length + 1
  for (const unit of units) {
    const { expected, reported } = filledOf(unit.unit)
    const at = rows.length + 1
    const date = dates.get(unit.unit)
    put([
      words(unit.name, 'share'),
      { ...words(stateOf(unit), 'share'), align: 'center' },
      {
        ...words(date ? printDate(dateInVietnam(Date.parse(date))) : '', 'share'),
        align: 'center',
      },
      count(expected),
      count(reported),
      share(at, expected, reported),
      bar(expected, reported),
    ])
  }
  if (rows.length < first) return
  const last = rows.length
  const sums = [...'DF'].map(column => `SUM(${column}${first}:${column}${last})`)
  const total = (of: 'expected' | 'reported') =>
    units.reduce((sum, { unit }) => sum + filledOf(unit)[of], 0)
  const [expected, reported] = [total('expected'), total('reported')]
  put([
    words(said.all, 'shareTotal'),
    words('', 'shareTotal'),
    words('', 'shareTotal'),
    sum(sums[0] ?? '', expected),
    sum(sums[1] ?? '', reported),
    { ...share(last + 1, expected, reported), style: 'shareTotal' },
    bar(expected, reported),
  ])
  wide(words(said.note, 'remark'))
}

const count = (number: number): PaperCell => ({
  value: { number },
  style: 'share',
  align: 'right',
  numberFormat: '#,##0',
})
const sum = (formula: string, value: number): PaperCell => ({
  value: { formula, shown: { state: 'number', value } },
  style: 'shareTotal',
  align: 'right',
  numberFormat: '#,##0',
})

/** Percent of what is owed; nothing owed is neither 0 nor 100. */
function share(row: number, expected: number, reported: number): PaperCell {
  const look = { style: 'share', align: 'right', numberFormat: '#,##0.0' } as const
  if (expected === 0) return { ...look, value: { text: overviewWords.units.nothingOwed } }
  const value = (reported / expected) * 100
  return { ...look, value: { formula: `F${row}/D${row}*100`, shown: { state: 'number', value } } }
}

/** One block for every 5 percent: a drawing of the number beside it that every program prints alike. */
const bar = (expected: number, reported: number): PaperCell =>
  words(expected === 0 ? '' : '█'.repeat(Math.round((reported / expected) * 20)), 'share')
