// The demo codes with a "Thử" button each, as the development server hands them out.
// Never contains a code itself: without the server's list there is only a sentence.
import { button, element } from './element.ts'
import { words } from './words.ts'

interface DemoCode {
  readonly role: string
  readonly unit?: string | null
  readonly name?: string
  readonly code: string
}

/** The named boundary: the file is written by the server that runs beside this page. */
async function demoCodes(): Promise<readonly DemoCode[]> {
  try {
    const answer = await fetch('/preview/access.json')
    if (!answer.ok) return []
    const { codes } = (await answer.json()) as { codes?: readonly DemoCode[] }
    return codes ?? []
  } catch {
    return []
  }
}

function nameOf({ name, unit, role }: DemoCode): string {
  return name ?? unit ?? words.codes.roles[role] ?? role
}

/** @param attempt tries a code; `name` says whose it is */
export async function codeList(
  attempt: (code: string, name: string) => void,
): Promise<HTMLElement> {
  const codes = await demoCodes()
  if (codes.length === 0) return element('p', { class: 'codes' }, words.codes.none)
  const entries = codes.map(entry => {
    const name = nameOf(entry)
    const role = words.codes.roles[entry.role] ?? entry.role
    return element(
      'li',
      {},
      element('span', { class: 'who', title: role }, name),
      element('code', { title: entry.code }, entry.code),
      button(words.codes.attempt, () => attempt(entry.code, name), {
        'aria-label': words.codes.attemptAs(name),
      }),
    )
  })
  return element(
    'div',
    { class: 'codes' },
    element('p', {}, words.codes.intro),
    element('ul', {}, ...entries),
  )
}
