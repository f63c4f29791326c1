// Which key does what, as in Excel: one table for the sheet, one for a cell being edited.
// Never acts itself.
import { deleteHere, insertHere } from './lines-menu.ts'
import type { View } from './view.ts'

type Key = (view: View) => unknown

const up = { down: -1, right: 0 }
const down = { down: 1, right: 0 }
const left = { down: 0, right: -1 }
const right = { down: 0, right: 1 }

/** `true` lets the browser do its own part as well. */
export const sheetKeys: Readonly<Record<string, Key>> = {
  ArrowUp: view => view.move(up),
  ArrowDown: view => view.move(down),
  ArrowLeft: view => view.move(left),
  ArrowRight: view => view.move(right),
  'Shift+ArrowUp': view => view.extend(up),
  'Shift+ArrowDown': view => view.extend(down),
  'Shift+ArrowLeft': view => view.extend(left),
  'Shift+ArrowRight': view => view.extend(right),
  'Ctrl+ArrowUp': view => view.jump(up),
  'Ctrl+ArrowDown': view => view.jump(down),
  'Ctrl+ArrowLeft': view => view.jump(left),
  'Ctrl+ArrowRight': view => view.jump(right),
  'Ctrl+Shift+ArrowUp': view => view.jump(up, true),
  'Ctrl+Shift+ArrowDown': view => view.jump(down, true),
  'Ctrl+Shift+ArrowLeft': view => view.jump(left, true),
  'Ctrl+Shift+ArrowRight': view => view.jump(right, true),
  PageUp: view => view.page(up),
  PageDown: view => view.page(down),
  Home: view => view.toColumn(0),
  'Ctrl+Home': view => view.toStart(),
  'Ctrl+End': view => view.toEnd(),
  Tab: view => view.tab(1),
  'Shift+Tab': view => view.tab(-1),
  Enter: view => view.enter(1),
  'Shift+Enter': view => view.enter(-1),
  F2: view => view.edit(),
  Delete: view => view.erase(),
  Backspace: view => view.startEmpty(),
  'Alt+ArrowDown': view => view.openChoices(),
  'Ctrl++': insertHere,
  'Ctrl+-': deleteHere,
  'Ctrl+z': view => view.undo(),
  'Ctrl+y': view => view.redo(),
  'Ctrl+a': view => view.selectAll(),
  'Ctrl+PageUp': view => view.tabs.step(-1),
  'Ctrl+PageDown': view => view.tabs.step(1),
  Escape: view => view.notice.hide(),
  // Tab stays on the sheet, so this is the way out by keyboard
  F6: view => view.tabs.focus(),
}

export const editKeys: Readonly<Record<string, Key>> = {
  Enter: view => view.commit(down),
  'Shift+Enter': view => view.commit(up),
  'Ctrl+Enter': view => view.commit(),
  Tab: view => view.commit(right),
  'Shift+Tab': view => view.commit(left),
  Escape: view => view.editor.cancel(),
  F2: view => view.editor.toggleMode(),
  'Alt+Enter': view => view.editor.breakLine(),
}

/** While an entry begun by typing is open, these enter it and move on. */
export const enteringKeys: Readonly<Record<string, Key>> = {
  ArrowUp: view => view.commit(up),
  ArrowDown: view => view.commit(down),
  ArrowLeft: view => view.commit(left),
  ArrowRight: view => view.commit(right),
}

export function keyName(event: KeyboardEvent): string {
  const control = event.ctrlKey || event.metaKey ? 'Ctrl+' : ''
  const alt = event.altKey ? 'Alt+' : ''
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const shift = event.shiftKey && event.key.length > 1 ? 'Shift+' : ''
  return `${control}${alt}${shift}${key}`
}

/** Whether a key writes a letter, also through an input method such as Telex. */
export function writes(event: KeyboardEvent): boolean {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey
  return plain && (event.key.length === 1 || event.key === 'Process' || event.isComposing)
}
