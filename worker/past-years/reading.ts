/**
 * A filled sheet of past years, read by the codes of its lines and the years over its columns, wherever those stand.
 * What cannot be read is a fault with its sheet, line and column, and with one fault nothing of the file may be stored.
 */
import type { Index } from '../../shared/catalogue/catalogue.ts'
import {
  type Figure,
  isReasonless,
  quantity,
  readFigure,
  toWire,
  type WireFigure,
} from '../../shared/figure.ts'
import { cellAddress, columnName } from '../../shared/layout/address.ts'
import { numbersIn } from '../../shared/number-text.ts'
import type { PastYearsReading } from '../../shared/protocol.ts'
import { isRatio, linesOf, type ReviewedLine } from '../../shared/retrospective/lines.ts'
import { mostNamed } from '../body.ts'
import { Problem } from '../problem.ts'
import type { OpenedValue, OpenedWorkbook } from '../upload/open.ts'
import { sourcesIn } from './sources.ts'
import { isFilled, pointerTo, tableIn, textOf, type YearColumn, type YearsTable } from './tables.ts'
import { type Figures, figuresTyped, outOfRange } from './typed.ts'
import { pastYearWords } from './words.ts'

export type Against = {
  readonly index: Index
  /** the last year that may be typed */
  readonly now: number
  /** years that have figures in the system */
  readonly inSystem: ReadonlySet<number>
}

/** What was gathered so far; a fault names where it is. */
type Gathered = Against & {
  readonly lines: ReadonlyMap<string, ReviewedLine>
  readonly figures: Map<number, Record<string, WireFigure>>
  /** key → where it had figures first */
  readonly places: Map<string, string>
  readonly headed: Set<number>
  /** years something stands under, readable or not */
  readonly filled: Set<number>
  readonly remarks: string[]
  readonly fault: (sheet: string, row: number, column: number, detail: string) => undefined
}

/** @throws Problem not-a-workbook when none of its sheets is one of ours */
export function readPastYears({ sheets }: OpenedWorkbook, against: Against): PastYearsReading {
  const shown = sheets.filter(({ hidden }) => !hidden)
  const tables = shown.flatMap(sheet => tableIn(sheet) ?? [])
  if (tables.length === 0) throw new Problem('not-a-workbook', pastYearWords.notOurs())
  const faults: PastYearsReading['faults'] = []
  const gathered: Gathered = {
    ...against,
    lines: new Map(linesOf(against.index).map(line => [line.key, line])),
    figures: new Map(),
    places: new Map(),
    headed: new Set(),
    filled: new Set(),
    remarks: [],
    fault: (sheet, row, column, detail) => {
      faults.push({ pointer: pointerTo(sheet, row, column), detail })
      return undefined
    },
  }
  for (const table of tables) readTable(gathered, table)
  const { figures, headed, filled, remarks } = gathered
  const pages = shown.filter(sheet => !tables.some(table => table.sheet === sheet))
  const sources = sourcesIn(pages, year => filled.has(year), gathered.fault)
  const years = [...figures].sort(([a], [b]) => a - b)
  for (const [year] of years)
    if (!sources.has(year))
      faults.push({ pointer: pastYearWords.guide, detail: pastYearWords.noSource(year) })
  if (years.length === 0 && faults.length === 0)
    faults.push({ pointer: '', detail: pastYearWords.noFigures() })
  for (const year of [...headed].sort((a, b) => a - b))
    if (!figures.has(year) && !sources.has(year)) remarks.push(pastYearWords.yearEmpty(year))
  remarks.push(...years.flatMap(([year, own]) => disagreeing(gathered, year, own)))
  return {
    years: years.map(([year, own]) => ({
      year,
      source: sources.get(year) ?? '',
      figures: own,
    })),
    faults: fewer(faults),
    remarks: remarks.slice(0, mostNamed),
  }
}

const fewer = (faults: PastYearsReading['faults']): PastYearsReading['faults'] =>
  faults.length <= mostNamed
    ? faults
    : [
        ...faults.slice(0, mostNamed),
        { pointer: '', detail: pastYearWords.moreFaults(faults.length - mostNamed) },
      ]

function readTable(gathered: Gathered, table: YearsTable): void {
  const columns = columnsOf(gathered, table)
  for (const { column, year } of columns) if (isFilled(table, column)) gathered.filled.add(year)
  table.sheet.rows.slice(table.row).forEach((cells, r) => {
    const filled = columns.filter(({ column }) => textOf(cells[column - 1]) !== '')
    if (filled.length > 0) readLine(gathered, table, table.row + r + 1, filled, cells)
  })
}

