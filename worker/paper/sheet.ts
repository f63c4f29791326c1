/** A sheet before it is drawn: laid-out forms and a workbook's own pages have the same shape. */
import type { SheetChart } from 'hucre/xlsx'
import type { LaidCell, SheetLayout } from '../../shared/layout.ts'
import type { PaperStyleName } from './styles.ts'

export type PaperCell = Omit<LaidCell, 'style'> & {
  readonly style: PaperStyleName
  /** sheet this cell leads to, or one cell of it */
  readonly leadsTo?: string | Target
}

/** A cell of a sheet: "Biểu 3", "E34". */
export type Target = { readonly sheet: string; readonly cell: string }

export type PaperSheet = Pick<
  SheetLayout,
  'sheet' | 'landscape' | 'widths' | 'merges' | 'frozenRows' | 'headerTop'
> & {
  readonly rows: readonly (readonly PaperCell[])[]
  /** columns that stay in view and repeat on every page, for sheets wider than one page */
  readonly frozenColumns?: number
  readonly pagesWide?: number
  /** the heading row and the lines below it, by whose columns readers may filter: "A3:L90" */
  readonly filter?: string
  readonly cellOf?: SheetLayout['cellOf']
  readonly pictures?: readonly Picture[]
  readonly charts?: readonly SheetChart[]
  /** first row of what must not be torn from the row before it nor over two pages, up to the end: a signature block */
  readonly keptTogether?: number
  /** a row that begins a page */
  readonly beginsPage?: number
  /** points a row has at least, by its number: room to sign in */
  readonly room?: Readonly<Record<number, number>>
}

/** Stands on whole cells, the upper left one from 1; their rows are made as high together as the columns are wide. */
export type Picture = {
  readonly png: Uint8Array
  /** for those who do not see it */
  readonly says: string
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

const blank: PaperCell = { value: null, style: 'blank' }

export const words = (text: string, style: PaperStyleName): PaperCell => ({
  value: text === '' ? null : { text },
  style,
})

/** A row of `width` cells with some of them set; columns from 1. */
export const paperRow = (
  width: number,
  cells: Readonly<Record<number, PaperCell>> = {},
): PaperCell[] => Array.from({ length: width }, (_, i) => cells[i + 1] ?? blank)

/** Cells of one style across, the first with the text; meant to be merged. */
export const across = (width: number, cell: PaperCell): PaperCell[] =>
  Array.from({ length: width }, (_, i) => (i === 0 ? cell : { value: null, style: cell.style }))
