/** Who has submitted for a period and who is late. Lateness is by the first revision: a correction asked for later is not late. */
import { Hono } from 'hono'
import { isPastDue } from '../shared/figure-status.ts'
import { dateInVietnam } from '../shared/period.ts'
import type { Progress, UnitProgress } from '../shared/protocol.ts'
import { agencyFrom } from './agency.ts'
import { type App, now } from './env.ts'
import { tagOf } from './etag.ts'
import { formatFor, inFormat, tagIn } from './formats/negotiate.ts'
import { ofProgress } from './formats/of-progress.ts'
import { periodKeyOf, periodSummary } from './opened.ts'
import { openedOrNear } from './opened-near.ts'
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
    const { agency, agencyName } = signedIn(c)
    const db = c.env.DB
    const wanted = formatFor(c)
    const [[row], [document], revisions, counts, reviews, reminders] = await ask(
      db,
      periodOf(db, agency, key),
      agencyIn(db, agency, key),
      newestRevisions(db, agency, key),
      newestCounts(db, agency, key),
      reviewsOfPeriod(db, agency, key),
      remindersOf(db, agency, key),
    )
    const period = await openedOrNear(db, agency, row, key)
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
    const own = { key: agency, name: agencyName }
    // CSV and JSON-stat say whose it is
    const { headers, current } = tagIn(c, wanted, tagOf([answer, own]))
    if (current) return c.body(null, 304, headers)
    return inFormat(c, wanted, answer, () => ofProgress(answer, own), headers)
  },
)

function timingOf(
  firstReceivedAt: string | undefined,
  dueDate: string,
  today: string,
): UnitProgress['timing'] {
  if (firstReceivedAt === undefined) return isPastDue(dueDate, today) ? 'missing' : 'awaited'
  return isPastDue(dueDate, dateInVietnam(Date.parse(firstReceivedAt))) ? 'late' : 'on-time'
}
