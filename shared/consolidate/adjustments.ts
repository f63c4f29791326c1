/**
 * The office's entries beside the units' figures. An adjustment holds only as long as the merged cell is what it was
 * when the clerk looked at it; a unit that corrects its figure makes it lapse, so nothing is corrected twice.
 */
import type { Agency } from '../agency.ts'
import {
  type Index,
  inputColumns,
  isInput,
  isNumericColumn,
  isProcedureCode,
} from '../catalogue/catalogue.ts'
import type { Merge, TableForm } from '../catalogue/schema.ts'
import { type Cell, sameCell, sum } from '../content.ts'
import { type Figure, noneArising, numberFigure, quantity } from '../figure.ts'
import { type Place, placeText } from '../place.ts'
import type { OfficeContribution } from './merged.ts'

export type Adjustment = {
  /** the later of two for one place holds */
  readonly number: number
  readonly place: Place
  /** added where units are added up (may be negative); elsewhere it stands in place of what they said */
  readonly value: Cell
  /** the merged cell without it, when it was made */
  readonly basis: Cell
  readonly reason: string
  /** the clerk's name */
  readonly by: string
  /** UTC instant */
  readonly at: string
}

/**
 * Whether a place takes an adjustment: `figure` for an indicator, `cell` for a cell of a table. Numbers and choices that
 * units fill do; what is computed, given by the agency's lists, or written in words does not.
 */
export function canAdjust(
  index: Index,
  agency: Agency,
  { form: id, row, column: key }: Place,
): 'figure' | 'cell' | undefined {
  if (key === undefined) {
    const entry = index.indicators.get(row)
    if (entry?.form.id !== id) return undefined
    return entry.row.merge && isInput(entry.row) ? 'figure' : undefined
  }
  const form = index.tables.get(id)
  const column = form && inputColumns(form).find(one => one.key === key)
  if (!form || !column || !canHaveRow(agency, form, row)) return undefined
  return isNumericColumn(column) || column.choices ? 'cell' : undefined
}

function canHaveRow(agency: Agency, { rowsBy }: TableForm, row: string): boolean {
  if (rowsBy === 'procedure') return isProcedureCode(row)
  return (rowsBy === 'field' ? agency.fields : agency.tasks).some(({ code }) => code === row)
}

/** The adjustments while they are being applied, and afterwards which of them held. */
export type Office = {
  /** the figure with the adjustment of its place, if there is one and it holds */
  readonly figure: (place: Place, by: Merge['by'], base: Figure) => Figure
  readonly cell: (place: Place, by: Merge['by'], base: Cell) => Cell
  /** rows of a table that an adjustment names */
  readonly rowsOf: (form: string) => readonly string[]
  /** what was applied, in the order of the numbers */
  readonly applied: () => readonly Adjustment[]
  readonly lapsed: () => readonly Adjustment[]
}

export function officeOf(adjustments: readonly Adjustment[] = []): Office {
  const numbered = [...adjustments].sort((a, b) => a.number - b.number)
  const latest = new Map(numbered.map(one => [placeText(one.place), one]))
  const held = new Set<Adjustment>()
  const adjusted = (place: Place, by: Merge['by'], base: Cell): Cell => {
    const one = latest.size > 0 ? latest.get(placeText(place)) : undefined
    const cell = one && appliedTo(base, by, one)
    if (!one || !cell) return base
    held.add(one)
    return cell
  }
  const standing = () => [...latest.values()].sort((a, b) => a.number - b.number)
  return {
    cell: adjusted,
    figure: (place, by, base) => {
      const one = latest.get(placeText(place))
      // an indicator holds a figure, never words
      if (!one || one.value.state === 'text') return base
      const cell = adjusted(place, by, base)
      return cell.state === 'text' ? base : cell
    },
    rowsOf: form =>
      standing().flatMap(({ place }) =>
        place.form === form && place.column !== undefined ? [place.row] : [],
      ),
    applied: () => standing().filter(one => held.has(one)),
    lapsed: () => standing().filter(one => !held.has(one)),
  }
}

/** The cell with the adjustment; `undefined` when it has lapsed or says nothing that could stand there. */
function appliedTo(base: Cell, by: Merge['by'], { value, basis }: Adjustment): Cell | undefined {
  if (value.state === 'not-reported' || !sameCell(base, basis)) return undefined
  if (by !== 'sum') return value
  return value.state === 'text' || base.state === 'text' ? undefined : sum([base, value])
}

/** An applied adjustment as it stands among the parts of a figure. */
export const officePart = <T>({ reason, by, at }: Adjustment, value: T): OfficeContribution<T> => ({
  unit: null,
  revision: null,
  value,
  adjustment: { reason, by, at },
})

/** The figures the office gave to the places that `stands` picks, as they stand there. */
export const officeFigures = (
  applied: readonly Adjustment[],
  stands: (place: Place) => boolean,
): OfficeContribution<Figure>[] =>
  applied.flatMap(one =>
    stands(one.place) && one.value.state !== 'text' ? [officePart(one, one.value)] : [],
  )

/** What an adjustment moves every sum over its place by: 130 in place of 136 is 6 less. */
export function movedBy({ value, basis }: Adjustment, by: Merge['by'] | undefined): Figure {
  if (value.state === 'text' || basis.state === 'text') return noneArising
  if (by === 'sum') return value
  return numberFigure((quantity(value) ?? 0) - (quantity(basis) ?? 0))
}
