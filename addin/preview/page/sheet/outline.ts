// The + and − of grouped rows, which stand at the row after the group as Excel places them.
// Never changes which rows belong to a group.
import type { Sheet } from '../../workbook/workbook.ts'
import { element } from '../element.ts'
import { words } from '../words.ts'

/** Pixels the outline needs left of the row numbers; 0 without groups. */
export function outlineWidth(sheet: Sheet, rows: number): number {
  for (let row = 0; row < rows; row += 1) if (sheet.rows.outlineLevel(row) > 0) return 18
  return 0
}

/** The run of grouped rows that ends directly before a row. */
function groupBefore(sheet: Sheet, row: number): { first: number; last: number } | undefined {
  const level = sheet.rows.outlineLevel(row)
  let first = row
  while (first > 0 && sheet.rows.outlineLevel(first - 1) > level) first -= 1
  return first === row ? undefined : { first, last: row - 1 }
}

/** The button at this row, if a group ends before it. The row is kept on the button. */
export function outlineButton(
  sheet: Sheet,
  row: number,
): { label: string; make: () => HTMLElement } | undefined {
  const group = groupBefore(sheet, row)
  if (!group) return undefined
  const folded = sheet.rows.isCollapsed(row)
  const say = folded ? words.sheet.expand : words.sheet.collapse
  const label = say(group.first + 1, group.last + 1)
  return {
    label,
    make: () =>
      element(
        'button',
        {
          type: 'button',
          class: 'outline',
          'aria-label': label,
          'aria-expanded': folded ? 'false' : 'true',
          'data-first': group.first,
          'data-count': group.last - group.first + 1,
          title: label,
        },
        folded ? '+' : '−',
      ),
  }
}

/** Folds or unfolds the group of an outline button. Excel allows it unless the sheet is protected. */
export function toggleGroup(sheet: Sheet, pressed: HTMLElement): void {
  const first = Number(pressed.dataset.first)
  const count = Number(pressed.dataset.count)
  sheet.rows.fold(first, count, pressed.getAttribute('aria-expanded') === 'true')
  sheet.appearanceChanged({ row: first, column: 0, rows: count, columns: 1 })
}
