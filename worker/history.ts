/** What a unit has submitted in a period: all revisions, one of them, and what differs between two. */
import { Hono } from 'hono'
import { rowFacts } from '../shared/consolidate.ts'
import { type Cell, cellToWire, contentFromWire, valuesOf } from '../shared/content.ts'
import { type Difference, derivedDifferences, differences } from '../shared/differences.ts'
import { placeName, placeText } from '../shared/place.ts'
import type { RevisionDifferences, WireDifference } from '../shared/protocol.ts'
import { agencyFrom, namingOf } from './agency.ts'
import { indexOf } from './catalogue.ts'
import type { App } from './env.ts'
import { contentOf, currentSubmission, reasonAt, summariesOf } from './filed.ts'
import { say } from './messages.ts'
import { known, periodKeyOf } from './opened.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { signedIn, unitAsked } from './session.ts'
import { agencyIn } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { periodOf } from './store/periods.ts'
import { reviewsOfUnit } from './store/reviews.ts'
import { countedRevisions, filedById, revisionsOf } from './store/submissions.ts'
import { submissionId } from './submissions.ts'

export const history = new Hono<App>()
  .get('/periods/:period/units/:unit/submissions', may('submission.read'), async c => {
    const unit = unitAsked(c, c.req.param('unit'))
    const period = periodKeyOf(c.req.param('period'))
    const { agency } = signedIn(c)
    const db = c.env.DB
    const [[row], [document], revisions, reviews] = await ask(
      db,
      periodOf(db, agency, period),
      agencyIn(db, agency, period),
      revisionsOf(db, agency, period, unit),
      reviewsOfUnit(db, agency, period, unit),
    )
    known(row, period)
    if (!agencyFrom(document).units.some(one => one.key === unit))
      throw new Problem('not-found', say.unknownUnit(unit))
    return c.json(summariesOf(revisions, reviews))
  })

  .get('/periods/:period/units/:unit/submissions/:id', may('submission.read'), async c => {
    const unit = unitAsked(c, c.req.param('unit'))
    const period = periodKeyOf(c.req.param('period'))
    const id = submissionId(c.req.param('id'))
    const [[found]] = await ask(c.env.DB, filedById(c.env.DB, signedIn(c).agency, id))
    if (!found || found.period !== period || found.unit !== unit)
      throw new Problem('not-found', say.noSuchSubmission())
    return c.json(currentSubmission(found))
  })

  // without `from` and `to`: the two newest revisions
  .get('/periods/:period/units/:unit/differences', may('submission.read'), async c => {
    const unit = unitAsked(c, c.req.param('unit'))
    const period = periodKeyOf(c.req.param('period'))
    const { agency } = signedIn(c)
    const db = c.env.DB
    const [[row], [document], revisions, reviews] = await ask(
      db,
      periodOf(db, agency, period),
      agencyIn(db, agency, period),
      revisionsOf(db, agency, period, unit),
      reviewsOfUnit(db, agency, period, unit),
    )
    const { catalogue } = known(row, period)
    const reporting = agencyFrom(document)
    const summaries = summariesOf(revisions, reviews)
    const revision = (asked: string | undefined, place: number) => {
      const found =
        asked === undefined
          ? summaries.at(place)
          : summaries.find(one => String(one.revision) === asked)
      if (!found) throw new Problem('not-found', say.noSuchRevision(asked ?? String(-place)))
      return found
    }
    const to = revision(c.req.query('to'), -1)
    const from = revision(c.req.query('from'), -2)
    const filed = await ask(
      db,
      countedRevisions(db, agency, period, [from]),
      countedRevisions(db, agency, period, [to]),
    )
    const [[before], [after]] = filed
    if (!before || !after) throw new Problem('not-found', say.noSuchSubmission())
    const index = await indexOf(db, catalogue, reporting)
    const { rowName } = namingOf(reporting)
    const facts = rowFacts(reporting)
    const [old, now] = [contentFromWire(contentOf(before)), contentFromWire(contentOf(after))]
    const named = (one: Difference): WireDifference => ({
      at: placeText(one.place),
      name: placeName(index, one.place, rowName),
      old: wire(one.from),
      new: wire(one.to),
    })
    const answer: RevisionDifferences = {
      from,
      to,
      figures: differences(index, old, now).map(one => ({
        ...named(one),
        reason: reasonAt(after, placeText(one.place)),
      })),
      moved: derivedDifferences(
        index,
        valuesOf(index, old, undefined, facts),
        valuesOf(index, now, undefined, facts),
      ).map(named),
    }
    return c.json(answer)
  })
const wire = (cell: Cell) => cellToWire(cell) ?? null
