// Wires the sheet to the page: keys, mouse, clipboard, the workbook's events, and what floats over
// the cells. Returns the parts for the page to place.
import type { Workbook } from '../../workbook/workbook.ts'
import { listenToClipboard } from './clipboard-events.ts'
import { boxOf } from './geometry.ts'
import { editKeys, enteringKeys, keyName, sheetKeys, writes } from './keys.ts'
import { offerLines } from './lines-menu.ts'
import { PlaceBar } from './place-bar.ts'
import { followPointer } from './pointer.ts'
import { PromptNote } from './prompt.ts'
import { Status } from './status.ts'
import { View } from './view.ts'

export interface Worked {
  readonly view: View
  readonly placeBar: HTMLElement
  readonly status: HTMLElement
}

/** @param edits told when a person begins and ends editing a cell */
export function workOn(
  workbook: Workbook,
  zoom: number,
  edits: (editing: boolean) => void,
): Worked {
  const view = new View(workbook, zoom)
  const { drawing, editor, selection, choices, marks, notice } = view
  const placeBar = new PlaceBar(workbook, selection, editor, notice)
  const status = new Status(view)
  const prompt = new PromptNote(selection)

  const around = () => {
    placeBar.update()
    status.update()
    choices.update()
    prompt.update()
    float(view, prompt.root)
  }
  view.onDrawn = around
  drawing.onRows = () => marks.update(view.geometry)

  let asked = false
  const soon = () => {
    if (asked) return
    asked = true
    requestAnimationFrame(() => {
      asked = false
      view.draw()
    })
  }

  selection.onChange = () => {
    notice.pass()
    view.draw()
  }
  editor.onMode = mode => {
    edits(mode !== 'ready')
    view.draw()
  }
  editor.onClosed = () => view.focus()
  choices.onChosen = text => view.choose(text)
  choices.onClosed = () => view.focus()
  choices.onOpened = () => float(view, prompt.root)
  placeBar.onGone = () => view.reveal()
  view.tabs.mayLeave = () => view.settle()
  view.tabs.attempt = work => view.attempt(work)
  offerLines(view, view.menu)

  workbook.onChange(event => {
    if (event.kind === 'selected' || event.kind === 'activated') {
      const moved = event.sheet === workbook.activeSheet && event.source !== 'user'
      if (event.kind === 'activated' || moved) {
        if (editor.mode !== 'ready') editor.cancel()
        selection.follow()
        view.draw()
        drawing.reveal(selection.active.row, selection.active.column)
        return
      }
    }
    soon()
  })

  listenToKeys(view)
  listenToClipboard(view)
  followPointer(drawing, selection, {
    settle: () => view.settle(),
    edit: cell => view.edit(cell),
    focus: () => view.focus(),
  })
  editor.bar.addEventListener('focus', () => {
    if (editor.mode !== 'ready') return
    const opened = editor.open(selection.sheet, selection.active, 'edit', true)
    if (!opened) view.focus()
  })
  return { view, placeBar: placeBar.root, status: status.root }
}

// the entry field, the drop-down arrow and the note follow the active cell
function float(view: View, prompt: HTMLElement): void {
  const { drawing, editor, choices, activeArea, geometry, marks } = view
  const box = boxOf(geometry, activeArea)
  const place = drawing.place(box, activeArea.row)
  const { left, top, width, height } = place.box
  const home = place.region.root
  if (editor.mode !== 'ready') editor.cover(home, left, top, width, height)
  for (const part of [choices.arrow, choices.list, prompt]) {
    if (part.parentElement !== home) home.append(part)
  }
  choices.arrow.style.cssText = `left:${left + width}px;top:${top + height - 21}px`
  choices.list.style.cssText = `left:${left}px;top:${top + height + 1}px;min-width:${width}px`
  prompt.style.cssText = `left:${left + Math.min(width, 24)}px;top:${top + height + 8}px`
  const seen = drawing.root.getBoundingClientRect()
  for (const part of [choices.list, prompt]) keepInside(part, seen, height)
  const described = prompt.hidden ? undefined : prompt.id
  for (const cell of drawing.root.querySelectorAll('[aria-describedby]')) {
    if (cell !== marks.activeCell) cell.removeAttribute('aria-describedby')
  }
  if (described) marks.activeCell?.setAttribute('aria-describedby', described)
}

// what would be cut off at the right moves left, and at the bottom over the cell
function keepInside(part: HTMLElement, seen: DOMRect, cellHeight: number): void {
  const { right, bottom, height } = part.getBoundingClientRect()
  const beyond = right - (seen.right - 16)
  if (beyond > 0) part.style.left = `${Number.parseFloat(part.style.left) - beyond}px`
  if (bottom <= seen.bottom) return
  part.style.top = `${Number.parseFloat(part.style.top) - height - cellHeight - 16}px`
}

function listenToKeys(view: View): void {
  const { drawing, editor } = view
  const editing = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const name = keyName(event)
    const act = editKeys[name] ?? (editor.mode === 'enter' ? enteringKeys[name] : undefined)
    event.stopPropagation()
    if (!act) return
    event.preventDefault()
    act(view)
  }
  editor.field.addEventListener('keydown', editing)
  editor.bar.addEventListener('keydown', editing)
  drawing.root.addEventListener('keydown', event => {
    if (event.target instanceof HTMLButtonElement) return
    const act = sheetKeys[keyName(event)]
    if (act) {
      event.preventDefault()
      act(view)
    } else if (writes(event) && !view.startEmpty()) {
      event.preventDefault()
    }
  })
}
