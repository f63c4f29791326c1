/**
 * What changes in the open sheets when they take in what a file says: cell by cell, shown before anything is written.
 * Cells the file leaves blank keep what they hold unless the person says otherwise.
 */
import { rowFacts } from '../../../shared/consolidate.ts'
import { type Content, sameCell, valuesOf } from '../../../shared/content.ts'
import { numberFigure, printFigure, wordsOf } from '../../../shared/figure.ts'
import { cellAddress } from '../../../shared/layout/address.ts'
import { styles } from '../../../shared/layout/style.ts'
import {
  type LaidCell,
  layOutWorkbook,
  type SheetLayout,
  type View,
} from '../../../shared/layout.ts'
import { type Place, placeText } from '../../../shared/place.ts'
import type { CellContent, CellWrite } from '../../host/port.ts'
import type { Review } from '../check/review.ts'
import type { Book } from '../fill/book.ts'
import { cellAt } from '../fill/selected.ts'
import { label, rowNameAt } from '../parts/place-words.ts'

/** One cell that would say something else. */
export type Entering = {
  readonly key: string
  readonly label: string
  readonly name: string
  /** what it holds, and what it is given; "" for a blank */
  readonly now: string
  readonly next: string
  readonly write: CellWrite
}
export type IntoSheets = {
  readonly entered: readonly Entering[]
  /** filled in the sheets, blank in the file */
  readonly cleared: readonly Entering[]
  /** lines of lists the sheets have no empty line for */
  readonly beyond: number
}

/**
 * @param now the open sheets as they were last read
 * @param content what they are to say
 * @param forms only these; all without it
 */
export function intoSheets(
  book: Book,
  now: Review,
  content: Content,
  forms?: ReadonlySet<string>,
): IntoSheets {
  const { index, sheet } = book
  const { openRows, beyond } = linesFor(now, content)
  const values = valuesOf(index, content, book.view.values.before, rowFacts(sheet.agency))
  const view: View = { ...book.view, values, openRows }
  const entered: Entering[] = []
  const cleared: Entering[] = []
  for (const layout of layOutWorkbook(index, view)) {
    if (forms && !forms.has(layout.form)) continue
    for (const { laid, row, column } of inputsOf(layout)) {
      const held = heldAt(now.blocks.get(layout.form)?.[row - layout.block.top], layout, column)
      const wanted = wantedIn(laid, content.tables.get(layout.form))
      const { place } = laid
      const read = place && !now.reading.unread.has(placeText(place))
      if (sameWords(held, wanted)) continue
      if (read && sameCell(cellAt(now.values, place), cellAt(values, place))) continue
      const at = place ?? placeIn(book, layout, openRows, row, column)
      const cell = cellAddress(row, column)
      const one: Entering = {
        key: `${layout.sheet}!${cell}`,
        label: label(index, at),
        name: rowNameAt(book, at),
        now: wordsIn(held),
        next: wordsIn(wanted),
        write: { sheet: layout.sheet, cell, content: wanted, over: held },
      }
      if (wanted === null) cleared.push(one)
      else entered.push(one)
    }
  }
  return { entered, cleared, beyond }
}

/** The sheets as they would be opened with the file's figures, where none are open yet. */
export function sheetsOf(book: Book, content: Content): SheetLayout[] {
  const { index, sheet, view } = book
  const values = valuesOf(index, content, view.values.before, rowFacts(sheet.agency))
  return layOutWorkbook(index, { ...view, values })
}

/** A member stays on the line it has; new ones take the empty lines in order. */
function linesFor(now: Review, content: Content) {
  let beyond = 0
  const openRows = new Map<string, readonly string[]>()
  for (const [form, before] of now.reading.openRows) {
    const lines = [...before]
    const rows = content.tables.get(form)
    // an empty list is an answer, written where the first code would stand
    const codes = rows?.size === 0 ? [wordsOf.none] : [...(rows?.keys() ?? [])]
    for (const code of codes) {
      if (lines.includes(code)) continue
      const free = lines.indexOf('')
      if (free < 0) beyond += 1
      else lines[free] = code
    }
    openRows.set(form, lines)
  }
  return { openRows, beyond }
}

/** The cells of the block a person fills; row and column from 1. */
function* inputsOf({ rows, block }: SheetLayout) {
  for (let row = block.top; row < block.top + block.rows; row += 1)
    for (let column = block.left; column < block.left + block.columns; column += 1) {
      const laid = rows[row - 1]?.[column - 1]
      if (laid && styles[laid.style].unlocked) yield { laid, row, column }
    }
}

function heldAt(
  line: readonly unknown[] | undefined,
  { block }: SheetLayout,
  column: number,
): CellContent {
  const raw = line?.[column - block.left]
  if (typeof raw === 'number') return { number: raw }
  if (typeof raw === 'boolean') return { formula: String(raw).toUpperCase() }
  return raw === '' || raw === null || raw === undefined ? null : { text: String(raw) }
}

/** @param rows the members of a list; a code that is not among them came from the sheet itself */
function wantedIn(
  { value, place }: LaidCell,
  rows: ReadonlyMap<string, unknown> | undefined,
): CellContent {
  if (value === null || 'formula' in value) return null
  if ('number' in value || place) return value
  // narrative has places too, so only the codes of lists come here
  return rows?.has(value.text) || (rows?.size === 0 && value.text === wordsOf.none) ? value : null
}

/** A line of a list without a member yet. */
function placeIn(
  { index }: Book,
  { form, block }: SheetLayout,
  openRows: ReadonlyMap<string, readonly string[]>,
  row: number,
  column: number,
): Place {
  const key = index.tables.get(form)?.columns[column - block.left]?.key
  const line = openRows.get(form)?.[row - block.top] ?? ''
  return { form, row: line, ...(key ? { column: key } : {}) }
}

const wordsIn = (content: CellContent): string => {
  if (content === null) return ''
  if ('number' in content) return printFigure(numberFigure(content.number))
  return 'text' in content ? content.text : content.formula
}

const sameWords = (a: CellContent, b: CellContent): boolean => {
  const plain = (content: CellContent) =>
    content && 'text' in content ? content.text.normalize('NFC').trim() : content
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}
