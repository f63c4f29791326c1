/** A sheet of the annex before it is drawn: laid-out forms and the annex's own pages have the same shape. */
import type { LaidCell, SheetLayout } from '../../shared/layout.ts'
import type { AnnexStyleName } from './styles.ts'

export type AnnexCell = Omit<LaidCell, 'style'> & {
  readonly style: AnnexStyleName
  /** sheet this cell leads to */
  readonly leadsTo?: string
}

export type AnnexSheet = Pick<
  SheetLayout,
  'sheet' | 'landscape' | 'widths' | 'merges' | 'frozenRows' | 'headerTop'
> & {
  readonly rows: readonly (readonly AnnexCell[])[]
  /** columns that stay in view and repeat on every page, for sheets wider than one page */
  readonly frozenColumns?: number
  readonly pagesWide?: number
  readonly cellOf?: SheetLayout['cellOf']
}

const blank: AnnexCell = { value: null, style: 'blank' }

export const words = (text: string, style: AnnexStyleName): AnnexCell => ({
  value: text === '' ? null : { text },
  style,
})

/** A row of `width` cells with some of them set; columns from 1. */
export const annexRow = (
  width: number,
  cells: Readonly<Record<number, AnnexCell>> = {},
): AnnexCell[] => Array.from({ length: width }, (_, i) => cells[i + 1] ?? blank)

/** Cells of one style across, the first with the text; meant to be merged. */
export const across = (width: number, cell: AnnexCell): AnnexCell[] =>
  Array.from({ length: width }, (_, i) => (i === 0 ? cell : { value: null, style: cell.style }))
