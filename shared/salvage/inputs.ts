/**
 * Every cell of found blocks that a unit fills, with its place in the forms and where it stands in the file; and what has to be
 * said of figures that were typed as text.
 */
import { type Index, isComputed } from '../catalogue/catalogue.ts'
import { kinds } from '../catalogue/kinds.ts'
import type { Column, Indicator } from '../catalogue/schema.ts'
import { type Figure, readFigure, wordsOf } from '../figure.ts'
import { tableLines } from '../layout/table-lines.ts'
import type { SheetLayout, View } from '../layout.ts'
import { numbersIn } from '../number-text.ts'
import { lineName, type Place } from '../place.ts'
import type { BlockCells } from '../reading.ts'
import type { Salvage } from '../salvage.ts'

export type Input = {
  readonly place: Place
  /** "E12" in the file */
  readonly cell: string
  readonly value: unknown
  /** a figure is expected here, not words */
  readonly numeric: boolean
  /** of 0 to 100 */
  readonly percent: boolean
  /** in its block, from 0 */
  readonly line: number
  readonly column: number
}

/** Inputs of a form that stand somewhere, blank ones included. */
export function inputsIn(
  index: Index,
  view: View,
  { form: id, block }: SheetLayout,
  { blocks, cells }: Salvage,
): Input[] {
  const form = index.forms.get(id)
  const values = blocks.get(id) ?? []
  const stands = cells.get(id) ?? []
  const input = (
    place: Place,
    row: Indicator | Column | null,
    line: number,
    at: number,
  ): Input[] => {
    const cell = stands[line]?.[at] ?? ''
    const value = values[line]?.[at]
    const numeric = row !== null && isNumeric(row, value)
    const percent = row?.kind === 'percent'
    return cell === '' ? [] : [{ place, cell, value, numeric, percent, line, column: at }]
  }
  if (form?.layout === 'indicators')
    return form.rows.flatMap((row, line) =>
      row.kind === 'heading' || isComputed(row)
        ? []
        : input({ form: id, row: row.key }, row, line, 0),
    )
  if (form?.layout === 'narrative')
    return form.sections.flatMap(({ code }, line) => input({ form: id, row: code }, null, line, 0))
  if (!form) return []
  const key = form.columns.findIndex(column => column.rowKey)
  const codes = block.open
    ? values.map((line, i) => String(line[key] ?? '').trim() || lineName(i))
    : tableLines(form, view)
  return codes.flatMap((row, line) =>
    form.columns.flatMap((column, at) =>
      column.given || column.formula
        ? []
        : input(
            { form: id, row: column.rowKey ? lineName(line) : row, column: column.key },
            column.rowKey ? null : column,
            line,
            at,
          ),
    ),
  )
}

/** A choice picked by its label is words, whatever its code. */
const isNumeric = (row: Indicator | Column, value: unknown): boolean => {
  const text = String(value ?? '').trim()
  return kinds[row.kind].numeric && !row.choices?.some(({ label }) => label === text)
}

/** What a text in the place of a figure was taken for. */
export type TakenAs =
  /** one number and no other */
  | { readonly as: 'number'; readonly value: number }
  /** two readings, the Vietnamese one first; that one is taken until a person has looked */
  | { readonly as: 'either'; readonly values: readonly number[] }
  /** a word for nothing, or for not concerned, other than those the sheet itself uses */
  | { readonly as: 'state'; readonly figure: Figure }

/**
 * Undefined for blanks, the sheet's own words, what cannot be read at all, and numbers; but 0,12 where a percentage of 0 to 100
 * stands may be what Excel made of "12%".
 */
export function takenAs(value: unknown, percent = false): TakenAs | undefined {
  if (percent && typeof value === 'number' && value > 0 && value < 1)
    return { as: 'either', values: [value, Number((value * 100).toPrecision(15))] }
  if (typeof value !== 'string' || value.trim() === '') return undefined
  const readings = numbersIn(value)
  const [first] = readings
  if (readings.length > 1) return { as: 'either', values: readings }
  if (first !== undefined) return { as: 'number', value: first }
  const reading = readFigure(value)
  if (!reading.ok) return undefined
  const { figure } = reading
  if (figure.state === 'not-reported') return undefined
  const own = figure.state === 'none' ? wordsOf.none : wordsOf.notApplicable
  const same = value.normalize('NFC').trim().toLocaleLowerCase('vi')
  return same.startsWith(own.toLocaleLowerCase('vi')) ? undefined : { as: 'state', figure }
}

/** Texts that only software's way of writing makes numbers of (1,234.5) become those numbers; the rest stays as typed. */
export function withNumbers(block: BlockCells, inputs: readonly Input[]): BlockCells {
  const lines = block.map(line => [...line])
  for (const { value, numeric, line, column } of inputs) {
    const taken = numeric ? takenAs(value) : undefined
    const cells = lines[line]
    if (cells && taken?.as === 'number' && !readFigure(value).ok) cells[column] = taken.value
  }
  return lines
}
