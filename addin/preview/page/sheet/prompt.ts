// The small note near the active cell that says what belongs there (the input message of its
// validation rule). Never takes the focus.
import { element } from '../element.ts'
import type { Selection } from './selection.ts'

export class PromptNote {
  readonly root = element('div', { id: 'prompt', role: 'note', class: 'prompt', hidden: true })
  readonly #selection: Selection

  constructor(selection: Selection) {
    this.#selection = selection
  }

  update(): void {
    const { active, sheet } = this.#selection
    const prompt = sheet.validations.at(active.row, active.column)?.prompt
    const { title = '', message = '' } = prompt?.showPrompt ? prompt : {}
    this.root.hidden = title === '' && message === ''
    const heading = title === '' ? [] : [element('strong', {}, title)]
    this.root.replaceChildren(...heading, element('p', {}, message))
  }
}
