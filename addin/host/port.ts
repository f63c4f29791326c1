/**
 * What the pane may ask of the workbook. The features know only these verbs; everything that names Excel or Office
 * lies behind them, one file per operation. Failures are `HostError`s with a code of our own and never raw Office text.
 */
import type { SheetLayout } from '../../shared/layout.ts'
import type { BlockCells } from '../../shared/reading.ts'

/** What the workbook says it is; written when its sheets are laid out, its revision again when they are rebased. */
export type Identity = {
  readonly agency: string
  readonly unit: string
  readonly period: string
  readonly catalogue: string
  /** the submitted revision its figures come from; null: none, or a workbook that does not say */
  readonly revision: number | null
}

export type HostErrorCode =
  /** a cell is being edited and the person did not finish */
  | 'cell-being-edited'
  /** a sheet is protected in a way that forbids the operation */
  | 'protected'
  /** sheets or names are gone or moved */
  | 'sheets-damaged'
  /** another workbook has the focus */
  | 'other-workbook'
  /** this Excel lacks something the operation needs */
  | 'too-old'
  | 'unknown'

export class HostError extends Error {
  readonly code: HostErrorCode
  /** Office's own code, for the help desk */
  readonly officeCode: string
  constructor(code: HostErrorCode, officeCode: string) {
    super(`${code} (${officeCode})`)
    this.code = code
    this.officeCode = officeCode
  }
}

export type Selection = { readonly sheet: string; readonly row: number; readonly column: number }
export type Stop = () => Promise<void>

export type Workbook = {
  /** which sheets this workbook holds, or null when it holds none of ours */
  identify(): Promise<Identity | null>
  /** the figures now stand on another revision; says so in a workbook of ours, at most two syncs */
  rebase(identity: Identity): Promise<void>
  /** adds or replaces the sheets; at most one sync per sheet and two more */
  layOut(
    sheets: readonly SheetLayout[],
    identity: Identity,
    progress: (done: number, of: number) => void,
  ): Promise<void>
  /** raw values of every block by form id; at most two syncs */
  read(sheets: readonly SheetLayout[]): Promise<ReadonlyMap<string, BlockCells>>
  /** activates the sheet and selects the cell */
  select(sheet: string, cell: string): Promise<void>
  /** our sheets only, by our names of them; which they are is known after `layOut` or `read` */
  followSelection(listener: (selection: Selection) => void): Promise<Stop>
  /** something on one of our sheets was changed by a person (never by ourselves); known as above */
  watchChanges(listener: (sheet: string) => void): Promise<Stop>
}
