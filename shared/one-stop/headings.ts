/**
 * Finds the headings of a dossier table and what each column holds: from the cell "STT" on, over however many rows, merged or
 * not, with whatever stands above or to the left. Columns are told by what is written over them, never by where they are.
 */
import { numbersIn } from '../number-text.ts'
import { plain } from './spelling.ts'
import {
  codeHeading,
  isLeading,
  labelHeadings,
  type Meaning,
  meaningOf,
  ordinalHeading,
  wholeOf,
} from './vocabulary.ts'

export type RawValue = string | number | boolean | null
/** Rows and columns from 1, ends included. */
export type Merge = { top: number; left: number; bottom: number; right: number }
export type RawSheet = {
  readonly name: string
  /** rows[0] is row 1, its first cell column A */
  readonly rows: readonly (readonly RawValue[])[]
  readonly merges: readonly Merge[]
}

/** A column of the file; `at` counts from 0. */
export type FileColumn = { readonly at: number; readonly heading: string; readonly means: Meaning }
export type Headings = {
  readonly ordinal: number
  readonly label: number
  readonly code: number | undefined
  /** columns that are read, parts only where their whole is not */
  readonly columns: readonly FileColumn[]
  /** dossiers that the form has no column for */
  readonly aside: readonly FileColumn[]
  /** headings of rates, payments and the like */
  readonly other: readonly string[]
  readonly unknown: readonly string[]
  /** two columns of one meaning */
  readonly doubled: readonly FileColumn[]
  /** index of the first row of the headings, and of the first below them and the row of column numbers */
  readonly top: number
  readonly below: number
}

/** No heading and no field is longer; what is may be anything. */
const longest = 300
const cut = (value: RawValue): string => String(value).slice(0, longest)

export const textAt = (rows: RawSheet['rows'], row: number, column: number): string => {
  const value = rows[row]?.[column]
  return value === null || value === undefined ? '' : cut(value).normalize('NFC').trim()
}

/** Titles, logos and blank rows above are a few; a table further down is not looked for. */
const deepest = 60
const tallest = 6
/** Cells that say STT and head nothing; a page of them is no export. */
const mostTried = 20
/** Fewer columns than these are another table: a list of fields, an index. */
const fewest = 3

/** @returns undefined when no row of headings is recognised */
export function headingsOf(sheet: RawSheet): Headings | undefined {
  const places = sheet.rows
    .slice(0, deepest)
    .flatMap((cells, row) =>
      cells.flatMap((cell, column) => (isCalled(ordinalHeading, cell) ? [{ row, column }] : [])),
    )
  for (const { row, column } of places.slice(0, mostTried)) {
    const found = headingsAt(sheet, row, column)
    if (found) return found
  }
  return undefined
}

function headingsAt(sheet: RawSheet, row: number, ordinal: number): Headings | undefined {
  const { rows } = sheet
  // its own row before those around it: a title may speak of a field too
  const above = rows.slice(Math.max(0, row - tallest), row)
  const near = [...rows.slice(row, row + tallest), ...above]
  const naming = labelHeadings
    .flatMap(heading => near.map(cells => cells.findIndex(cell => isCalled(heading, cell))))
    .find(at => at >= 0 && at !== ordinal)
  if (naming === undefined) return undefined
  const width = Math.max(...near.map(cells => cells.length))
  const texts = grid(sheet, row, [ordinal, naming], width)
  const paths = Array.from({ length: width }, (_, column) =>
    texts.rows.map(line => line[column] ?? '').filter((text, i, all) => text !== all[i - 1]),
  )
  const said = paths.map(path => path.map(wordsOnly).filter(text => text !== ''))
  const columnLike = (heading: RegExp) =>
    said.findIndex((path, at) => at !== ordinal && heading.test(path.at(-1) ?? ''))
  const label = labelHeadings.map(columnLike).find(at => at >= 0)
  if (label === undefined) return undefined
  const code = columnLike(codeHeading)
  const given = new Set([ordinal, label, code])
  const named = paths.flatMap((path, at) => {
    const heading = path
      .filter(text => wordsOnly(text) !== '')
      .filter((text, i, all) => i === all.length - 1 || !isLeading(wordsOnly(text)))
      .slice(-2)
      .join(' – ')
    if (given.has(at) || heading === '') return []
    return [{ at, heading, means: meaningOf(said[at] ?? []) }]
  })
  const known = named.filter((one): one is FileColumn => one.means !== undefined)
  const counts = known.filter(({ means }) => means !== 'set_aside' && means !== 'other')
  if (new Set(counts.map(({ means }) => means)).size < fewest) return undefined
  return {
    ...{ ordinal, label, code: code < 0 ? undefined : code },
    ...chosen(counts),
    aside: known.filter(({ means }) => means === 'set_aside'),
    other: known.filter(({ means }) => means === 'other').map(({ heading }) => heading),
    unknown: named.filter(({ means }) => means === undefined).map(({ heading }) => heading),
    top: texts.top,
    below: belowNumbers(rows, texts.bottom + 1, label, counts),
  }
}

/** "Tổng số (3) = (4) + (5) + (6)" → "tong so" */
const wordsOnly = (text: string): string => plain(plain(text).replace(/\b\d+\b/gu, ' '))

