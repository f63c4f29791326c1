/** Turns a request that would be accepted into one that perhaps is not. */
import type { Chance } from './chance.ts'
import { methods, oddHeaders, oddNames, oddParts, oddQueries, oddValues } from './odd.ts'

/** A request before it is sent; the body is text until bytes are broken, and bytes are never mended again. */
export type Draft = {
  method: string
  path: string
  query: string
  headers: Record<string, string>
  body: string | Uint8Array<ArrayBuffer> | undefined
}

type Mutation = (draft: Draft, chance: Chance) => void

/** What is drawn, and how often beside the others. */
const mutations: readonly (readonly [number, Mutation])[] = [
  [9, valueReplaced],
  [5, nameReplaced],
  [4, memberAdded],
  [3, memberDropped],
  [4, textEdited],
  [5, wordsEdited],
  [4, bytesBroken],
  [1, deepened],
  [1, grown],
  [1, bodyReplaced],
  [3, headerSet],
  [3, partReplaced],
  [2, querySet],
  [1, methodReplaced],
]
const drawn = mutations.flatMap(([times, mutation]) => Array<Mutation>(times).fill(mutation))

/** Once in eight times nothing, so that something is accepted; otherwise one to four things. */
export function mutated(draft: Draft, chance: Chance): Draft {
  const made = { ...draft, headers: { ...draft.headers } }
  if (chance.once(8)) return made
  for (let left = 1 + chance.below(4); left > 0; left--) chance.pick(drawn)(made, chance)
  return made
}

const textOf = ({ body }: Draft): string =>
  typeof body === 'string' ? body : body === undefined ? '' : new TextDecoder('latin1').decode(body)

/** Beyond this a body is only cut and repeated: the patterns below would search it for minutes. */
const searchable = 20_000

const found = (text: string, pattern: RegExp): RegExpExecArray[] =>
  text.length > searchable ? [] : [...text.matchAll(pattern)]

/** Replaces one match of the body's text, at chance. */
function replaceOne(draft: Draft, pattern: RegExp, by: (found: string) => string, chance: Chance) {
  const text = textOf(draft)
  const places = found(text, pattern)
  if (places.length === 0) return
  const one = chance.pick(places)
  draft.body = text.slice(0, one.index) + by(one[0]) + text.slice(one.index + one[0].length)
}

/** A string, number, literal, or a whole small list or object. */
const value =
  /(?<=[:[,]\s*)(?:"(?:[^"\\]|\\.)*"(?!\s*:)|-?\d[\d.eE+-]*|true|false|null|\{[^{}]*\}|\[[^[\]]*\])/gu
const name = /"(?:[^"\\]|\\.)*"(?=\s*:)/gu

function valueReplaced(draft: Draft, chance: Chance) {
  replaceOne(draft, value, () => chance.pick(oddValues), chance)
}

function nameReplaced(draft: Draft, chance: Chance) {
  replaceOne(draft, name, () => JSON.stringify(chance.pick(oddNames)), chance)
}

/** Also one that is there already. */
function memberAdded(draft: Draft, chance: Chance) {
  const names = found(textOf(draft), name).map(([match]) => match)
  const added =
    chance.once(2) && names.length > 0 ? chance.pick(names) : JSON.stringify(chance.pick(oddNames))
  replaceOne(draft, /\{/gu, () => `{${added}:${chance.pick(oddValues)},`, chance)
}

function memberDropped(draft: Draft, chance: Chance) {
  replaceOne(
    draft,
    /"(?:[^"\\]|\\.)*"\s*:\s*(?:"(?:[^"\\]|\\.)*"|[^,{}[\]]+|\{[^{}]*\}|\[[^[\]]*\]),?/gu,
    () => '',
    chance,
  )
}

