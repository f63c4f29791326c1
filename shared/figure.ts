/**
 * A figure (số liệu) is the value of one indicator in one of four states, from the cell to the merge to the prose.
 * No code may collapse the states: a blank is not a zero, and "không phát sinh" is an answer.
 */

export type Figure =
  | { readonly state: 'number'; readonly value: number; readonly decimals?: number }
  /** không phát sinh: counts as 0 in sums, printed as such */
  | { readonly state: 'none' }
  /** không áp dụng, with the reason the unit gave (không được giao vốn …) */
  | { readonly state: 'not-applicable'; readonly why: string }
  /** blank: a total over it is incomplete */
  | { readonly state: 'not-reported' }

/** How a figure travels: a key that is absent is not reported. */
export type WireFigure = number | { state: 'none' } | { state: 'not-applicable'; why: string }

export const notReported: Figure = { state: 'not-reported' }
export const noneArising: Figure = { state: 'none' }
export const numberFigure = (value: number): Figure => ({ state: 'number', value })
export const notApplicable = (why: string): Figure => ({ state: 'not-applicable', why })

export function fromWire(wire: WireFigure | undefined | null): Figure {
  if (wire === undefined || wire === null) return notReported
  if (typeof wire === 'number') return numberFigure(wire)
  return wire.state === 'none' ? noneArising : notApplicable(wire.why)
}

export function toWire(figure: Figure): WireFigure | undefined {
  switch (figure.state) {
    case 'number':
      return figure.value
    case 'none':
      return { state: 'none' }
    case 'not-applicable':
      return { state: 'not-applicable', why: figure.why }
    case 'not-reported':
      return undefined
  }
}

/** What the figure adds to a sum: the number, 0 for none arising, nothing otherwise. */
export function quantity(figure: Figure): number | undefined {
  if (figure.state === 'number') return figure.value
  return figure.state === 'none' ? 0 : undefined
}

/** "Không áp dụng" is an answer only with its reason. */
export const isReasonless = (figure: Figure): boolean =>
  figure.state === 'not-applicable' && figure.why.trim() === ''

export const isReported = (figure: Figure): boolean => figure.state !== 'not-reported'

export function sameFigure(a: Figure, b: Figure): boolean {
  if (a.state === 'number' && b.state === 'number') return a.value === b.value
  if (a.state === 'not-applicable' && b.state === 'not-applicable') return a.why === b.why
  return a.state === b.state
}

// ---------------------------------------------------------------- what people type

/** The words a cell shows for the states that are not numbers; formulas in the sheet rely on their beginnings. */
export const wordsOf = { none: 'Không phát sinh', notApplicable: 'Không áp dụng' } as const
/** What a finished document says where a sheet to fill stays blank. */
export const unreportedWords = 'Chưa báo cáo'

/** Words for zero seen in published reports (domain rule ZERO-WORDS); "-" is the dash of statistical tables. */
export const zeroWords: ReadonlySet<string> = new Set([
  'không',
  'không có',
  'không phát sinh',
  'không phát sinh.',
  'chưa có',
  'chưa phát sinh',
  '-',
  '–',
])

const notApplicableForm = /^không (?:áp dụng|được giao)(?:\s*[:\-–(]?\s*(.*?)\)?)?$/iu

/** Decimal comma and dots between groups of three, or bare digits: 1.234,5 · 6.279 · 3924 · 02. */
const vietnameseNumber = /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*%?$/u
/** A dot that cannot be a thousands separator: 12.5 from software exports. */
const dottedDecimal = /^([+-]?)(\d+)\.(\d{1,2}|\d{4,})\s*%?$/u

export type Reading =
  | {
      ok: true
      figure: Figure /** the cell held text that had to be interpreted */
      fromText: boolean
    }
  | { ok: false; text: string }

/**
 * Reads a cell the way an official means it. Numbers keep the decimals they were printed with, because a stated
 * percentage is compared at that precision (PCT-PRINT). Anything else is handed back as text, never guessed.
 */
