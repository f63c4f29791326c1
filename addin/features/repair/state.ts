/** What was found in the workbook that a person may want mended, and what was mended last. */

import type { Salvage } from '../../../shared/salvage.ts'
import type { CellChange, HostErrorCode, SheetState } from '../../host/port.ts'
import type { Action } from '../state.ts'
import type { Pasted } from './pasted.ts'

/** Contents that were changed for the person, so that they can be taken back. */
export type Undo = {
  readonly changes: readonly CellChange[]
}

export type RepairState = {
  readonly pasted: Pasted | null
  readonly undo: Undo | null
  /** cells left alone by the last repair, because somebody changed them first */
  readonly skipped: readonly string[]
  /** why the last repair failed */
  readonly trouble: HostErrorCode | null
  readonly working: boolean
  /** how the sheets stand; null before anybody looked */
  readonly sheets: readonly SheetState[] | null
  /** what a rebuilding would keep */
  readonly salvage: Salvage | null
  /** the workbook changed between looking and rebuilding, so it was looked at again */
  readonly changedMeanwhile: boolean
}
export type RepairAction =
  | { readonly type: 'pasted'; readonly pasted: Pasted | null }
  | { readonly type: 'repairing' }
  | {
      readonly type: 'repaired'
      readonly pasted: Pasted | null
      readonly undo: Undo | null
      readonly skipped: readonly string[]
    }
  | { readonly type: 'repair-failed'; readonly code: HostErrorCode }
  | { readonly type: 'diagnosed'; readonly sheets: readonly SheetState[] }
  | { readonly type: 'salvaged'; readonly salvage: Salvage | null; readonly again: boolean }

export const initialRepair: RepairState = {
  pasted: null,
  undo: null,
  skipped: [],
  trouble: null,
  working: false,
  sheets: null,
  salvage: null,
  changedMeanwhile: false,
}

export function reduceRepair(state: RepairState, action: Action): RepairState {
  switch (action.type) {
    case 'pasted':
      return { ...state, pasted: action.pasted, undo: null, skipped: [], trouble: null }
    case 'repairing':
      return { ...state, working: true, trouble: null }
    case 'repaired': {
      const { pasted, undo, skipped } = action
      return { ...state, pasted, undo, skipped, working: false }
    }
    case 'repair-failed':
      return { ...state, working: false, trouble: action.code }
    case 'diagnosed':
      return { ...state, sheets: action.sheets, working: false }
    case 'salvaged':
      return {
        ...state,
        salvage: action.salvage,
        changedMeanwhile: action.again,
        working: false,
      }
    case 'laid-out':
    case 'period-chosen':
      return initialRepair
    default:
      return state
  }
}
