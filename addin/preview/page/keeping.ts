// Keeps the workbook over a reload of the page, in this tab's session storage.
// Never keeps it longer than the tab lives: it is a toy, not a file.
import { Workbook, type WorkbookState } from '../workbook/workbook.ts'
import { words } from './words.ts'

const key = 'preview/workbook'
const pause = 300

// cells share a handful of formats; written once each, a laid-out workbook fits the 5 MB of a tab
function written(state: WorkbookState): string {
  const numbers = new Map<string, number>()
  const compact = JSON.stringify(state, (name, value: unknown) => {
    if (name !== 'format' || typeof value !== 'object') return value
    const text = JSON.stringify(value)
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return number
  })
  return `{"formats":[${[...numbers.keys()].join(',')}],"state":${compact}}`
}

function read(text: string): WorkbookState {
  const formats = (JSON.parse(text) as { formats: unknown[] }).formats
  const revived: { state: WorkbookState } = JSON.parse(text, (name, value: unknown) =>
    name === 'format' && typeof value === 'number' ? structuredClone(formats[value]) : value,
  )
  return revived.state
}

/** The workbook of before the reload, or a new empty one. */
export function openWorkbook(): Workbook {
  const kept = sessionStorage.getItem(key)
  try {
    if (kept) return Workbook.fromJSON(read(kept))
  } catch {
    // written by an older version of this page: start anew
    sessionStorage.removeItem(key)
  }
  return new Workbook(words.page.firstSheet)
}

/** Saves shortly after every change; `refused` when the tab has no room for it. */
export function keepWorkbook(workbook: Workbook, refused: () => void): void {
  let waiting = false
  const save = () => {
    waiting = false
    try {
      sessionStorage.setItem(key, written(workbook.toJSON()))
    } catch {
      sessionStorage.removeItem(key)
      refused()
    }
  }
  workbook.onChange(() => {
    if (waiting) return
    waiting = true
    window.setTimeout(save, pause)
  })
  // always: what an add-in stores in the workbook changes no cell, so nothing has told of it
  window.addEventListener('pagehide', () => {
    if (!discarded) save()
  })
}

let discarded = false

/** Throws the workbook away and starts the page again with an empty one. */
export function discardWorkbook(): void {
  discarded = true
  sessionStorage.removeItem(key)
  location.reload()
}
