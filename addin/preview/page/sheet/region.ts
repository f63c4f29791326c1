// The drawn rows of one part of the sheet: the frozen rows, or those that scroll.
// Writes to the page only where a row or cell differs from what is there already.
import { columnLetters, type Sheet } from '../../workbook/workbook.ts'
import { element } from '../element.ts'
import { words } from '../words.ts'
import type { Geometry } from './geometry.ts'
import { outlineButton } from './outline.ts'
import type { Plan, PlannedCell } from './row-plan.ts'

interface DrawnCell {
  readonly element: HTMLElement
  written: string
}

interface DrawnRow {
  readonly element: HTMLElement
  /** row number, outline button and the frozen columns: stays at the left */
  readonly side: HTMLElement
  readonly number: HTMLElement
  readonly cells: Map<number, DrawnCell>
  written: string
}

export interface Frame {
  readonly sheet: Sheet
  readonly geometry: Geometry
  /** pixels left of column A: row numbers and outline */
  readonly gutter: number
}

export class Region {
  readonly root = element('div', { role: 'rowgroup', class: 'region' })
  readonly #rows = new Map<number, DrawnRow>()

  /** Draws these rows and no others; rows that are there stay as they are unless `fresh`. */
  draw(rows: readonly number[], top: number, frame: Frame, plan: Plan, fresh: boolean): void {
    const wanted = new Set(rows)
    for (const [row, drawn] of this.#rows) {
      if (wanted.has(row)) continue
      drawn.element.remove()
      this.#rows.delete(row)
    }
    for (const row of rows) {
      const known = this.#rows.get(row)
      if (known && !fresh) continue
      const drawn = known ?? this.#newRow(row)
      this.#place(drawn, row, top, frame)
      this.#drawCells(drawn, row, plan.row(row), frame)
    }
    // assistive technology reads rows in the order of the document
    const inOrder = [...this.#rows].sort(([a], [b]) => a - b)
    let before: Element | null = null
    for (const [, { element: here }] of inOrder) {
      const next: ChildNode | null = before ? before.nextSibling : this.root.firstChild
      if (next !== here) this.root.insertBefore(here, next)
      before = here
    }
  }

  cell(row: number, column: number): HTMLElement | undefined {
    return this.#rows.get(row)?.cells.get(column)?.element
  }

  /** Calls back for every drawn row and cell, to mark the selection. */
  each(
    mark: (row: number, number: HTMLElement, cells: ReadonlyMap<number, DrawnCell>) => void,
  ): void {
    for (const [row, { number, cells }] of this.#rows) mark(row, number, cells)
  }

  #newRow(row: number): DrawnRow {
    const number = element('div', { role: 'rowheader', class: 'number' }, String(row + 1))
    const side = element('div', { role: 'presentation', class: 'side' }, number)
    const made = element('div', { role: 'row', class: 'row', 'aria-rowindex': row + 1 }, side)
    number.title = words.sheet.row(row + 1)
    const drawn = { element: made, side, number, cells: new Map(), written: '' }
    this.#rows.set(row, drawn)
    return drawn
  }

  #place(drawn: DrawnRow, row: number, top: number, frame: Frame): void {
    const { geometry, sheet, gutter } = frame
    const frozen = geometry.columns.start(sheet.frozen.columns)
    const outline = outlineButton(sheet, row)
    const written = [
      geometry.rows.start(row) - top,
      geometry.rows.extent(row),
      gutter,
      frozen,
      outline?.label ?? '',
    ].join()
    if (drawn.written === written) return
    drawn.written = written
    drawn.element.style.cssText =
      `top:${geometry.rows.start(row) - top}px;height:${geometry.rows.extent(row)}px;` +
      `--gutter:${gutter}px`
    drawn.side.style.width = `${gutter + frozen}px`
    drawn.number.querySelector('.outline')?.remove()
    if (outline) drawn.number.prepend(outline.make())
  }

  #drawCells(drawn: DrawnRow, row: number, planned: readonly PlannedCell[], frame: Frame): void {
    const columns = new Set(planned.map(cell => cell.column))
    for (const [column, cell] of drawn.cells) {
      if (columns.has(column)) continue
      cell.element.remove()
      drawn.cells.delete(column)
    }
    for (const cell of planned) {
      const home = cell.column < frame.sheet.frozen.columns ? drawn.side : drawn.element
      const known = drawn.cells.get(cell.column)
      const shown = known ?? this.#newCell(row, cell.column)
      if (!known) drawn.cells.set(cell.column, shown)
      if (shown.element.parentElement !== home) home.append(shown.element)
      const { rows, columns: across } = cell.area
      const written = `${cell.css}|${cell.locked}|${rows}|${across}|${cell.text}`
      if (shown.written === written) continue
      shown.written = written
      shown.element.style.cssText = cell.css
      const text = shown.element.firstElementChild
      if (text && text.textContent !== cell.text) text.textContent = cell.text
      setOrRemove(shown.element, 'aria-readonly', cell.locked ? 'true' : undefined)
      setOrRemove(shown.element, 'aria-rowspan', rows > 1 ? String(rows) : undefined)
      setOrRemove(shown.element, 'aria-colspan', across > 1 ? String(across) : undefined)
    }
  }

  #newCell(row: number, column: number): DrawnCell {
    const made = element(
      'div',
      {
        role: 'gridcell',
        class: 'cell',
        tabindex: -1,
        'aria-rowindex': row + 1,
        'aria-colindex': column + 1,
        'aria-selected': 'false',
        'data-address': `${columnLetters(column)}${row + 1}`,
      },
      element('span'),
    )
    return { element: made, written: '' }
  }
}

export function setOrRemove(target: Element, name: string, value: string | undefined): void {
  if (value === undefined) target.removeAttribute(name)
  else if (target.getAttribute(name) !== value) target.setAttribute(name, value)
}
