/** The letter that reminds units: ready to paste into a message, with everything the unit has to know. */
import { printDate, printInstant } from '../../../shared/period.ts'
import type { PeriodSummary, UnitProgress } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { nearness } from '../period/due.ts'
import { isAwaited } from './standing.ts'

/** @param now the instant the letter is written; the days left are counted from it */
export function reminderFor(unit: UnitProgress, period: PeriodSummary, now: number): string {
  const words = office().reminder
  const { name, window } = period
  const returned =
    unit.state === 'returned' && unit.review
      ? words.returned(
          unit.review.revision,
          printInstant(unit.review.at),
          unit.review.note,
          unit.review.questioned.length,
        )
      : words.missing
  return [
    words.greeting(unit.name),
    words.period(name, printDate(window.from), printDate(window.to)),
    returned,
    dueWords(period, now),
    words.closing,
  ].join('\n')
}

/** One letter to all the office waits for. */
export function reminderForAll(
  units: readonly UnitProgress[],
  period: PeriodSummary,
  now: number,
): string {
  const words = office().reminder
  return [
    words.greetingAll,
    words.period(period.name, printDate(period.window.from), printDate(period.window.to)),
    words.awaited,
    ...units
      .filter(isAwaited)
      .map(unit => words.line(unit.name, unit.state === 'returned', unit.review?.note ?? '')),
    dueWords(period, now),
    words.closing,
  ].join('\n')
}

function dueWords({ dueDate }: PeriodSummary, now: number): string {
  const { when, days } = nearness(dueDate, now)
  return office().reminder.due[when](printDate(dueDate), days)
}
