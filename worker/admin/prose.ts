/** A report's text checked against its own figures, from the command line. Needs no data of any agency. */
import { readFileSync } from 'node:fs'
import { checkProse, type Finding, type Place } from '../../shared/prose.ts'
import { reasonOf } from '../on-premise/data-dir.ts'
import { documentText } from '../upload/document-text.ts'
import type { Command, Typed } from './command.ts'
import { words } from './words.ts'

export const proseCommands: readonly Command[] = [
  {
    name: 'prose check',
    takes: [1, 1],
    options: { json: { type: 'boolean' } },
    needs: 'nothing',
    run: check,
  },
]

/** Exit codes by the gravest verdict: a note changes nothing. */
const exits = { nothing: 0, doubt: 1, wrong: 2, notRead: 3 } as const

async function check({ given, has: asked, say, progress }: Typed): Promise<number> {
  const file = given[0] ?? ''
  const refuse = (sentence: string): number => {
    progress(sentence)
    return exits.notRead
  }
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (error) {
    return refuse(words.noFile(file, reasonOf(error)))
  }
  const document = await documentText(bytes)
  if (!document.ok) return refuse(words.noText[document.why](file))
  const text = document.text.normalize('NFC')
  const findings = checkProse(text)
  if (asked('json')) say(JSON.stringify({ file, findings }, null, 2))
  else tell(text, file, findings, say)
  const has = (verdict: Finding['verdict']) => findings.some(one => one.verdict === verdict)
  return has('wrong') ? exits.wrong : has('doubt') ? exits.doubt : exits.nothing
}

function tell(
  text: string,
  file: string,
  findings: readonly Finding[],
  say: (line: string) => void,
): void {
  for (const { verdict, rule, message, arithmetic, places } of findings) {
    say(words.proseFinding(verdict, rule, message))
    if (arithmetic !== '') say(`    ${arithmetic}`)
    for (const [, inSentence] of Map.groupBy(places, ({ sentence }) => sentence.from))
      say(`    ${words.proseLine(lineOf(text, inSentence), quoted(text, inSentence))}`)
    say('')
  }
  say(words.proseDone(file, findings))
}

const lineOf = (text: string, [first]: readonly Place[]): number =>
  text.slice(0, first?.from ?? 0).split('\n').length

/** As many letters before and after what is marked. */
const around = 70

/** One sentence with its marked places, cut where it is long. */
function quoted(text: string, places: readonly Place[]): string {
  const [first] = places
  const last = places.at(-1)
  if (!first || !last) return ''
  const from = Math.max(first.sentence.from, first.from - around)
  const to = Math.min(first.sentence.to, last.to + around)
  let quote = ''
  let at = from
  for (const place of places) {
    quote += `${text.slice(at, place.from)}«${text.slice(place.from, place.to)}»`
    at = place.to
  }
  const cut = `${from > first.sentence.from ? '…' : ''}${quote}${text.slice(at, to)}${to < first.sentence.to ? '…' : ''}`
  return cut.replace(/\s+/gu, ' ')
}
