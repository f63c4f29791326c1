/**
 * The rows below the headings: which one is a line of its own, which a total, which a section over others, and what it counts.
 * Dossiers are counted, so a text is read as a whole number or not at all: "1.234" is 1234.
 */
import { zeroWords } from '../figure.ts'
import { columnName } from '../layout/address.ts'
import { numbersIn } from '../number-text.ts'
import { type Headings, type RawSheet, type RawValue, textAt } from './headings.ts'
import { plain } from './spelling.ts'
import { ordinalHeading } from './vocabulary.ts'

export type Unread = { readonly cell: string; readonly text: string }
export type FileLine = {
  /** from 1, as Excel counts */
  readonly row: number
  readonly label: string
  readonly code: string
  readonly rank: number
  /** numbered by the file: 1, 2.1 */
  readonly numbered: boolean
  /** column of the file, from 0 → dossiers */
  readonly counts: ReadonlyMap<number, number>
  readonly unread: readonly Unread[]
}

export type Count =
  | { readonly state: 'blank' }
  | { readonly state: 'count'; readonly value: number }
  | { readonly state: 'unread'; readonly text: string }

/** Groups of three, whatever stands between them; nobody counts dossiers to three decimals. */
const grouped = /^\d{1,3}([., ])\d{3}(?:\1\d{3})*$/u

export function countOf(value: RawValue | undefined): Count {
  if (value === null || value === undefined) return { state: 'blank' }
  const text = String(value)
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .trim()
  if (text === '') return { state: 'blank' }
  if (zeroWords.has(text.toLocaleLowerCase('vi'))) return { state: 'count', value: 0 }
  const digits = grouped.test(text) ? text.replace(/\D/gu, '') : text
  const readings = typeof value === 'number' ? [value] : numbersIn(digits)
  const count = readings.find(one => Number.isSafeInteger(one) && one >= 0)
  return count === undefined
    ? { state: 'unread', text: typeof value === 'number' ? text.replace('.', ',') : text }
    : { state: 'count', value: count }
}

/** "Cộng" without diacritics is also "Công nghiệp", so it must stand alone or before a section's name. */
const total =
  /^(?:tong(?: .*)?|cong(?: (?:muc|nhom|phan|cap)(?: .*)?| [ivx]+| [a-h])?|toan (?:tinh|so|nganh|don vi).*)$/u
const numberOfColumn = /^\(?(?:\d{1,2}|[A-Z])\)?$/u
const roman = /^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$/u

/** Depth by the way lines are numbered: A, I, 1, 1.1, a) or a dash. A line without number is as deep as one with 1. */
const ranks: readonly (readonly [numbered: RegExp, rank: number])[] = [
  [roman, 2],
  [/^[A-Z]$/u, 1],
  [/^\d+$/u, 3],
  [/^\d+(?:\.\d+)+$/u, 4],
  [/^(?:[a-zđ]|[-–+•*])$/u, 5],
]
const prefixed = /^\(?([IVX]{1,5}|[A-Z]|[a-zđ]|\d{1,3}(?:\.\d{1,3})*)[.)/]\s+\S|^([-–+•*])\s+\S/u

/** A whole province has some two thousand procedures; more lines than these are no table to be looked through. */
const mostRows = 3000

export type Below = {
  readonly lines: readonly FileLine[]
  readonly totals: readonly FileLine[]
  /** rows with figures that name nothing */
  readonly nameless: readonly number[]
  /** from this row on, counted from 1, nothing was read */
  readonly cutAt: number | undefined
}

export function linesBelow(sheet: RawSheet, headings: Headings): Below {
  const lines: FileLine[] = []
  const totals: FileLine[] = []
  const nameless: number[] = []
  const end = Math.min(sheet.rows.length, headings.below + mostRows)
  const names = labelsOver(sheet, headings.label)
  for (let row = headings.below; row < end; row += 1) {
    const line = lineAt(sheet, headings, row, names)
    if (!line) continue
    if (total.test(plain(line.label))) totals.push(line)
    else if (line.label !== '') lines.push(line)
    else if (line.counts.size > 0) nameless.push(line.row)
  }
  return { lines, totals, nameless, cutAt: end < sheet.rows.length ? end + 1 : undefined }
}

function lineAt(
  { rows }: RawSheet,
  headings: Headings,
  row: number,
  names: ReadonlyMap<number, string>,
): FileLine | undefined {
  const first = textAt(rows, row, headings.ordinal)
  const second = textAt(rows, row, headings.label) || (names.get(row) ?? '')
  // headings repeated on every page
  if (ordinalHeading.test(plain(first)) || numberOfColumn.test(second)) return undefined
  const ordinal = first.replace(/^\(|[.)/]+$/gu, '')
  const known = ranks.find(([numbered]) => numbered.test(ordinal))
  // a total or a section is often written over both columns
  const label = second || (known ? '' : first)
  const written = prefixed.exec(label)
  const mark = known ? ordinal : (written?.[1] ?? written?.[2] ?? '')
  const rank = ranks.find(([numbered]) => numbered.test(mark))?.[1] ?? 3
  const counts = new Map<number, number>()
  const unread: Unread[] = []
  for (const { at } of [...headings.columns, ...headings.aside, ...headings.doubled]) {
    const count = countOf(rows[row]?.[at])
    if (count.state === 'count') counts.set(at, count.value)
    if (count.state === 'unread')
      unread.push({ cell: `${columnName(at + 1)}${row + 1}`, text: count.text.slice(0, 40) })
  }
  const code = headings.code === undefined ? '' : textAt(rows, row, headings.code)
  const numbered = /^\d/u.test(mark)
  return {
    ...{ row: row + 1, label: label.replace(/\s+/gu, ' '), code, rank, numbered },
    ...{ counts, unread },
  }
}

/** A field written once over its procedures names each of them: index of a row → what stands over it. */
function labelsOver({ rows, merges }: RawSheet, column: number): Map<number, string> {
  const names = new Map<number, string>()
  for (const { top, bottom, left, right } of merges) {
    if (left !== column + 1 || right !== column + 1) continue
    const text = textAt(rows, top - 1, column)
    for (let row = top; row < Math.min(bottom, top + mostRows); row += 1) names.set(row, text)
  }
  return names
}

/** A line with those under it, as their numbering tells. */
export type Node = { readonly line: FileLine; readonly under: Node[] }

export function treeOf(lines: readonly FileLine[]): Node[] {
  const top: Node[] = []
  const open: Node[] = []
  for (const line of lines) {
    const node: Node = { line, under: [] }
    while (open.length > 0 && (open.at(-1)?.line.rank ?? 0) >= line.rank) open.pop()
    ;(open.at(-1)?.under ?? top).push(node)
    open.push(node)
  }
  return top
}
