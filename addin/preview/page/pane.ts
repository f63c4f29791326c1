// The frame with the real pane, its width, and handing a code to it the way a person types it.
// Never changes the pane's files, and does without the field where it is absent.
import { element } from './element.ts'
import type { Switches } from './switches.ts'
import { words } from './words.ts'

export class Pane {
  readonly frame = element('iframe', { title: words.pane.title, class: 'pane' })
  readonly controls: HTMLElement
  readonly #switches: Switches

  constructor(switches: Switches) {
    this.#switches = switches
    const widths = [
      { text: words.pane.narrow, width: 320 },
      { text: words.pane.wide, width: 350 },
    ].map(({ text, width }) => {
      const input = element('input', {
        type: 'radio',
        name: 'width',
        value: width,
        checked: width === switches.width,
      })
      input.addEventListener('change', () => {
        this.#switches.width = width
        this.follow()
      })
      return element('label', {}, input, text)
    })
    this.controls = element(
      'div',
      { role: 'radiogroup', 'aria-label': words.pane.width, class: 'widths' },
      ...widths,
    )
    this.follow()
  }

  load(): void {
    this.frame.src = this.#switches.pane
  }

  reload(): void {
    this.follow()
    this.frame.contentWindow?.location.reload()
  }

  follow(): void {
    this.frame.style.width = `${this.#switches.width}px`
    this.frame.style.colorScheme = this.#switches.dark ? 'dark' : 'light'
  }

  /** Signs in with a code; false when the pane shows no field for one. */
  async signIn(code: string): Promise<boolean> {
    const field = this.#field() ?? (await this.#fieldAfterSignOut())
    const realm = this.frame.contentWindow
    if (!field || !realm) return false
    const typed = Object.getOwnPropertyDescriptor(inputPrototype(realm), 'value')
    typed?.set?.call(field, code)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.form?.requestSubmit()
    return true
  }

  #field(): HTMLInputElement | undefined {
    const labels = this.frame.contentDocument?.querySelectorAll('label') ?? []
    const label = [...labels].find(({ textContent }) => textContent?.includes(words.codes.field))
    const control = label?.control
    // made in another window, so not an instance of this one's class
    return control?.tagName === 'INPUT' ? (control as HTMLInputElement) : undefined
  }

  async #fieldAfterSignOut(): Promise<HTMLInputElement | undefined> {
    const buttons = this.frame.contentDocument?.querySelectorAll('button') ?? []
    const leave = [...buttons].find(({ textContent, ariaLabel }) =>
      words.codes.signOut.test(`${textContent} ${ariaLabel ?? ''}`),
    )
    if (!leave) return undefined
    leave.click()
    for (let tries = 0; tries < 20; tries += 1) {
      const field = this.#field()
      if (field) return field
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    return undefined
  }
}

// a framework watches the setter of the frame's own class
function inputPrototype(realm: Window): object {
  return (realm as Window & typeof globalThis).HTMLInputElement.prototype
}
