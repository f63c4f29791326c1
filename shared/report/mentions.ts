/**
 * Which figures a text of a unit or of the office tells: a number is a figure's when the words around it are the
 * figure's own. Rather nothing than a guess: what differs is only named when all of its words are there.
 */
import { fromWire, quantity, roundHalfUp } from '../figure.ts'
import { numbersIn, type TextNumber } from './numbers.ts'
import type { Told } from './prose.ts'
import { shareOf, strictWordsIn, wordsIn } from './wording.ts'

export type Mention = {
  readonly told: Told
  readonly number: TextNumber
  /** at the decimals it is printed with (PCT-PRINT) */
  readonly agrees: boolean
  /** all of the figure's own words are there */
  readonly isNamed: boolean
}

/** Fewer words than this around a figure ("# thủ tục") do not tell it from others. */
const tellingWords = 3
/** Share of a figure's words that must be there for a number that agrees: less where hardly anything agrees by chance. */
const enough = ({ value, percent }: TextNumber): number =>
  percent ? 0.75 : value < 10 ? 0.5 : 0.34

type Context = {
  readonly number: TextNumber
  readonly words: ReadonlySet<string>
  readonly strict: ReadonlySet<string>
}
/** A text with its numbers and the words around each; reading it once does for all sentences. */
export type Reading = { readonly text: string; readonly contexts: readonly Context[] }

export function readingOf(text: string): Reading {
  const composed = text.normalize('NFC')
  return { text: composed, contexts: contextsIn(composed) }
}

/** The words a number has to stand among to be the figure's. */
type Own = { readonly words: ReadonlySet<string>; readonly strict: ReadonlySet<string> }

/**
 * The figures of one sentence that a text tells, in the order of both.
 * @param subject what the sentence is about
 */
export function mentionsIn(reading: Reading, subject: string, figures: readonly Told[]): Mention[] {
  if (reading.contexts.length === 0) return []
  const counted = figures.filter(one => isCounted(one) && !isRate(one))
  const counts = reading.contexts.filter(({ number }) => !number.percent)
  const found = inOrder(counted, counts, told => ownOf(told, told === counted[0] ? subject : ''))
  return [...found, ...ratesBeside(reading, figures, found)]
}

/** By the words themselves: there are as many as the sentences and the forms have, and each meets every paragraph. */
const owned = new Map<string, Own>()

/** "# thủ tục" at the beginning of a sentence is what the sentence is about. */
function ownOf({ says }: Told, subject: string): Own {
  const key = `${subject}\n${says}`
  const known = owned.get(key)
  if (known) return known
  const words = wordsIn(says)
  const text = words.size < tellingWords ? `${subject} ${says}` : says
  const own = { words: wordsIn(text), strict: strictWordsIn(text) }
  owned.set(key, own)
  return own
}

const isCounted = ({ merged }: Told): boolean => quantity(fromWire(merged.value)) !== undefined
const isRate = ({ printed }: Told): boolean => printed.endsWith('%')

const isNamed = (own: Own, { strict }: Context): boolean =>
  own.words.size >= tellingWords && shareOf(own.strict, strict) === 1

const mentionOf = (told: Told, own: Own, context: Context): Mention => ({
  told,
  number: context.number,
  agrees: agrees(told, context.number),
  isNamed: isNamed(own, context),
})

/** 0: another figure; 1: this one with another number; more: this one. */
function likeness(told: Told, own: Own, context: Context): number {
  const { number, words } = context
  if (!agrees(told, number)) return isNamed(own, context) ? 1 : 0
  const share = shareOf(own.words, words)
  return share >= enough(number) ? 2 + share : 0
}

export function agrees({ merged }: Told, { value, decimals, percent }: TextNumber): boolean {
  const exact = quantity(fromWire(merged.value))
  if (exact === undefined) return false
  return value === (percent ? roundHalfUp(exact, decimals) : roundHalfUp(exact, 6))
}

/** As many words after a number as its figure may have there. */
const wordsAfter = 14

