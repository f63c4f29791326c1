// The line under the sheet: what mode the sheet is in, and average, count and sum of the selection.
// And the zoom. Never counts hidden cells out; Excel does not either.

import { shownText } from '../../workbook/number-format.ts'
import { type Area, cellArea, type Sheet } from '../../workbook/workbook.ts'
import { button, element } from '../element.ts'
import { words } from '../words.ts'
import type { Mode } from './editor.ts'
import type { View } from './view.ts'

const names: Record<Mode, string> = {
  ready: words.status.ready,
  enter: words.status.enter,
  edit: words.status.edit,
}

const zooms = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2]

export class Status {
  readonly #mode = element('span', { class: 'mode' })
  readonly #figures = element('span', { class: 'figures' })
  readonly #zoom = element('span', { class: 'percent' })
  readonly root: HTMLElement
  readonly #view: View

  constructor(view: View) {
    this.#view = view
    const step = (text: string, name: string, by: 1 | -1) =>
      button(text, () => this.#zoomBy(by), { 'aria-label': name, title: name })
    const zoom = element('span', { class: 'zoom' }, step('−', words.status.smaller, -1))
    zoom.append(this.#zoom, step('+', words.status.larger, 1))
    const said = element('span', { role: 'status' }, this.#mode)
    this.root = element('div', { class: 'status' }, said, this.#figures, zoom)
  }

  update(): void {
    const { editor, selection, zoom } = this.#view
    this.#mode.textContent = names[editor.mode]
    this.#figures.textContent = figuresOf(selection.sheet, selection.area)
    this.#zoom.textContent = `${Math.round(zoom * 100)} %`
  }

  #zoomBy(by: 1 | -1): void {
    const beyond = (zoom: number) => (by > 0 ? zoom > this.#view.zoom : zoom < this.#view.zoom)
    const next = by > 0 ? zooms.find(beyond) : zooms.findLast(beyond)
    if (next !== undefined) this.#view.zoom = next
  }
}

function figuresOf(sheet: Sheet, area: Area): string {
  let count = 0
  const numbers: number[] = []
  for (const { row, column } of sheet.grid.occupied(area)) {
    const content = sheet.content(row, column)
    if (content === '') continue
    count += 1
    if (typeof content === 'number') numbers.push(content)
  }
  const single = JSON.stringify(area) === JSON.stringify(cellArea(area.row, area.column))
  if (single || count < 2) return ''
  const sum = numbers.reduce((total, number) => total + number, 0)
  const format = sheet.format(area.row, area.column).numberFormat
  const shown = (value: number) => shownText(Number(value.toPrecision(12)), format)
  const parts = [`${words.status.count}: ${count}`]
  if (numbers.length > 0) {
    parts.unshift(`${words.status.average}: ${shown(sum / numbers.length)}`)
    parts.push(`${words.status.sum}: ${shown(sum)}`)
  }
  return parts.join('   ')
}
