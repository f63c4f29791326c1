/** The days off of a year, by which due dates move: Tết, Giỗ Tổ and days in lieu are announced year by year. */
import { Hono } from 'hono'
import { type Holidays, holidaysSchema } from '../shared/protocol.ts'
import { actorOf, record } from './audit.ts'
import { bodyOf } from './body.ts'
import { type App, instant } from './env.ts'
import { say } from './messages.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { ask } from './store/ask.ts'
import { holidaysIn, setHolidays } from './store/holidays.ts'

export const holidays = new Hono<App>()
  .get('/holidays/:year', may('holiday.read'), async c => {
    const year = yearOf(c.req.param('year'))
    const [days] = await ask(c.env.DB, holidaysIn(c.env.DB, signedIn(c).agency, `${year}-`))
    const answer: Holidays = { year: Number(year), days }
    return c.json(answer)
  })

  .put('/holidays/:year', may('holiday.write'), async c => {
    const year = yearOf(c.req.param('year'))
    const { days } = await bodyOf(c, holidaysSchema)
    const errors = days.flatMap(({ day }, i) => {
      const detail = !day.startsWith(`${year}-`)
        ? say.otherYear(day, year)
        : days.findIndex(one => one.day === day) < i
          ? say.dayTwice(day)
          : undefined
      return detail === undefined ? [] : [{ pointer: `#/days/${i}/day`, detail }]
    })
    if (errors[0]) throw new Problem('malformed', errors[0].detail, { errors })
    const { agency } = signedIn(c)
    const sorted = [...days].sort((a, b) => (a.day < b.day ? -1 : 1))
    await record(c.env.DB, agency, () => ({
      entry: {
        action: 'holidays.set',
        at: instant(c.env),
        by: actorOf(signedIn(c)),
        detail: { year: Number(year), days: sorted },
      },
      statements: setHolidays(c.env.DB, agency, `${year}-`, sorted),
    }))
    const answer: Holidays = { year: Number(year), days: sorted }
    return c.json(answer)
  })

/** @throws Problem not-found */
function yearOf(text: string): string {
  if (!/^20[0-9]{2}$/u.test(text)) throw new Problem('not-found', say.notAYear(text))
  return text
}
