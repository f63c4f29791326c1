/**
 * Where the pane begins: one store, first paint, then the workbook. Nothing waits for the host; a person can sign in
 * while it loads.
 */
import { createRoot } from 'react-dom/client'
import { connect } from './api.ts'
import { keptIn } from './features/kept.ts'
import { Pane } from './features/pane.tsx'
import { resume } from './features/sign-in/signing.ts'
import type { Place } from './features/state.ts'
import { createStore, StoreProvider } from './features/store.ts'
import { partition } from './host/appearance.ts'
import { excelWorkbook } from './host/excel.ts'
import type { Workbook } from './host/port.ts'
import { type Surroundings, surroundings } from './host/ready.ts'

let workbook: Workbook | undefined
const kept = keptIn(storage(), partition)
const store = createStore(connect, kept, () => {
  workbook ??= excelWorkbook(waiting => store.dispatch({ type: 'cell-edited', waiting }))
  return workbook
})

const places: Record<Surroundings, Place> = {
  excel: 'workbook',
  browser: 'alone',
  unreachable: 'unreachable',
}

const failed = (reason: unknown) =>
  store.dispatch({
    type: 'failed',
    text: reason instanceof Error ? reason.message : String(reason),
  })
addEventListener('error', event => failed(event.error ?? event.message))
addEventListener('unhandledrejection', event => failed(event.reason))
// the browser's own "save page" helps nobody here; the workbook saves with its own keys
addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') event.preventDefault()
})

resume(store, Date.now())
const root = document.getElementById('pane')
if (root)
  createRoot(root, { onUncaughtError: failed }).render(
    <StoreProvider value={store}>
      <Pane />
    </StoreProvider>,
  )
void surroundings().then(found => {
  store.dispatch({ type: 'placed', place: places[found] })
  // the storage prefix is known only now
  resume(store, Date.now())
})

/** Reading the property itself throws where storage is forbidden. */
function storage(): Storage | undefined {
  try {
    return sessionStorage
  } catch {
    return undefined
  }
}
