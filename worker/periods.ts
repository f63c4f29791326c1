/** Periods: list, open, lock, reopen. A period keeps the catalogue in force at the end of its window for good. */
import { Hono } from 'hono'
import {
  defaultDueDate,
  isPeriodKey,
  periodName,
  previousPeriod,
  samePeriodLastYear,
  statutoryWindow,
} from '../shared/period.ts'
import { lockPeriodSchema, openPeriodSchema, type PeriodSummary } from '../shared/protocol.ts'
import { bodyOf } from './body.ts'
import { type App, instant } from './env.ts'
import { say } from './messages.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { ask, first, isTaken } from './store/ask.ts'
import { catalogueInForce } from './store/catalogues.ts'
import { openPeriod, type PeriodRow, periodOf, periodsOf, setPeriodState } from './store/periods.ts'

export const periods = new Hono<App>()
  .get('/periods', may('period.list'), async c => {
    const [rows] = await ask(c.env.DB, periodsOf(c.env.DB, signedIn(c).agency))
    return c.json(rows.map(periodSummary), 200, { 'Cache-Control': 'no-store' })
  })

  .post('/periods', may('period.open'), async c => {
    const asked = await bodyOf(c, openPeriodSchema)
    const period = periodKeyOf(asked.period)
    const { from, to } = asked.window ?? statutoryWindow(period)
    if (from > to) throw new Problem('malformed', say.windowReversed(from, to))
    const catalogue = await first(catalogueInForce(c.env.DB, to))
    if (!catalogue) throw new Problem('not-found', say.noCatalogue(to))
    const opened = {
      period,
      from,
      to,
      dueDate: asked.dueDate ?? defaultDueDate(period),
      catalogue: catalogue.version,
      openedAt: instant(c.env),
    }
    try {
      await openPeriod(c.env.DB, { ...opened, agency: signedIn(c).agency }).run()
    } catch (error) {
      if (isTaken(error, 'period')) throw new Problem('period-exists', say.periodExists(period))
      throw error
    }
    return c.json(periodSummary({ ...opened, state: 'open' }), 201)
  })

  .patch('/periods/:period', may('period.lock'), async c => {
    const period = periodKeyOf(c.req.param('period'))
    const { state, note } = await bodyOf(c, lockPeriodSchema)
    const { agency } = signedIn(c)
    const before = known(await first(periodOf(c.env.DB, agency, period)), period)
    if (before.state === 'locked' && state === 'open' && note === '')
      throw new Problem('malformed', say.noteNeeded(), {
        errors: [{ pointer: '#/note', detail: say.noteNeeded() }],
      })
    const after = await first(setPeriodState(c.env.DB, agency, period, state, note))
    return c.json(periodSummary(known(after, period)))
  })

export const periodSummary = (row: PeriodRow): PeriodSummary => ({
  period: row.period,
  name: periodName(row.period),
  window: { from: row.from, to: row.to },
  dueDate: row.dueDate,
  state: row.state,
  catalogue: row.catalogue,
})

/** @throws Problem not-found when the text is not a period */
export function periodKeyOf(text: string): string {
  if (!isPeriodKey(text)) throw new Problem('not-found', say.notAPeriod(text))
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
