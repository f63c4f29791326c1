/** Where a problem found by an inspection stands on a day. Days are ISO dates in Vietnam. */
import { daysBetween } from '../period.ts'
import type { FoundProblem } from '../protocol/inspection.ts'

/** Days before the due date from which a problem is due soon. */
export const soon = 7

export type ProblemStanding = FoundProblem['standing']
type Dated = Pick<FoundProblem, 'dueDate' | 'resolvedOn'>

/** The due date itself is still in time. */
export function problemStanding({ dueDate, resolvedOn }: Dated, today: string): ProblemStanding {
  if (resolvedOn !== null) return resolvedOn > dueDate ? 'resolved-late' : 'resolved'
  if (today > dueDate) return 'overdue'
  return daysBetween(today, dueDate) <= soon ? 'due-soon' : 'open'
}

/** Unresolved ones first, the most overdue before all; then the resolved ones by their due date. */
export const byUrgency = (a: Dated, b: Dated): number =>
  Number(a.resolvedOn !== null) - Number(b.resolvedOn !== null) ||
  a.dueDate.localeCompare(b.dueDate)
