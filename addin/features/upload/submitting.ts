/** Submits what a file says, by the door every submission takes, and lets the person choose when it is outrun. */
import { findingsNow } from '../check/server-findings.ts'
import { loadBook } from '../fill/opening.ts'
import type { Store } from '../store.ts'
import { obstacle } from '../submit/obstacle.ts'
import { handIn } from '../submit/sending.ts'
import { submissionOf } from '../submit/submission.ts'
import { readinessOf } from '../submit/summary.ts'
import { asFile } from './standing-in.ts'

export async function submitFile(store: Store): Promise<void> {
  const { pending, sending } = store.state().submit
  const state = asFile(store.state())
  const { fill, check, submit, upload } = state
  const { book } = fill
  if (pending || sending.state === 'sending' || !book || !upload.read) return
  if (obstacle(readinessOf(state)) !== null) return
  const { review, basedOn } = upload.read
  store.dispatch({ type: 'sending' })
  const findings = findingsNow(check)
  const { content } = review.reading
  const body = submissionOf(book, basedOn, content, findings, check.reasons, submit.names)
  await handIn(store, book, body, { fromFile: true })
}

/** The figures of the file stay as they are and count as a correction of the newest revision. */
export const keepFile = (store: Store): void =>
  store.dispatch({
    type: 'file-rebased',
    revision: store.state().submit.receipt?.revision ?? null,
  })

/** The file is put away for the newer revision, which is what the forms are then downloaded or opened with. */
export async function leaveForNewest(store: Store): Promise<void> {
  const period = store.state().periods.chosen
  store.dispatch({ type: 'file-left' })
  if (period) await loadBook(store, period)
}
