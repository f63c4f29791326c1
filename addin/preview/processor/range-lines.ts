// What a range does to its whole rows and columns: hiding, grouping, folding.
// Never touches cells.
import { columnLimit, rowLimit } from '../workbook/address.ts'
import type { Place } from './area-text.ts'
import { type Argument, type Members, truth } from './facade.ts'
import { invalid } from './refusal.ts'
import { uniformLine } from './uniform.ts'

export function rangeLines({ sheet, area }: Place): Required<Pick<Members, 'get' | 'set' | 'act'>> {
  const axes = {
    rows: { lines: sheet.rows, first: area.row, count: area.rows },
    columns: { lines: sheet.columns, first: area.column, count: area.columns },
  }
  const grouped = (option: Argument | undefined) => {
    if (option === 'ByRows') return axes.rows
    if (option === 'ByColumns') return axes.columns
    throw invalid(`group option ${JSON.stringify(option)}`)
  }
  const hidden = (axis: keyof typeof axes) => {
    const { lines, first, count } = axes[axis]
    return uniformLine(first, count, line => lines.isHidden(line))
  }
  const hide = (axis: keyof typeof axes, value: Argument) => {
    sheet.guard.demand(axis === 'rows' ? 'allowFormatRows' : 'allowFormatColumns')
    const { lines, first, count } = axes[axis]
    const limit = axis === 'rows' ? rowLimit : columnLimit
    if (count === limit && truth(value)) throw invalid('every line of a sheet cannot be hidden')
    lines.hide(first, count, truth(value))
    sheet.appearanceChanged(area)
  }
  const outline = (option: Argument | undefined, change: (axis: (typeof axes)['rows']) => void) => {
    sheet.guard.demand()
    change(grouped(option))
    sheet.appearanceChanged(area)
  }
  return {
    get: {
      rowHidden: () => hidden('rows'),
      columnHidden: () => hidden('columns'),
      hidden: () => {
        const found = [hidden('rows'), hidden('columns')]
        if (found.includes(true)) return true
        return found.includes(null) ? null : false
      },
    },
    set: {
      rowHidden: value => hide('rows', value),
      columnHidden: value => hide('columns', value),
    },
    act: {
      group: option => outline(option, ({ lines, first, count }) => lines.group(first, count)),
      ungroup: option => outline(option, ({ lines, first, count }) => lines.ungroup(first, count)),
      hideGroupDetails: option =>
        outline(option, ({ lines, first, count }) => lines.fold(first, count, true)),
      showGroupDetails: option =>
        outline(option, ({ lines, first, count }) => lines.fold(first, count, false)),
    },
  }
}