export function readFigure(cell: unknown): Reading {
  if (cell === null || cell === undefined || cell === '') {
    return { ok: true, figure: notReported, fromText: false }
  }
  if (typeof cell === 'number') {
    return Number.isFinite(cell)
      ? { ok: true, figure: numberFigure(cell), fromText: false }
      : { ok: false, text: String(cell) }
  }
  const text = String(cell)
    .normalize('NFC')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
  if (text === '') return { ok: true, figure: notReported, fromText: false }
  if (zeroWords.has(text.toLocaleLowerCase('vi'))) {
    return { ok: true, figure: noneArising, fromText: true }
  }
  const excused = notApplicableForm.exec(text)
  if (excused) {
    const bare = text.toLocaleLowerCase('vi') === 'không áp dụng'
    const named = text.toLocaleLowerCase('vi').startsWith('không áp dụng') ? excused[1] : text
    return { ok: true, figure: notApplicable(bare ? '' : (named ?? '').trim()), fromText: true }
  }
  const match = vietnameseNumber.exec(text) ?? dottedDecimal.exec(text)
  if (!match) return { ok: false, text }
  const [, sign, whole = '', fraction = ''] = match
  const value = Number(`${sign}${whole.replaceAll('.', '')}${fraction ? `.${fraction}` : ''}`)
  if (!Number.isSafeInteger(Math.trunc(value))) return { ok: false, text }
  return { ok: true, figure: { state: 'number', value, decimals: fraction.length }, fromText: true }
}

// ---------------------------------------------------------------- how they are printed

/** 1234.5 → "1.234,5"; by hand, because starting Intl costs milliseconds in a worker. */
export function printNumber(value: number, decimals?: number): string {
  // most figures are small whole numbers, and a workbook prints tens of thousands of them
  if (decimals === undefined && Number.isInteger(value) && Math.abs(value) < 1000)
    return String(value)
  const rounded =
    decimals === undefined ? trimmed(value) : roundHalfUp(value, decimals).toFixed(decimals)
  const [whole = '0', fraction] = rounded.replace('-', '').split('.')
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+(?!\d))/gu, '.') : whole
  const negative = value < 0 && /[1-9]/u.test(rounded)
  return `${negative ? '-' : ''}${grouped}${fraction ? `,${fraction}` : ''}`
}

/** At most six decimals, no trailing zeros and never an exponent. */
function trimmed(value: number): string {
  // rounding is for fractions, and would add dust to a thousand million
  if (Number.isSafeInteger(value)) return String(value)
  const text = roundHalfUp(value, 6).toFixed(6)
  return text.replace(/\.?0+$/u, '')
}

/** What a cell of the sheet shows for a figure: a number stays a number, a state becomes its words. */
export function cellOf(figure: Figure): number | string {
  switch (figure.state) {
    case 'number':
      return figure.value
    case 'none':
      return wordsOf.none
    case 'not-applicable':
      return figure.why ? `${wordsOf.notApplicable}: ${figure.why}` : wordsOf.notApplicable
    case 'not-reported':
      return ''
  }
}

/** The same in prose, with the number in Vietnamese style. */
export function printFigure(figure: Figure, decimals?: number): string {
  return figure.state === 'number'
    ? printNumber(figure.value, decimals ?? figure.decimals)
    : String(cellOf(figure))
}

/** More than this below the half is below it: a large figure's nudge would otherwise reach its last decimals. */
const leastDoubt = 1e-3

/**
 * Half-up away from zero at a number of decimals, the rule printed reports use. The nudge covers binary fractions such
 * as 1.005, whose nearest double lies below the half.
 */
export function roundHalfUp(value: number, decimals: number): number {
  const scale = 10 ** decimals
  const scaled = Math.abs(value) * scale
  const nudge = Math.min(scaled * Number.EPSILON * 4, leastDoubt)
  const rounded = Math.floor(scaled + 0.5 + nudge)
  return (Math.sign(value) * rounded) / scale
}
