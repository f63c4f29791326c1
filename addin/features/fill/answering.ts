/** What state a selected cell is in, in the person's words, and the answers that can be given there by a button. */
import { isComputed } from '../../../shared/catalogue/catalogue.ts'
import { kinds } from '../../../shared/catalogue/kinds.ts'
import type { Cell, Values } from '../../../shared/content.ts'
import {
  cellOf,
  type Figure,
  noneArising,
  notApplicable,
  notReported,
} from '../../../shared/figure.ts'
import { styles } from '../../../shared/layout/style.ts'
import type { SheetLayout } from '../../../shared/layout.ts'
import { type Place, placeText } from '../../../shared/place.ts'
import type { CellContent, CellWrite } from '../../host/port.ts'
import type { Review } from '../check/review.ts'
import type { Book } from './book.ts'
import { cellAt, entryAt } from './selected.ts'
import type { Answer } from './state.ts'

export type CellState =
  | { readonly state: Exclude<Cell['state'], 'not-applicable'> }
  | { readonly state: 'not-applicable'; readonly why: string }
  /** text where a figure belongs */
  | { readonly state: 'unread'; readonly text: string }

export function stateAt(
  values: Values,
  unread: Review['reading']['unread'] | undefined,
  place: Place,
): CellState {
  const text = unread?.get(placeText(place))
  if (text) return { state: 'unread', text }
  const cell = cellAt(values, place)
  return cell.state === 'not-applicable'
    ? { state: cell.state, why: cell.why }
    : { state: cell.state }
}

/** Whether the figure follows from others: then there is nothing to enter. */
export function isCalculated(book: Book, place: Place): boolean {
  const entry = entryAt(book, place)
  return entry !== undefined && (place.row === '' || isComputed(entry))
}

/** The cell of a figure a person enters; undefined for computed, given and foreign cells and for words. */
export function entryCell(
  book: Book,
  sheets: readonly SheetLayout[],
  place: Place,
): { readonly sheet: string; readonly cell: string } | undefined {
  const entry = entryAt(book, place)
  if (!entry || !kinds[entry.kind].numeric) return undefined
  const layout = sheets.find(({ form }) => form === place.form)
  const cell = layout?.cellOf(place)
  const [, letters = '', line = ''] = /^([A-Z]+)(\d+)$/u.exec(cell ?? '') ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  const laid = layout?.rows[Number(line) - 1]?.[column - 1]
  return layout && cell && laid && styles[laid.style].unlocked
    ? { sheet: layout.sheet, cell }
    : undefined
}

const figures: Record<Answer, (why: string) => Figure> = {
  none: () => noneArising,
  'not-applicable': notApplicable,
  blank: () => notReported,
}

/** @param why the reason, for "không áp dụng" only; without one it is no answer */
export function answerWrite(
  at: { readonly sheet: string; readonly cell: string },
  answer: Answer,
  why = '',
): CellWrite | undefined {
  // one line, as a cell shows it
  const reason = why.normalize('NFC').replace(/\s+/gu, ' ').trim()
  if (answer === 'not-applicable' && reason === '') return undefined
  return { ...at, content: contentFor(figures[answer](reason)) }
}

/** How a figure is entered: numbers as numbers, states in the words `readFigure` knows. */
export function contentFor(figure: Figure): CellContent {
  if (figure.state === 'number') return { number: figure.value }
  return figure.state === 'not-reported' ? null : { text: String(cellOf(figure)) }
}
