/**
 * Sends a submission. Its id and body are fixed before the first try and stay so until the server has answered, so a
 * lost connection can neither lose a submission nor make two of it.
 */
import type { ProblemDocument, Submission } from '../../../shared/protocol.ts'
import { Refused, Unreachable } from '../../api.ts'
import { t } from '../../i18n/words.ts'
import { checkNow } from '../check/checking.ts'
import { countsOf, grouped } from '../check/findings.ts'
import { findingsNow } from '../check/server-findings.ts'
import type { Book } from '../fill/book.ts'
import { isOurs, loadBook, rebase } from '../fill/opening.ts'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import { loadPeriods } from '../period/periods.ts'
import type { Store } from '../store.ts'
import { isOffline, isShown, putOut, takeOut } from './outbox.ts'
import { isOutdated } from './outdated.ts'
import { pointedAt } from './pointed-at.ts'
import { rememberNames } from './remembered.ts'
import type { SubmitAction } from './state.ts'
import { type Pending, submissionOf } from './submission.ts'

/** Reads the workbook a last time and sends what it says; findings that appeared meanwhile are shown instead. */
export async function submit(store: Store): Promise<void> {
  const { pending: before, sending } = store.state().submit
  // pressed twice while the workbook is read: two ids would make two submissions
  if (before || sending.state === 'sending') return
  store.dispatch({ type: 'sending' })
  const review = await checkNow(store)
  const { fill, check, submit: form } = store.state()
  if (!review || !fill.book || !fill.identity || isOutdated(store.state()))
    return store.dispatch({ type: 'withdrawn' })
  const findings = findingsNow(store.state().check)
  const { errors, unexplained } = countsOf(grouped(findings), check.reasons)
  if (errors + unexplained > 0) {
    store.dispatch({ type: 'withdrawn' })
    return store.dispatch({ type: 'tab-opened', tab: 'check' })
  }
  const body = submissionOf(
    fill.book,
    fill.identity.revision,
    review.reading.content,
    findings,
    check.reasons,
    form.names,
  )
  await handIn(store, fill.book, body)
}

/**
 * From here on the submission has its id and its body.
 * @param of `fromFile`: the workbook beside the pane, if there is one, says something else
 */
export async function handIn(
  store: Store,
  book: Book,
  body: Submission,
  of: Pick<Pending, 'fromFile'> = {},
): Promise<void> {
  const { agency, unit, period } = book.identity
  const since = new Date().toISOString()
  const id = crypto.randomUUID()
  const pending: Pending = { id, agency, unit, period, body, since, tried: false, ...of }
  store.dispatch({ type: 'pending', pending })
  await putOut(store, pending)
  await deliver(store, pending)
}

/** The same id and body again. */
export async function sendAgain(store: Store): Promise<void> {
  const { pending } = store.state().submit
  if (pending) await deliver(store, pending)
}

/** The same by itself: said the first time only, since a live region would speak up at every try. */
export const resend = (store: Store, pending: Pending): Promise<void> =>
  deliver(store, pending, pending.tried)

/** Nothing goes out any more; what may have arrived before shows as soon as the server answers again. */
export async function withdraw(store: Store): Promise<void> {
  const asked = store.state().submit.pending
  const way = asked && underWay.get(asked.id)
  if (way) {
    // a try nobody was told of: its answer decides
    store.dispatch({ type: 'sending' })
    await way
  }
  const { pending } = store.state().submit
  if (!pending || pending.id !== asked?.id) return
  await takeOut(store, pending)
  store.dispatch({ type: 'withdrawn' })
  if (pending.tried) await loadBook(store, pending.period)
}

const underWay = new Map<string, Promise<void>>()

/**
 * @param quiet nobody asked, and nothing is said before there is an answer
 * @returns when there is an answer, or it is known that there is none for now
 */
export function deliver(store: Store, pending: Pending, quiet = false): Promise<void> {
  const before = underWay.get(pending.id)
  if (before && !quiet && isShown(store.state(), pending)) store.dispatch({ type: 'sending' })
  if (before) return before
  const sending = send(store, pending, quiet).finally(() => underWay.delete(pending.id))
  underWay.set(pending.id, sending)
  return sending
}

