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
import type { Queue } from './run.ts'

/** One cell to write; row and column from 0 within its block. */
type Target = {
  readonly layout: SheetLayout
  readonly row: number
  readonly column: number
  readonly write: CellWrite
}
/** Neighbours in a column: one range, because every range costs the client four actions. */
type Run = { readonly targets: readonly Target[]; readonly range: Excel.Range }

/** @throws HostError `protected` when a cell is no input or was locked, `sheets-damaged` when a block is not as laid out */
export async function writeCells(
  queue: Queue,
  sheets: readonly SheetLayout[],
  writes: readonly CellWrite[],
): Promise<Written> {
  const targets = writes.map(write => targetOf(sheets, write))
  return queue.run(
    async (context, sync) => {
      demand('names')
      const blocks = [...new Set(targets.map(({ layout }) => layout))].map(layout => {
        const within = targets.filter(target => target.layout === layout)
        const block = context.workbook.names.getItem(layout.block.name).getRange()
        block.load('rowCount,columnCount')
        return { layout, block, runs: runsOf(within).map(run => inRange(block, run)) }
      })
      await sync()
      for (const { layout, block } of blocks) mustFit(layout, block)
      const runs = blocks.flatMap(block => block.runs)
      if (runs.some(({ range }) => range.format.protection.locked !== false))
        throw new HostError('protected', 'locked cell')
      const before: CellWrite[] = []
      const left: CellWrite[] = []
      for (const { targets: cells, range } of runs) {
        const entries = cells.map(({ write }, i) => {
          const held = contentOf(range.values[i]?.[0], range.formulas[i]?.[0])
          if (write.over !== undefined && !sameContent(write.over, held)) {
            left.push(write)
            return null
          }
          before.push({ ...write, content: held, over: write.content })
          const numberFormat = String(range.numberFormat[i]?.[0] ?? 'General')
          return entryOf({ value: write.content, numberFormat }) ?? ''
        })
        range.formulas = entries.map(entry => [entry])
      }
      await sync()
      return { before, left }
    },
    { writes: true },
  )
}

function targetOf(sheets: readonly SheetLayout[], write: CellWrite): Target {
  const layout = sheets.find(({ sheet }) => sheet === write.sheet)
  const at = firstCell(write.cell)
  const cell = at && layout?.rows[at.row - 1]?.[at.column - 1]
  if (!layout || !at || !cell || !styles[cell.style].unlocked)
    throw new HostError('protected', `${write.sheet} ${write.cell} is no input`)
  const { top, left } = layout.block
  return { layout, row: at.row - top, column: at.column - left, write }
}

function runsOf(targets: readonly Target[]): Target[][] {
  const sorted = [...targets].sort((a, b) => a.column - b.column || a.row - b.row)
  const runs: Target[][] = []
  for (const target of sorted) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last?.column === target.column && last.row === target.row - 1) run.push(target)
    else runs.push([target])
  }
  return runs
}

function inRange(block: Excel.Range, targets: readonly Target[]): Run {
  const [first] = targets
  const cell = block.getCell(first?.row ?? 0, first?.column ?? 0)
  const range = targets.length > 1 ? cell.getResizedRange(targets.length - 1, 0) : cell
  range.load('values,formulas,numberFormat,format/protection/locked')
  return { targets, range }
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
