/**
 * Looks at the XML of a workbook before a reader does: its encoding, its declarations, how many elements, and how far its cells
 * reach. A reader holds a rectangle for every sheet, so one cell in the last corner costs as much as a billion.
 */

import { printNumber } from '../../shared/figure.ts'
import { columnName } from '../../shared/layout/address.ts'
import { Problem } from '../problem.ts'
import { uploadWords } from './words.ts'

/** The largest unit's forms end before row 300 and column 40. */
export const box = { rows: 20_000, columns: 256 } as const
/** Opening and closing tags of one workbook; a filled sheet has about 50,000. */
const mostTags = 400_000

/** Of all rectangles; a filled sheet has about 15,000. */
const mostCells = 1_000_000

const utf8 = new TextDecoder('utf-8', { fatal: true })
const refuse = (detail: string): Problem => new Problem('not-a-workbook', detail)

/** What the parts of one workbook have together. */
export type Size = { readonly tags: number; readonly cells: number }

/**
 * @param before what the parts looked at so far have
 * @returns the same with this part
 * @throws Problem not-a-workbook
 */
export function lookedAt(bytes: Uint8Array, before: Size): Size {
  // every encoding but those of eight bits has a zero in its first two characters
  if (bytes.subarray(0, 4).includes(0)) throw refuse(uploadWords.encoding())
  let { tags } = before
  for (let i = 0; i < bytes.length; i += 1) if (bytes[i] === 0x3c) tags += 1
  if (tags > mostTags) throw refuse(uploadWords.tooMuch())
  const xml = read(bytes)
  const named = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/u.exec(xml)?.[1]
  if (named !== undefined && !/^(?:utf-?8|us-ascii)$/iu.test(named))
    throw refuse(uploadWords.encoding())
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(xml)) throw refuse(uploadWords.doctype())
  const cells = before.cells + rectangle(xml)
  if (cells > mostCells) throw refuse(uploadWords.tooMuch())
  return { tags, cells }
}

function read(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    // a byte order mark of UTF-16, or letters of an older code page
    throw refuse(uploadWords.encoding())
  }
}

/** Cells of the rectangle from A1 to the farthest cell; cells and rows may have addresses or not, under any prefix. */
function rectangle(xml: string): number {
  let [row, column] = [0, 0]
  let [rows, columns] = [0, 0]
  for (const [, , name, attributes = ''] of xml.matchAll(
    /<([^\s<>/]*:)?(row|c)((?=[\s/>])[^<>]*)>/gu,
  )) {
    const address = /\sr\s*=\s*["']\s*\$?([A-Z]*)\$?(\d*)\s*["']/iu.exec(attributes)
    if (name === 'row') {
      row = Number(address?.[2] ?? row + 1)
      column = 0
      continue
    }
    row = Number(address?.[2] || Math.max(row, 1))
    column = address?.[1] ? columnNumber(address[1]) : column + 1
    rows = Math.max(rows, row)
    columns = Math.max(columns, column)
    if (row <= box.rows && column <= box.columns) continue
    const cell = `${address?.[1]?.slice(0, 9) || columnName(column)}${row}`
    throw refuse(uploadWords.farCell(cell, printNumber(box.rows), columnName(box.columns)))
  }
  return rows * columns
}

const columnNumber = (name: string): number =>
  [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
