/** The figures of a year as they were typed: inputs of the forms, and totals or ratios an old paper states without their parts. */
import type { Index } from '../../shared/catalogue/catalogue.ts'
import { kinds } from '../../shared/catalogue/kinds.ts'
import { valuesOf } from '../../shared/content.ts'
import { type Figure, fromWire, notReported, type WireFigure } from '../../shared/figure.ts'
import type { PastYear } from '../../shared/protocol.ts'
import { figureIn, linesOf, orStated, type ReviewedLine } from '../../shared/retrospective/lines.ts'
import { pointer } from '../body.ts'
import type { FaultAt } from '../problem.ts'
import type { PastYearRow } from '../store/past-years.ts'
import { pastYearWords } from './words.ts'

export type Figures = Readonly<Record<string, WireFigure>>

export const pastYearFrom = (row: PastYearRow): PastYear => ({
  year: row.year,
  number: row.number,
  source: row.source,
  // the boundary: admitted below before it was stored
  figures: JSON.parse(row.figures) as Record<string, WireFigure>,
  by: row.writtenBy,
  at: row.writtenAt,
})

/** Sums and ratios follow from their parts where those are typed, and are as stated where they are not. */
export function figuresTyped(index: Index, figures: Figures): (line: ReviewedLine) => Figure {
  const lines = linesOf(index)
  const stated = (key: string): Figure =>
    fromWire(Object.hasOwn(figures, key) ? figures[key] : null)
  const given = lines.filter(({ computed, key }) => !computed && Object.hasOwn(figures, key))
  const isColumn = ({ form, key }: ReviewedLine) => key.startsWith(`${form}.`)
  const tables = new Map(
    [...index.tables.keys()].flatMap(form => {
      const cells = given
        .filter(line => line.form === form && isColumn(line))
        .map(({ key, row }) => [row.key, stated(key)] as const)
      // a total is all that is known: one line stands for the whole table
      return cells.length === 0 ? [] : [[form, new Map([['', new Map(cells)]])] as const]
    }),
  )
  const values = valuesOf(index, {
    figures: new Map(given.filter(line => !isColumn(line)).map(({ key }) => [key, stated(key)])),
    tables,
    narrative: new Map(),
  })
  return line => orStated(line.computed ? figureIn(values, line) : notReported, stated(line.key))
}

/** Keys nobody knows and numbers that cannot be, each with its place in the body. */
export function figureFaults(index: Index, figures: Figures): FaultAt[] {
  const lines = new Map(linesOf(index).map(line => [line.key, line]))
  return Object.entries(figures).flatMap(([key, figure]) => {
    const line = lines.get(key)
    const detail = line ? outOfRange(line, figure) : pastYearWords.unknownKey(key)
    return detail === undefined ? [] : [{ pointer: pointer(['figures', key]), detail }]
  })
}

/** What is wrong with a number of this line, in a sentence; nothing is wrong with words. */
export function outOfRange({ row, name }: ReviewedLine, figure: WireFigure): string | undefined {
  const { range } = kinds[row.kind]
  if (typeof figure !== 'number' || !range) return undefined
  if (figure < 0) return pastYearWords.negative(name, figure)
  if (range.max !== undefined && figure > range.max)
    return pastYearWords.tooLarge(name, figure, range.max)
  return range.whole && !Number.isInteger(figure) ? pastYearWords.notWhole(name, figure) : undefined
}
