// The drop-down of a cell with a list rule: its arrow beside the cell and the list to choose from.
// Never checks the choice; the workbook does.

import { isBlock, toText } from '../../workbook/formula/result.ts'
import { columnLetters, type Workbook } from '../../workbook/workbook.ts'
import { element } from '../element.ts'
import { words } from '../words.ts'
import type { Cell, Selection } from './selection.ts'

export class Choices {
  readonly arrow = element('button', {
    type: 'button',
    class: 'drop',
    tabindex: -1,
    'aria-label': words.sheet.openChoices,
    title: words.sheet.openChoices,
    hidden: true,
  })
  readonly list = element('div', { role: 'listbox', class: 'choices', hidden: true })
  onChosen: (text: string) => void = () => undefined
  onClosed: () => void = () => undefined
  /** The list is there and wants its place. */
  onOpened: () => void = () => undefined
  readonly #workbook: Workbook
  readonly #selection: Selection

  constructor(workbook: Workbook, selection: Selection) {
    this.#workbook = workbook
    this.#selection = selection
    this.arrow.append('▾')
    this.arrow.addEventListener('click', () => this.open())
    this.list.addEventListener('keydown', event => this.#key(event))
    this.list.addEventListener('click', event => this.#choose(event.target))
    this.list.addEventListener('focusout', event => {
      const staysInside =
        event.relatedTarget instanceof Node && this.list.contains(event.relatedTarget)
      if (!staysInside) this.list.hidden = true
    })
  }

  /** Shows the arrow where the active cell has a list. */
  update(): void {
    this.arrow.hidden = this.#items(this.#selection.active).length === 0
  }

  /** False when the active cell has no list. */
  open(): boolean {
    const { active } = this.#selection
    const items = this.#items(active)
    if (items.length === 0) return false
    const now = this.#selection.sheet.text(active.row, active.column)
    const options = items.map(item =>
      element('div', { role: 'option', tabindex: -1, 'aria-selected': String(item === now) }, item),
    )
    const address = `${columnLetters(active.column)}${active.row + 1}`
    this.list.setAttribute('aria-label', words.sheet.choices(address))
    this.list.replaceChildren(...options)
    this.list.hidden = false
    this.onOpened()
    const current = options.find(option => option.getAttribute('aria-selected') === 'true')
    ;(current ?? options[0])?.focus()
    return true
  }

  #items({ row, column }: Cell): string[] {
    const { sheet } = this.#selection
    const validation = sheet.validations.at(row, column)
    const list = validation?.rule.list
    const locked = sheet.guard.isProtected && sheet.format(row, column).locked
    if (!validation || !list?.inCellDropDown || locked) return []
    if (!list.source.startsWith('=')) return list.source.split(',').map(item => item.trim())
    const offset = { down: row - validation.origin.row, right: column - validation.origin.column }
    const found = this.#workbook.calculation.result(sheet, list.source, offset)
    const values = isBlock(found) ? found.filled : [found]
    return values.map(value => String(toText(value)))
  }

  #key(event: KeyboardEvent): void {
    const focused = document.activeElement
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focus(focused?.nextElementSibling),
      ArrowUp: () => focus(focused?.previousElementSibling),
      Home: () => focus(this.list.firstElementChild),
      End: () => focus(this.list.lastElementChild),
      Enter: () => this.#choose(focused),
      ' ': () => this.#choose(focused),
      Escape: () => this.#close(),
      Tab: () => this.#close(),
    }
    const act = actions[event.key]
    event.stopPropagation()
    if (!act) return
    event.preventDefault()
    act()
  }

  #choose(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement) || target.role !== 'option') return
    this.#close()
    this.onChosen(target.textContent ?? '')
  }

  #close(): void {
    this.list.hidden = true
    this.onClosed()
  }
}

function focus(target: Element | null | undefined): void {
  if (target instanceof HTMLElement) target.focus()
}
