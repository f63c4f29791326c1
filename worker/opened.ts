/** The period a request speaks of, and the periods whose figures stand beside its own. */
import {
  closedBefore,
  isPeriodKey,
  periodName,
  periodsBefore,
  previousPeriod,
  samePeriodLastYear,
} from '../shared/period.ts'
import type { PeriodSummary } from '../shared/protocol.ts'
import { say } from './messages.ts'
import { Problem } from './problem.ts'
import type { PeriodRow } from './store/periods.ts'

export const periodSummary = (row: PeriodRow): PeriodSummary => ({
  period: row.period,
  name: periodName(row.period),
  window: { from: row.from, to: row.to },
  dueDate: row.dueDate,
  state: row.state,
  catalogue: row.catalogue,
})

/** Years before are nobody's, and the periods before theirs would have no key. @throws Problem not-found when it is none */
export function periodKeyOf(text: string): string {
  if (!isPeriodKey(text) || text < '2000') throw new Problem('not-found', say.notAPeriod(text))
  return text
}

/** @throws Problem not-found when the agency has not opened the period */
export function known(row: PeriodRow | undefined, period: string): PeriodRow {
  if (!row) throw new Problem('not-found', say.periodNotOpened(period))
  return row
}

/** The periods whose figures stand beside those of a period. */
export const comparedWith = (period: string) => ({
  previous: previousPeriod(period),
  lastYear: samePeriodLastYear(period),
})

/** Those whose close is the period's opening, where that is not the close of the period before, which is at hand anyway. */
export const closedElsewhere = (period: string): readonly string[] =>
  closedBefore(period).filter(closed => closed !== previousPeriod(period))

/** As many as stand beside a figure in the pane: a year of months. */
export const shownBefore = (period: string): string[] => periodsBefore(period, 12)
