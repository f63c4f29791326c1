// Shows the selection: the frame around the area, tinted cells, marked letters and numbers, and
// which cell takes the focus. Never changes the selection.
import { type Area, covers } from '../../workbook/workbook.ts'
import { element } from '../element.ts'
import type { Drawing } from './drawing.ts'
import { type Box, boxOf, type Geometry } from './geometry.ts'
import { type Region, setOrRemove } from './region.ts'
import type { Selection } from './selection.ts'

export class Marks {
  readonly #frames: readonly { region: Region; frame: HTMLElement }[]
  readonly #drawing: Drawing
  readonly #selection: Selection

  constructor(drawing: Drawing, selection: Selection) {
    this.#drawing = drawing
    this.#selection = selection
    this.#frames = [drawing.frozen, drawing.body].map(region => {
      const frame = element('div', { class: 'selection', 'aria-hidden': 'true' })
      region.root.append(frame)
      return { region, frame }
    })
  }

  /** The drawn active cell. */
  get activeCell(): HTMLElement | undefined {
    const { row, column } = this.#selection.active
    return this.#drawing.cell(row, column)
  }

  update(geometry: Geometry): void {
    const { area } = this.#selection
    const active = this.activeCell
    for (const { region } of this.#frames) {
      region.each((row, number, cells) => {
        number.classList.toggle('marked', covers({ ...area, column: 0, columns: 1 }, row, 0))
        for (const [column, { element: cell }] of cells) {
          setOrRemove(cell, 'aria-selected', covers(area, row, column) ? 'true' : 'false')
          setOrRemove(cell, 'tabindex', cell === active ? '0' : '-1')
          cell.classList.toggle('active', cell === active)
        }
      })
    }
    for (const letter of this.#drawing.letters) {
      const column = Number(letter.getAttribute('aria-colindex')) - 1
      letter.classList.toggle('marked', covers({ ...area, row: 0, rows: 1 }, 0, column))
    }
    this.#frame(geometry, area)
  }

  #frame(geometry: Geometry, area: Area): void {
    const { sheet } = this.#selection
    const last = area.row + area.rows - 1
    const box = boxOf(geometry, area)
    this.#frames.forEach(({ region, frame }, index) => {
      const isFrozen = index === 0
      const touches = isFrozen ? area.row < sheet.frozen.rows : last >= sheet.frozen.rows
      frame.hidden = !touches || box.width === 0
      // over the frozen columns where it belongs to them, under them where it scrolls
      frame.style.zIndex = area.column < sheet.frozen.columns ? '4' : '2'
      const placed = this.#drawing.place(box, isFrozen ? 0 : sheet.frozen.rows)
      write(frame, placed.box)
      if (frame.parentElement !== region.root) region.root.append(frame)
    })
  }
}

export function write(target: HTMLElement, { left, top, width, height }: Box): void {
  target.style.left = `${left - 1}px`
  target.style.top = `${top - 1}px`
  target.style.width = `${width + 1}px`
  target.style.height = `${height + 1}px`
}
