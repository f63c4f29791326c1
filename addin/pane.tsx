/**
 * Where the pane begins: one store, first paint, then the workbook. Nothing waits for the host; a person can sign in
 * while it loads.
 */
import { createRoot } from 'react-dom/client'
import { connect } from './api.ts'
import { indexedShelf } from './features/drafts/indexed.ts'
import { windowShelf } from './features/drafts/shelf.ts'
import { keptIn, permitted } from './features/kept.ts'
import { Pane } from './features/pane.tsx'
import { resumeLanguage } from './features/shell/language.ts'
import { resume } from './features/sign-in/signing.ts'
import type { Place } from './features/state.ts'
import { createStore, StoreProvider } from './features/store.ts'
import { noteFailure } from './features/trouble/failures.ts'
import { partition } from './host/appearance.ts'
import type { Workbook } from './host/port.ts'
import { type Surroundings, surroundings } from './host/ready.ts'

let workbook: Workbook | undefined
const kept = keptIn(
  permitted(() => sessionStorage),
  partition,
)
const store = createStore(
  connect,
  kept,
  () => {
    if (!workbook) throw new Error('placed beside a workbook before it was reached')
    return workbook
  },
  indexedShelf(partition, windowShelf(kept)),
)

const places: Record<Surroundings, Place> = {
  excel: 'workbook',
  'too-old': 'too-old',
  browser: 'alone',
  unreachable: 'unreachable',
}

const failed = (reason: unknown) => {
  noteFailure(reason)
  store.dispatch({
    type: 'failed',
    text: reason instanceof Error ? reason.message : String(reason),
  })
}
addEventListener('error', event => failed(event.error ?? event.message))
addEventListener('unhandledrejection', event => failed(event.reason))
// the browser's own "save page" helps nobody here; the workbook saves with its own keys
addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') event.preventDefault()
})

resume(store, Date.now())
const root = document.getElementById('pane')
if (root) void begin(root)
// told a second time when Excel answers after it was given up: the pane goes on beside the workbook by itself
void surroundings(found => void place(found))

/** What works on the workbook is fetched once there is one: Excel takes longer to answer than this to arrive. */
async function place(found: Surroundings): Promise<void> {
  if (found === 'excel') {
    const { excelWorkbook } = await import('./host/excel.ts')
    workbook ??= excelWorkbook(waiting => store.dispatch({ type: 'cell-edited', waiting }))
  }
  store.dispatch({ type: 'placed', place: places[found] })
  // the storage prefix is known only now
  resume(store, Date.now())
}

/** Vietnamese at once; the page's own words stay until the chosen English is there. */
async function begin(root: HTMLElement): Promise<void> {
  await resumeLanguage(store)
  createRoot(root, { onUncaughtError: failed }).render(
    <StoreProvider value={store}>
      <Pane />
    </StoreProvider>,
  )
}
