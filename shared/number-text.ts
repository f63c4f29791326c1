/**
 * What a number kept as text can mean: the way an official writes it first, the way software exports it second. More than
 * one reading means that a person has to say which; nothing may choose for them.
 */
import { readFigure } from './figure.ts'

/** Commas between groups of three, a dot before decimals: 1,234.5 */
const english = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*%?$/u
/** Three digits after the only mark: thousands for one, decimals for the other. */
const threeDigits = /^([+-]?)(\d{1,3})([.,])(\d{3})\s*%?$/u

/** The numbers a text can mean, vi-VN first; none for words and for the words that stand for zero. */
export function numbersIn(text: string): readonly number[] {
  const plain = text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
  const vietnamese = readFigure(plain)
  const first =
    vietnamese.ok && vietnamese.figure.state === 'number' ? [vietnamese.figure.value] : []
  const split = threeDigits.exec(plain)
  if (split) {
    const [, sign, whole, mark, rest] = split
    const grouped = Number(`${sign}${whole}${rest}`)
    const decimal = Number(`${sign}${whole}.${rest}`)
    return mark === '.' ? [grouped, decimal] : [decimal, grouped]
  }
  if (first.length > 0) return first
  const match = english.exec(plain)
  if (!match) return []
  const [, sign, whole = '', fraction = '0'] = match
  const value = Number(`${sign}${whole.replaceAll(',', '')}.${fraction}`)
  return Number.isSafeInteger(Math.trunc(value)) ? [value] : []
}