const isCalled = (heading: RegExp, cell: RawValue | undefined): boolean =>
  heading.test(plain(cut(cell ?? '')))

/** A whole stands before its parts; two columns under one name are neither read. */
function chosen(counts: readonly FileColumn[]): Pick<Headings, 'columns' | 'doubled'> {
  const has = (means: Meaning) => counts.some(column => column.means === means)
  const wanted = counts.filter(({ means }) => !has(wholeOf[means] ?? 'set_aside'))
  const early = has('resolved_early')
  // without a column for early ones, "đúng hạn" covers them (07a)
  const read = wanted.map(column =>
    column.means === 'resolved_on_time' && !early
      ? { ...column, means: 'resolved_early_or_on_time' as const }
      : column,
  )
  const twice = ({ means }: FileColumn) =>
    !wholeOf[means] && read.filter(other => other.means === means).length > 1
  return { columns: read.filter(column => !twice(column)), doubled: read.filter(twice) }
}

/**
 * Heading rows as a grid without holes: merged cells repeat their text, and where merges are lost a blank takes its left
 * neighbour's text as long as something stands below it under the same headings.
 */
function grid(sheet: RawSheet, row: number, leading: readonly number[], width: number) {
  const { rows, merges } = sheet
  const [ordinal = 0] = leading
  const isWords = (cell: RawValue) =>
    typeof cell === 'string' && cell.trim() !== '' && numbersIn(cell).length === 0
  const continues = (line: number) =>
    leading.every(column => textAt(rows, line, column) === '') &&
    (rows[line] ?? []).some(isWords) &&
    (rows[line] ?? []).every(cell => typeof cell !== 'number')
  // a title above speaks of dossiers too, but in one cell
  const over = (line: number) =>
    continues(line) &&
    (rows[line] ?? []).filter(cell => meaningOf([plain(cut(cell ?? ''))])).length > 1
  let top = row
  while (top > 0 && row - top < tallest && over(top - 1)) top -= 1
  const merged = merges.find(m => m.top === row + 1 && m.left === ordinal + 1)
  let bottom = Math.min(Math.max(row, (merged?.bottom ?? 1) - 1), row + tallest)
  while (bottom - row < tallest && continues(bottom + 1)) bottom += 1
  const lines = Array.from({ length: bottom - top + 1 }, (_, i) =>
    Array.from({ length: width }, (__, column) => textAt(rows, top + i, column)),
  )
  const covered = new Set<string>()
  for (const merge of merges) {
    if (merge.top - 1 > bottom || merge.bottom - 1 < top) continue
    const text = textAt(rows, merge.top - 1, merge.left - 1)
    for (let r = Math.max(merge.top - 1, top); r <= Math.min(merge.bottom - 1, bottom); r += 1)
      for (let c = merge.left - 1; c <= Math.min(merge.right - 1, width - 1); c += 1) {
        const line = lines[r - top]
        if (line) line[c] = text
        covered.add(`${r - top},${c}`)
      }
  }
  const above = (i: number, column: number) =>
    lines
      .slice(0, i)
      .map(line => line[column] ?? '')
      .join('\n')
  lines.forEach((line, i) => {
    for (let column = 1; column < width; column += 1) {
      if (leading.includes(column) || leading.includes(column - 1)) continue
      const below = lines.slice(i + 1).some(other => other[column] !== '')
      if (line[column] !== '' || covered.has(`${i},${column}`) || !below) continue
      if (above(i, column) === above(i, column - 1)) line[column] = line[column - 1] ?? ''
    }
  })
  return { rows: lines, top, bottom }
}

const columnNumber = /^\(?(?:\d{1,2}|[a-zA-Z])\)?(?:\s*=.*)?$/u

/** 3, 4, 5 …: where nothing stands under the names, only their order tells the numbers of columns from figures. */
const counted = (cells: readonly string[]): boolean => {
  const numbers = cells.map(text => Number(/\d+/u.exec(text)?.[0]))
  return numbers.length > 2 && numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1)
}

/** The row "(1) (2) (3 = 4 + 5 + 6) …" under the headings: what names a field is there a number or a letter. */
function belowNumbers(
  rows: RawSheet['rows'],
  from: number,
  label: number,
  columns: readonly FileColumn[],
): number {
  for (let row = from; row < Math.min(rows.length, from + 3); row += 1) {
    const [name = '', ...cells] = [label, ...columns.map(({ at }) => at)].map(at =>
      textAt(rows, row, at),
    )
    if (name === '' && cells.every(text => text === '')) continue
    const numbers = [name, ...cells].every(text => text === '' || columnNumber.test(text))
    return numbers && (name !== '' || counted(cells)) ? row + 1 : from
  }
  return from
}

/** What a sheet says where headings are looked for: for the sentence that none were found. */
export function seenIn({ rows }: RawSheet): string[] {
  const widest = rows
    .slice(0, deepest)
    .map(cells => cells.filter(cell => typeof cell === 'string' && cell.trim() !== ''))
    .reduce<readonly RawValue[]>((most, cells) => (cells.length > most.length ? cells : most), [])
  return widest.map(cell => cut(cell).replace(/\s+/gu, ' ').trim().slice(0, 40))
}
