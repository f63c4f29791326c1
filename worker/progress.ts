/** Who has submitted for a period and who is late. Lateness is by the first revision: a correction asked for later is not late. */
import { Hono } from 'hono'
import { dateInVietnam } from '../shared/period.ts'
import type { Progress, UnitProgress } from '../shared/protocol.ts'
import { agencyFrom } from './agency.ts'
import { type App, now } from './env.ts'
import { known, periodKeyOf, periodSummary } from './opened.ts'
import { standingOnWire } from './review.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { standingOf, standingsOf } from './standing.ts'
import { agencyIn } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { periodOf } from './store/periods.ts'
import { remindersOf } from './store/reminders.ts'
import { reviewsOfPeriod } from './store/reviews.ts'
import { newestCounts, newestRevisions } from './store/submissions.ts'

export const progress = new Hono<App>().get(
  '/periods/:period/progress',
  may('progress.read'),
  async c => {
    const key = periodKeyOf(c.req.param('period'))
    const { agency } = signedIn(c)
    const db = c.env.DB
    const [[row], [document], revisions, counts, reviews, reminders] = await ask(
      db,
      periodOf(db, agency, key),
      agencyIn(db, agency, key),
      newestRevisions(db, agency, key),
      newestCounts(db, agency, key),
      reviewsOfPeriod(db, agency, key),
      remindersOf(db, agency, key),
    )
    const period = known(row, key)
    const byUnit = new Map(revisions.map(one => [one.unit, one]))
    const counted = new Map(counts.map(({ unit, ...found }) => [unit, found]))
    const standings = standingsOf(revisions, reviews)
    const reminded = Map.groupBy(reminders, one => one.unit)
    const today = dateInVietnam(now(c.env))
    const units = agencyFrom(document).units.map((unit): UnitProgress => {
      const newest = byUnit.get(unit.key)
      return {
        unit: unit.key,
        name: unit.name,
        ...standingOnWire(standings.get(unit.key) ?? standingOf(undefined, [])),
        receivedAt: newest?.receivedAt ?? null,
        preparedBy: newest?.preparedBy ?? null,
        findings: counted.get(unit.key) ?? null,
        timing: timingOf(newest?.firstReceivedAt, period.dueDate, today),
        reminders: (reminded.get(unit.key) ?? []).map(({ kind, madeAt }) => ({ kind, at: madeAt })),
      }
    })
    const count = (is: (unit: UnitProgress) => boolean) => units.filter(is).length
    const answer: Progress = {
      period: periodSummary(period),
      expected: units.length,
      submitted: count(unit => unit.state !== 'not-started'),
      accepted: count(unit => unit.state === 'accepted'),
      returned: count(unit => unit.state === 'returned'),
      late: count(unit => unit.timing === 'late'),
      missing: count(unit => unit.timing === 'missing'),
      units,
    }
    return c.json(answer)
  },
)

/** The due date counts until midnight in Vietnam. */
function timingOf(
  firstReceivedAt: string | undefined,
  dueDate: string,
  today: string,
): UnitProgress['timing'] {
  if (firstReceivedAt === undefined) return today > dueDate ? 'missing' : 'awaited'
  return dateInVietnam(Date.parse(firstReceivedAt)) > dueDate ? 'late' : 'on-time'
}
