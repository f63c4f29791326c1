/** The grouped headings of a table form: groups merged across, single columns merged down. */
import type { Column, TableForm } from '../catalogue/schema.ts'
import { rangeAddress } from './address.ts'
import { headingRows } from './heading.ts'
import { type LaidCell, rowHeight, textCell } from './sheet.ts'

export const levelsOf = (form: TableForm): number =>
  1 + Math.max(...form.columns.map(column => column.group.length))
/** Headings of neighbouring columns under one group are merged across, single ones down. */
export function headerRows(
  form: TableForm,
  widths: readonly number[],
): { rows: LaidCell[][]; merges: string[]; heights: number[] } {
  const levels = levelsOf(form)
  const path = (column: Column): string[] => [...column.group, column.name]
  const top = headingRows + 1
  const merges: string[] = []
  const rows = Array.from({ length: levels }, (_, level) =>
    form.columns.map((column, i) => {
      const own = path(column)
      const text = own[level] ?? ''
      const prefix = (c: Column | undefined) =>
        c
          ? path(c)
              .slice(0, level + 1)
              .join('|')
          : undefined
      const isGroup = level < own.length - 1
      const startsGroup = isGroup && prefix(form.columns[i - 1]) !== prefix(column)
      if (startsGroup) {
        let end = i
        while (prefix(form.columns[end + 1]) === prefix(column)) end += 1
        if (end > i) merges.push(rangeAddress(top + level, i + 1, top + level, end + 1))
      }
      if (level === own.length - 1 && level < levels - 1)
        merges.push(rangeAddress(top + level, i + 1, top + levels - 1, i + 1))
      return textCell(isGroup && !startsGroup ? '' : text, 'header')
    }),
  )
  // a heading merged down shares its height with the levels below it; the lowest level takes what is left
  const tallest = Math.max(...rows.map(cells => rowHeight(cells, widths)))
  const heights = rows.map((_, level) =>
    level === levels - 1 ? Math.min(90, Math.max(34, tallest)) : 20,
  )
  return { rows, merges, heights }
}
