// The tabs of the sheets, in their order, and the button that adds one. Never shows hidden sheets.
import type { Sheet, Workbook } from '../../workbook/workbook.ts'
import { button, element } from '../element.ts'
import { words } from '../words.ts'

export class Tabs {
  readonly #list = element('div', { role: 'tablist', 'aria-label': words.sheet.tabs })
  readonly root = element('div', { class: 'tabs' }, this.#list)
  /** Asked before leaving a sheet: editing may not be finished. */
  mayLeave: () => boolean = () => true
  readonly #workbook: Workbook
  #written = ''

  constructor(workbook: Workbook) {
    this.#workbook = workbook
    const add = button('+', () => this.#add(), {
      class: 'add',
      'aria-label': words.sheet.addSheet,
      title: words.sheet.addSheet,
    })
    this.root.append(add)
    this.#list.addEventListener('keydown', event => {
      const right = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      if (right === undefined) return
      event.preventDefault()
      this.step(right)
      this.focus()
    })
  }

  /** Puts the focus on the tab of the sheet in view. */
  focus(): void {
    this.#list.querySelector<HTMLElement>('[aria-selected=true]')?.focus()
  }

  update(): void {
    const { activeSheet } = this.#workbook
    const visible = this.#visible()
    const facts = visible.map(({ id, name, tabColor }) => [id, name, tabColor])
    const written = JSON.stringify([activeSheet.id, facts])
    if (written === this.#written) return
    this.#written = written
    const hadFocus = this.#list.contains(document.activeElement)
    this.#list.replaceChildren(...visible.map(sheet => this.#tab(sheet, sheet === activeSheet)))
    const current = this.#list.querySelector<HTMLElement>('[aria-selected=true]')
    if (hadFocus) current?.focus()
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  /** The next or previous sheet, as Ctrl+PageDown and Ctrl+PageUp do. */
  step(right: number): void {
    const visible = this.#visible()
    const next = visible[visible.indexOf(this.#workbook.activeSheet) + right]
    if (next) this.#activate(next)
  }

  #visible(): Sheet[] {
    return this.#workbook.sheets.filter(sheet => sheet.visibility === 'Visible')
  }

  #tab(sheet: Sheet, selected: boolean): HTMLElement {
    const tab = button(sheet.name, () => this.#activate(sheet), {
      role: 'tab',
      'aria-selected': String(selected),
      'aria-controls': 'sheet',
      tabindex: selected ? 0 : -1,
    })
    if (sheet.tabColor !== '') tab.style.setProperty('--tab', sheet.tabColor)
    return tab
  }

  #activate(sheet: Sheet): void {
    if (!this.mayLeave()) return
    this.#workbook.acting('user', () => this.#workbook.activate(sheet))
  }

  #add(): void {
    if (!this.mayLeave()) return
    this.#workbook.acting('user', () => this.#workbook.activate(this.#workbook.addSheet()))
  }
}
