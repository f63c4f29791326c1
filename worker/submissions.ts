/**
 * Submissions: check and submit. The client names a submission by a UUID, so a request repeated is the same
 * submission and gets the same receipt. Nothing the check refused is stored; nothing stored is ever changed.
 */
import { Hono } from 'hono'
import { closedBefore } from '../shared/period.ts'
import { type Receipt, type Submission, submissionSchema } from '../shared/protocol.ts'
import { type Admission, faultsOf, unreadable } from './admission.ts'
import { agencyFrom } from './agency.ts'
import { actorOf, record } from './audit.ts'
import { jsonOf, mostNamed, named } from './body.ts'
import { indexOf } from './catalogue.ts'
import { canonicalJson, sha256 } from './digest.ts'
import { historyBefore } from './earlier.ts'
import { type App, type Database, instant } from './env.ts'
import { contentOf, receiptAgain, receiptOf } from './filed.ts'
import { judgedWith } from './in-force.ts'
import { say } from './messages.ts'
import { known, periodKeyOf, shownBefore } from './opened.ts'
import { Problem } from './problem.ts'
import { reportOn } from './report-on.ts'
import { may } from './roles.ts'
import { monthsFiled } from './rolled-up.ts'
import { signedIn, unitAsked } from './session.ts'
import { agencyIn } from './store/agencies.ts'
import { ask, isRefused, isTaken } from './store/ask.ts'
import { decisionsOfPeriods, newestOfPeriods, openingFiled } from './store/earlier.ts'
import { type PeriodRow, periodOf } from './store/periods.ts'
import { lastExclusions, lastRuleChanges } from './store/rules.ts'
import {
  addSubmission,
  newestRevision,
  type ReportRow,
  type RevisionRow,
  submissionById,
} from './store/submissions.ts'

export const submissions = new Hono<App>().put(
  '/periods/:period/units/:unit/submissions/:id',
  may('submission.write'),
  async c => {
    const unit = unitAsked(c, c.req.param('unit'))
    const period = periodKeyOf(c.req.param('period'))
    const id = submissionId(c.req.param('id'))
    const dryRun = c.req.query('dryRun') === '1'
    const { agency } = signedIn(c)
    const db = c.env.DB
    const json = await jsonOf(c)
    const [[row], [document], [kept], [current], [before], newest, decided, changes, declared] =
      await ask(
        db,
        periodOf(db, agency, period),
        agencyIn(db, agency, period),
        submissionById(db, agency, id),
        newestRevision(db, agency, period, unit),
        openingFiled(db, agency, unit, closedBefore(period)),
        newestOfPeriods(db, agency, unit, shownBefore(period)),
        decisionsOfPeriods(db, agency, unit, shownBefore(period)),
        lastRuleChanges(db, agency),
        lastExclusions(db, agency),
      )
    const opened = known(row, period)
    const reporting = agencyFrom(document)
    const [index, months] = await Promise.all([
      indexOf(db, opened.catalogue, reporting),
      monthsFiled(db, agency, unit, period),
    ])
    const admission = { index, agency: reporting, unit }
    const judged = judgedWith(index, changes, declared, opened.to)
    const submission = readable(json, admission)
    const body = canonicalJson(submission)
    const filing = { id, agency, period, unit, digest: sha256(body) }

    // before anything that may have changed since: a receipt once given is given again
    if (kept && !dryRun) return c.json(sameReceipt(kept, filing))
    refuseIfMoved(opened, submission, current)
    const faults = faultsOf(admission, submission)
    if (faults.length > 0)
      throw new Problem('invalid-figures', say.invalidFigures(faults.length), {
        errors: faults.slice(0, mostNamed),
      })

    const history = await historyBefore(db, { agency, unit, period, index }, newest, decided)
    const revision = (current?.revision ?? 0) + 1
    const receivedAt = instant(c.env)
    const { preparedBy, approvedBy, basedOn } = submission
    const report = reportOn({ ...admission, index: judged.index }, submission, {
      period,
      revision,
      digest: filing.digest,
      time: receivedAt,
      trigger: dryRun ? 'check' : 'submit',
      previous: before && contentOf(before),
      history,
      months,
      exclusions: judged.exclusions,
    })
    const filed = { ...filing, revision, receivedAt, preparedBy, approvedBy }
    // a dry run asks for the report, so a bad one is an answer, not a refusal
    if (dryRun) return c.json(receiptOf({ ...filed, state: 'dry-run' }, report))
    const { error, warning } = report.counts
    if (report.verdict === 'rejected')
      throw new Problem('findings', say.rejected(error), { report })
    if (report.verdict === 'needs-reason')
      throw new Problem('findings', say.needsReason(warning), { report })

    try {
      const stored = JSON.stringify(report)
      const added = { ...filed, basedOn, body, report: stored }
      await record(db, agency, () => ({
        entry: {
          action: 'submission.received',
          at: receivedAt,
          by: actorOf(signedIn(c)),
          detail: { period, unit, revision, id, digest: filing.digest, report: sha256(stored) },
        },
        statements: [addSubmission(db, added)],
      }))
    } catch (error) {
      if (isRefused(error, 'the period is not open'))
        throw new Problem('period-locked', say.periodLocked(period))
      if (!isTaken(error, 'submission')) throw error
      return c.json(await receiptOfWinner(db, filing, basedOn))
    }
    return c.json(receiptOf({ ...filed, state: 'submitted' }, report), 201)
  },
)