function textEdited(draft: Draft, chance: Chance) {
  const text = textOf(draft)
  const [from, to] = [chance.below(text.length + 1), chance.below(text.length + 1)]
  const piece = text.slice(Math.min(from, to), Math.min(from, to) + chance.below(40))
  draft.body = chance.pick([
    () => text.slice(0, from),
    () => text.slice(from),
    () => text.slice(0, from) + piece + text.slice(from),
    () =>
      text.slice(0, from) +
      chance.pick([
        '\u0000',
        '\ufeff',
        '\u202e',
        '\u0301',
        '"',
        '\\',
        '{',
        ']',
        ',',
        '\\ud800',
        '😀',
      ]) +
      text.slice(from),
    () => text.normalize('NFD'),
    () => `\ufeff${text}`,
    () => `${text} ${text}`,
  ])()
}

const oddLetters = [
  '\\u0000',
  '\\ud83d',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\u0301',
  '\u00ad',
  '😀',
  ' ',
  '\\n',
]

/** Where people read: inside a string. */
function wordsEdited(draft: Draft, chance: Chance) {
  const words = /(?<=:\s*")[^"\\{}]*(?=")/gu
  const split = (found: string, at: number) =>
    found.slice(0, at) + chance.pick(oddLetters) + found.slice(at)
  replaceOne(draft, words, found => split(found, chance.below(found.length + 1)), chance)
}

/** Half the time in the middle of a Vietnamese letter. */
function bytesBroken(draft: Draft, chance: Chance) {
  const bytes =
    typeof draft.body === 'object' ? draft.body : new TextEncoder().encode(textOf(draft))
  const broken = new Uint8Array(bytes)
  if (broken.length === 0) return
  const parts = [...broken.keys()].filter(at => (broken[at] ?? 0) > 0x7f)
  for (let left = 1 + chance.below(4); left > 0; left--) {
    const at = parts.length > 0 && chance.once(2) ? chance.pick(parts) : chance.below(broken.length)
    broken[at] = chance.below(256)
  }
  draft.body = chance.once(3) ? broken.slice(0, chance.below(broken.length)) : broken
}

function deepened(draft: Draft, chance: Chance) {
  const depth = chance.pick([3, 33, 1000, 60_000])
  const [open, close] = chance.pick([
    ['[', ']'],
    ['{"a":', '}'],
  ] as const)
  replaceOne(draft, value, found => open.repeat(depth) + found + close.repeat(depth), chance)
}

function grown(draft: Draft, chance: Chance) {
  const size = chance.pick([200, 3000, 25_000, 300_000])
  const letter = chance.pick(['a', 'ế', 'e\u0302\u0301', '\u200b', '😀', '\\u0000', '\\"'])
  if (chance.once(2))
    replaceOne(draft, value, () => `"${letter.repeat(Math.min(size, 100_000))}"`, chance)
  else
    replaceOne(
      draft,
      /\{/gu,
      () =>
        `{${Array.from({ length: Math.min(size, 20_000) }, (_, i) => `"k${i}":${i},`).join('')}`,
      chance,
    )
}

function bodyReplaced(draft: Draft, chance: Chance) {
  draft.body = chance.once(5) ? undefined : chance.pick(['', ...oddValues])
}

function headerSet(draft: Draft, chance: Chance) {
  const [header, content] = chance.pick(oddHeaders)
  const present = Object.keys(draft.headers)
  if (present.length > 0 && chance.once(4)) delete draft.headers[chance.pick(present)]
  else draft.headers[header] = content
}

function partReplaced(draft: Draft, chance: Chance) {
  const parts = draft.path.split('/')
  const at = 3 + chance.below(Math.max(1, parts.length - 3))
  if (chance.once(6)) parts.splice(at, chance.below(2), chance.pick(oddParts))
  else parts[at] = chance.pick(oddParts)
  draft.path = parts.join('/')
}

function querySet(draft: Draft, chance: Chance) {
  draft.query = chance.pick(oddQueries)
}

function methodReplaced(draft: Draft, chance: Chance) {
  draft.method = chance.pick(methods)
}
