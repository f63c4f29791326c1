/** Which period the office opens next, with the window and due date the rules give it until somebody says otherwise. */
import {
  dateInVietnam,
  defaultDueDate,
  type Period,
  type PeriodKind,
  parsePeriod,
  periodKey,
  statutoryWindow,
} from '../../../shared/period.ts'
import type { PeriodSummary } from '../../../shared/protocol.ts'
import type { Holiday } from '../../../shared/working-days.ts'

/** How often a kind recurs in a year. */
export const perYear: Record<PeriodKind, number> = { M: 12, Q: 4, '6M': 1, '9M': 1, Y: 1 }
export const periodKinds: readonly PeriodKind[] = ['M', 'Q', '6M', '9M', 'Y']
export const isPeriodKind = (text: string): text is PeriodKind =>
  periodKinds.some(kind => kind === text)

const after = ({ kind, year, ordinal }: Period): Period =>
  ordinal < perYear[kind]
    ? { kind, year, ordinal: ordinal + 1 }
    : { kind, year: year + 1, ordinal: 1 }

/** The first of a kind after the newest that was opened; without any, the one whose figures are being closed now. */
export function nextPeriod(list: readonly PeriodSummary[], kind: PeriodKind, now: number): Period {
  const opened = list
    .map(({ period }) => parsePeriod(period))
    .filter(one => one.kind === kind)
    .sort((a, b) => a.year - b.year || a.ordinal - b.ordinal)
  const newest = opened.at(-1)
  if (newest) return after(newest)
  const [year = 0, month = 1] = dateInVietnam(now).split('-').map(Number)
  const ordinal = { M: month, Q: Math.ceil(month / 3), '6M': 1, '9M': 1, Y: 1 }[kind]
  return { kind, year, ordinal }
}

export type Proposal = { readonly from: string; readonly to: string; readonly dueDate: string }

export function proposalFor(period: Period, holidays: readonly Holiday[]): Proposal {
  const key = periodKey(period)
  return { ...statutoryWindow(key), dueDate: defaultDueDate(key, holidays) }
}
