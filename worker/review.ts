/** The office accepts a unit's newest revision, or sends it back with a note; only the unit changes its figures. */
import { Hono } from 'hono'
import { reviewSchema, type UnitStanding } from '../shared/protocol.ts'
import { actorOf, record } from './audit.ts'
import { bodyOf } from './body.ts'
import { type App, instant } from './env.ts'
import { reviewFrom } from './filed.ts'
import { say } from './messages.ts'
import { known, periodKeyOf } from './opened.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { type Standing, standingOf } from './standing.ts'
import { ask, isRefused } from './store/ask.ts'
import { periodOf } from './store/periods.ts'
import { addReview, reviewsOfUnit } from './store/reviews.ts'
import { newestRevision } from './store/submissions.ts'

export const reviews = new Hono<App>().post(
  '/periods/:period/units/:unit/review',
  may('review.write'),
  async c => {
    const period = periodKeyOf(c.req.param('period'))
    const unit = c.req.param('unit')
    const { revision, decision, note } = await bodyOf(c, reviewSchema)
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
    if (held.review?.revision === revision && sameDecision(held.review, { decision, note }))
      return c.json(standingOnWire(held))
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
        const review = { number, unit, revision, decision, note, reviewedBy: name, reviewedAt: at }
        return {
          entry: {
            action: decision === 'accept' ? 'review.accepted' : 'review.returned',
            at,
            by: actorOf(signedIn(c)),
            detail: { period, unit, revision, digest: newest.digest, note },
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
  },
)

type Decision = { decision: string; note: string }
const sameDecision = (a: Decision, b: Decision): boolean =>
  a.decision === b.decision && a.note === b.note

export const standingOnWire = (one: Standing): UnitStanding => ({
  state: one.state,
  revision: one.revision,
  counted: one.counted?.revision ?? null,
  changedSinceAccepted: one.changedSinceAccepted,
  review: one.review && reviewFrom(one.review),
})
