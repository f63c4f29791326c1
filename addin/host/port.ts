/**
 * What the pane may ask of the workbook. The features know only these verbs; everything that names Excel or Office
 * lies behind them, one file per operation. Failures are `HostError`s with a code of our own and never raw Office text.
 */
import type { SheetLayout } from '../../shared/layout.ts'
import type { BlockCells } from '../../shared/reading.ts'
import type { ScannedSheet } from '../../shared/salvage.ts'

/** What the workbook says it is; written when its sheets are laid out, its revision again when they are rebased. */
export type Identity = {
  readonly agency: string
  readonly unit: string
  readonly period: string
  readonly catalogue: string
  /** the submitted revision its figures come from; null: none, or a workbook that does not say */
  readonly revision: number | null
  /** made when its sheets were first laid out; absent in workbooks older than such ids */
  readonly workbook?: string
}

export type HostErrorCode =
  /** a cell is being edited and the person did not finish */
  | 'cell-being-edited'
  /** a sheet is protected in a way that forbids the operation */
  | 'protected'
  /** Excel refused although nothing was written: a policy or a virus scanner stands in the way */
  | 'blocked'
  /** sheets or names are gone or moved */
  | 'sheets-damaged'
  /** another workbook has the focus */
  | 'other-workbook'
  /** this Excel lacks something the operation needs */
  | 'too-old'
  /** even one sheet at a time is more than this Excel takes in one message */
  | 'too-large'
  /** somebody else changed the same place at the same moment */
  | 'edited-elsewhere'
  /** Excel on the web has lost its session */
  | 'session-lost'
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

/** Rows and columns from 1. */
export type Area = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A change by a person on one of our sheets, as far as Excel tells. */
export type Change = {
  /** what was touched; empty when Excel did not say, or whole rows or columns moved */
  readonly areas: readonly Area[]
  /** rows, columns or cells were inserted or deleted */
  readonly structure: boolean
  /** a co-author on another machine; Excel does not say who */
  readonly remote: boolean
}

/** What is wrong with one sheet, worst first; each says what a person sees. */
export type Damage =
  /** no sheet with this block or title */
  | 'gone'
  /** the block's name and the title are on different sheets, or the block is not where it was laid out */
  | 'moved'
  /** rows or columns were inserted into the block or deleted from it */
  | 'resized'
  /** a line does not stand where it was laid out: sorted, cut and pasted, its label written over */
  | 'shuffled'

/** What is unusual about a sheet that can still be read. */
export type Mark = 'renamed' | 'name-lost' | 'unprotected' | 'copied' | 'hidden'

export type SheetState = {
  readonly form: string
  /** our title of the sheet */
  readonly sheet: string
  /** what its tab says now; null when it is gone */
  readonly tab: string | null
  readonly damage: Damage | null
  readonly marks: readonly Mark[]
}

/** How the cells of an area stand in the workbook, row by row. */
export type CellStates = {
  readonly sheet: string
  readonly area: Area
  readonly cells: readonly (readonly CellState[])[]
}
export type CellState = {
  readonly value: unknown
  readonly numberFormat: string
  readonly font: string
  readonly size: number
  readonly locked: boolean
  /** Excel offers its drop-down or hint here; null where it could not be told */
  readonly offered: boolean | null
}

/** One cell to be written: only where it still holds what the person was shown. */
export type CellChange = {
  readonly row: number
  readonly column: number
  readonly from: unknown
  readonly to: number | string
}

export type Repair = {
  readonly layout: SheetLayout
  /** contents to write; none when only the looks are repaired */
  readonly changes: readonly CellChange[]
  /** cells whose format, font, lock and validation become again what was laid out */
  readonly restore: readonly { readonly row: number; readonly column: number }[]
}

/** What a cell holds or is made to hold; words stay words, whatever they look like. Formulas en-US, without "=". */
export type CellContent =
  | { readonly number: number }
  | { readonly text: string }
  | { readonly formula: string }
  | null

export type CellWrite = {
  /** our title of the sheet */
  readonly sheet: string
  /** "E10" where it was laid out */
  readonly cell: string
  readonly content: CellContent
  /** written only where the cell still holds this; absent: whatever it holds */
  readonly over?: CellContent
}

export type Written = {
  /** puts back what was there, unless somebody has changed it since */
  readonly before: readonly CellWrite[]
  /** left alone, because the cell held something else */
  readonly left: readonly CellWrite[]
}

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
  /** raw values of every block by form id; at most two syncs. @throws HostError `sheets-damaged` */
  read(sheets: readonly SheetLayout[]): Promise<ReadonlyMap<string, BlockCells>>
  /** how every sheet stands, also when blocks cannot be read; at most two syncs */
  diagnose(sheets: readonly SheetLayout[]): Promise<readonly SheetState[]>
  /** all cells of our sheets and of copies of them, for finding figures by their codes; at most two syncs */
  scan(sheets: readonly SheetLayout[]): Promise<readonly ScannedSheet[]>
  /** values, formats and locks of what a person just pasted; one sync */
  look(layout: SheetLayout, area: Area): Promise<CellStates>
  /** one explicit repair; @returns the changes that were not made, because the cell holds something else by now */
  repair(repair: Repair): Promise<readonly CellChange[]>
  /** protects sheets that are open as they were laid out; two syncs */
  protect(sheets: readonly SheetLayout[]): Promise<void>
  /** a file as a new workbook in a window of its own; this pane stays with its workbook */
  openInNewWorkbook(base64: string): Promise<void>
  /** figures into input cells, all or none; two syncs. @throws HostError `protected`, `sheets-damaged` */
  write(sheets: readonly SheetLayout[], writes: readonly CellWrite[]): Promise<Written>
  /** activates the sheet and selects the cell */
  select(sheet: string, cell: string): Promise<void>
  /** our sheets only, by our names of them; which they are is known after `layOut` or `read` */
  followSelection(listener: (selection: Selection) => void): Promise<Stop>
  /** something on one of our sheets was changed by a person (never by ourselves); known as above */
  watchChanges(listener: (sheet: string, change: Change) => void): Promise<Stop>
}
