// What a workbook tells its observers. Never decides who may hear it: the page and the batch
// processor each filter for themselves.
import type { Area } from './address.ts'
import type { Sheet } from './sheet.ts'
import type { Shift } from './shift.ts'

/** Who acts: the person at the grid, the add-in, or a co-author elsewhere. */
export type Source = 'user' | 'api' | 'remote'

/** What a cell holds or shows: a number, text, a truth value, or `''` for blank. */
export type Content = number | string | boolean

export type WorkbookEvent =
  /** Contents of an area changed; `before` and `after` only when it is a single cell. */
  | {
      kind: 'contents'
      sheet: Sheet
      area: Area
      source: Source
      before?: Content
      after?: Content
    }
  /** Formulas were entered, replaced or removed in these cells. */
  | {
      kind: 'formulas'
      sheet: Sheet
      source: Source
      cells: readonly { area: Area; previous: string }[]
    }
  /** Rows or columns were put in at the area, or were taken out where it was. */
  | { kind: 'lines'; sheet: Sheet; shift: Shift; area: Area; source: Source }
  /** Formats, sizes, merges, validation, hidden lines, freeze panes or page setup changed. */
  | { kind: 'appearance'; sheet: Sheet; area: Area; source: Source }
  /** Formula results on this sheet changed. */
  | { kind: 'calculated'; sheet: Sheet; area: Area; source: Source }
  | { kind: 'selected'; sheet: Sheet; area: Area; source: Source }
  | { kind: 'activated' | 'deactivated' | 'added' | 'deleted'; sheet: Sheet; source: Source }
  | { kind: 'renamed'; sheet: Sheet; before: string; after: string; source: Source }
  | { kind: 'shown'; sheet: Sheet; before: Visibility; after: Visibility; source: Source }
  | { kind: 'moved'; sheet: Sheet; before: number; after: number; source: Source }
  | { kind: 'protection'; sheet: Sheet; isProtected: boolean; source: Source }

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden'

export type Observer = (event: WorkbookEvent) => void
