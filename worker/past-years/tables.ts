/** Finds on the tabs of a workbook the tables of years: by their headings, wherever those stand. */
import { cellAddress } from '../../shared/layout/address.ts'
import type { OpenedSheet, OpenedValue } from '../upload/open.ts'
import { pastYearWords } from './words.ts'

export type YearColumn = { readonly column: number; readonly year: number }
export type YearsTable = {
  readonly sheet: OpenedSheet
  /** row of the headings, from 1 */
  readonly row: number
  readonly key: number
  /** columns headed by a year, also one that stands there twice */
  readonly years: readonly YearColumn[]
  /** columns before the codes headed by something that is no year, with figures under them */
  readonly strange: readonly { readonly column: number; readonly text: string }[]
}

export const textOf = (value: OpenedValue | undefined): string =>
  value === null || value === undefined ? '' : String(value).normalize('NFC').trim()
export const isSame = (a: string, b: string): boolean =>
  a.toLocaleLowerCase('vi') === b.toLocaleLowerCase('vi')
/** "Biểu 4!E12" */
export const pointerTo = (sheet: string, row: number, column: number): string =>
  `${sheet}!${cellAddress(row, column)}`

/** 2019, "2019", "Năm 2019" */
export function yearIn(value: OpenedValue | undefined): number | undefined {
  const match = /^(?:năm\s*)?(\d{4})$/iu.exec(textOf(value))
  return match ? Number(match[1]) : undefined
}

const headings = new Set(
  Object.values(pastYearWords.head).map(text => text.toLocaleLowerCase('vi')),
)

/** The row of headings is the one that names the code; undefined when no row does. */
export function tableIn(sheet: OpenedSheet): YearsTable | undefined {
  for (const [r, row] of sheet.rows.entries()) {
    const key = row.findIndex(value => isSame(textOf(value), pastYearWords.head.key))
    if (key < 0) continue
    const columns = row.map((value, c) => ({
      column: c + 1,
      year: yearIn(value),
      text: textOf(value),
    }))
    return {
      sheet,
      row: r + 1,
      key: key + 1,
      years: columns.flatMap(({ column, year }) => (year === undefined ? [] : [{ column, year }])),
      // words beside the table are somebody's notes; figures without a year are nobody's
      strange: columns.filter(
        ({ column, year, text }) =>
          year === undefined &&
          column <= key &&
          !headings.has(text.toLocaleLowerCase('vi')) &&
          sheet.rows.some((cells, at) => at > r && typeof cells[column - 1] === 'number'),
      ),
    }
  }
  return undefined
}

/** Whether anything stands below the heading of a column. */
export const isFilled = ({ sheet, row }: YearsTable, column: number): boolean =>
  sheet.rows.some((cells, r) => r >= row && textOf(cells[column - 1]) !== '')
