/** Mends what a paste brought, on a press of a button: looks at once, contents with the way back. */

import { cellAddress } from '../../../shared/layout/address.ts'
import type { SheetLayout } from '../../../shared/layout.ts'
import type { Area, CellChange, Repair, Workbook } from '../../host/port.ts'
import { checkNow } from '../check/checking.ts'
import type { Book } from '../fill/book.ts'
import { hostCode } from '../fill/opening.ts'
import type { Store } from '../store.ts'
import { looksOf, type Pasted, pastedIn, type TextNumber } from './pasted.ts'
import type { Undo } from './state.ts'

/** Format, font, lock and hints become again what was laid out; no figure is touched. */
export async function restoreLooks(store: Store): Promise<void> {
  const { pasted } = store.state().repair
  if (pasted) await mend(store, [], looksOf(pasted))
}

/** @param reading which of the readings each of these cells is to hold: 0 the Vietnamese one, 1 the other */
export async function convert(
  store: Store,
  cells: readonly TextNumber[],
  reading: 0 | 1,
): Promise<void> {
  const changes = cells.flatMap(({ row, column, value, readings }): CellChange[] => {
    const to = readings[reading]
    return to === undefined ? [] : [{ row, column, from: value, to }]
  })
  const { pasted } = store.state().repair
  // a cell formatted as text would keep the number as text
  const looks = pasted ? looksOf(pasted) : []
  const needed = looks.filter(one => cells.some(({ cell }) => cell === one.cell))
  await mend(store, changes, needed)
}

/** Writes back what the last conversion replaced, where it still stands. */
export async function takeBack(store: Store): Promise<void> {
  const { undo } = store.state().repair
  if (!undo) return
  const back = undo.changes.map(({ row, column, from, to }) => ({
    row,
    column,
    from: to,
    to: typeof from === 'number' ? from : String(from),
  }))
  await mend(store, back, [], false)
}

async function mend(
  store: Store,
  changes: readonly CellChange[],
  restore: Repair['restore'],
  canUndo = true,
): Promise<void> {
  const workbook = store.workbook()
  const { book, laid } = store.state().fill
  const { pasted, undo } = store.state().repair
  const layout = laid.find(({ sheet }) => sheet === pasted?.sheet)
  // what was converted before can still be taken back after looks were restored
  const undoOf = (made: readonly CellChange[]): Undo | null => {
    if (!canUndo) return null
    return made.length > 0 ? { changes: [...(undo?.changes ?? []), ...made] } : undo
  }
  if (!workbook || !book || !pasted || !layout) return
  store.dispatch({ type: 'repairing' })
  try {
    const repair: Repair = { layout, changes, restore }
    const skipped = await workbook.repair(repair)
    const made = changes.filter(change => !skipped.includes(change))
    const after = await lookAgain(workbook, book, layout, pasted)
    store.dispatch({
      type: 'repaired',
      pasted: after,
      undo: undoOf(made),
      skipped: skipped.map(({ row, column }) => cellAddress(row, column)),
    })
    if (made.length > 0) await checkNow(store)
  } catch (error) {
    store.dispatch({ type: 'repair-failed', code: hostCode(error) })
  }
}

/** The same cells once more, after somebody mended them here or in the sheet. */
export async function lookAgain(
  workbook: Workbook,
  book: Book,
  layout: SheetLayout,
  pasted: Pasted,
): Promise<Pasted> {
  const area = around([
    ...looksOf(pasted),
    ...pasted.textNumbers,
    ...pasted.negative,
    ...pasted.fractions,
    ...pasted.unreadable,
  ])
  const looked = area ? [await workbook.look(layout, area)] : []
  const { where, remote, count } = pasted
  return { ...pastedIn(book, layout, looked, where, remote), count }
}

type At = { readonly row: number; readonly column: number }

function around(cells: readonly At[]): Area | undefined {
  if (cells.length === 0) return undefined
  const rows = cells.map(({ row }) => row)
  const columns = cells.map(({ column }) => column)
  return {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  }
}
