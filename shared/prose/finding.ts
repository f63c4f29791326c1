/** What is found in a text, and what checks are given to look at. */
import type { Quantity, Ratio } from './quantities.ts'
import type { Group } from './structure.ts'
import type { Prose, Sentence, Span } from './text.ts'

/** `wrong`: cannot be true as written; `doubt`: a person has to look; `note`: nothing needs to change. */
export type Verdict = 'wrong' | 'doubt' | 'note'

export type Place = Span & {
  /** the sentence as it stands in the text, and where it does */
  readonly quote: string
  readonly sentence: Span
}
export type Finding = {
  /** as in domain §4, e.g. PCT-PRINT */
  readonly rule: string
  readonly verdict: Verdict
  /** Vietnamese: what is said, what it should be by which arithmetic */
  readonly message: string
  /** "3.924 / 6.279 = 62,49 %, văn bản ghi 67,73 %" where there is one */
  readonly arithmetic: string
  /** marked numbers or words, in the order of the text; both places of a contradiction */
  readonly places: readonly Place[]
  /** the place of the consolidation it was held against */
  readonly figure?: string
}

export type Read = {
  readonly prose: Prose
  /** the text with every digit blanked that counts nothing: years, dates, symbols, thresholds ("từ 30%") */
  readonly bare: string
  readonly quantities: readonly Quantity[]
  readonly ratios: readonly Ratio[]
  readonly groups: readonly Group[]
}

export const sentenceAt = ({ prose }: Read, index: number): Sentence =>
  prose.sentences[index] ?? { from: 0, to: 0, text: '', paragraph: 0, isItem: false }

/** The sentences of some places, each place with the sentence around it. */
export function placesOf({ prose }: Read, spans: readonly Span[]): Place[] {
  return [...spans]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => {
      const around = prose.sentences.find(one => one.from <= from && from < one.to)
      const sentence = around ? { from: around.from, to: around.to } : { from, to }
      return { from, to, sentence, quote: prose.text.slice(sentence.from, sentence.to) }
    })
}
