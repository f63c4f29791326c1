// The drawer with the switches of the played Excel. Never changes the workbook except where a
// switch plays a person: protection, and the colleague's edits.
import { type Workbook, WorkbookProblem } from '../workbook/workbook.ts'
import { type Edited, editByColleague, increase } from './colleague.ts'
import { button, element } from './element.ts'
import type { Notice } from './sheet/notice.ts'
import type { Selection } from './sheet/selection.ts'
import { apiLevels, platforms, type Switches } from './switches.ts'
import { refusals, words } from './words.ts'

export interface DrawerWishes {
  /** a switch of the host or the network changed */
  changed(): void
  /** the pane must start again: it asks once for its theme, platform and versions */
  restart(): void
}

type Truths = 'editing' | 'dropEvents' | 'offline' | 'dark' | 'elsewhere'
type Numbers = 'latency' | 'payload' | 'colleague'

export function drawer(
  workbook: Workbook,
  selection: Selection,
  notice: Notice,
  switches: Switches,
  wishes: DrawerWishes,
  widths: HTMLElement,
): HTMLElement {
  const said = words.switches
  const toggle = (text: string, name: Truths, act = wishes.changed) =>
    checkbox(text, switches[name], checked => {
      switches[name] = checked
      act()
    }).label
  const amount = (
    text: string,
    name: Numbers,
    choices: readonly number[],
    show: (choice: number) => string,
    act = wishes.changed,
  ) =>
    choice(text, choices, switches[name], show, chosen => {
      switches[name] = chosen
      act()
    })

  const timer = colleagueTimer(workbook, switches, edited => tell(notice, edited))
  const group = (name: string, ...parts: readonly HTMLElement[]) =>
    element('fieldset', {}, element('legend', {}, name), ...parts)
  return element(
    'div',
    { class: 'drawer' },
    group(
      said.excel,
      choice(said.api, apiLevels, switches.apiLevel, said.level, level => {
        switches.apiLevel = level
        wishes.restart()
      }),
      choice(
        said.platform,
        platforms,
        switches.platform,
        name => said.platforms[name],
        name => {
          switches.platform = name
          wishes.restart()
        },
      ),
      amount(said.payload, 'payload', [0, 500, 50, 10], said.kilobytes),
    ),
    group(
      said.trouble,
      amount(said.latency, 'latency', [0, 100, 300, 1000, 3000], said.milliseconds),
      toggle(said.editing, 'editing'),
      toggle(said.elsewhere, 'elsewhere'),
      toggle(said.events, 'dropEvents'),
      toggle(said.offline, 'offline'),
    ),
    group(
      said.people,
      protection(workbook, notice, switches),
      button(said.colleagueNow, () => {
        const edited = editByColleague(workbook)
        if (edited) tell(notice, edited)
        else notice.show('', said.noInput)
      }),
      amount(said.colleague, 'colleague', [0, 5, 30], said.seconds, timer),
      button(said.remote, () => {
        const { sheet, active } = selection
        refusing(notice, () => tell(notice, increase(workbook, sheet, active.row, active.column)))
      }),
    ),
    group(
      said.look,
      widths,
      toggle(said.dark, 'dark', wishes.restart),
      element(
        'span',
        { class: 'hint' },
        matchMedia('(forced-colors: active)').matches ? said.forced : said.notForced,
      ),
    ),
  )
}

/** Follows the sheet in view, and protects or opens it by hand. */
function protection(workbook: Workbook, notice: Notice, switches: Switches): HTMLElement {
  const change = (wanted: boolean) => {
    const sheet = workbook.activeSheet
    if (sheet.guard.isProtected === wanted) return
    refusing(notice, () => {
      if (wanted) workbook.acting('user', () => workbook.protect(sheet, [], 'Normal', ''))
      else workbook.acting('user', () => workbook.unprotect(sheet))
    })
    follow()
  }
  const { input, label } = checkbox(words.switches.protection, false, change)
  const follow = () => {
    input.checked = workbook.activeSheet.guard.isProtected
  }
  workbook.onChange(follow)
  if (switches.protection !== undefined) change(switches.protection)
  follow()
  return label
}

/** Starts now, and again whenever the returned function is called. */
function colleagueTimer(
  workbook: Workbook,
  switches: Switches,
  told: (edited: Edited) => void,
): () => void {
  let running: number | undefined
  const start = () => {
    window.clearInterval(running)
    if (switches.colleague === 0) return
    running = window.setInterval(() => {
      const edited = editByColleague(workbook)
      if (edited) told(edited)
    }, switches.colleague * 1000)
  }
  start()
  return start
}

function tell(notice: Notice, { place, before, after }: Edited): void {
  notice.show(words.switches.colleagueName, words.switches.edited(place, before, after))
}

function checkbox(text: string, checked: boolean, act: (checked: boolean) => void) {
  const input = element('input', { type: 'checkbox', checked })
  input.addEventListener('change', () => act(input.checked))
  return { input, label: element('label', {}, input, text) }
}

function choice<Choice extends string | number>(
  text: string,
  choices: readonly Choice[],
  now: Choice,
  show: (choice: Choice) => string,
  act: (choice: Choice) => void,
): HTMLElement {
  // what the address asked for may be none of the usual
  const offered = choices.includes(now) ? choices : [...choices, now]
  const select = element('select', {})
  for (const one of offered) {
    select.append(element('option', { value: one, selected: one === now }, show(one)))
  }
  select.addEventListener('change', () => {
    const chosen = offered[select.selectedIndex]
    if (chosen !== undefined) act(chosen)
  })
  return element('label', {}, text, select)
}

function refusing(notice: Notice, work: () => void): void {
  try {
    work()
  } catch (problem) {
    if (!(problem instanceof WorkbookProblem)) throw problem
    const locked = problem.reason === 'locked'
    notice.show('', locked ? words.switches.remoteLocked : refusals[problem.reason])
  }
}
