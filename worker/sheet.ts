/** All a unit needs to fill its forms of a period, offline afterwards. Only ever its own figures. */
import { Hono } from 'hono'
import { formsOf } from '../shared/catalogue/catalogue.ts'
import { dateInVietnam } from '../shared/period.ts'
import type { SheetAnswer } from '../shared/protocol.ts'
import { agencyFrom } from './agency.ts'
import { indexOf } from './catalogue.ts'
import { earlierFigures } from './earlier.ts'
import { type App, now } from './env.ts'
import { contentOf, currentSubmission } from './filed.ts'
import { exclusionsOn, ruleStandingsFrom } from './in-force.ts'
import { proposedFor } from './inspection/proposals.ts'
import { say } from './messages.ts'
import {
  closedElsewhere,
  comparedWith,
  known,
  periodKeyOf,
  periodSummary,
  shownBefore,
} from './opened.ts'
import { Problem } from './problem.ts'
import { standingOnWire } from './review.ts'
import { may } from './roles.ts'
import { filedMonths, monthsBehind, rolledUpFrom } from './rolled-up.ts'
import { signedIn } from './session.ts'
import { standingOf } from './standing.ts'
import { agencyIn } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { decisionsOfPeriods, newestOfPeriods, openingFiled } from './store/earlier.ts'
import { periodOf } from './store/periods.ts'
import { reviewsOfUnit } from './store/reviews.ts'
import { lastExclusions, lastRuleChanges } from './store/rules.ts'
import { newestFiled } from './store/submissions.ts'

export const sheets = new Hono<App>().get('/periods/:period/sheet', may('sheet.read'), async c => {
  const key = periodKeyOf(c.req.param('period'))
  const { agency, unit } = signedIn(c)
  if (unit === null) throw new Problem('not-yours', say.otherUnit())
  const { previous, lastYear } = comparedWith(key)
  const [earlier, months] = [shownBefore(key), monthsBehind(key)]
  const named = [...earlier, ...months]
  const db = c.env.DB
  const [
    [row],
    [document],
    [current],
    [before],
    [yearBefore],
    [closed],
    reviews,
    newest,
    decided,
    changes,
    declared,
  ] = await ask(
    db,
    periodOf(db, agency, key),
    agencyIn(db, agency, key),
    newestFiled(db, agency, key, unit),
    newestFiled(db, agency, previous, unit),
    newestFiled(db, agency, lastYear, unit),
    openingFiled(db, agency, unit, closedElsewhere(key)),
    reviewsOfUnit(db, agency, key, unit),
    newestOfPeriods(db, agency, unit, named),
    decisionsOfPeriods(db, agency, unit, named),
    lastRuleChanges(db, agency),
    lastExclusions(db, agency),
  )
  const period = known(row, key)
  const reporting = agencyFrom(document)
  const behind = new Set(months)
  const [index, history, filed] = await Promise.all([
    indexOf(db, period.catalogue),
    earlierFigures(
      db,
      agency,
      unit,
      newest.filter(one => !behind.has(one.period)),
      decided,
    ),
    filedMonths(db, agency, unit, months, newest, decided),
  ])
  const proposed = await proposedFor(db, reporting, unit, index, period, dateInVietnam(now(c.env)))
  const answer: SheetAnswer = {
    agency: reporting,
    unit,
    period: periodSummary(period),
    catalogue: period.catalogue,
    ruleStandings: ruleStandingsFrom(changes),
    exclusions: exclusionsOn(declared, period.to),
    forms: formsOf(index, reporting, unit).map(form => form.id),
    previous: before ? contentOf(before) : null,
    opening: closed ? { period: closed.period, ...contentOf(closed) } : null,
    samePeriodLastYear: yearBefore ? contentOf(yearBefore) : null,
    history,
    rolledUp: rolledUpFrom(index, filed),
    ...(proposed.length > 0 ? { proposed } : {}),
    current: current ? currentSubmission(current) : null,
    standing: standingOnWire(standingOf(current, reviews)),
  }
  return c.json(answer)
})
