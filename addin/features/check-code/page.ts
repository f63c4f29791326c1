/**
 * The page for whoever holds only the paper: no session, no framework. The code comes in the address behind the #, which
 * a browser keeps to itself.
 */
import { connect } from '../../api.ts'
import { checkCode as words } from '../../i18n/vi/check-code.ts'
import { type Answered, ask } from './asking.ts'

const api = connect(() => null)

/** An element the page's markup promises. */
function placed<E extends HTMLElement>(id: string, kind: new () => E): E {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`the page has no #${id}`)
  return found
}

const form = placed('ask', HTMLFormElement)
const field = placed('code', HTMLInputElement)
const answer = placed('answer', HTMLElement)

const line = (tag: 'p' | 'h2' | 'li', text: string, name = ''): HTMLElement =>
  Object.assign(document.createElement(tag), { textContent: text, className: name })

function shown(answered: Answered): HTMLElement[] {
  if ('refusal' in answered) return [line('p', answered.refusal, 'refusal')]
  const [first = '', ...rest] = answered.sentences
  const units = document.createElement('ul')
  units.append(...answered.units.map(unit => line('li', unit)))
  return [
    line('p', first, 'belongs'),
    ...rest.map(sentence => line('p', sentence)),
    line('h2', words.units),
    units,
  ]
}

/** The newest question counts: an answer to an earlier one that comes later is not shown. */
let asked = 0

async function askFor(typed: string): Promise<void> {
  asked += 1
  const mine = asked
  answer.replaceChildren(line('p', words.asking))
  const answered = await ask(api, words, typed)
  if (mine !== asked) return
  answer.replaceChildren(...shown(answered))
  field.setAttribute('aria-invalid', String('refusal' in answered))
}

function fromAddress(): void {
  const typed = decodeURIComponent(location.hash.slice(1))
  if (typed === '') return
  field.value = typed
  void askFor(typed)
}

form.addEventListener('submit', event => {
  event.preventDefault()
  // the address can be kept or passed on
  history.replaceState(null, '', `#${encodeURIComponent(field.value.trim())}`)
  void askFor(field.value)
})
addEventListener('hashchange', fromAddress)
fromAddress()
