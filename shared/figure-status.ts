/** The status that stands beside a figure (`protocol/status.ts` says what each means): one table for units, agencies and provinces. */
import type { Coverage } from './consolidate.ts'
import type { FigureStatus } from './protocol.ts'

export type Standing = {
  /** nothing of the period changes any more */
  readonly locked: boolean
  /** the day on which its figures are due has ended in Vietnam */
  readonly pastDue: boolean
  readonly coverage: Coverage
}

/** A lock comes first: what is signed is final, whoever is missing from it; its coverage says so. */
export function statusOf({ locked, pastDue, coverage }: Standing): FigureStatus {
  if (locked) return 'final'
  if (coverage.reported >= coverage.expected) return 'provisional'
  return pastDue ? 'late' : 'incomplete'
}

/** The due date counts until midnight in Vietnam. @param dueDate none where nothing is due any more @param today the date there */
export const isPastDue = (dueDate: string | undefined, today: string): boolean =>
  dueDate !== undefined && today > dueDate
