/** The one command that stands out when bars and steps offer several: a person should see at a glance what comes next. */
import { offerOf } from '../drafts/offer.ts'
import { isOurs } from '../fill/opening.ts'
import type { State } from '../state.ts'

/** What the desk leads with; `step`: the command of the step that is open, if it has one. */
export type Lead = 'draft' | 'correct' | 'step'

export function leadOf(state: State): Lead {
  const offer = offerOf(state)
  // another workbook's figures are news, not the next thing to do here
  if (offer && !offer.elsewheres) return 'draft'
  const returned = state.fill.book?.sheet.standing.state === 'returned'
  return returned && state.tab === 'fill' && isOurs(state) ? 'correct' : 'step'
}
