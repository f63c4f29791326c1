/**
 * A longer period out of shorter ones: quarter, 6M, 9M or year of one unit, or of the merged agency, out of its months.
 * A blank never counts as 0: what a part lacks is named beside the figure, and a total over it says so.
 */
import {
  type Index,
  inputColumns,
  isInput,
  isNumericColumn,
  planCountOf,
} from './catalogue/catalogue.ts'
import type { Column, TableForm } from './catalogue/schema.ts'
import type { Cell, Content, TableRows } from './content.ts'
import { type Figure, notReported } from './figure.ts'
import { type Place, placeText } from './place.ts'
import { type Way, ways } from './roll-up/ways.ts'

/** A shorter period and what counts of it; null when nothing does. */
export type Part = { readonly period: string; readonly content: Content | null }

/** One input of the longer period and how it came about. */
export type Derivation = {
  readonly place: Place
  readonly by: keyof typeof ways
  /** not reported where a figure it stands on is missing */
  readonly cell: Cell
  /** of every part in order, blanks among them */
  readonly parts: readonly Cell[]
  /** parts whose figure is needed and missing: a flow is then of the others only */
  readonly lacking: readonly string[]
}

export type RollUp = {
  readonly periods: readonly string[]
  /** periods nothing of which counts */
  readonly missing: readonly string[]
  /** inputs without words: the narrative of a longer period is written anew */
  readonly content: Content
  /** by `placeText`, only places that some part reported */
  readonly derived: ReadonlyMap<string, Derivation>
}

/** @param parts in order and next to each other; 12 months, or 4 quarters made of them, come to the same year */
export function rollUp(index: Index, parts: readonly Part[]): RollUp {
  const periods = parts.map(part => part.period)
  const derived = new Map<string, Derivation>()
  const put = (place: Place, by: Derivation['by'], cells: readonly Cell[], way: Way): Cell => {
    if (way.needs(cells).length === 0 && way.of(cells).state === 'not-reported') return notReported
    if (cells.every(({ state }) => state === 'not-reported')) return notReported
    const lacking = way
      .needs(cells)
      .flatMap(i => (cells[i]?.state === 'not-reported' ? (periods[i] ?? []) : []))
    const cell = way.of(cells)
    derived.set(placeText(place), { place, by, cell, parts: cells, lacking })
    return cell
  }

  const figures = new Map<string, Figure>()
  for (const { form, row } of index.indicators.values()) {
    // what the merge counts stands among the agency's figures, though nobody typed it
    const given = isInput(row) || planCountOf(row) !== undefined
    if (!given || !row.overPeriods) continue
    const cells = parts.map(({ content }) => content?.figures.get(row.key) ?? notReported)
    const cell = put({ form: form.id, row: row.key }, row.overPeriods, cells, ways[row.overPeriods])
    if (cell.state !== 'not-reported' && cell.state !== 'text') figures.set(row.key, cell)
  }

  const tables = new Map<string, TableRows>()
  for (const form of index.tables.values()) {
    const given = parts.map(({ content }) => content?.tables.get(form.id))
    // an empty list is an answer, a missing one is not
    if (given.every(rows => rows === undefined)) continue
    const rows = new Set(given.flatMap(lines => [...(lines?.keys() ?? [])]))
    const columns = inputColumns(form)
    tables.set(
      form.id,
      new Map(
        [...rows].map(row => {
          const cells = columns.map((column): [string, Cell] => {
            const place = { form: form.id, row, column: column.key }
            const said = given.map(lines => lines?.get(row)?.get(column.key) ?? notReported)
            return [
              column.key,
              put(place, column.overPeriods, said, wayIn(form, column, given, row)),
            ]
          })
          return [row, new Map(cells.filter(([, { state }]) => state !== 'not-reported'))]
        }),
      ),
    )
  }
  const missing = parts.filter(({ content }) => content === null).map(({ period }) => period)
  return { periods, missing, content: { figures, tables, narrative: new Map() }, derived }
}

/**
 * A line of a list the unit makes itself stands only in months that have the member, so months that list others lack
 * nothing. What such a line is called, and what stands at its close, is what was said of it last.
 */
function wayIn(
  form: TableForm,
  column: Column,
  given: readonly (TableRows | undefined)[],
  row: string,
): Way {
  const way = ways[column.overPeriods]
  if (form.rowsBy !== 'procedure') return way
  const names = column.overPeriods === 'none' && !isNumericColumn(column)
  const listed = (i: number): boolean => given[i] === undefined || given[i].has(row)
  return {
    of: cells => {
      const said = cells.filter(({ state }) => state !== 'not-reported')
      return names || column.overPeriods === 'last' ? (said.at(-1) ?? notReported) : way.of(said)
    },
    needs: cells => (names ? [] : way.needs(cells).filter(listed)),
  }
}
