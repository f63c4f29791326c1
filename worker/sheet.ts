/** All a unit needs to fill its forms of a period, offline afterwards. Only ever its own figures. */
import { Hono } from 'hono'
import { formsOf } from '../shared/catalogue/catalogue.ts'
import type { SheetAnswer } from '../shared/protocol.ts'
import { agencyFrom } from './agency.ts'
import { indexOf } from './catalogue.ts'
import { earlierFigures } from './earlier.ts'
import type { App } from './env.ts'
import { contentOf, currentSubmission } from './filed.ts'
import { say } from './messages.ts'
import { comparedWith, known, periodKeyOf, periodSummary, shownBefore } from './opened.ts'
import { Problem } from './problem.ts'
import { standingOnWire } from './review.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { standingOf } from './standing.ts'
import { agencyDocument } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { decisionsOfPeriods, newestOfPeriods } from './store/earlier.ts'
import { periodOf } from './store/periods.ts'
import { reviewsOfUnit } from './store/reviews.ts'
import { newestFiled } from './store/submissions.ts'

export const sheets = new Hono<App>().get('/periods/:period/sheet', may('sheet.read'), async c => {
  const key = periodKeyOf(c.req.param('period'))
  const { agency, unit } = signedIn(c)
  if (unit === null) throw new Problem('not-yours', say.otherUnit())
  const { previous, lastYear } = comparedWith(key)
  const earlier = shownBefore(key)
  const db = c.env.DB
  const [[row], [document], [current], [before], [yearBefore], reviews, newest, decided] =
    await ask(
      db,
      periodOf(db, agency, key),
      agencyDocument(db, agency),
      newestFiled(db, agency, key, unit),
      newestFiled(db, agency, previous, unit),
      newestFiled(db, agency, lastYear, unit),
      reviewsOfUnit(db, agency, key, unit),
      newestOfPeriods(db, agency, unit, earlier),
      decisionsOfPeriods(db, agency, unit, earlier),
    )
  const period = known(row, key)
  const reporting = agencyFrom(document)
  const [index, history] = await Promise.all([
    indexOf(db, period.catalogue),
    earlierFigures(db, agency, unit, newest, decided),
  ])
  const answer: SheetAnswer = {
    agency: reporting,
    unit,
    period: periodSummary(period),
    catalogue: period.catalogue,
    forms: formsOf(index, reporting, unit).map(form => form.id),
    previous: before ? contentOf(before) : null,
    samePeriodLastYear: yearBefore ? contentOf(yearBefore) : null,
    history,
    current: current ? currentSubmission(current) : null,
    standing: standingOnWire(standingOf(current, reviews)),
  }
  return c.json(answer)
})