/** Numbers with the words before and after each, as far as the next number or the end of the clause. */
function contextsIn(text: string): Context[] {
  const numbers = numbersIn(text)
  const contexts = numbers.map((number, i) => {
    const last = numbers[i - 1]?.to ?? 0
    const next = numbers[i + 1]?.from ?? text.length
    const before =
      text
        .slice(last, number.from)
        .split(/[;\n]|\.\s/u)
        .at(-1) ?? ''
    const after = text.slice(number.to, next).split(/[;\n]|\.\s/u)[0] ?? ''
    const around = `${before} ${after.split(/\s+/u).slice(0, wordsAfter).join(' ')}`
    return { number, words: wordsIn(around), strict: strictWordsIn(around) }
  })
  // "01/29 nhiệm vụ": the whole first, as sentences do, and both with the words of both
  for (const [i, one] of contexts.entries()) {
    const other = contexts[i + 1]
    if (!other || text.slice(one.number.to, other.number.from) !== '/') continue
    const both = {
      words: new Set([...one.words, ...other.words]),
      strict: new Set([...one.strict, ...other.strict]),
    }
    contexts.splice(i, 2, { number: other.number, ...both }, { number: one.number, ...both })
  }
  return contexts
}

const nobody: Own = { words: new Set(), strict: new Set() }

/** The assignment of figures to numbers that keeps both in order and fits best in sum. */
function inOrder(
  figures: readonly Told[],
  contexts: readonly Context[],
  ownOf: (told: Told) => Own,
): Mention[] {
  const owns = figures.map(ownOf)
  const scores = figures.map((told, i) =>
    contexts.map(context => likeness(told, owns[i] ?? nobody, context)),
  )
  const best: number[][] = [...figures, null].map(() => [...contexts, null].map(() => 0))
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  for (let i = figures.length - 1; i >= 0; i--)
    for (let j = contexts.length - 1; j >= 0; j--) {
      const score = scores[i]?.[j] ?? 0
      const row = best[i]
      if (row)
        row[j] = Math.max(at(i + 1, j), at(i, j + 1), score > 0 ? score + at(i + 1, j + 1) : 0)
    }
  const found: Mention[] = []
  for (let i = 0, j = 0; i < figures.length && j < contexts.length; ) {
    const [told, context, score] = [figures[i], contexts[j], scores[i]?.[j] ?? 0]
    if (told && context && score > 0 && at(i, j) === score + at(i + 1, j + 1)) {
      found.push(mentionOf(told, owns[i] ?? nobody, context))
      i += 1
      j += 1
    } else if (at(i, j) === at(i + 1, j)) i += 1
    else j += 1
  }
  return found
}

/** What stands between a count and its rate. */
const goesWith =
  /^[^.;\n\d]{0,60}(?:(?:tỷ lệ|đạt|chiếm|bằng)[^.;\n\d]{0,12}|;\s*(?:đạt\s+)?tỷ lệ:?\s*)$/u

/** "226 hồ sơ, đạt tỷ lệ 100%": a rate right after the count it goes with, or one all of whose own words are there. */
function ratesBeside(
  { text, contexts }: Reading,
  figures: readonly Told[],
  counts: readonly Mention[],
): Mention[] {
  const numberOf = new Map(counts.map(({ told, number }) => [told, number]))
  const free = contexts.filter(({ number }) => number.percent)
  return figures.flatMap((told, i) => {
    if (!isCounted(told) || !isRate(told)) return []
    const counted = figures.slice(0, i).findLast(one => !isRate(one))
    const count = counted && numberOf.get(counted)
    const own = ownOf(told, '')
    const beside = free.find(
      ({ number }) =>
        count !== undefined &&
        number.from > count.to &&
        goesWith.test(text.slice(count.to, number.from)),
    )
    const found =
      beside ??
      (own.words.size < tellingWords
        ? undefined
        : free.find(context => likeness(told, own, context) > 0))
    if (!found) return []
    free.splice(free.indexOf(found), 1)
    const mention = mentionOf(told, own, found)
    return [beside ? { ...mention, isNamed: true } : mention]
  })
}
