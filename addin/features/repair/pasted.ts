/** What came with a paste, cell by cell, from one look at the cells: pure. Nothing is changed by finding it out. */
import { kinds } from '../../../shared/catalogue/kinds.ts'
import { readFigure, roundHalfUp } from '../../../shared/figure.ts'
import { cellAddress } from '../../../shared/layout/address.ts'
import { fontName, styles } from '../../../shared/layout/style.ts'
import type { LaidCell, SheetLayout } from '../../../shared/layout.ts'
import { numbersIn } from '../../../shared/number-text.ts'
import type { CellState, CellStates } from '../../host/port.ts'
import type { Book } from '../fill/book.ts'
import { entryAt } from '../fill/selected.ts'

export type PastedCell = {
  readonly row: number
  readonly column: number
  /** "E12" */
  readonly cell: string
  readonly value: unknown
}
export type TextNumber = PastedCell & {
  /** the ways to read it, vi-VN first; two where a person has to choose */
  readonly readings: readonly number[]
}

export type Pasted = {
  readonly sheet: string
  readonly form: string
  /** somebody else on another machine */
  readonly remote: boolean
  /** the addresses that were touched, "E10:E12" */
  readonly where: string
  /** cells to fill in that were touched */
  readonly count: number
  readonly textNumbers: readonly TextNumber[]
  /** neither a number nor an answer in words */
  readonly unreadable: readonly PastedCell[]
  readonly negative: readonly PastedCell[]
  /** parts of one where a percentage from 0 to 100 belongs: 0,625 for 62,5 */
  readonly fractions: readonly TextNumber[]
  readonly locked: readonly PastedCell[]
  /** number format or font is not the sheet's */
  readonly restyled: readonly PastedCell[]
  /** Excel no longer offers its drop-down or hint */
  readonly unguarded: readonly PastedCell[]
}

export function pastedIn(
  book: Book,
  layout: SheetLayout,
  looked: readonly CellStates[],
  where: string,
  remote: boolean,
): Pasted {
  const cells = looked.flatMap(({ area, cells: lines }) =>
    lines.flatMap((line, i) =>
      line.flatMap((state, j): Input[] => {
        const [row, column] = [area.top + i, area.left + j]
        const laid = layout.rows[row - 1]?.[column - 1]
        if (!laid || styles[laid.style].unlocked !== true) return []
        return [{ row, column, cell: cellAddress(row, column), value: state.value, state, laid }]
      }),
    ),
  )
  const numeric = cells.filter(({ laid }) => isNumeric(book, laid))
  const words = numeric.filter(({ value }) => typeof value === 'string' && value.trim() !== '')
  const read = words.map(input => ({
    ...input,
    readings: isAnswer(input.value) ? [] : numbersIn(String(input.value)),
  }))
  return {
    sheet: layout.sheet,
    form: layout.form,
    remote,
    where,
    count: cells.length,
    textNumbers: read
      .filter(({ readings }) => readings.length > 0)
      .map(input => ({ ...plain(input), readings: input.readings })),
    unreadable: read
      .filter(({ readings, value }) => readings.length === 0 && !isAnswer(value))
      .map(plain),
    negative: numeric.filter(({ value }) => typeof value === 'number' && value < 0).map(plain),
    fractions: numeric.flatMap(input => fractionIn(book, input)),
    locked: cells.filter(({ state }) => state.locked).map(plain),
    restyled: cells.filter(({ state, laid }) => isRestyled(state, laid)).map(plain),
    unguarded: cells.filter(({ state }) => state.offered === false).map(plain),
  }
}

type Input = PastedCell & { readonly state: CellState; readonly laid: LaidCell }

const plain = ({ row, column, cell, value }: PastedCell): PastedCell => ({
  row,
  column,
  cell,
  value,
})

/** Cells of numbers; coded choices are picked by their words. */
function isNumeric(book: Book, { place }: LaidCell): boolean {
  const entry = place && entryAt(book, place)
  return entry !== undefined && kinds[entry.kind].numeric && entry.choices === undefined
}

/** What a program that keeps 62,5 % as 0,625 leaves here; formatted as a percentage it is certain, otherwise it is asked. */
function fractionIn(book: Book, { state, laid, ...cell }: Input): TextNumber[] {
  const entry = laid.place && entryAt(book, laid.place)
  const { value } = cell
  if (typeof value !== 'number' || !entry || kinds[entry.kind].scale !== 100) return []
  const isPercent = state.numberFormat.includes('%')
  if (value <= 0 || value > 1 || (value === 1 && !isPercent)) return []
  // 0,07 × 100 is 7,000000000000001 in binary
  return [{ ...plain(cell), readings: [roundHalfUp(value * 100, 8)] }]
}

/** "Không phát sinh" and "Không áp dụng: …" are answers. */
function isAnswer(value: unknown): boolean {
  const reading = readFigure(value)
  return reading.ok && reading.figure.state !== 'number'
}

const isRestyled = ({ numberFormat, font, size }: CellState, laid: LaidCell): boolean =>
  numberFormat !== (laid.numberFormat ?? 'General') ||
  font !== fontName ||
  size !== styles[laid.style].size

/** Something a person can mend, or should know. */
export const isClean = (pasted: Pasted): boolean =>
  [...repairable(pasted), pasted.negative, pasted.unreadable].every(cells => cells.length === 0)

const repairable = ({ textNumbers, fractions, locked, restyled, unguarded }: Pasted) => [
  textNumbers,
  fractions,
  locked,
  restyled,
  unguarded,
]

/** Everything about looks, which one press mends without touching a figure. */
export const looksOf = ({ locked, restyled, unguarded }: Pasted): PastedCell[] => [
  ...new Map([...locked, ...restyled, ...unguarded].map(one => [one.cell, one])).values(),
]
