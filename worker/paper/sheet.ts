/** A sheet before it is drawn: laid-out forms and a workbook's own pages have the same shape. */
import type { LaidCell, SheetLayout } from '../../shared/layout.ts'
import type { PaperStyleName } from './styles.ts'

export type PaperCell = Omit<LaidCell, 'style'> & {
  readonly style: PaperStyleName
  /** sheet this cell leads to */
  readonly leadsTo?: string
}

export type PaperSheet = Pick<
  SheetLayout,
  'sheet' | 'landscape' | 'widths' | 'merges' | 'frozenRows' | 'headerTop'
> & {
  readonly rows: readonly (readonly PaperCell[])[]
  /** columns that stay in view and repeat on every page, for sheets wider than one page */
  readonly frozenColumns?: number
  readonly pagesWide?: number
  readonly cellOf?: SheetLayout['cellOf']
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
