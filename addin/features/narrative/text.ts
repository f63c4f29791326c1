/** A section's text: what it begins with, where figures stand in it, and a new number in place of an old one. */
import type { ReportSection, SectionEdit, ToldFigure } from '../../../shared/protocol.ts'
import type { Mend } from './state.ts'

/** As many characters as the wire takes (`shared/protocol/narrative.ts`). */
export const mostCharacters = 20_000

/** As the server counts them: two code points of one letter are one. */
export const lengthOf = (text: string): number => text.normalize('NFC').length

/** One paragraph a line; a passage without words is there for its remarks only. */
export const mergedText = ({ merged }: ReportSection): string =>
  merged.flatMap(({ text }) => (text === '' ? [] : [text])).join('\n')

/** What the report says at present. */
export const savedText = (section: ReportSection): string =>
  section.edit?.text ?? mergedText(section)

export type Part = { readonly text: string; readonly told: ToldFigure | null }

/** The sentence cut at its figures, which are told in the order they stand. */
export function partsOf(text: string, told: readonly ToldFigure[]): Part[] {
  const parts: Part[] = []
  let done = 0
  for (const figure of told) {
    const at = occurrences(text, figure.printed).find(found => found >= done)
    if (at === undefined) continue
    if (at > done) parts.push({ text: text.slice(done, at), told: null })
    parts.push({ text: figure.printed, told: figure })
    done = at + figure.printed.length
  }
  return done < text.length ? [...parts, { text: text.slice(done), told: null }] : parts
}

type Outdated = SectionEdit['outdated'][number]

export const isMendOf = ({ sentence, at }: Mend, outdated: Outdated): boolean =>
  sentence === outdated.sentence && at === outdated.figure.at

/**
 * The text with the new number in that sentence, other sentences untouched; null when the sentence is no longer there as
 * it was saved, or the number stands in it more than once and nothing tells which is meant.
 */
export function mended(
  text: string,
  section: ReportSection,
  outdated: Outdated,
  mends: readonly Mend[],
): string | null {
  const mend = { sentence: outdated.sentence, at: outdated.figure.at }
  return rewritten(text, section, outdated.sentence, mends, [...mends, mend])
}

/** The text with the old number again; null when the sentence has been written anew since. */
export function unmended(
  text: string,
  section: ReportSection,
  outdated: Outdated,
  mends: readonly Mend[],
): string | null {
  const others = mends.filter(one => !isMendOf(one, outdated))
  return rewritten(text, section, outdated.sentence, mends, others)
}

function rewritten(
  text: string,
  section: ReportSection,
  sentence: string,
  before: readonly Mend[],
  after: readonly Mend[],
): string | null {
  const old = sentenceWith(section, sentence, before)
  const now = sentenceWith(section, sentence, after)
  const at = old === null ? -1 : text.indexOf(old)
  if (old === null || now === null || at < 0) return null
  return text.slice(0, at) + now + text.slice(at + old.length)
}

/** The sentence as it stands in the text once these mends are made; null when a place in it is not certain. */
export function sentenceWith(
  section: ReportSection,
  sentence: string,
  mends: readonly Mend[],
): string | null {
  const made = (section.edit?.outdated ?? []).filter(
    one => one.sentence === sentence && mends.some(mend => isMendOf(mend, one)),
  )
  const places = made.map(one => ({ one, at: placeIn(section, one) }))
  // from the end, so that what stands before keeps its place
  return places
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))
    .reduce<string | null>((words, { one, at }) => {
      if (words === null || at === null) return null
      return words.slice(0, at) + one.now + words.slice(at + one.figure.printed.length)
    }, sentence)
}

/** Where the old number of a figure stands in its sentence; told by the words before it when it stands there twice. */
function placeIn({ merged }: ReportSection, { sentence, figure }: Outdated): number | null {
  const found = occurrences(sentence, figure.printed)
  if (found.length < 2) return found[0] ?? null
  const leads = merged.flatMap(({ text, told }) => {
    const parts = partsOf(text, told)
    const nth = parts.findIndex(part => part.told?.at === figure.at)
    return nth > 0 ? [leadOf(parts[nth - 1]?.text ?? '')] : []
  })
  const meant = found.filter(at => leads.some(lead => leadOf(sentence.slice(0, at)) === lead))
  return meant.length === 1 ? (meant[0] ?? null) : null
}

/** The last three words before a figure. */
const leadOf = (before: string): string => before.trim().split(/\s+/u).slice(-3).join(' ')

/** Never within a longer number: “2” is not in “12” nor in “2,5”. */
function occurrences(text: string, printed: string): number[] {
  const escaped = printed.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
  const whole = new RegExp(`(?<![\\d\\p{L}]|\\d[.,])${escaped}(?![\\p{L}\\d]|[.,]\\d)`, 'gu')
  return [...text.matchAll(whole)].map(({ index }) => index)
}
