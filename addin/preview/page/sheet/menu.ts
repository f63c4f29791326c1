// A context menu: opens where the mouse is, or at the focused element by keyboard, and goes away
// with Escape, Tab, a choice or a click elsewhere. Never knows what its entries do.
import { element } from '../element.ts'

export interface MenuEntry {
  readonly text: string
  readonly act: () => void
  readonly disabled?: boolean
}

/** One at a time on the page. */
export class Menu {
  readonly #root = element('div', { role: 'menu', class: 'menu', hidden: true })
  #back: HTMLElement | undefined

  constructor() {
    document.body.append(this.#root)
    this.#root.addEventListener('keydown', event => this.#key(event))
    this.#root.addEventListener('contextmenu', event => event.preventDefault())
    this.#root.addEventListener('focusout', ({ relatedTarget }) => {
      const inside = relatedTarget instanceof Node && this.#root.contains(relatedTarget)
      if (!inside) this.#root.hidden = true
    })
  }

  /** Answers the event; the focus returns to where it was. */
  open(event: MouseEvent, label: string, entries: readonly MenuEntry[]): void {
    event.preventDefault()
    const focused = document.activeElement
    this.#back = focused instanceof HTMLElement ? focused : undefined
    this.#root.setAttribute('aria-label', label)
    this.#root.replaceChildren(...entries.map(entry => this.#item(entry)))
    this.#root.hidden = false
    const { width, height } = this.#root.getBoundingClientRect()
    this.#root.style.left = `${Math.max(0, Math.min(event.clientX, innerWidth - width))}px`
    this.#root.style.top = `${Math.max(0, Math.min(event.clientY, innerHeight - height))}px`
    this.#items[0]?.focus()
  }

  get #items(): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('[role=menuitem]')]
  }

  #item({ text, act, disabled = false }: MenuEntry): HTMLElement {
    const item = element(
      'div',
      { role: 'menuitem', tabindex: -1, 'aria-disabled': disabled ? 'true' : undefined },
      text,
    )
    item.addEventListener('click', () => {
      if (disabled) return
      this.#close()
      act()
    })
    item.addEventListener('pointerenter', () => item.focus())
    return item
  }

  #key(event: KeyboardEvent): void {
    const items = this.#items
    const at = items.findIndex(item => item.matches(':focus'))
    const to: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    }
    const next = to[event.key]
    if (next !== undefined) items[next]?.focus()
    else if (event.key === 'Enter' || event.key === ' ') items[at]?.click()
    else if (event.key === 'Escape' || event.key === 'Tab') this.#close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  #close(): void {
    this.#root.hidden = true
    this.#back?.focus()
  }
}
