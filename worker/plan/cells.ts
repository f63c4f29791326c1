/** Single cells of a plan's workbook: years, numbers, choices in words. What cannot be read is refused at its line. */
import { readFigure } from '../../shared/figure.ts'
import { plain } from '../../shared/one-stop/spelling.ts'
import type { Target } from '../../shared/plan/schema.ts'
import { planWords } from './words.ts'

/** One line of a list while it is read. */
export type Line = {
  readonly cell: (key: string) => string
  readonly refuse: (member: string, says: string) => void
  readonly remark: (says: string) => void
}

const isYear = (year: number): boolean => year >= 2000 && year <= 2100

/** @param missing what is said of a blank one; without it a blank is allowed */
export function textIn(
  { cell, refuse }: Line,
  key: string,
  column: string,
  most: number,
  missing?: string,
): string {
  const text = cell(key)
  if (text === '' && missing !== undefined) refuse(key, missing)
  if (text.length > most) refuse(key, planWords.tooLong(column, most))
  return text
}

/** null: nothing is said */
export function yearIn({ cell, refuse }: Line, key: string, column: string): number | null {
  const text = cell(key)
  if (text === '') return null
  const year = /^(?:năm\s+)?(\d{4})$/iu.exec(text)?.[1]
  if (year !== undefined && isYear(Number(year))) return Number(year)
  refuse(key, planWords.notAYear(column, text))
  return null
}

/** "2021 – 2025", "giai đoạn 2021-2025", "Năm 2022" */
export function yearsIn(text: string): { year: number; until: number } | undefined {
  const years = [...text.matchAll(/(?<!\d)\d{4}(?!\d)/gu)].map(([year]) => Number(year))
  const [year, until = year] = years.filter(isYear)
  return year === undefined || until === undefined || years.length > 2 ? undefined : { year, until }
}

const recurs = /thuong xuyen|dinh ky|hang nam|hang thang|hang quy|tiep theo/u
const ends = new Set(['co han', 'mot lan', 'co thoi han', 'khong thuong xuyen'])

export function kindIn({ cell, refuse, remark }: Line, timeline: string): boolean {
  const text = plain(cell('kind'))
  if (ends.has(text)) return false
  if (text !== '' && recurs.test(text)) return true
  const guessed = recurs.test(plain(timeline))
  if (text === '') remark(planWords.kindGuessed(guessed))
  else refuse('recurring', planWords.unknownKind(cell('kind')))
  return guessed
}

const least = /^(?:≥|>=|=>|tối thiểu|ít nhất|không thấp hơn|từ)$/iu
const atMost = /^(?:≤|<=|=<|tối đa|nhiều nhất|không quá|không vượt quá)$/iu

export function comparisonIn({ cell, refuse, remark }: Line): Target['comparison'] {
  const text = cell('comparison')
  if (atMost.test(text)) return '<='
  if (text === '') remark(planWords.comparisonGuessed)
  else if (!least.test(text)) refuse('comparison', planWords.unknownComparison(text))
  return '>='
}

/** "95", "95 %", "98,5" */
export function numberIn({ cell, refuse }: Line): number {
  const text = cell('threshold')
  const reading = readFigure(text.replace(/\s*%$/u, ''))
  if (reading.ok && reading.figure.state === 'number') return reading.figure.value
  refuse('threshold', planWords.notANumber(text))
  return 0
}
