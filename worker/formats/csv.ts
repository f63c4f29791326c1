/**
 * Observations as CSV (RFC 4180): UTF-8 with BOM, because Excel takes anything else for the code page of the machine; one
 * observation a line; numbers as JSON writes them but never with an exponent. No text can become a formula in a spreadsheet.
 */
import { type Observation, type Observed, stateOf } from './observation.ts'

/** Column → its Vietnamese heading and what stands in it. Text goes through `text`, whoever wrote it. */
const columns: readonly (readonly [
  name: string,
  vietnamese: string,
  cell: (observation: Observation, text: Writing) => string,
])[] = [
  ['period', 'Kỳ báo cáo', (one, text) => text(one.period)],
  ['of_kind', 'Cấp số liệu', (one, text) => text(one.of.kind)],
  ['of', 'Mã nơi có số liệu', (one, text) => text(one.of.key)],
  ['of_name', 'Tên nơi có số liệu', (one, text) => text(one.of.name)],
  ['indicator', 'Mã chỉ tiêu', (one, text) => text(one.indicator)],
  ['indicator_name', 'Tên chỉ tiêu', (one, text) => text(one.name)],
  ['unit', 'Đơn vị tính', (one, text) => text(one.unit ?? '')],
  ['value', 'Giá trị', ({ value }) => (typeof value === 'number' ? plainNumber(value) : '')],
  ['state', 'Tình trạng trả lời', one => stateOf(one.value)],
  ['reason', 'Lý do không áp dụng', ({ value }, text) => text(reasonOf(value))],
  ['status', 'Tình trạng số liệu', one => one.status ?? ''],
  ['expected', 'Số nơi phải báo cáo', ({ coverage }) => (coverage ? `${coverage.expected}` : '')],
  ['reported', 'Số nơi đã báo cáo', ({ coverage }) => (coverage ? `${coverage.reported}` : '')],
]
type Writing = (words: string) => string

export const headerLanguages = ['en', 'vi'] as const
export type HeaderLanguage = (typeof headerLanguages)[number]

export function csvOf({ observations }: Observed, headers: HeaderLanguage): string {
  const heading = columns.map(([name, vietnamese]) => (headers === 'vi' ? vietnamese : name))
  const text = remembering(field)
  const lines = observations.map(one => columns.map(([, , cell]) => cell(one, text)))
  return `\uFEFF${[heading, ...lines].map(line => `${line.join(',')}\r\n`).join('')}`
}

const reasonOf = (value: Observation['value']): string =>
  typeof value === 'object' && value?.state === 'not-applicable' ? value.why : ''

/** What makes a spreadsheet calculate: these, as they are or in full width; blanks and quotes before them do not stop it. */
const formula = /^["\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u
/** A spreadsheet whose list separator is a semicolon, as the Vietnamese one's, begins a new cell after each, quoted or not. */
const formulaInside = /;(?=[\s\p{Cc}\p{Cf}"]*[=+\-@＝＋－＠])/gu

/** Names stand in thousands of lines. */
function remembering(write: Writing): Writing {
  const known = new Map<string, string>()
  return words => {
    const written = known.get(words) ?? write(words)
    known.set(words, written)
    return written
  }
}

/** A field of text. One that could be a formula gets the apostrophe by which spreadsheets mark text. */
function field(words: string): string {
  // line ends and tabs would make a second line of it, or a second cell
  const line = words.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(formulaInside, ";'")
  const safe = formula.test(words) ? `'${line}` : line
  return /[",;]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** All digits of what JSON would write: 1e-7 → 0.0000001. @param value finite */
export function plainNumber(value: number): string {
  const [digits = '', exponent] = `${Math.abs(value)}`.split('e')
  const sign = value < 0 ? '-' : ''
  if (exponent === undefined) return sign + digits
  const [whole = '', fraction = ''] = digits.split('.')
  const all = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`
  return sign + all.padEnd(point, '0')
}
