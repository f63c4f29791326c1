/**
 * What each kind of merge is over agencies: one table with the reason beside each, as `consolidate/figures.ts` has it over
 * units. What cannot be told of several agencies at once is left out, never guessed.
 */
import { type Entry, entryOf, type Index, membersOf, planCountOf } from '../catalogue/catalogue.ts'
import type { Column, Indicator, Merge } from '../catalogue/schema.ts'
import { type Cell, sum } from '../content.ts'
import { type Figure, isReported, notReported, numberFigure, quantity } from '../figure.ts'
import { operandsOf } from '../formula.ts'

/** `computed`: out of what was merged, by the catalogue's own formula; `untold`: nothing true can be said. */
type Way = 'added' | 'any' | 'computed' | 'untold'
type Row = Indicator | Column
type Union = Extract<Merge, { by: 'union' }>

/** Quantities can be added; a percentage that was typed, a choice, a date and words cannot. */
const isQuantity = ({ kind, unit }: Row): boolean =>
  (kind === 'integer' || kind === 'decimal') && unit !== '%'

const ways: Readonly<Record<Merge['by'], (row: Row) => Way>> = {
  sum: () => 'added',
  // in an agency only one unit may speak, because there is one thing to count; each agency has its own
  owner: row => (isQuantity(row) ? 'added' : 'untold'),
  // one agency that did it makes the province have it, as one unit makes the agency
  or: () => 'any',
  union: row =>
    membersOf(row)
      ? // rows of a list merge by their code, so whoever is listed twice is counted once
        'computed'
      : planCountOf(row)
        ? // each agency has a plan of its own
          'added'
        : row.merge?.by === 'union'
          ? unions[row.merge.of]
          : 'untold',
  // ratios of sums, never means of ratios
  recompute: () => 'computed',
  // words of several agencies are no figure
  concatenate: () => 'untold',
  none: () => 'untold',
}

/** Where only a count was collected: whether two agencies can have counted the same thing. */
const unions: Readonly<Record<Union['of'], Way>> = {
  // issued, drafted or checked by one agency
  document: 'added',
  // settled by the one agency of the province in whose list it was published
  procedure: 'added',
  task: 'added',
  // systems and databases of the agency's own
  name: 'added',
  // codes of fields are national, so several agencies work in one
  field: 'untold',
}

const wayOf = (row: Row): Way => (row.merge ? ways[row.merge.by](row) : 'untold')

/** One figure or cell out of the agencies'; words say nothing here. */
export function mergedOver(row: Row, cells: readonly Cell[]): Figure {
  const figures = cells.filter((cell): cell is Figure => cell.state !== 'text')
  const way = wayOf(row)
  if (way === 'added') return sum(figures)
  if (way !== 'any') return notReported
  const answers = figures.map(quantity).filter(value => value !== undefined)
  return answers.length > 0
    ? numberFigure(Math.max(...answers))
    : (figures.find(isReported) ?? notReported)
}

/** Whether a figure or a column can be told of several agencies: a formula can when all it stands on can. */
export function isTold(index: Index, entry: Entry): boolean {
  const { row, form, expression } = entry
  if (!expression) return wayOf(row) !== 'untold'
  const scope = form.layout === 'table' ? { table: form.id } : {}
  return operandsOf(expression).every(reference => {
    // the period before is another merge, which nobody made
    if (reference.of === 'previous') return false
    if (reference.of === 'row') return true
    const operand = entryOf(index, reference, scope)
    return operand !== undefined && isTold(index, operand)
  })
}
