/**
 * Damaged workbooks: looks at what stands where, finds every typed figure by the code of its line, shows what was found,
 * and only then draws the forms anew with those figures in them.
 */
import { rowFacts } from '../../../shared/consolidate.ts'
import { type Content, valuesOf } from '../../../shared/content.ts'
import { styles } from '../../../shared/layout/style.ts'
import { layOutWorkbook, type SheetLayout, type View } from '../../../shared/layout.ts'
import type { Place } from '../../../shared/place.ts'
import { type BlockCells, readBlocks } from '../../../shared/reading.ts'
import { type Salvage, salvage } from '../../../shared/salvage.ts'
import { checkNow } from '../check/checking.ts'
import { type Book, mismatch } from '../fill/book.ts'
import { hostCode, inThisWorkbook } from '../fill/opening.ts'
import type { Store } from '../store.ts'

/** Says how every sheet stands, without reading a figure. */
export async function diagnoseNow(store: Store): Promise<void> {
  const workbook = store.workbook()
  const { laid } = store.state().fill
  if (!workbook || laid.length === 0) return
  try {
    store.dispatch({ type: 'diagnosed', sheets: await workbook.diagnose(laid) })
  } catch (error) {
    store.dispatch({ type: 'repair-failed', code: hostCode(error) })
  }
}

/** Looks for typed figures, to show what a rebuilding would keep. Writes nothing. */
export async function searchFigures(store: Store): Promise<void> {
  store.dispatch({ type: 'repairing' })
  try {
    const found = await find(store)
    store.dispatch({ type: 'salvaged', salvage: found, again: false })
  } catch (error) {
    store.dispatch({ type: 'repair-failed', code: hostCode(error) })
  }
}

/** Draws the forms anew with the figures that were shown; stops when the workbook changed since. */
export async function rebuild(store: Store): Promise<void> {
  const workbook = store.workbook()
  const { book, identity } = store.state().fill
  const shown = store.state().repair.salvage
  if (!workbook || !book || !identity || !shown) return
  store.dispatch({ type: 'repairing' })
  try {
    const now = await find(store)
    // a colleague in the same workbook may have typed meanwhile: what was not shown is not overwritten
    if (!now || !sameFigures(now, shown)) {
      store.dispatch({ type: 'salvaged', salvage: now, again: true })
      return
    }
    const sheets = sheetsWith(book, now)
    const next = inThisWorkbook({ ...book.identity, revision: identity.revision }, identity)
    store.dispatch({ type: 'laying-out', done: 0, of: sheets.length })
    await workbook.layOut(sheets, next, (done, of) =>
      store.dispatch({ type: 'laying-out', done, of }),
    )
    store.dispatch({ type: 'laid-out', identity: next, sheets })
    await checkNow(store)
  } catch (error) {
    const code = hostCode(error)
    store.dispatch({ type: 'repair-failed', code })
    store.dispatch({ type: 'host-failed', code })
  }
}

/** Closes sheets somebody opened. */
export async function protectAgain(store: Store): Promise<void> {
  const workbook = store.workbook()
  if (!workbook) return
  store.dispatch({ type: 'repairing' })
  try {
    await workbook.protect(store.state().fill.laid)
    await diagnoseNow(store)
  } catch (error) {
    store.dispatch({ type: 'repair-failed', code: hostCode(error) })
  }
}

async function find(store: Store): Promise<Salvage | null> {
  const workbook = store.workbook()
  const { book, identity } = store.state().fill
  if (!workbook || !book || !identity) return null
  const differs = mismatch(book.identity, identity)
  // figures of another unit or period are never carried over
  if (differs !== null && differs !== 'catalogue') return null
  return salvage(book.sheets, await workbook.scan(book.sheets), differs === null)
}

const sameFigures = (a: Salvage, b: Salvage): boolean =>
  JSON.stringify([...a.blocks]) === JSON.stringify([...b.blocks])

/** The forms with what was found; lines that are gone show what the revision has that they were opened from. */
function sheetsWith(book: Book, found: Salvage): SheetLayout[] {
  const { index, current, sheet } = book
  const reading = readBlocks(index, book.view, found.blocks)
  const missing = found.missing.flatMap(({ places }) => places)
  const content = current ? withPlaces(reading.content, current, missing) : reading.content
  const values = valuesOf(index, content, book.view.values.before, rowFacts(sheet.agency))
  const view: View = { ...book.view, values, openRows: reading.openRows }
  return layOutWorkbook(index, view).map(layout => asTyped(layout, found.blocks.get(layout.form)))
}

function withPlaces(content: Content, from: Content, places: readonly Place[]): Content {
  const figures = new Map(content.figures)
  const narrative = new Map(content.narrative)
  const tables = new Map([...content.tables].map(([form, rows]) => [form, new Map(rows)]))
  for (const { form, row, column } of places) {
    const [figure, text] = [from.figures.get(row), from.narrative.get(row)]
    const cell = column === undefined ? undefined : from.tables.get(form)?.get(row)?.get(column)
    if (column === undefined && figure) figures.set(row, figure)
    if (column === undefined && text !== undefined) narrative.set(row, text)
    if (column !== undefined && cell) {
      const rows = tables.get(form) ?? new Map()
      rows.set(row, new Map(rows.get(row)).set(column, cell))
      tables.set(form, rows)
    }
  }
  return { figures, narrative, tables }
}

/** Every cell holds what was typed, as it was typed: text that could be a number stays text until a person says which. */
function asTyped(layout: SheetLayout, block: BlockCells = []): SheetLayout {
  const { top, left } = layout.block
  const rows = layout.rows.map((line, i) =>
    line.map((cell, j) => {
      const raw = block[i + 1 - top]?.[j + 1 - left] ?? ''
      if (raw === '' || styles[cell.style].unlocked !== true) return cell
      return { ...cell, value: typeof raw === 'number' ? { number: raw } : { text: String(raw) } }
    }),
  )
  return { ...layout, rows }
}
