/**
 * Writes into input cells, on an explicit command only. Cells are found inside their block's name, never by address, so
 * rows inserted above do not matter. All or nothing: a locked cell refuses the whole command before anything is written.
 */
import { styles } from '../../shared/layout/style.ts'
import type { SheetLayout } from '../../shared/layout.ts'
import { demand } from './capabilities.ts'
import { entryOf } from './cell-text.ts'
import { firstCell } from './follow-selection.ts'
import { type CellContent, type CellWrite, HostError, type Written } from './port.ts'
import { type Rectangle, rectangles } from './rectangles.ts'
import type { Queue } from './run.ts'

/** One cell to write; row and column from 0 within its block. */
type Target = {
  readonly layout: SheetLayout
  readonly row: number
  readonly column: number
  readonly write: CellWrite
}
type Entry = string | number
/** A block as it stands, and what is to be written into it. */
type Block = {
  readonly layout: SheetLayout
  readonly targets: readonly Target[]
  readonly range: Excel.Range
  readonly looks: OfficeExtension.ClientResult<Excel.CellProperties[][]>
}

/** @throws HostError `protected` when a cell is no input or was locked, `sheets-damaged` when a block is not as laid out */
export async function writeCells(
  queue: Queue,
  sheets: readonly SheetLayout[],
  writes: readonly CellWrite[],
): Promise<Written> {
  const targets = writes.map(write => targetOf(sheets, write))
  return queue.run(
    async (context, sync) => {
      demand('cellProperties')
      const blocks = [...new Set(targets.map(({ layout }) => layout))].map((layout): Block => {
        const range = context.workbook.names.getItem(layout.block.name).getRange()
        range.load('rowIndex,columnIndex,rowCount,columnCount,values,formulas,numberFormat')
        const looks = range.getCellProperties({ format: { protection: true } })
        return { layout, targets: targets.filter(of => of.layout === layout), range, looks }
      })
      await sync()
      for (const { layout, range } of blocks) mustFit(layout, range)
      if (blocks.some(block => block.targets.some(target => isLocked(block, target))))
        throw new HostError('protected', 'locked cell')
      const before: CellWrite[] = []
      const left: CellWrite[] = []
      for (const block of blocks) {
        const { range } = block
        const entries = new Map<string, Entry>()
        for (const { write, row, column } of block.targets) {
          const held = contentOf(range.values[row]?.[column], range.formulas[row]?.[column])
          if (write.over !== undefined && !sameContent(write.over, held)) {
            left.push(write)
            continue
          }
          before.push({ ...write, content: held, over: write.content })
          const numberFormat = String(range.numberFormat[row]?.[column] ?? 'General')
          const entry = entryOf({ value: write.content, numberFormat }) ?? ''
          entries.set(`${row}:${column}`, entry)
        }
        enter(block, entries)
      }
      await sync()
      return { before, left }
    },
    { writes: true },
  )
}

const isLocked = (
  { looks }: Block,
  { row, column }: { readonly row: number; readonly column: number },
): boolean => looks.value[row]?.[column]?.format?.protection?.locked !== false

/**
 * Few ranges, because every range costs the client four actions: open cells between two that are written are left alone by
 * a null, locked ones are never part of a range.
 */
function enter(block: Block, entries: ReadonlyMap<string, Entry>): void {
  const { range } = block
  const entryAt = (row: number, column: number) => entries.get(`${row}:${column}`)
  const wanted = range.values.map((line, row) =>
    line.map((_, column) => {
      if (entryAt(row, column) !== undefined) return 'written'
      return isLocked(block, { row, column }) ? 'locked' : undefined
    }),
  )
  for (const { area } of rectangles(wanted, 'locked'))
    inSheet(range, area).formulas = linesOf(area, (row, column) => entryAt(row, column) ?? null)
}

/** One object where a cell of the block, made larger, would be two; the block has just told where it is. */
const inSheet = (block: Excel.Range, { top, left, bottom, right }: Rectangle): Excel.Range =>
  block.worksheet.getRangeByIndexes(
    block.rowIndex + top - 1,
    block.columnIndex + left - 1,
    bottom - top + 1,
    right - left + 1,
  )

const linesOf = <T>(
  { top, left, bottom, right }: Rectangle,
  cell: (row: number, column: number) => T,
): T[][] =>
  Array.from({ length: bottom - top + 1 }, (_, i) =>
    Array.from({ length: right - left + 1 }, (__, j) => cell(top - 1 + i, left - 1 + j)),
  )

function targetOf(sheets: readonly SheetLayout[], write: CellWrite): Target {
  const layout = sheets.find(({ sheet }) => sheet === write.sheet)
  const at = firstCell(write.cell)
  const cell = at && layout?.rows[at.row - 1]?.[at.column - 1]
  if (!layout || !at || !cell || !styles[cell.style].unlocked)
    throw new HostError('protected', `${write.sheet} ${write.cell} is no input`)
  const { top, left } = layout.block
  return { layout, row: at.row - top, column: at.column - left, write }
}

/** A block of another size would put figures into wrong places. */
function mustFit({ block }: SheetLayout, { rowCount, columnCount }: Excel.Range): void {
  if ((block.open || rowCount === block.rows) && columnCount === block.columns) return
  throw new HostError('sheets-damaged', `${block.name} ${rowCount}×${columnCount}`)
}

/** What a cell holds, so that it can be put back; words that look like a formula are told from one by their value. */
function contentOf(value: unknown, formula: unknown): CellContent {
  if (typeof formula === 'string' && formula.startsWith('=') && formula !== value)
    return { formula: formula.slice(1) }
  if (typeof value === 'number') return { number: value }
  // only people's own TRUE and FALSE are neither number nor text
  if (typeof value === 'boolean') return { formula: String(value).toUpperCase() }
  return value === '' || value === null || value === undefined ? null : { text: String(value) }
}

function sameContent(a: CellContent, b: CellContent): boolean {
  const plain = (content: CellContent) =>
    content && 'text' in content ? content.text.normalize('NFC').trim() : content
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}