/** RFC 9562; lower case, so that one id has one spelling. */
export function submissionId(text: string): string {
  const id = text.toLowerCase()
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id))
    throw new Problem('malformed', say.notAnId())
  return id
}

/** @throws Problem invalid-figures when only values are at fault, malformed otherwise */
function readable(json: unknown, admission: Admission): Submission {
  const result = submissionSchema.safeParse(json)
  if (result.success) return result.data
  const issues = named(result.error.issues)
  const errors = unreadable(admission, issues.slice(0, mostNamed))
  const values = new Set<PropertyKey | undefined>(['figures', 'tables', 'narrative'])
  throw issues.every(({ path }) => path.length > 1 && values.has(path[0]))
    ? new Problem('invalid-figures', say.invalidFigures(issues.length), { errors })
    : new Problem('malformed', say.misshapenBody(issues.length), { errors })
}

/** What may have changed since the unit began to fill its forms. */
function refuseIfMoved(
  { period, state, catalogue }: PeriodRow,
  submission: Submission,
  current: RevisionRow | undefined,
): void {
  if (state === 'locked') throw new Problem('period-locked', say.periodLocked(period))
  if (submission.catalogue !== catalogue) {
    const detail = say.catalogueOutdated(submission.catalogue, catalogue, period)
    throw new Problem('catalogue-outdated', detail, { catalogue })
  }
  if (submission.basedOn !== (current?.revision ?? null)) throw stale(submission.basedOn, current)
}

type Filing = { id: string; agency: string; period: string; unit: string; digest: string }

function sameReceipt(kept: ReportRow, { period, unit, digest }: Filing): Receipt {
  const sameHands = kept.period === period && kept.unit === unit
  if (sameHands && kept.digest === digest) return receiptAgain(kept)
  throw new Problem('submitted-differently', say.submittedDifferently(sameHands ? kept : undefined))
}

function stale(basedOn: number | null, current: RevisionRow | undefined): Problem {
  return new Problem('revision-stale', say.revisionStale(basedOn, current), {
    basedOn,
    current: current
      ? {
          revision: current.revision,
          receivedAt: current.receivedAt,
          preparedBy: current.preparedBy,
        }
      : null,
  })
}

/** Another request came first: the same one, another one with the same id, or another writer of the same revision. */
async function receiptOfWinner(db: Database, filing: Filing, basedOn: number | null) {
  const { id, agency, period, unit } = filing
  const [[kept], [current]] = await ask(
    db,
    submissionById(db, agency, id),
    newestRevision(db, agency, period, unit),
  )
  if (kept) return sameReceipt(kept, filing)
  if ((current?.revision ?? null) !== basedOn) throw stale(basedOn, current)
  throw new Problem('submitted-differently', say.submittedDifferently())
}
