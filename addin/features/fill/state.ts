/** The unit's forms of the period and what the workbook beside the pane holds. */

import type { SheetLayout } from '../../../shared/layout.ts'
import type { CellWrite, HostErrorCode, Identity, Selection } from '../../host/port.ts'
import type { Action } from '../state.ts'
import type { Book } from './book.ts'

/** What a command of the person put into cells. */
export type WrittenWhat =
  | {
      readonly kind: 'answer'
      readonly label: string
      readonly cell: string
      readonly says: Answer
    }
  | { readonly kind: 'forward' }
  /** figures made of the months of a longer period, and taking them out again */
  | { readonly kind: 'months' }
  | { readonly kind: 'months-cleared' }
  /** counted from the inspection rounds */
  | { readonly kind: 'proposed' }
  /** a filled form that was uploaded, or an export of the one-stop software */
  | { readonly kind: 'file' }
export type Answer = 'none' | 'not-applicable' | 'blank'
export type WrittenNote = {
  readonly what: WrittenWhat
  readonly cells: number
  /** cells left alone because they held something else by then */
  readonly left: number
  /** puts back what was there; null when that was done, or nothing was written */
  readonly undo: readonly CellWrite[] | null
  readonly undone: boolean
}

export type FillState = {
  readonly book: Book | null
  /** why the book could not be fetched */
  readonly trouble: string | null
  /** undefined: not asked yet; null: the workbook holds no forms */
  readonly identity: Identity | null | undefined
  /** the sheets as they stand in the workbook; a later book may lay its lists out longer */
  readonly laid: readonly SheetLayout[]
  readonly layingOut: { readonly done: number; readonly of: number } | null
  readonly hostTrouble: HostErrorCode | null
  /** the host waits until a cell has been finished */
  readonly cellEdited: boolean
  readonly selection: Selection | null
  readonly writing: boolean
  readonly written: WrittenNote | null
}
export type FillAction =
  /** `copiedAt` where it is a copy of this machine */
  | { readonly type: 'book-opened'; readonly book: Book; readonly copiedAt?: string }
  | { readonly type: 'book-missing'; readonly why: string }
  | { readonly type: 'identified'; readonly identity: Identity | null }
  | { readonly type: 'laying-out'; readonly done: number; readonly of: number }
  | {
      readonly type: 'laid-out'
      readonly identity: Identity
      readonly sheets: readonly SheetLayout[]
    }
  | { readonly type: 'rebased'; readonly identity: Identity }
  | { readonly type: 'cell-edited'; readonly waiting: boolean }
  | { readonly type: 'host-failed'; readonly code: HostErrorCode | null }
  | { readonly type: 'selected'; readonly selection: Selection }
  | { readonly type: 'writing' }
  | { readonly type: 'written'; readonly note: WrittenNote }

export const initialFill: FillState = {
  book: null,
  trouble: null,
  identity: undefined,
  laid: [],
  layingOut: null,
  hostTrouble: null,
  cellEdited: false,
  selection: null,
  writing: false,
  written: null,
}

export function reduceFill(state: FillState, action: Action): FillState {
  switch (action.type) {
    case 'book-opened':
      return {
        ...state,
        book: action.book,
        laid: state.laid.length > 0 ? state.laid : action.book.sheets,
        trouble: null,
      }
    case 'book-missing':
      return { ...state, trouble: action.why }
    case 'period-chosen':
      return { ...state, book: null, laid: [], trouble: null, selection: null, written: null }
    case 'identified':
      return { ...state, identity: action.identity, hostTrouble: null }
    case 'laying-out':
      return { ...state, layingOut: { done: action.done, of: action.of }, hostTrouble: null }
    case 'laid-out':
      return {
        ...state,
        written: null,
        laid: action.sheets,
        layingOut: null,
        identity: action.identity,
        hostTrouble: null,
      }
    case 'rebased':
      return { ...state, identity: action.identity }
    case 'cell-edited':
      return { ...state, cellEdited: action.waiting }
    case 'host-failed':
      return { ...state, layingOut: null, writing: false, hostTrouble: action.code }
    case 'selected':
      return { ...state, selection: action.selection }
    case 'writing':
      return { ...state, writing: true, hostTrouble: null }
    case 'written':
      return { ...state, writing: false, written: action.note }
    default:
      return state
  }
}
