// The name box and the formula bar above the sheet. Never edits; the formula bar's field belongs to
// the editor.
import { columnLetters, formatArea, parseArea, type Workbook } from '../../workbook/workbook.ts'
import { element } from '../element.ts'
import { words } from '../words.ts'
import { editText } from './edit-text.ts'
import type { Editor } from './editor.ts'
import { limits } from './geometry.ts'
import type { Notice } from './notice.ts'
import type { Selection } from './selection.ts'

export class PlaceBar {
  readonly #name = element('input', {
    class: 'name',
    'aria-label': words.sheet.nameBox,
    spellcheck: 'false',
    autocomplete: 'off',
  })
  readonly root: HTMLElement
  onGone: () => void = () => undefined
  readonly #workbook: Workbook
  readonly #selection: Selection
  readonly #editor: Editor
  readonly #notice: Notice

  constructor(workbook: Workbook, selection: Selection, editor: Editor, notice: Notice) {
    this.#workbook = workbook
    this.#selection = selection
    this.#editor = editor
    this.#notice = notice
    const sign = element('span', { class: 'fx', 'aria-hidden': 'true' }, 'fx')
    this.root = element('div', { class: 'place-bar' }, this.#name, sign, editor.bar)
    this.#name.addEventListener('focus', () => this.#name.select())
    this.#name.addEventListener('blur', () => this.update())
    this.#name.addEventListener('keydown', event => {
      if (event.key === 'Enter') this.#go()
      if (event.key === 'Escape') this.onGone()
    })
  }

  update(): void {
    const { active, area, sheet } = this.#selection
    if (document.activeElement !== this.#name) {
      this.#name.value = this.#nameOf() ?? `${columnLetters(active.column)}${active.row + 1}`
    }
    if (this.#editor.mode === 'ready') {
      this.#editor.bar.value = editText(sheet, active.row, active.column)
    }
    this.#name.title = formatArea(area)
  }

  // a named area that is selected whole shows its name
  #nameOf(): string | undefined {
    const { area, sheet } = this.#selection
    const here = formatArea(area)
    return this.#workbook.names.all('').find(({ formula, visible }) => {
      const place = visible ? this.#workbook.referred(formula) : undefined
      return place?.sheet === sheet && formatArea(place.area) === here
    })?.name
  }

  #go(): void {
    const wanted = this.#name.value.trim()
    const named = this.#workbook.names.find(wanted, '')
    const place = named ? this.#workbook.referred(named.formula) : this.#address(wanted)
    if (!place) {
      this.#notice.show('', words.sheet.noSuchPlace)
      return
    }
    const { sheet, area } = place
    const bounded = area.rows <= limits.rows && area.columns <= limits.columns
    const last = { row: area.row + area.rows, column: area.column + area.columns }
    if (bounded && (last.row > limits.rows || last.column > limits.columns)) {
      this.#notice.show('', words.sheet.beyondView)
      return
    }
    this.#workbook.acting('user', () => this.#workbook.activate(sheet))
    this.#selection.selectArea(area)
    this.onGone()
  }

  #address(text: string) {
    try {
      return { sheet: this.#selection.sheet, area: parseArea(text) }
    } catch {
      return undefined
    }
  }
}
