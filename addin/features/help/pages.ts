/** The help pages beside the pane, and which of them speaks of what is on the screen. Static files of `addin/public`. */
import type { State } from '../state.ts'

export const helpPages = {
  start: '/help/index.html',
  fill: '/help/dien.html',
  check: '/help/kiem-tra.html',
  submit: '/help/nop.html',
  returned: '/help/bi-tra-lai.html',
  plan: '/help/ke-hoach.html',
  inspection: '/help/dot-kiem-tra.html',
  office: '/help/van-phong.html',
  retrospective: '/help/tong-ket.html',
  rules: '/help/quy-tac.html',
  webhooks: '/help/van-phong.html#he-thong-khac',
  trouble: '/help/truc-trac.html',
  english: '/help/en.html',
} as const

/** How to get and hand in the forms without the pane: said by the gate for old engines and by the pane itself. */
export const plainWorkbook = `${helpPages.trouble}#khong-co-excel`

/** The page of what the person is doing now. */
export function helpFor(state: State): string {
  if (state.shell.language === 'en') return helpPages.english
  if (state.place === 'unreachable' || state.place === 'too-old') return helpPages.trouble
  const role = state.access.session?.who.role
  const { open } = state.work
  // the office's other views leave its work open behind them
  if (role === 'clerk') return helpPages[(state.board.view === 'work' && open) || 'office']
  return role === 'unit' ? helpPages[open ?? state.tab] : helpPages.start
}
