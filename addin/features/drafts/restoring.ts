/** The sheets a draft comes back on: laid out with its figures, and every text it could not read where it stood. */
import { rowFacts } from '../../../shared/consolidate.ts'
import { contentFromWire, valuesOf } from '../../../shared/content.ts'
import { styles } from '../../../shared/layout/style.ts'
import {
  type LaidCell,
  type LaidValue,
  layOutWorkbook,
  type SheetLayout,
  type View,
} from '../../../shared/layout.ts'
import { placeText } from '../../../shared/place.ts'
import type { BlockCells } from '../../../shared/reading.ts'
import type { Book } from '../fill/book.ts'
import type { Draft } from './draft.ts'

export function restoredSheets(book: Book, draft: Draft): SheetLayout[] {
  const { index, sheet } = book
  const lines = new Map(draft.lines)
  const content = contentFromWire(draft.content)
  const openRows = new Map(
    book.sheets.flatMap(({ form }) => {
      const raw = lines.get(form)
      const key = index.tables.get(form)?.columns.findIndex(column => column.rowKey) ?? -1
      return raw ? [[form, raw.map(line => String(line[key] ?? '').trim())]] : []
    }),
  )
  const view: View = {
    ...book.view,
    values: valuesOf(index, content, book.view.values.before, rowFacts(sheet.agency)),
    openRows,
  }
  return layOutWorkbook(index, view).map(layout => {
    const raw = lines.get(layout.form)
    return raw ? withLines(layout, raw) : withTexts(layout, new Map(draft.unread))
  })
}

/** A list stands line by line as it stood, also where a code was missing or wrong. */
const withLines = (layout: SheetLayout, lines: BlockCells): SheetLayout =>
  retyped(layout, (_cell, row, column) => {
    const { top, left } = layout.block
    return laidValue(lines[row - top]?.[column - left])
  })

const withTexts = (layout: SheetLayout, texts: ReadonlyMap<string, string>): SheetLayout =>
  retyped(layout, ({ place }) => {
    const text = place && texts.get(placeText(place))
    return text === undefined ? undefined : { text }
  })

type Typed = (cell: LaidCell, row: number, column: number) => LaidValue | undefined

/** Cells that can be filled get what was typed there; undefined leaves one as it is laid out. */
const retyped = (layout: SheetLayout, typed: Typed): SheetLayout => ({
  ...layout,
  rows: layout.rows.map((cells, row) =>
    cells.map((cell, column) => {
      const { unlocked } = styles[cell.style]
      const value = unlocked ? typed(cell, row + 1, column + 1) : undefined
      return value === undefined ? cell : { ...cell, value }
    }),
  ),
})

/** Undefined beyond what had been kept. */
function laidValue(raw: unknown): LaidValue | undefined {
  if (raw === undefined) return undefined
  if (raw === null || raw === '') return null
  return typeof raw === 'number' ? { number: raw } : { text: String(raw) }
}
