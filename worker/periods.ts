/** Periods: list, open, lock, reopen, set another due date. A period keeps the catalogue in force at the end of its window for good. */
import { Hono } from 'hono'
import { defaultDueDate, statutoryWindow } from '../shared/period.ts'
import { changePeriodSchema, openPeriodSchema } from '../shared/protocol.ts'
import { actorOf, record } from './audit.ts'
import { bodyOf } from './body.ts'
import { type App, instant } from './env.ts'
import { tagged } from './etag.ts'
import { say } from './messages.ts'
import { nextPage } from './next-page.ts'
import { known, periodKeyOf, periodSummary } from './opened.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { keeping, sourcesNow } from './sources.ts'
import { ask, first, isTaken } from './store/ask.ts'
import { catalogueInForce } from './store/catalogues.ts'
import { holidaysIn } from './store/holidays.ts'
import {
  changePeriod,
  everyYear,
  openPeriod,
  periodOf,
  periodsOf,
  type Years,
  yearsOpened,
} from './store/periods.ts'
import { snapshotOf } from './store/snapshots.ts'

/**
 * Years on a page, the newest first: of the years in which any period was opened, not of the calendar. So nothing an office
 * works with is left out, and a history of any length costs no more.
 */
const yearsListed = 3

export const periods = new Hono<App>()
  .get('/periods', may('period.list'), async c => {
    const { agency } = signedIn(c)
    const years = yearsAsked(c.req.query())
    const [rows, opened] = await ask(
      c.env.DB,
      periodsOf(c.env.DB, agency, years, yearsListed),
      yearsOpened(c.env.DB, agency, years, yearsListed + 1),
    )
    const next = opened[yearsListed]?.year ?? null
    return tagged(c, rows.map(periodSummary), nextPage(c, next, 'to'))
  })

  .post('/periods', may('period.open'), async c => {
    const asked = await bodyOf(c, openPeriodSchema)
    const period = periodKeyOf(asked.period)
    const { from, to } = asked.window ?? statutoryWindow(period)
    if (from > to) throw new Problem('malformed', say.windowReversed(from, to))
    const { agency } = signedIn(c)
    const [[catalogue], days] = await ask(
      c.env.DB,
      catalogueInForce(c.env.DB, to),
      holidaysIn(c.env.DB, agency, statutoryWindow(period).to.slice(0, 5)),
    )
    if (!catalogue) throw new Problem('not-found', say.noCatalogue(to))
    const opened = {
      period,
      from,
      to,
      dueDate: asked.dueDate ?? defaultDueDate(period, days),
      catalogue: catalogue.version,
      openedAt: instant(c.env),
    }
    try {
      await record(c.env.DB, agency, () => ({
        entry: {
          action: 'period.opened',
          at: opened.openedAt,
          by: actorOf(signedIn(c)),
          detail: opened,
        },
        statements: [openPeriod(c.env.DB, { ...opened, agency })],
      }))
    } catch (error) {
      if (isTaken(error, 'period')) throw new Problem('period-exists', say.periodExists(period))
      throw error
    }
    return c.json(periodSummary({ ...opened, state: 'open', final: null, note: '' }), 201)
  })

  .patch('/periods/:period', may('period.change'), async c => {
    const period = periodKeyOf(c.req.param('period'))
    const { state, note, dueDate } = await bodyOf(c, changePeriodSchema)
    if (state === undefined && dueDate === undefined)
      throw new Problem('malformed', say.nothingToChange())
    const { agency } = signedIn(c)
    const db = c.env.DB
    const at = instant(c.env)
    const held = known(await first(periodOf(db, agency, period)), period)
    const isHeld =
      (state ?? held.state) === held.state &&
      (dueDate ?? held.dueDate) === held.dueDate &&
      (note === '' || note === held.note)
    // asked again, the same change is the same change
    if (isHeld) return c.json(periodSummary(held))
    await record(db, agency, async ({ seq }) => {
      const before = known(await first(periodOf(db, agency, period)), period)
      const after = { ...before, state: state ?? before.state, dueDate: dueDate ?? before.dueDate }
      if (before.state === 'locked' && after.state === 'open' && note === '')
        throw new Problem('malformed', say.noteNeeded(), {
          errors: [{ pointer: '#/note', detail: say.noteNeeded() }],
        })
      if (after.state === 'locked' && after.dueDate !== before.dueDate)
        throw new Problem('period-locked', say.lockedChange(period))
      const by = actorOf(signedIn(c))
      const changing = (final: string | null) =>
        changePeriod(db, agency, period, { ...after, final, note })
      // a lock freezes what the consolidation is made of at this very entry of the chain
      if (after.state === 'locked' && before.final === null) {
        const sources = await sourcesNow(db, agency, period, 'locked')
        const { digest } = sources
        return {
          entry: { action: 'period.locked', at, by, detail: { period, note, digest } },
          statements: [
            changing(digest),
            ...((await first(snapshotOf(db, agency, digest)))
              ? []
              : keeping(db, agency, sources, { seq: seq + 1, at })),
          ],
        }
      }
      const action =
        after.state === 'locked'
          ? 'period.locked'
          : before.state === 'locked'
            ? 'period.reopened'
            : 'period.rescheduled'
      return {
        entry: { action, at, by, detail: { period, note, dueDate: after.dueDate } },
        statements: [changing(after.state === 'locked' ? before.final : null)],
      }
    })
    return c.json(periodSummary(known(await first(periodOf(db, agency, period)), period)))
  })

/** @throws Problem malformed */
function yearsAsked({ from, to }: Readonly<Record<string, string | undefined>>): Years {
  const year = (name: 'from' | 'to', text: string | undefined): number => {
    if (text === undefined) return everyYear[name]
    if (!/^2\d{3}$/u.test(text)) throw new Problem('malformed', say.periodsYear(name, text))
    return Number(text)
  }
  const years = { from: year('from', from), to: year('to', to) }
  if (years.from > years.to) throw new Problem('malformed', say.periodsYears(years.from, years.to))
  return years
}
