/** Writes what a person asked for into input cells, remembers how to undo it, and judges the result. */
import type { CellWrite } from '../../host/port.ts'
import { checkNow } from '../check/checking.ts'
import type { Store } from '../store.ts'
import { hostCode, isOurs } from './opening.ts'
import type { WrittenWhat } from './state.ts'

export const write = (
  store: Store,
  what: WrittenWhat,
  writes: readonly CellWrite[],
): Promise<void> => put(store, what, writes, true)

/** Puts back what the last command wrote over; cells changed since stay as they are. */
export async function undo(store: Store): Promise<void> {
  const { written } = store.state().fill
  if (written?.undo) await put(store, written.what, written.undo, false)
}

async function put(
  store: Store,
  what: WrittenWhat,
  writes: readonly CellWrite[],
  undoable: boolean,
): Promise<void> {
  const workbook = store.workbook()
  const state = store.state()
  if (!workbook || !isOurs(state) || state.fill.writing || writes.length === 0) return
  store.dispatch({ type: 'writing' })
  try {
    const { before, left } = await workbook.write(
      state.check.review?.sheets ?? state.fill.laid,
      writes,
    )
    store.dispatch({
      type: 'written',
      note: {
        what,
        cells: before.length,
        left: left.length,
        undo: undoable && before.length > 0 ? before : null,
        undone: !undoable,
      },
    })
  } catch (error) {
    store.dispatch({ type: 'host-failed', code: hostCode(error) })
    return
  }
  // our own changes raise no event we listen to
  await checkNow(store)
}
