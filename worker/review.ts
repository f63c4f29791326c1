/**
 * The office reads a unit's newest revision and accepts it, or sends it back with a note and the places in question; only
 * the unit changes its figures.
 */
import { Hono } from 'hono'
import { formsOf, type Index } from '../shared/catalogue/catalogue.ts'
import { placeOf, placeText } from '../shared/place.ts'
import {
  type ReviewSheet,
  reviewSchema,
  type UnitStanding,
  type ValidationReport,
} from '../shared/protocol.ts'
import { agencyFrom } from './agency.ts'
import { actorOf, record } from './audit.ts'
import { bodyOf } from './body.ts'
import { indexOf } from './catalogue.ts'
import { canonicalJson } from './digest.ts'
import { type App, instant } from './env.ts'
import { contentOf, currentSubmission, reviewFrom } from './filed.ts'
import { say } from './messages.ts'
import { comparedWith, known, periodKeyOf, periodSummary } from './opened.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { type Standing, standingOf } from './standing.ts'
import { agencyIn } from './store/agencies.ts'
import { ask, isRefused } from './store/ask.ts'
import { periodOf } from './store/periods.ts'
import { addReview, type ReviewRow, reviewsOfUnit } from './store/reviews.ts'
import { newestFiled, newestReported, newestRevision } from './store/submissions.ts'

export const reviews = new Hono<App>()
  .get('/periods/:period/units/:unit/review', may('review.read'), async c => {
    const key = periodKeyOf(c.req.param('period'))
    const unit = c.req.param('unit')
    const { agency } = signedIn(c)
    const db = c.env.DB
    const [[row], [document], [newest], [before], decided] = await ask(
      db,
      periodOf(db, agency, key),
      agencyIn(db, agency, key),
      newestReported(db, agency, key, unit),
      newestFiled(db, agency, comparedWith(key).previous, unit),
      reviewsOfUnit(db, agency, key, unit),
    )
    const period = known(row, key)
    if (!newest) throw new Problem('not-found', say.nothingToReview(unit))
    const reporting = agencyFrom(document)
    const index = await indexOf(db, period.catalogue)
    const answer: ReviewSheet = {
      agency: reporting,
      unit,
      period: periodSummary(period),
      catalogue: period.catalogue,
      forms: formsOf(index, reporting, unit).map(form => form.id),
      current: currentSubmission(newest),
      report: JSON.parse(newest.report) as ValidationReport,
      previous: before ? contentOf(before) : null,
      standing: standingOnWire(standingOf(newest, decided)),
    }
    return c.json(answer)
  })

  .post('/periods/:period/units/:unit/review', may('review.write'), async c => {
    const period = periodKeyOf(c.req.param('period'))
    const unit = c.req.param('unit')
    const asked = await bodyOf(c, reviewSchema)
    const { revision, decision, note } = asked
    const questioned = canonicalJson(asked.questioned)
    if (decision === 'return' && note === '')
      throw new Problem('malformed', say.returnNeedsNote(), {
        errors: [{ pointer: '#/note', detail: say.returnNeedsNote() }],
      })
    const { agency, name } = signedIn(c)
    const db = c.env.DB
    const at = instant(c.env)
    const standing = async () => {
      const [[row], [newest], decided] = await ask(
        db,
        periodOf(db, agency, period),
        newestRevision(db, agency, period, unit),
        reviewsOfUnit(db, agency, period, unit),
      )
      return { opened: known(row, period), newest, decided }
    }
    const before = await standing()
    const held = standingOf(before.newest, before.decided)
    // asked again, the same decision is the same decision
    const isSame = sameDecision(held.review, { revision, decision, note, questioned })
    if (isSame) return c.json(standingOnWire(held))
    if (asked.questioned.length > 0) {
      const { catalogue } = before.opened
      refuseUnknown(decision, asked.questioned, await indexOf(db, catalogue))
    }
    try {
      await record(db, agency, async () => {
        const { opened, newest, decided } = await standing()
        if (opened.state === 'locked') throw new Problem('period-locked', say.reviewLocked(period))
        if (!newest) throw new Problem('not-found', say.nothingToReview(unit))
        if (newest.revision !== revision) {
          const { receivedAt, preparedBy } = newest
          throw new Problem('revision-stale', say.reviewStale(revision, newest), {
            basedOn: revision,
            current: { revision: newest.revision, receivedAt, preparedBy },
          })
        }
        const number = (decided.at(-1)?.number ?? 0) + 1
        const by = { reviewedBy: name, reviewedAt: at }
        const review = { number, unit, revision, decision, note, questioned, ...by }
        return {
          entry: {
            action: decision === 'accept' ? 'review.accepted' : 'review.returned',
            at,
            by: actorOf(signedIn(c)),
            detail: {
              ...{ period, unit, revision, digest: newest.digest, note },
              questioned: asked.questioned,
            },
          },
          statements: [addReview(db, { ...review, agency, period })],
        }
      })
    } catch (error) {
      if (isRefused(error, 'the period is not open'))
        throw new Problem('period-locked', say.reviewLocked(period))
      throw error
    }
    const after = await standing()
    return c.json(standingOnWire(standingOf(after.newest, after.decided)), 201)
  })

type Decision = Pick<ReviewRow, 'revision' | 'decision' | 'note' | 'questioned'>
const sameDecision = (a: Decision | null, b: Decision): boolean =>
  a?.revision === b.revision &&
  a.decision === b.decision &&
  a.note === b.note &&
  a.questioned === b.questioned

/** @throws Problem malformed unless each is a place of the forms, named as `place.ts` names it, and sent back */
function refuseUnknown(decision: string, questioned: readonly string[], index: Index): void {
  const errors = questioned.flatMap((text, i) => {
    const place = placeOf(index, text)
    const pointer = `#/questioned/${i}`
    if (decision === 'accept') return [{ pointer, detail: say.questionedAccepted() }]
    if (place && placeText(place) === text && questioned.indexOf(text) === i) return []
    return [{ pointer, detail: say.notAPlace(text) }]
  })
  const [first] = errors
  if (first) throw new Problem('malformed', first.detail, { errors })
}

export const standingOnWire = (one: Standing): UnitStanding => ({
  state: one.state,
  revision: one.revision,
  counted: one.counted?.revision ?? null,
  changedSinceAccepted: one.changedSinceAccepted,
  review: one.review && reviewFrom(one.review),
})