/** Columns whose year may be typed; one without anything under it asks for nothing. */
function columnsOf({ now, inSystem, headed, fault }: Gathered, table: YearsTable): YearColumn[] {
  const { sheet, row, years, strange } = table
  const at = (column: number) => [sheet.name, row, columnName(column)] as const
  for (const { column, text } of strange)
    fault(sheet.name, row, column, pastYearWords.yearWrong(...at(column), text))
  const first = new Map<number, number>()
  const wrong = ({ column, year }: YearColumn): string | undefined => {
    const earlier = first.get(year)
    if (earlier !== undefined)
      return pastYearWords.yearTwice(...at(column), year, columnName(earlier))
    first.set(year, column)
    if (!isFilled(table, column)) return undefined
    if (year < 2000 || year > now) return pastYearWords.yearWrong(...at(column), String(year))
    return inSystem.has(year) ? pastYearWords.yearInSystem(...at(column), year) : undefined
  }
  return years.filter(one => {
    const detail = wrong(one)
    if (detail !== undefined) fault(sheet.name, row, one.column, detail)
    else headed.add(one.year)
    return detail === undefined
  })
}

function readLine(
  gathered: Gathered,
  { sheet, key: keyColumn }: YearsTable,
  row: number,
  filled: readonly YearColumn[],
  cells: readonly OpenedValue[],
): void {
  const { lines, places, figures, fault } = gathered
  const key = textOf(cells[keyColumn - 1])
  const line = lines.get(key)
  const earlier = places.get(key)
  const at = [sheet.name, row, columnName(keyColumn)] as const
  if (!line) {
    fault(sheet.name, row, keyColumn, pastYearWords.keyUnknown(...at, key))
    return
  }
  if (earlier !== undefined) {
    fault(sheet.name, row, keyColumn, pastYearWords.keyTwice(...at, key, earlier))
    return
  }
  places.set(key, pointerTo(sheet.name, row, keyColumn))
  for (const one of filled) {
    const figure = figureAt(gathered, sheet.name, row, one, cells[one.column - 1], line)
    const wire = figure && toWire(figure)
    if (wire === undefined) continue
    const own = figures.get(one.year) ?? {}
    own[key] = wire
    figures.set(one.year, own)
  }
}

/** A number, or words that stand for one; text with two readings is a person's to decide. */
function figureAt(
  { remarks, fault }: Gathered,
  sheet: string,
  row: number,
  { column, year }: YearColumn,
  value: OpenedValue | undefined,
  line: ReviewedLine,
): Figure | undefined {
  const at = [sheet, row, columnName(column)] as const
  const wrong = (detail: string) => fault(sheet, row, column, detail)
  const text = textOf(value)
  const readings = typeof value === 'number' ? [] : numbersIn(text)
  if (readings.length > 1) return wrong(pastYearWords.twoReadings(...at, year, text, readings))
  const [only] = readings
  const read = readFigure(only ?? value)
  if (!read.ok) return wrong(pastYearWords.notANumber(...at, year, text))
  const { figure } = read
  if (isReasonless(figure)) return wrong(pastYearWords.noReason(...at, year))
  const number = figure.state === 'number' ? figure.value : undefined
  const range = number === undefined ? undefined : outOfRange(line, number)
  if (range !== undefined) return wrong(pastYearWords.outOfRange(...at, year, range))
  const cell = cellAddress(row, column)
  if (only !== undefined) remarks.push(pastYearWords.fromText(sheet, cell, text, only))
  if (number !== undefined && isRatio(line) && number > 0 && number < 1)
    remarks.push(pastYearWords.looksLikeFraction(sheet, cell, number))
  return figure
}

/** Half of the last place a paper prints of a ratio, and a little. */
const tolerance = 0.051

/** Sums and ratios that are stated beside parts which give another. */
function disagreeing({ index, lines }: Gathered, year: number, figures: Figures): string[] {
  const computed = figuresTyped(index, figures)
  return [...lines.values()].flatMap(line => {
    const stated = figures[line.key]
    const value = quantity(computed(line))
    if (!line.computed || typeof stated !== 'number' || value === undefined) return []
    return Math.abs(value - stated) < tolerance
      ? []
      : [pastYearWords.differs(year, line.name, stated, value)]
  })
}
