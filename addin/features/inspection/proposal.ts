/** What a new round begins with: named by its year, over the year until the last month that is over. */
import { dateInVietnam } from '../../../shared/period.ts'
import { works } from '../../i18n/works.ts'
import { at, field, teamSize } from './papers.ts'
import type { Typed } from './state.ts'

const day = 86_400_000
/** Days a unit is given to report itself. */
const daysToReport = 14

/** @param now UTC milliseconds; in January the year before is inspected */
export function proposalOf(now: number): Typed {
  const [year = '', month = ''] = dateInVietnam(now).split('-')
  const to = new Date(Date.UTC(Number(year), Number(month) - 1, 0)).toISOString().slice(0, 10)
  const of = to.slice(0, 4)
  const words = works().inspection.papers
  return {
    title: words.title(of),
    from: `${of}-01-01`,
    to,
    dueDate: dateInVietnam(now + daysToReport * day),
    [field('duty', 0)]: words.leader,
  }
}

/** The name that was proposed follows the year of the figures; one that somebody has written stays. */
export function titleFor(title: string, from: string): string {
  const words = works().inspection.papers
  const year = /\d{4}/u.exec(title)?.[0] ?? ''
  return title === words.title(year) && /^2\d{3}-/u.test(from)
    ? words.title(from.slice(0, 4))
    : title
}

/** What keeps a round from being saved, in words. */
export function missingIn(typed: Typed, units: readonly string[]): string[] {
  const words = works().inspection.form.missing
  const blank = (name: string) => at(typed, name).trim() === ''
  const named = Array.from({ length: teamSize(typed) }, (_, nth) => field('name', nth))
  // wording of another kind carries its own date
  const dated = /\d{1,2}\/\d{1,2}\/\d{4}/u.test(at(typed, 'plan'))
  const wrong: readonly (readonly [boolean, string])[] = [
    [blank('plan'), words.basis],
    [blank('planDate') && !dated, words.date],
    [blank('title'), words.title],
    [named.every(blank), words.team],
    [blank('from') || blank('to') || at(typed, 'to') < at(typed, 'from'), words.window],
    [!units.some(unit => !blank(field('unit', unit))), words.units],
    [blank('dueDate'), words.due],
  ]
  return wrong.filter(([is]) => is).map(([, sentence]) => sentence)
}
