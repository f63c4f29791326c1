/** The period a request speaks of, and the periods whose figures stand beside its own. */
import {
  closedBefore,
  isPeriodKey,
  type PeriodKind,
  periodKey,
  periodName,
  periodsBefore,
  previousPeriod,
  samePeriodLastYear,
} from '../shared/period.ts'
import type { PeriodSummary } from '../shared/protocol.ts'
import { say } from './messages.ts'
import { nearest } from './nearest.ts'
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
  if (!isPeriodKey(text) || text < '2000')
    throw new Problem('not-found', say.notAPeriod(text, nearestKeys(text)))
  return text
}

/** "2025-M4", "04/2025", "T4-2025": the year and the number that was meant come first; without a year nothing can be. */
function nearestKeys(text: string): string[] {
  const [year] = /(?<!\d)2\d{3}(?!\d)/u.exec(text) ?? []
  if (year === undefined) return []
  const number = /\d+/u.exec(text.replace(year, ''))?.[0].padStart(2, '0')
  const all = keysOf(Number(year))
  const meant = /q/iu.test(text) ? `${year}-Q${Number(number)}` : `${year}-M${number}`
  return [...new Set([...all.filter(key => key === meant), ...nearest(text, all)])].slice(0, 3)
}

function keysOf(year: number): string[] {
  const of = (kind: PeriodKind, count: number) =>
    Array.from({ length: count }, (_, i) => periodKey({ kind, year, ordinal: i + 1 }))
  return [...of('M', 12), ...of('Q', 4), ...of('6M', 1), ...of('9M', 1), ...of('Y', 1)]
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
