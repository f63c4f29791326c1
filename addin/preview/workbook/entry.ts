// What Excel makes of an entered value: number, date, truth value, formula or text.
// Never refuses anything but an unreadable formula; validation is another step.
import type { Content } from './events.ts'
import { readFormula } from './formula/read.ts'
import { fromLocalFormula } from './formula/tokens.ts'

/** `''` clears a cell; a string is read as if typed. */
export type Input = string | number | boolean

/** Programs speak en-US, people and pasted text the user's vi-VN. */
export type Locale = 'en-US' | 'vi-VN'

export interface Entry {
  content: Content
  /** en-US, with its leading `=`; the content is then computed */
  formula?: string
  /** what Excel sets on a cell formatted General when it recognises a percentage, date or grouping */
  numberFormat?: string
}

const marks: Record<Locale, { decimal: string; group: string; dayFirst: boolean }> = {
  'en-US': { decimal: '.', group: ',', dayFirst: false },
  'vi-VN': { decimal: ',', group: '.', dayFirst: true },
}

function readNumber(text: string, locale: Locale): Entry | undefined {
  const { decimal, group } = marks[locale]
  const d = `\\${decimal}`
  const g = `\\${group}`
  const pattern = new RegExp(
    `^([+-]?)(\\d+|\\d{1,3}(?:${g}\\d{3})+)?(?:${d}(\\d*))?(?:[eE]([+-]?\\d{1,3}))?(\\s?%)?$`,
  )
  const match = pattern.exec(text)
  if (!match || !/\d/.test(text)) return undefined
  const [, sign = '', whole = '', decimals = '', exponent = '0', percent] = match
  if (whole === '' && decimals === '') return undefined
  const digits = whole.replaceAll(group, '')
  const number = Number(`${sign}${digits || '0'}.${decimals || '0'}e${exponent}`)
  if (!Number.isFinite(number)) return undefined
  if (percent) {
    return {
      content: Number((number / 100).toPrecision(15)),
      numberFormat: decimals === '' ? '0%' : '0.00%',
    }
  }
  const isGrouped = whole.includes(group)
  if (!isGrouped) return { content: Number(number.toPrecision(15)) }
  return { content: number, numberFormat: decimals === '' ? '#,##0' : '#,##0.00' }
}

function serialOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (!exists || year < 1900 || year > 9999) return undefined
  const days = date.getTime() / 86_400_000 + 25569
  return days <= 60 ? days - 1 : days
}

function readDate(text: string, locale: Locale): Entry | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const written = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text)
  const parts = iso ? [iso[1], iso[2], iso[3]] : undefined
  const dayFirst = marks[locale].dayFirst
  const [year, month, day] =
    parts ?? (written ? [written[3], written[dayFirst ? 2 : 1], written[dayFirst ? 1 : 2]] : [])
  if (year === undefined) return undefined
  const serial = serialOf(Number(year), Number(month), Number(day))
  return serial === undefined ? undefined : { content: serial, numberFormat: 'm/d/yyyy' }
}

/**
 * Reads one entered value for a cell with the given number format.
 * @throws WorkbookProblem `formula` when text starting with `=` is no formula
 */
export function readEntry(input: Input, numberFormat: string, locale: Locale): Entry {
  if (typeof input !== 'string') return { content: input }
  if (input === '') return { content: '' }
  if (numberFormat === '@') return { content: input }
  if (input.startsWith("'")) return { content: input.slice(1) }
  if (input.startsWith('=') && input.length > 1) {
    const formula = locale === 'en-US' ? input : fromLocalFormula(input)
    readFormula(formula)
    return { content: '', formula }
  }
  const trimmed = input.trim()
  if (/^(true|false)$/i.test(trimmed)) return { content: /^true$/i.test(trimmed) }
  return readNumber(trimmed, locale) ?? readDate(trimmed, locale) ?? { content: input }
}
