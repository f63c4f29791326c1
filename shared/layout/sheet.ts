/**
 * What a laid-out sheet is: cells with a value, a style and, where a figure sits, its place. Renderers (Excel, the
 * annex writer) draw it as it stands; they decide nothing.
 */
import type { Agency } from '../agency.ts'
import type { KindName } from '../catalogue/kinds.ts'
import type { Form } from '../catalogue/schema.ts'
import type { Values } from '../content.ts'
import { cellOf, type Figure } from '../figure.ts'
import type { Reference } from '../formula.ts'
import type { Window } from '../period.ts'
import type { Place } from '../place.ts'
import { heightFor, linesOf, type StyleName, styles } from './style.ts'

export type LaidValue =
  | { readonly text: string }
  | { readonly number: number }
  /** en-US, without "="; `shown` is what it gives now, for files that carry cached values */
  | { readonly formula: string; readonly shown: Figure }
  | null

export type LaidCell = {
  readonly value: LaidValue
  readonly style: StyleName
  readonly numberFormat?: string
  readonly align?: 'left' | 'center' | 'right'
  readonly indent?: number
  readonly place?: Place
}

/** Cells of one kind that can be filled, with what Excel should offer there. */
export type InputRun = {
  readonly address: string
  readonly kind: KindName
  readonly prompt: string
  /** drop-down entries, as shown */
  readonly choices?: readonly string[]
}

/** The one named range of a sheet: everything that is read back. */
export type Block = {
  readonly name: string
  readonly top: number
  readonly left: number
  readonly rows: number
  readonly columns: number
  readonly address: string
  /** lines carry their own codes, so their number may differ from what was laid out */
  readonly open?: true
}

export type SheetLayout = {
  readonly form: string
  readonly sheet: string
  readonly landscape: boolean
  /** in characters of the standard font, as Excel counts */
  readonly widths: readonly number[]
  /** rows[0] is row 1; all rows are as long as `widths` */
  readonly rows: readonly (readonly LaidCell[])[]
  /** points; undefined leaves the standard height */
  readonly heights: readonly (number | undefined)[]
  readonly merges: readonly string[]
  /** rows above stay in view and repeat on every printed page from `headerTop` on */
  readonly frozenRows: number
  readonly headerTop: number
  /** runs of rows of other units: grouped and collapsed */
  readonly collapsed: readonly { readonly first: number; readonly last: number }[]
  readonly block: Block
  readonly inputs: readonly InputRun[]
  /** "E10" of a place on this sheet */
  readonly cellOf: (place: Place) => string | undefined
}

/** What is laid out: one unit's sheets, or the agency's consolidated annex. */
export type View = {
  readonly agency: Agency
  /** null: the consolidated annex, nothing to fill */
  readonly unit: string | null
  readonly period: string
  readonly window: Window
  readonly values: Values
  readonly previous?: Values
  /** rows of lists whose members the unit names itself, in the order of the sheet; "" is an empty line */
  readonly openRows?: ReadonlyMap<string, readonly string[]>
  /** an extra remark for Ghi chú: incomplete coverage, a conflict */
  readonly remark?: (place: Place) => string | undefined
}

/** Gives each operand its address as seen from a place; undefined when the workbook does not hold it. */
export type Locate = (reference: Reference, from: Place) => string | undefined

export const blankCell: LaidCell = { value: null, style: 'blank' }
export const textCell = (text: string, style: StyleName): LaidCell => ({ value: { text }, style })

/** A row of `width` cells with some of them set; columns from 1. */
export function laidRow(width: number, cells: Readonly<Record<number, LaidCell>>): LaidCell[] {
  return Array.from({ length: width }, (_, i) => cells[i + 1] ?? blankCell)
}

/** Name of a form's block in the workbook: letters, digits and underscores only. */
export const blockName = (form: Form): string => `BM_${form.id.replaceAll('-', '_')}`

export function laid(figure: Figure, words: (figure: Figure) => number | string): LaidValue {
  const shown = words(figure)
  if (shown === '') return null
  return typeof shown === 'number' ? { number: shown } : { text: shown }
}

/** What a cell shows as words; figures need no extra line. */
export function wordsShown({ value }: LaidCell): string {
  if (value === null || 'number' in value) return ''
  if ('text' in value) return value.text
  const shown = cellOf(value.shown)
  return typeof shown === 'string' ? shown : ''
}

/** Points a row needs for its words in columns of the given widths. */
export const rowHeight = (cells: readonly LaidCell[], widths: readonly number[]): number =>
  Math.max(
    18,
    ...cells.map((cell, i) => {
      const { size, bold } = styles[cell.style]
      // bold letters and larger sizes leave less room
      const room = ((widths[i] ?? 10) - 2 * (cell.indent ?? 0)) * (bold ? 0.92 : 1) * (12 / size)
      return heightFor(linesOf(wordsShown(cell), room), size)
    }),
  )
