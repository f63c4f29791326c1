// Puts the page together: the workbook, the sheet a person works on, the pane beside it, the demo
// codes and the switches. Reads from top to bottom what is where.
import { codeList } from './codes.ts'
import { Connection } from './connection.ts'
import { drawer } from './drawer.ts'
import { placed } from './element.ts'
import { discardWorkbook, keepWorkbook, openWorkbook } from './keeping.ts'
import { Pane } from './pane.ts'
import { workOn } from './sheet/working.ts'
import { switchesFrom } from './switches.ts'
import { words } from './words.ts'

const switches = switchesFrom(location.search, window.innerWidth)
const workbook = openWorkbook()
const connection = new Connection(workbook, switches)
const pane = new Pane(switches)

const { view, placeBar, status } = workOn(workbook, switches.zoom, editing => {
  connection.cellOpen = editing
  connection.apply()
})
view.drawing.root.id = 'sheet'
placed('workbook').append(placeBar, view.notice.root, view.drawing.root, view.tabs.root, status)
placed('beside').append(pane.frame)
view.draw()
keepWorkbook(workbook, () => view.notice.show('', words.page.notKept))

function follow(): void {
  document.documentElement.classList.toggle('dark', switches.dark)
  connection.apply()
}
const restart = () => {
  follow()
  pane.reload()
}
const wishes = { changed: follow, restart }
const switchboard = drawer(workbook, view.selection, view.notice, switches, wishes, pane.controls)
placed('switches').append(switchboard)
placed('new-workbook').addEventListener('click', discardWorkbook)
follow()
pane.load()

const disclosure = placed('codes')
const attempt = async (code: string, name: string) => {
  // the clipboard is a convenience: it may be forbidden
  const copying = navigator.clipboard?.writeText(code).catch(() => undefined)
  const entered = await pane.signIn(code)
  await copying
  if (entered) disclosure.removeAttribute('open')
  else view.notice.show('', words.codes.copied(name))
}
disclosure.append(await codeList((code, name) => void attempt(code, name)))
// a workbook that is in use needs the room more than the codes do
if (workbook.sheets.length > 1) disclosure.removeAttribute('open')
