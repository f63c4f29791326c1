/**
 * What a laid-out sheet is: cells with a value, a style and, where a figure sits, its place. Renderers (Excel, the
 * annex writer) draw it as it stands; they decide nothing.
 */
import type { Agency } from '../agency.ts'
import type { KindName } from '../catalogue/kinds.ts'
import type { Form } from '../catalogue/schema.ts'
import type { Values } from '../content.ts'
import { cellOf, type Figure, unreportedWords } from '../figure.ts'
import type { Reference } from '../formula.ts'
import type { Window } from '../period.ts'
import type { Place } from '../place.ts'
import { heightFor, linesOf, type StyleName, styles } from './style.ts'

export type LaidValue =
  | { readonly text: string }
  | { readonly number: number }
  /** en-US, without "="; `shown` is what it gives now, for files that carry cached values */
  | {
      readonly formula: string
      readonly shown: Figure
      /** what it gives while `shown` is not reported, where that is not "" */
      readonly unreported?: string
    }
  | null

export type LaidCell = {
  readonly value: LaidValue
  readonly style: StyleName
  readonly numberFormat?: string
  readonly align?: 'left' | 'center' | 'right'
  readonly indent?: number
  readonly place?: Place
  /** stands on paper for the words the cell holds, where columns have no room for words */
  readonly sign?: string
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
  /** the same period a year before; only the annex has a column for it */
  readonly lastYear?: Values
  /** rows of lists whose members the unit names itself, in the order of the sheet; "" is an empty line */
  readonly openRows?: ReadonlyMap<string, readonly string[]>
  /** an extra remark for Ghi chú: incomplete coverage, a conflict */
  readonly remark?: (place: Place) => string | undefined
}

/** Gives each operand its address as seen from a place; undefined when the workbook does not hold it. */
export type Locate = (reference: Reference, from: Place) => string | undefined

const blankCell: LaidCell = { value: null, style: 'blank' }
export const textCell = (text: string, style: StyleName): LaidCell => ({ value: { text }, style })

/** A row of `width` cells with some of them set; columns from 1. */
export function laidRow(width: number, cells: Readonly<Record<number, LaidCell>>): LaidCell[] {
  return Array.from({ length: width }, (_, i) => cells[i + 1] ?? blankCell)
}

/** Name of a form's block in the workbook: letters, digits and underscores only. */
export const blockName = (form: Form): string => `BM_${form.id.replaceAll('-', '_')}`

/** Signs of Vietnamese statistical tables for the states that are no numbers. */
export const signs = {
  none: '-',
  'not-applicable': 'x',
  'not-reported': '…',
} as const satisfies Partial<Record<Figure['state'], string>>

/** What a view says of a figure nobody gave: sheets to fill stay blank, the annex leaves no cell open to be read as 0. */
export const unreportedIn = ({ unit }: View): string => (unit === null ? unreportedWords : '')

/** @param unreported as `unreportedIn` gives it */
export function laid(figure: Figure, unreported = ''): LaidValue {
  const shown = cellOf(figure)
  if (typeof shown === 'number') return { number: shown }
  const text = shown || unreported
  return text === '' ? null : { text }
}

export const formulaValue = (formula: string, shown: Figure, unreported = ''): LaidValue =>
  unreported === '' ? { formula, shown } : { formula, shown, unreported }

/** What a formula gives now: a number, the words of a state, or what stands for a figure nobody gave. */
export const resultOf = ({
  shown,
  unreported = '',
}: Extract<LaidValue, { formula: string }>): number | string => {
  const result = cellOf(shown)
  return result === '' ? unreported : result
}

/** What a cell shows as words; figures need no extra line. */
function wordsShown({ value }: LaidCell): string {
  if (value === null || 'number' in value) return ''
  if ('text' in value) return value.text
  const shown = resultOf(value)
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
