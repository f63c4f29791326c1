/** The words of a text as reports use them: which two texts share, where sentences end, and whether one denies something. */
import { numbersIn } from './numbers.ts'

/** What reports abbreviate. */
const abbreviations: Readonly<Record<string, string>> = {
  tthc: 'thủ tục hành chính',
  mc: 'một cửa',
  mclt: 'một cửa liên thông',
  dvc: 'dịch vụ công',
  dvctt: 'dịch vụ công trực tuyến',
  bcci: 'bưu chính công ích',
  sncl: 'sự nghiệp công lập',
  vbqppl: 'văn bản quy phạm pháp luật',
  cchc: 'cải cách hành chính',
  pakn: 'phản ánh kiến nghị',
}
/** Words that stand beside any number, and those of them that make no difference to what it counts. */
const anywhere = new Set(
  'là số tổng đã có và trong đó tại của được trên cho các đạt hiện nay bằng theo về với từ lượng kỳ'.split(
    ' ',
  ),
)
const indifferent = new Set('là đã có và tại của được các đạt hiện nay'.split(' '))

const allWordsIn = (text: string): string[] =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  ).flatMap(word => (abbreviations[word] ?? word).split(' '))
const without = (left: ReadonlySet<string>) => (text: string) =>
  new Set(allWordsIn(text).filter(word => !left.has(word)))

/** Lower case, abbreviations spelled out. */
export const wordsIn = without(anywhere)
/** The same with "tổng số", "trong kỳ", "trên", without which a number may be of something else. */
export const strictWordsIn = without(indifferent)

/** The part of `words` that is among `others`, 0 to 1. */
export function shareOf(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let found = 0
  for (const word of words) if (others.has(word)) found += 1
  return words.size === 0 ? 0 : found / words.size
}

/** Whether a sentence of the text says there is none of what this is about. */
export const saysNone = (text: string, subject: string): boolean =>
  sentencesIn(text).some(
    sentence => isAbout(sentence, subject) && (negation.test(sentence) || isZero(sentence)),
  )

/** Whether a sentence of the text affirms what this is about. */
export const affirms = (text: string, subject: string): boolean =>
  sentencesIn(text).some(sentence => isAbout(sentence, subject) && !negation.test(sentence))

const isZero = (sentence: string): boolean => {
  const numbers = numbersIn(sentence)
  return numbers.length > 0 && numbers.every(({ value }) => value === 0)
}
const negation = /(?:^|\s)(?:không|chưa)\s/iu
const isAbout = (sentence: string, subject: string): boolean =>
  shareOf(wordsIn(subject), wordsIn(sentence)) >= 0.8

/** A text in sentences, as it is marked and read. */
export const sentencesIn = (text: string): string[] =>
  text
    .split(/(?<=[.!?…]["”)]?)\s+(?=[\p{Lu}\d“"-])|\n+/u)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '')
