/**
 * What the documentation page does beyond being read: finding an operation, copying a command, opening what an address
 * leads to. Without this script all of it can still be read.
 */
import { docs as words } from '../../i18n/vi/docs.ts'

/** Letters without diacritics, so that "so lieu" finds "số liệu". */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase()

const all = <E extends Element>(selector: string, within: ParentNode = document): E[] => [
  ...within.querySelectorAll<E>(selector),
]

function searchable(): void {
  const form = document.querySelector<HTMLFormElement>('form.search')
  const field = form?.querySelector('input')
  const found = form?.querySelector('#found')
  if (!form || !field || !found) return
  const operations = all<HTMLDetailsElement>('.operation').map(at => ({
    at,
    says: plain(at.dataset.says ?? ''),
  }))
  const find = () => {
    const asked = plain(field.value).split(/\s+/u)
    for (const { at, says } of operations) at.hidden = !asked.every(word => says.includes(word))
    for (const subject of all<HTMLElement>('.subject'))
      subject.hidden = !subject.querySelector('.operation:not([hidden])')
    const count = operations.filter(({ at }) => !at.hidden).length
    found.textContent = field.value.trim() === '' ? '' : words.found(count)
  }
  form.addEventListener('submit', event => event.preventDefault())
  field.addEventListener('input', find)
  // a browser gives back what was typed before the page was loaded anew
  find()
  form.hidden = false
}

async function copy(block: HTMLElement, said: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(block.textContent)
    said.textContent = words.copied
  } catch {
    // over plain http a browser gives no clipboard
    getSelection()?.selectAllChildren(block)
    said.textContent = words.selected
  }
}

function copyable(): void {
  for (const block of all<HTMLElement>('pre[data-copy]')) {
    const what = block.dataset.copy ?? ''
    const button = Object.assign(document.createElement('button'), { type: 'button' })
    button.textContent = words.copy
    button.setAttribute('aria-label', words.copyWhat(what))
    const said = Object.assign(document.createElement('span'), { className: 'said' })
    said.setAttribute('role', 'status')
    const row = Object.assign(document.createElement('p'), { className: 'copying' })
    row.append(button, said)
    block.before(row)
    button.addEventListener('click', () => void copy(block, said))
  }
}

/** What is folded away around the place in the address is opened. */
function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const folded = target?.closest('details')
  if (!folded) return
  folded.open = true
  target?.scrollIntoView()
}

/** All open or all folded; on paper comes what is open. */
function unfoldable(): void {
  const button = document.querySelector<HTMLButtonElement>('#unfold')
  if (!button) return
  const folded = all<HTMLDetailsElement>('.operation, .schema')
  const say = (isOpen: boolean) => {
    button.textContent = isOpen ? words.foldAll : words.unfoldAll
    button.dataset.isOpen = String(isOpen)
  }
  say(false)
  button.addEventListener('click', () => {
    const isOpen = button.dataset.isOpen !== 'true'
    for (const one of folded) one.open = isOpen
    say(isOpen)
  })
}

searchable()
copyable()
unfoldable()
openTarget()
addEventListener('hashchange', openTarget)
