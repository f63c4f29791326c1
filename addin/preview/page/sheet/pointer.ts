// The mouse on the sheet: click, drag, Shift+click, whole rows and columns, double click.
// Never edits; it asks the view.
import { columnLimit, rowLimit } from '../../workbook/address.ts'
import type { Drawing } from './drawing.ts'
import { toggleGroup } from './outline.ts'
import type { Cell, Selection } from './selection.ts'

export interface PointerWishes {
  /** Finishes what is being edited; false when that was refused. */
  settle(): boolean
  edit(cell: Cell): void
  focus(): void
}

const wholeRows = (row: number, rows: number) => ({ row, rows, column: 0, columns: columnLimit })
const wholeColumns = (column: number, columns: number) => ({
  row: 0,
  rows: rowLimit,
  column,
  columns,
})

export function followPointer(drawing: Drawing, selection: Selection, wishes: PointerWishes): void {
  const { root } = drawing
  let dragging = false

  const headPressed = (target: Element): boolean => {
    const line = Number(target.closest('.letter')?.getAttribute('aria-colindex')) - 1
    const row = target.closest('.number')?.closest('.row')
    const number = Number(row?.getAttribute('aria-rowindex')) - 1
    if (line >= 0) selection.selectArea(wholeColumns(line, 1))
    else if (number >= 0) selection.selectArea(wholeRows(number, 1))
    return line >= 0 || number >= 0
  }

  const pressed = (event: PointerEvent) => {
    const target = event.target instanceof Element ? event.target : undefined
    if (event.button !== 0 || !target || target.closest('.editor, button')) return
    // a press on the scroll bars
    const bounds = root.getBoundingClientRect()
    const outside =
      event.clientX > bounds.left + root.clientWidth ||
      event.clientY > bounds.top + root.clientHeight
    if (outside) return
    event.preventDefault()
    if (!wishes.settle()) return
    if (headPressed(target)) {
      wishes.focus()
      return
    }
    const cell = drawing.at(event.clientX, event.clientY)
    if (!cell || !selection.sheet.guard.maySelect(cell.row, cell.column)) return
    if (event.shiftKey) selection.extend(cell)
    else selection.select(cell)
    wishes.focus()
    dragging = true
    root.setPointerCapture(event.pointerId)
  }

  const moved = (event: PointerEvent) => {
    if (!dragging) return
    const cell = drawing.at(event.clientX, event.clientY)
    const { end } = selection
    if (!cell || (cell.row === end.row && cell.column === end.column)) return
    selection.extend(cell)
    drawing.reveal(cell.row, cell.column)
  }

  root.addEventListener('pointerdown', pressed)
  root.addEventListener('pointermove', moved)
  root.addEventListener('pointerup', () => {
    dragging = false
  })
  root.addEventListener('dblclick', event => {
    const target = event.target instanceof Element ? event.target : undefined
    if (target?.closest('.editor, .letter, .number, button')) return
    wishes.edit(selection.active)
  })
  root.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest('.outline') : null
    if (button instanceof HTMLElement && wishes.settle()) toggleGroup(selection.sheet, button)
  })
}
