/**
 * Opens an uploaded workbook without trusting it: what it is by its bytes, how large it truly is, what its XML holds, and only
 * then a reader, on a copy that leaves out everything no cell needs. Nothing of it is kept.
 */
import { readXlsx, type Sheet, type Workbook } from 'hucre/xlsx'
import { cellAddress } from '../../shared/layout/address.ts'
import { printDate } from '../../shared/period.ts'
import { Problem } from '../problem.ts'
import { lookedAt, type Size } from './parts.ts'
import { refuseOtherFiles } from './signature.ts'
import { type Expected, uploadWords } from './words.ts'
import { type Entry, entriesOf, stored, unpack } from './zip.ts'

export type OpenedValue = string | number | boolean | null
/** Rows and columns from 1, ends included; no wider than the cells of its sheet. */
export type OpenedMerge = { top: number; left: number; bottom: number; right: number }
export type OpenedSheet = {
  readonly name: string
  /** rows[0] is row 1, its first cell column A; a formula by its cached value, a date as 14/4/2025 */
  readonly rows: readonly (readonly OpenedValue[])[]
  /** "E12" → the formula, without "=" */
  readonly formulas: ReadonlyMap<string, string>
  readonly merges: readonly OpenedMerge[]
  readonly hidden: boolean
}
export type OpenedWorkbook = {
  readonly sheets: readonly OpenedSheet[]
  /** the file's custom properties; without a prototype */
  readonly properties: Readonly<Record<string, string>>
  readonly names: readonly { readonly name: string; readonly range: string }[]
}

/** Parts no cell needs; some of them are where readers have been led astray. */
const unneeded =
  /(?:^|\/)(?:worksheets\/_rels|drawings|charts|chartsheets|media|embeddings|printerSettings|theme|externalLinks|customXml|pivot\w*|slicer\w*|timeline\w*|threadedComments|persons|ctrlProps|activeX|diagrams|queryTables|tables|richData|revisions)\/|(?:^|\/)(?:comments\d*|calcChain|metadata|cellimages)\.xml$/iu
/** XML of cells, texts and styles together, unpacked; a filled sheet has about 1 MB. */
const largestText = 8 * 1024 * 1024
const needed = ({ name }: Entry): boolean => /\.(?:xml|rels)$/iu.test(name) && !unneeded.test(name)

/**
 * @param unread tabs nobody needs the cells of; they are looked at like the others, and left out
 * @param expected what the sentence tells people to send
 * @throws Problem not-a-workbook with a sentence that says what the file is and what to do
 */
export async function openWorkbook(
  bytes: Uint8Array,
  unread: readonly string[] = [],
  expected: Expected = 'form',
): Promise<OpenedWorkbook> {
  refuseOtherFiles(bytes, expected)
  const entries = entriesOf(bytes)
  await refuseOtherPackages(bytes, entries, expected)
  const cells = entries.filter(needed)
  if (cells.reduce((sum, { size }) => sum + size, 0) > largestText)
    throw other(uploadWords.tooMuch())
  // side by side: together they may not hold more than was just allowed
  const parts = await Promise.all(cells.map(entry => unpack(bytes, entry)))
  parts.reduce((size: Size, part) => lookedAt(part.bytes, size), { tags: 0, cells: 0 })
  return opened(await read(stored(parts), unread))
}

/** By the content types of its parts (ISO/IEC 29500-2 §10.1.2), which no name of the file can change. */
async function refuseOtherPackages(
  bytes: Uint8Array,
  entries: readonly Entry[],
  expected: Expected,
): Promise<void> {
  const called = (name: RegExp) => entries.find(entry => name.test(entry.name))
  const types = called(/^\[Content_Types\]\.xml$/iu)
  if (!types) {
    const openDocument = called(/^mimetype$/u) && called(/^content\.xml$/u)
    throw other(openDocument ? uploadWords.openDocument() : uploadWords.noWorkbook(expected))
  }
  const xml = new TextDecoder().decode((await unpack(bytes, types)).bytes)
  if (/sheet\.binary/iu.test(xml)) throw other(uploadWords.binary())
  if (/macroEnabled|vbaProject/iu.test(xml) || called(/vbaProject\.bin$/iu))
    throw other(uploadWords.macros())
  if (/spreadsheetml\.(?:sheet|template)\.main/iu.test(xml)) return
  const { kinds } = uploadWords
  if (/wordprocessingml/iu.test(xml)) throw other(uploadWords.otherOffice(kinds.word, expected))
  if (/presentationml/iu.test(xml)) throw other(uploadWords.otherOffice(kinds.slides, expected))
  // UTF-16, or content types too strange to tell: looking at the parts says what is wrong
  if (!called(/(?:^|\/)workbook\.xml$/iu)) throw other(uploadWords.noWorkbook(expected))
}

const other = (detail: string): Problem => new Problem('not-a-workbook', detail)

/** Whatever the reader trips over has passed every check above, so the file is broken rather than another. */
async function read(bytes: Uint8Array, unread: readonly string[]): Promise<Workbook> {
  try {
    return await readXlsx(bytes, { sheets: ({ name }) => !unread.includes(name) })
  } catch {
    throw other(uploadWords.damaged())
  }
}

function opened({ sheets, properties, namedRanges }: Workbook): OpenedWorkbook {
  if (sheets.length === 0) throw other(uploadWords.damaged())
  const custom = Object.entries(properties?.custom ?? {}).map(
    ([name, value]) => [name, value instanceof Date ? value.toISOString() : String(value)] as const,
  )
  const known: Record<string, string> = Object.create(null)
  for (const [name, value] of custom) known[name] = value
  // one text in the file may stand in every cell, and whoever reads the cells reads it each time
  let text = 0
  for (const { rows } of sheets)
    for (const row of rows)
      for (const value of row) if (typeof value === 'string') text += value.length
  if (text > largestText) throw other(uploadWords.tooMuch())
  return {
    sheets: sheets.map(sheet => openedSheet(sheet)),
    properties: known,
    names: (namedRanges ?? []).map(({ name, range }) => ({ name, range })),
  }
}

function openedSheet({ name, rows, cells, merges, hidden, veryHidden }: Sheet): OpenedSheet {
  const formulas = new Map<string, string>()
  for (const [at, { formula }] of cells ?? []) {
    if (formula === undefined) continue
    const [row = 0, column = 0] = at.split(',').map(Number)
    formulas.set(cellAddress(row + 1, column + 1), formula)
  }
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return {
    name,
    rows: rows.map(row => row.map(plain)),
    formulas,
    merges: (merges ?? []).flatMap(({ startRow, startCol, endRow, endCol }): OpenedMerge[] => {
      const bottom = Math.min(endRow + 1, rows.length)
      const right = Math.min(endCol + 1, width)
      const within = startRow < bottom && startCol < right
      return within ? [{ top: startRow + 1, left: startCol + 1, bottom, right }] : []
    }),
    hidden: hidden === true || veryHidden === true,
  }
}

const plain = (value: unknown): OpenedValue => {
  if (value === null || value === undefined) return null
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : printDate(value.toISOString().slice(0, 10))
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}
