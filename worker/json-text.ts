/**
 * What `JSON.parse` lets pass without a word and no sender can have meant: a name twice in one object, where the last
 * one would win, a name that copying drops, half a character, and brackets beyond any depth of ours.
 */

/** The deepest body there is has five levels. */
const deepest = 32

export type TextFault =
  | { readonly fault: 'repeated' | 'reserved' | 'half-character'; readonly at: readonly string[] }
  | { readonly fault: 'too-deep' }

/** One object or array that is open; `names` are those seen so far, and an array has none. */
type Open = { readonly names: Set<string> | undefined; name: string; position: number }

const quote = 0x22
const backslash = 0x5c
const colon = 0x3a

/**
 * The first fault of a text that `JSON.parse` accepts.
 * @param text valid JSON
 * @param json what it was read as
 */
export const faultOf = (text: string, json: unknown): TextFault | undefined =>
  isSound(text, json) ? undefined : soughtIn(text)

/** Nearly every text is: no name was lost in reading it, none means anything to the language, all letters are whole. */
function isSound(text: string, json: unknown): boolean {
  if (!text.isWellFormed() || /\\u[dD][89a-fA-F]/u.test(text)) return false
  const members = membersIn(json, deepest)
  return members !== undefined && members === namesIn(text)
}

/** Members of all objects in it; undefined when it is deeper than that or has a name that copying drops. */
function membersIn(json: unknown, depth: number): number | undefined {
  if (typeof json !== 'object' || json === null) return 0
  if (depth === 0 || Object.hasOwn(json, '__proto__')) return undefined
  const values: unknown[] = Object.values(json)
  let members = Array.isArray(json) ? 0 : values.length
  for (const value of values) {
    const within = membersIn(value, depth - 1)
    if (within === undefined) return undefined
    members += within
  }
  return members
}

/** Strings that a colon follows. */
function namesIn(text: string): number {
  let names = 0
  for (let i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) {
    i = endOfString(text, i)
    let after = i + 1
    // white space of JSON, and nothing else that stands outside a string, is no greater than a blank
    while (text.charCodeAt(after) <= 0x20) after += 1
    if (text.charCodeAt(after) === colon) names += 1
  }
  return names
}

/** One pass; only strings are looked at twice. */
function soughtIn(text: string): TextFault | undefined {
  const open: Open[] = []
  const at = (): string[] =>
    open.map(({ names, name, position }) => (names ? name : String(position)))
  /** whether the next string of an object is a name */
  let naming = false
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x7b: // {
        if (open.push({ names: new Set(), name: '', position: 0 }) > deepest)
          return { fault: 'too-deep' }
        naming = true
        break
      case 0x5b: // [
        if (open.push({ names: undefined, name: '', position: 0 }) > deepest)
          return { fault: 'too-deep' }
        naming = false
        break
      case 0x7d: // }
      case 0x5d: // ]
        open.pop()
        naming = false
        break
      case 0x2c: {
        // ,
        const within = open.at(-1)
        naming = within?.names !== undefined
        if (within) within.position += 1
        break
      }
      case quote: {
        const end = endOfString(text, i)
        const words = wordsOf(text, i, end)
        i = end
        const within = open.at(-1)
        if (naming && within?.names) {
          naming = false
          within.name = words
          if (words === '__proto__') return { fault: 'reserved', at: at() }
          const seen = within.names.size
          if (within.names.add(words).size === seen) return { fault: 'repeated', at: at() }
        }
        if (!words.isWellFormed()) return { fault: 'half-character', at: at() }
      }
    }
  }
  return undefined
}

/** Where the string that begins at `start` has its closing quote: one with an even number of backslashes before it. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (text.charCodeAt(end - 1) === backslash) {
    let slashes = 1
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes += 1
    if (slashes % 2 === 0) break
    end = text.indexOf('"', end + 1)
  }
  return end
}

function wordsOf(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end)
  // the text was accepted, so a string of it is one too
  return raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw
}
