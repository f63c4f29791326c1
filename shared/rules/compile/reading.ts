/**
 * How a plain formula reads what people type, the same way `readFigure` does: a number, "Không phát sinh", "Không áp
 * dụng" with its reason, or nothing. What it cannot read it names: a number kept as text, or other words.
 */
import { wordsOf, zeroWords } from '../../figure.ts'
import { quoted } from './text.ts'

export const none = quoted(wordsOf.none)

/** Vietnamese comes precomposed, decomposed, or with the tone alone apart (Unicode tổ hợp); Excel compares code points. */
const spellings = (word: string): string[] => {
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/u
  const apart = [...word]
    .map(letter => {
      const marks = [...letter.normalize('NFD')]
      const tone = marks.find(mark => tones.test(mark)) ?? ''
      return (
        marks
          .filter(mark => mark !== tone)
          .join('')
          .normalize('NFC') + tone
      )
    })
    .join('')
  return [...new Set([word, apart, word.normalize('NFD')])]
}

/** Everything that is taken for none arising; the formulas look it up in a list of the hidden sheet. */
export const noneWords: readonly string[] = [...zeroWords].flatMap(spellings)

/** Words of a cell without the blanks around them; an error of Excel's own is words that cannot be read. */
export const trimmed = (cell: string): string => `IF(ISERROR(${cell}),"#",TRIM(${cell}))`

/** Whether trimmed words are in a list; signs that stand for others in a look-up mean themselves. */
export const isListed = (words: string, list: string): string =>
  `ISNUMBER(MATCH(SUBSTITUTE(SUBSTITUTE(${words},"*","!"),"?","!"),${list},0))`

const excused = quoted(wordsOf.notApplicable)
const without = (words: string, signs: readonly string[]): string =>
  signs.reduce((text, sign) => `SUBSTITUTE(${text},${quoted(sign)},"")`, words)
const isExcuse = (words: string): string =>
  `OR(LEFT(${words},15)="Không được giao",AND(LEFT(${words},13)=${excused},LEN(${without(`MID(${words},14,200)`, [' ', ':', '-', '–', '(', ')'])})>0))`

export const isReasonless = (words: string): string => `LEFT(${words},13)=${excused}`

/** What the engine would take the cell for; "" is not reported. */
export const readValue = (cell: string, words: string, list: string): string =>
  `IF(ISNUMBER(${cell}),${cell},IF(${isListed(words, list)},${none},IF(${isExcuse(words)},${words},"")))`

/** "t" a number kept as text, "u" words that are no figure, "" nothing wrong. */
export const readProblem = (cell: string, words: string, value: string): string =>
  `IF(OR(${words}="",ISNUMBER(${cell}),${value}<>""),"",IF(${looksNumeric(words)},"t","u"))`

/** Digits once separators are gone; a slash would make a date of it. */
const looksNumeric = (words: string): string =>
  `AND(ISERROR(FIND("/",${words})),ISNUMBER(VALUE(${without(words, ['.', ',', ' '])})))`

/** As `isProcedureCode`, but for the letters of the agency's part, which the server looks at. */
export function isCode(words: string): string {
  const digit = (at: number) => `ISNUMBER(FIND(MID(${words},${at},1),"0123456789"))`
  const digits = [1, 3, 4, 5, 6, 7, 8].map(digit).join(',')
  const suffix = `OR(LEN(${words})=8,AND(MID(${words},9,1)=".",LEN(${words})>10,LEN(${words})<25))`
  return `AND(LEN(${words})>7,MID(${words},2,1)=".",${suffix},${digits})`
}