async function send(store: Store, pending: Pending, quiet: boolean): Promise<void> {
  // of another period than the one on the desk, it goes all the same, and is told when somebody comes to look
  const tell = (action: SubmitAction) => {
    if (isShown(store.state(), pending)) store.dispatch(action)
  }
  if (pending.refused) {
    if (!isShown(store.state(), pending)) return
    await takeOut(store, pending)
    return refused(store, pending, pending.refused.problem, pending.refused.why)
  }
  if (isOffline()) return tell({ type: 'not-answered', why: t.submit.offline, cause: 'network' })
  const { id, unit, period, body } = pending
  if (!pending.tried) {
    // said before it leaves: after a crash nobody knows whether it arrived
    const tried = { ...pending, tried: true }
    await putOut(store, tried)
    tell({ type: 'pending', pending: tried })
  }
  if (!quiet) tell({ type: 'sending' })
  try {
    const receipt = await store.api.submit(period, unit, id, body)
    await takeOut(store, pending)
    await rememberNames(store, pending)
    if (!isShown(store.state(), pending)) return
    const own = isSource(store, pending)
    if (pending.fromFile) leaveFile(store)
    store.dispatch({ type: 'received', receipt })
    if (own) await rebase(store, receipt.revision)
    await loadBook(store, period)
  } catch (error) {
    if (error instanceof Unreachable)
      return tell({ type: 'not-answered', why: t.submit.offline, cause: 'network' })
    if (leftBecauseExpired(store, error)) return
    if (!(error instanceof Refused)) throw error
    const why = sentenceOf(error)
    // the server is there but could not decide: the same submission may go again
    if (error.problem.status >= 500 || error.problem.status === 429)
      return tell({ type: 'not-answered', why, cause: 'server' })
    if (isShown(store.state(), pending)) {
      await takeOut(store, pending)
      await refused(store, pending, error.problem, why)
    } else await putOut(store, { ...pending, refused: { why, problem: error.problem } })
  }
}

/** The workbook beside the pane is the one the submission was read from, as far as can be told. */
function isSource(store: Store, { unit, period, body, fromFile }: Pending): boolean {
  const { identity } = store.state().fill
  return (
    !fromFile &&
    isOurs(store.state()) &&
    identity?.unit === unit &&
    identity.period === period &&
    identity.revision === body.basedOn
  )
}

/** The receipt takes its place. */
function leaveFile(store: Store): void {
  store.dispatch({ type: 'files-opened', kind: null })
  store.dispatch({ type: 'tab-opened', tab: 'submit' })
}

/** Another revision is in force or this id is spent: continuing needs the newest book. */
const outrun = new Set(['revision-stale', 'submitted-differently', 'catalogue-outdated'])

async function refused(
  store: Store,
  { period, fromFile }: Pending,
  { type, report, errors = [] }: ProblemDocument,
  why: string,
): Promise<void> {
  const { book } = store.state().fill
  const { read } = store.state().upload
  const { found, elsewhere } = pointedAt(book, errors)
  const findings = report?.results ?? found
  if (outrun.has(type)) store.dispatch({ type: 'stale', why })
  else if (findings.length === 0 || elsewhere.length > 0)
    store.dispatch({ type: 'refused', why, details: elsewhere })
  if (findings.length > 0 && fromFile) {
    const { reasons } = store.state().check
    // a pane that was closed meanwhile no longer has the file: what was found is told in words
    if (read) store.dispatch({ type: 'file-judged', findings, reasons })
    else store.dispatch({ type: 'refused', why, details: findings.map(({ message }) => message) })
  } else if (findings.length > 0) {
    store.dispatch({ type: 'found-by-server', findings })
    store.dispatch({ type: 'tab-opened', tab: 'check' })
  }
  // what the refusal tells us we do not know yet: the colleague's revision, or that the period is locked
  if (type === 'period-locked') await loadPeriods(store)
  if (type === 'period-locked' || type === 'revision-stale') await loadBook(store, period)
}
