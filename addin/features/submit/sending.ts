/**
 * Sends a submission. Its id and body are fixed before the first try and stay so until the server has answered, so a
 * lost connection can neither lose a submission nor make two of it.
 */
import type { ProblemDocument } from '../../../shared/protocol.ts'
import { Refused, Unreachable } from '../../api.ts'
import { t } from '../../i18n/words.ts'
import { checkNow } from '../check/checking.ts'
import { countsOf, grouped } from '../check/findings.ts'
import { isOurs, loadBook, rebase } from '../fill/opening.ts'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import { loadPeriods } from '../period/periods.ts'
import type { Store } from '../store.ts'
import { isOutdated } from './outdated.ts'
import { type Pending, submissionOf } from './submission.ts'

/** Reads the workbook a last time and sends what it says; findings that appeared meanwhile are shown instead. */
export async function submit(store: Store): Promise<void> {
  const review = await checkNow(store)
  const { fill, check, submit: form } = store.state()
  if (!review || !fill.book || !fill.identity || isOutdated(store.state())) return
  const findings = review.outcome.results
  const { errors, unexplained } = countsOf(grouped(findings), check.reasons)
  if (errors + unexplained > 0) return store.dispatch({ type: 'tab-opened', tab: 'check' })
  const { unit, period } = fill.book.identity
  const body = submissionOf(
    fill.book,
    fill.identity.revision,
    review.reading.content,
    findings,
    check.reasons,
    form.names,
  )
  await send(store, { id: crypto.randomUUID(), unit, period, body })
}

/** The same id and body again. */
export async function sendAgain(store: Store): Promise<void> {
  const { pending } = store.state().submit
  if (pending) await send(store, pending)
}

async function send(store: Store, pending: Pending): Promise<void> {
  const { id, unit, period, body } = pending
  store.kept.write('pending', pending)
  store.dispatch({ type: 'pending', pending })
  store.dispatch({ type: 'sending' })
  try {
    const receipt = await store.api.submit(period, unit, id, body)
    store.kept.write('pending', null)
    store.dispatch({ type: 'received', receipt })
    if (isSource(store, pending)) await rebase(store, receipt.revision)
    await loadBook(store, period)
  } catch (error) {
    if (error instanceof Unreachable)
      return store.dispatch({ type: 'not-answered', why: t.submit.offline })
    if (leftBecauseExpired(store, error)) return
    if (!(error instanceof Refused)) throw error
    const why = sentenceOf(error)
    // the server is there but could not decide: the same submission may go again
    if (error.problem.status >= 500 || error.problem.status === 429)
      return store.dispatch({ type: 'not-answered', why })
    store.kept.write('pending', null)
    refused(store, error.problem, why)
    await catchUp(store, error.problem.type, period)
  }
}

/** The workbook beside the pane is the one the submission was read from, as far as can be told. */
function isSource(store: Store, { unit, period, body }: Pending): boolean {
  const { identity } = store.state().fill
  return (
    isOurs(store.state()) &&
    identity?.unit === unit &&
    identity.period === period &&
    identity.revision === body.basedOn
  )
}

/** What the refusal tells us we do not know yet: the colleague's revision, or that the period is locked. */
async function catchUp(store: Store, type: string, period: string): Promise<void> {
  if (type === 'period-locked') await loadPeriods(store)
  if (type === 'period-locked' || type === 'revision-stale') await loadBook(store, period)
}

/** Another revision is in force or this id is spent: continuing needs the newest book. */
const outrun = new Set(['revision-stale', 'submitted-differently', 'catalogue-outdated'])

function refused(store: Store, { type, report, errors = [] }: ProblemDocument, why: string): void {
  if (report) {
    store.dispatch({ type: 'found-by-server', findings: report.results })
    store.dispatch({ type: 'tab-opened', tab: 'check' })
  } else if (outrun.has(type)) store.dispatch({ type: 'stale', why })
  else store.dispatch({ type: 'refused', why, details: errors.map(({ detail }) => detail) })
}
