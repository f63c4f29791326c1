/**
 * Finds figures in the narrative: those quoted from the sheets, and counts that announce a list.
 * Works on wording given as data; it never guesses which figure a sentence means.
 */
import type { Index } from '../catalogue/catalogue.ts'
import type { Values } from '../content.ts'
import { type Figure, readFigure } from '../figure.ts'
import type { Stated } from './subject.ts'

type Sighting = { readonly form: string; readonly section: string }

/** Narrative sections with whitespace and composition made even, so that wording can be compared. */
export function* sections(index: Index, values: Values): Generator<Sighting & { text: string }> {
  for (const form of index.narratives)
    for (const { code } of form.sections) {
      const text = values.content.narrative.get(code)
      if (text) yield { form: form.id, section: code, text: even(text) }
    }
}

export const even = (text: string): string => text.normalize('NFC').replace(/[\s\u00a0]+/gu, ' ')
export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

/** `words` are the longest of the wording, in small letters: a text without them needs no search. */
type Sought = { readonly words: string; readonly search: RegExp }
const soughtBy = new Map<string, Sought>()

/** A phrase as a search for its wording, with "#" for the figure. */
function searchFor(phrase: string): Sought {
  const known = soughtBy.get(phrase)
  if (known) return known
  const wording = literal(even(phrase)).replace('#', '(\\d[\\d.,]*\\d|\\d)')
  // a phrase that begins with a letter must begin a word
  const start = /^(?!#)\p{P}/u.test(phrase) ? '' : '(?<![\\p{L}\\d])'
  const search = new RegExp(`${start}${wording}(?![\\p{L}\\d])`, 'giu')
  const [words = ''] = even(phrase)
    .toLowerCase()
    .split('#')
    .sort((a, b) => b.length - a.length)
  const sought = { words, search }
  soughtBy.set(phrase, sought)
  return sought
}

/** Every place where a phrase with a figure ("tiếp nhận tổng số: # hồ sơ") occurs, with the figure it should equal. */
export function quotations(
  index: Index,
  phrases: readonly { text: string; place: string }[],
  values: Values,
): (Sighting & { printed: Stated; exact: Figure; place: string })[] {
  const found: ReturnType<typeof quotations> = []
  for (const { form, section, text } of sections(index, values)) {
    const small = text.toLowerCase()
    for (const phrase of phrases) {
      const { words, search } = searchFor(phrase.text)
      // most phrases are not there
      if (!small.includes(words)) continue
      for (const match of text.matchAll(search)) {
        const reading = readFigure(match[1])
        if (!reading.ok || reading.figure.state !== 'number') continue
        const { value, decimals } = reading.figure
        const printed = decimals === undefined ? { value } : { value, decimals }
        const [table = '', column] = phrase.place.split('.')
        const exact = column ? values.total(table, column) : values.figure(phrase.place)
        found.push({ form, section, printed, exact, place: phrase.place })
      }
    }
  }
  return found
}

const announced =
  /(\d+)\s+([^\d:;.,]{2,60}?)\s*(?:,\s*)?(?:bao gồm|gồm|như sau|sau|sau đây|là)\s*:\s*(.+?)(?:\.\s|\.$|$)/giu

/** "02 quyết định gồm: (1) …; (2) …": the number announced and the number listed. */
export function enumerations(
  index: Index,
  values: Values,
): (Sighting & { stated: number; listed: number; what: string })[] {
  const found: ReturnType<typeof enumerations> = []
  for (const { form, section, text } of sections(index, values))
    for (const [, count = '', what = '', list = ''] of text.matchAll(announced)) {
      const markers = list.match(/\(\d+\)/gu)?.length ?? 0
      const listed =
        markers > 0 ? markers : list.split(';').filter(part => part.trim() !== '').length
      // "trước hạn là: 319; đúng hạn là 3" gives figures, not a list
      const figures = /^\d/u.test(list)
      if (!figures && listed > 1)
        found.push({ form, section, stated: Number(count), listed, what: what.trim() })
    }
  return found
}
