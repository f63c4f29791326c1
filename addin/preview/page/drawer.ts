// The drawer with the switches of the played Excel. Never changes the workbook except where a
// switch plays a person: protection, and the co-author's edit.
import { cellArea, type Workbook, WorkbookProblem } from '../workbook/workbook.ts'
import { button, element } from './element.ts'
import type { Notice } from './sheet/notice.ts'
import type { Selection } from './sheet/selection.ts'
import type { Switches } from './switches.ts'
import { refusals, words } from './words.ts'

const latencies = [0, 100, 300, 1000, 3000]

export interface DrawerWishes {
  /** a switch of the host or the network changed */
  changed(): void
  /** the pane must start again: it reads the theme once */
  themeChanged(): void
}

export function drawer(
  workbook: Workbook,
  selection: Selection,
  notice: Notice,
  switches: Switches,
  wishes: DrawerWishes,
): HTMLElement {
  const latency = element('select', {})
  for (const count of new Set([...latencies, switches.latency])) {
    const text = count === 0 ? words.switches.none : words.switches.milliseconds(count)
    latency.append(element('option', { value: count, selected: count === switches.latency }, text))
  }
  latency.addEventListener('change', () => {
    switches.latency = Number(latency.value)
    wishes.changed()
  })

  const toggle = (
    text: string,
    name: 'editing' | 'dropEvents' | 'offline' | 'dark',
    act = wishes.changed,
  ) =>
    checkbox(text, switches[name], checked => {
      switches[name] = checked
      act()
    }).label

  const protection = checkbox(words.switches.protection, false, checked => {
    const sheet = workbook.activeSheet
    refusing(notice, () => {
      if (checked) workbook.acting('user', () => workbook.protect(sheet, [], 'Normal', ''))
      else workbook.acting('user', () => workbook.unprotect(sheet))
    })
    protection.input.checked = workbook.activeSheet.guard.isProtected
  })
  const followProtection = () => {
    protection.input.checked = workbook.activeSheet.guard.isProtected
  }
  workbook.onChange(followProtection)
  followProtection()

  const remote = button(words.switches.remote, () => {
    refusing(notice, () => editFromAfar(workbook, selection))
  })
  return element(
    'div',
    { class: 'drawer' },
    element('label', {}, words.switches.latency, latency),
    toggle(words.switches.editing, 'editing'),
    protection.label,
    toggle(words.switches.events, 'dropEvents'),
    toggle(words.switches.offline, 'offline'),
    toggle(words.switches.dark, 'dark', wishes.themeChanged),
    remote,
  )
}

function checkbox(text: string, checked: boolean, act: (checked: boolean) => void) {
  const input = element('input', { type: 'checkbox', checked })
  input.addEventListener('change', () => act(input.checked))
  return { input, label: element('label', {}, input, text) }
}

// a colleague elsewhere adds one to the number in the active cell
function editFromAfar(workbook: Workbook, selection: Selection): void {
  const { active, sheet } = selection
  const content = sheet.content(active.row, active.column)
  const next = typeof content === 'number' ? content + 1 : 1
  workbook.acting('remote', () => sheet.write(cellArea(active.row, active.column), [[next]]))
}

function refusing(notice: Notice, work: () => void): void {
  try {
    work()
  } catch (problem) {
    if (!(problem instanceof WorkbookProblem)) throw problem
    const said =
      problem.reason === 'locked' ? words.switches.remoteLocked : refusals[problem.reason]
    notice.show('', said)
  }
}
