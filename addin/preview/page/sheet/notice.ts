// The bar that says why something was refused, with what can be done about it. It stands in the
// page and waits; never a dialog.
import { button, element } from '../element.ts'
import { words } from '../words.ts'

export interface Answer {
  readonly text: string
  readonly act: () => void
}

export class Notice {
  readonly root = element('div', { class: 'notice', role: 'alert', hidden: true })

  show(title: string, message: string, answers: readonly Answer[] = []): void {
    const texts = title === '' ? [message] : [element('strong', {}, title), ' ', message]
    const buttons = answers.map(({ text, act }) =>
      button(text, () => {
        this.hide()
        act()
      }),
    )
    const close = button('×', () => this.hide(), {
      class: 'close',
      'aria-label': words.notice.close,
    })
    this.root.replaceChildren(element('p', {}, ...texts), ...buttons, close)
    this.root.hidden = false
  }

  /** Goes when the person moves on, unless it still asks something. */
  pass(): void {
    if (!this.root.querySelector('button:not(.close)')) this.hide()
  }

  hide(): void {
    this.root.hidden = true
    this.root.replaceChildren()
  }
}
