/** The letter that reminds units of what is still to be put right, ready to paste into a message. */
import { printDate } from '../../../shared/period.ts'
import type { ProblemList } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { nearness } from '../period/due.ts'

type Open = ProblemList[number]

/** @param now the instant the letter is written; the days left are counted from it */
export function reminderOf(problems: readonly Open[], now: number): string {
  const words = works().inspection.letter
  const units = [...new Set(problems.map(({ unit }) => unit))]
  const of = (unit: string) => problems.filter(one => one.unit === unit)
  const lines = (unit: string) => of(unit).flatMap((one, nth) => problemLines(one, nth + 1, now))
  const [only] = problems
  if (units.length === 1 && only)
    return [words.greeting(only.unitName), words.about, ...lines(only.unit), words.closing].join(
      '\n',
    )
  return [
    words.greetingAll,
    words.about,
    ...units.flatMap(unit => [words.ofUnit(of(unit)[0]?.unitName ?? unit), ...lines(unit)]),
    words.closing,
  ].join('\n')
}

function problemLines(problem: Open, nth: number, now: number): string[] {
  const words = works().inspection.letter
  const { when, days } = nearness(problem.dueDate, now)
  return [
    words.line(nth, problem.words, problem.roundTitle),
    ...(problem.request ? [words.request(problem.request)] : []),
    words.due[when](printDate(problem.dueDate), days),
  ]
}
