// Inserting and deleting rows and columns by hand: with the keys of Excel, or from the menu of the
// sheet. Where Excel asks which way single cells should move, whole rows move here.
import { columnLimit, rowLimit } from '../../workbook/address.ts'
import { type Axis, covers } from '../../workbook/workbook.ts'
import { words } from '../words.ts'
import type { Menu, MenuEntry } from './menu.ts'
import type { View } from './view.ts'

/** The whole lines a selection stands for; both kinds for cells, none for the whole sheet. */
function linesOf({ selection }: View): Partial<Record<Axis, { at: number; count: number }>> {
  const { row, column, rows, columns } = selection.area
  const everyRow = rows === rowLimit
  const everyColumn = columns === columnLimit
  return {
    ...(everyRow ? {} : { rows: { at: row, count: rows } }),
    ...(everyColumn ? {} : { columns: { at: column, count: columns } }),
  }
}

function change(view: View, how: 'insertLines' | 'deleteLines', axis: Axis): void {
  const lines = linesOf(view)[axis]
  const { sheet } = view.selection
  if (!lines || !view.settle()) return
  view.attempt(() => view.workbook[how](sheet, axis, lines.at, lines.count))
}

/** As the keys mean it: columns where whole columns are selected, else rows. */
const axisOf = (view: View): Axis => (linesOf(view).rows ? 'rows' : 'columns')

export const insertHere = (view: View): void => change(view, 'insertLines', axisOf(view))
export const deleteHere = (view: View): void => change(view, 'deleteLines', axisOf(view))

export function offerLines(view: View, menu: Menu): void {
  const { drawing, selection } = view
  drawing.root.addEventListener('contextmenu', event => {
    if (!(event.target instanceof Element) || event.target.closest('.editor')) return
    if (!view.settle()) return
    selectUnder(view, event.target)
    const lines = linesOf(view)
    const entry = (how: 'insertLines' | 'deleteLines', axis: Axis): MenuEntry[] => {
      const count = lines[axis]?.count
      if (count === undefined) return []
      return [{ text: words.menu[how][axis](count), act: () => change(view, how, axis) }]
    }
    menu.open(event, words.menu.lines, [
      ...entry('insertLines', 'rows'),
      ...entry('deleteLines', 'rows'),
      ...entry('insertLines', 'columns'),
      ...entry('deleteLines', 'columns'),
      { text: words.menu.erase, act: () => view.erase() },
    ])
  })

  // a click beside the selection moves it there first
  function selectUnder({ drawing }: View, target: Element): void {
    const { area } = selection
    const row = Number(target.closest('.row')?.getAttribute('aria-rowindex')) - 1
    const column = Number(target.closest('.letter, .cell')?.getAttribute('aria-colindex')) - 1
    if (target.closest('.letter')) {
      const whole = { row: 0, rows: rowLimit, column, columns: 1 }
      if (area.rows !== rowLimit || !covers(area, 0, column)) selection.selectArea(whole)
    } else if (target.closest('.number')) {
      const whole = { row, rows: 1, column: 0, columns: columnLimit }
      if (area.columns !== columnLimit || !covers(area, row, 0)) selection.selectArea(whole)
    } else if (column >= 0 && !covers(area, row, column)) {
      selection.select({ row, column })
    }
    if (!drawing.root.contains(document.activeElement)) view.focus()
  }
}
