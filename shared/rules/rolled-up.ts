/**
 * Rule T-02: a quarter, 6M, 9M or year is what its months come to (domain §4.3). Judged only where every month it needs has
 * the figure; sums of some of the months are asked about once for the whole period.
 */
import type { Index } from '../catalogue/catalogue.ts'
import { type Cell, sameCell } from '../content.ts'
import { type Figure, numberFigure, quantity } from '../figure.ts'
import { parsePeriod } from '../period.ts'
import { type Place, placeText } from '../place.ts'
import type { Derivation } from '../roll-up.ts'
import { alike, type Subject, type Verdict, verdict } from './subject.ts'

const cellAt = ({ values }: Subject, { form, row, column }: Place): Cell =>
  column === undefined ? values.figure(row) : values.cell(form, row, column)

const figureOf = (cell: Cell): Figure | undefined => (cell.state === 'text' ? undefined : cell)

/** Words, blanks and what does not apply are compared with nothing. */
const quantityOf = (cell: Cell): number | undefined => {
  const figure = figureOf(cell)
  return figure && quantity(figure)
}

export function rolledUp(subject: Subject): Verdict[] {
  return [...(subject.rolledUp?.derived.values() ?? [])].map(one => {
    const { place, cell, parts, lacking } = one
    const said = cellAt(subject, place)
    const [actual, expected] = [quantityOf(said), quantityOf(cell)]
    if (lacking.length > 0 || actual === undefined || expected === undefined)
      return verdict(place, 'na')
    if (alike(actual, expected)) return verdict(place, 'pass')
    const at = placeText(place)
    // bound to every month: a reason dies when one of them is corrected
    const operands = [said, ...parts].flatMap(part => figureOf(part) ?? [])
    return verdict(place, 'fail', {
      operands: operands.map(figure => [at, figure] as const),
      actual: numberFigure(actual),
      expected: { operator: '=', value: expected },
    })
  })
}

/**
 * Where the unit left what only some of the months come to. A few zeros among corrected figures are no oversight: they are
 * asked about with others that were left, or when all are.
 */
export function leftPartial(subject: Subject): Derivation[] {
  const partial = [...(subject.rolledUp?.derived.values() ?? [])].filter(
    ({ cell, lacking }) => lacking.length > 0 && cell.state !== 'not-reported',
  )
  const left = partial.filter(({ place, cell }) => sameCell(cellAt(subject, place), cell))
  const overlooked = left.some(({ cell }) => (quantityOf(cell) ?? 0) > 0)
  return overlooked || left.length === partial.length ? left : []
}

/** Months that figures standing in the sheets lack, in order. */
export function monthsLacking(subject: Subject): string[] {
  const lacking = new Set(leftPartial(subject).flatMap(one => one.lacking))
  return (subject.rolledUp?.periods ?? []).filter(period => lacking.has(period))
}

export function monthsMissing(index: Index, subject: Subject): Verdict[] {
  if (!subject.rolledUp) return []
  const place = { form: index.catalogue.forms[0]?.id ?? '', row: '' }
  const months = monthsLacking(subject)
  if (months.length === 0) return [verdict(place, 'pass')]
  // the reason holds as long as the same months are missing, however many cells are corrected meanwhile
  return [
    verdict(place, 'fail', {
      operands: months.map(period => [placeText(place), numberFigure(parsePeriod(period).ordinal)]),
    }),
  ]
}
