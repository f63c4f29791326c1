/** Findings of a text as they travel and are shown: sentence by sentence, with what is marked in each. */
import type { ProseFinding } from '../protocol/prose.ts'
import type { Finding, Place } from './finding.ts'

/** @param text the text that was checked, composed as NFC */
export const proseOnWire = (text: string, findings: readonly Finding[]): ProseFinding[] =>
  findings.map(({ rule, verdict, message, arithmetic, places, figure }) => ({
    rule,
    verdict,
    message,
    arithmetic,
    at: [...Map.groupBy(places, ({ sentence }) => sentence.from).values()].map(inSentence =>
      sentenceOnWire(text, inSentence),
    ),
    figure: figure ?? null,
  }))

function sentenceOnWire(text: string, places: readonly Place[]): ProseFinding['at'][number] {
  const [{ sentence, quote } = { sentence: { from: 0, to: 0 }, quote: '' }] = places
  return {
    line: text.slice(0, sentence.from).split('\n').length,
    sentence: quote,
    marks: places.map(({ from, to }) => [from - sentence.from, to - sentence.from]),
  }
}
