// The tabs of the sheets, in their order, and the button that adds one. Never shows hidden sheets.
import type { Sheet, Workbook } from '../../workbook/workbook.ts'
import { button, element } from '../element.ts'
import { words } from '../words.ts'
import type { Menu } from './menu.ts'
import type { Notice } from './notice.ts'

export class Tabs {
  readonly #list = element('div', { role: 'tablist', 'aria-label': words.sheet.tabs })
  readonly root = element('div', { class: 'tabs' }, this.#list)
  /** Asked before leaving a sheet: editing may not be finished. */
  mayLeave: () => boolean = () => true
  /** Does something the workbook may refuse, and says so. */
  attempt: (work: () => unknown) => void = work => void work()
  readonly #workbook: Workbook
  readonly #notice: Notice
  readonly #menu: Menu
  /** ids of visible sheets, their names and colours, as drawn */
  #written = ''
  #renaming = false

  constructor(workbook: Workbook, notice: Notice, menu: Menu) {
    this.#workbook = workbook
    this.#notice = notice
    this.#menu = menu
    const add = button('+', () => this.#add(), {
      class: 'add',
      'aria-label': words.sheet.addSheet,
      title: words.sheet.addSheet,
    })
    this.root.append(add)
    this.#list.addEventListener('keydown', event => {
      const right = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      if (right === undefined || this.#renaming) return
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
    if (written === this.#written || this.#renaming) return
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
    tab.addEventListener('dblclick', () => this.#rename(sheet))
    tab.addEventListener('contextmenu', event => this.#offer(event, sheet))
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

  // what people do to sheets, and what then has to be recognised and repaired
  #offer(event: MouseEvent, sheet: Sheet): void {
    if (!this.mayLeave()) return
    this.#workbook.activate(sheet)
    const does = (work: () => unknown) => () =>
      this.attempt(() => this.#workbook.acting('user', work))
    const hidden = this.#workbook.sheets.filter(({ visibility }) => visibility === 'Hidden')
    const lonely = this.#visible().length === 1
    const hide = () => {
      sheet.visibility = 'Hidden'
    }
    this.#menu.open(event, words.menu.sheet(sheet.name), [
      { text: words.menu.rename, act: () => this.#rename(sheet) },
      {
        text: words.menu.copy,
        act: does(() => this.#workbook.activate(this.#workbook.copySheet(sheet))),
      },
      { text: words.menu.hide, act: does(hide), disabled: lonely },
      ...hidden.map(other => ({
        text: words.menu.show(other.name),
        act: does(() => {
          other.visibility = 'Visible'
          this.#workbook.activate(other)
        }),
      })),
      { text: words.menu.delete, act: () => this.#ask(sheet), disabled: lonely },
    ])
  }

  // Excel asks too, for there is no way back
  #ask(sheet: Sheet): void {
    const work = () => this.#workbook.acting('user', () => this.#workbook.deleteSheet(sheet))
    this.#notice.show(words.menu.deleteTitle(sheet.name), words.menu.deleteAsk, [
      { text: words.menu.delete, act: () => this.attempt(work) },
      { text: words.notice.cancel, act: () => undefined },
    ])
  }

  // the name becomes a field in its place; leaving the field takes the name over
  #rename(sheet: Sheet): void {
    const tab = this.#list.querySelector<HTMLElement>('[aria-selected=true]')
    if (!tab || this.#renaming || !this.mayLeave()) return
    this.#renaming = true
    const field = element('input', {
      class: 'rename',
      'aria-label': words.menu.newName(sheet.name),
      maxlength: 31,
      value: sheet.name,
      spellcheck: 'false',
    })
    const done = (name: string) => {
      if (!this.#renaming) return
      this.#renaming = false
      this.#written = ''
      const rename = () => {
        sheet.name = name
      }
      if (name !== sheet.name) this.attempt(() => this.#workbook.acting('user', rename))
      this.update()
      this.focus()
    }
    field.addEventListener('keydown', event => {
      if (event.key === 'Enter') done(field.value.trim())
      if (event.key === 'Escape') done(sheet.name)
    })
    field.addEventListener('blur', () => done(field.value.trim()))
    tab.replaceWith(field)
    field.focus()
    field.select()
  }
}
