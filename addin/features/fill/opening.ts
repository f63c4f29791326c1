/** Fetches the unit's book, asks the workbook what it holds and lays the forms out in it. */
import type { Identity, Workbook } from '../../host/port.ts'
import { HostError, type HostErrorCode } from '../../host/port.ts'
import { checkNow } from '../check/checking.ts'
import { reasonsOf } from '../check/reasons.ts'
import { findingsOfCurrent } from '../check/review.ts'
import { keepBook, keptBook } from '../offline/copies.ts'
import { awayBecause, leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import type { State } from '../state.ts'
import type { Store } from '../store.ts'
import { type Book, bookOf, mismatch } from './book.ts'

/** @throws anything the workbook did not say itself */
export function hostCode(error: unknown): HostErrorCode {
  if (error instanceof HostError) return error.code
  throw error
}

export async function loadBook(store: Store, period: string): Promise<void> {
  try {
    const [sheet, catalogue] = await Promise.all([
      store.api.sheet(period),
      store.api.catalogue(period),
    ])
    store.dispatch({ type: 'reached' })
    void keepBook(store, sheet, catalogue)
    await openBook(store, period, bookOf(sheet, catalogue))
  } catch (error) {
    if (leftBecauseExpired(store, error)) return
    const away = awayBecause(error)
    if (away) store.dispatch({ type: 'away', away })
    if (!away || !(await openCopy(store, period)))
      store.dispatch({ type: 'book-missing', why: sentenceOf(error) })
  }
}

/** What is on the desk stays; an empty desk gets what this machine keeps. @returns whether there is a book */
async function openCopy(store: Store, period: string): Promise<boolean> {
  const isShown = () => store.state().fill.book?.period.period === period
  if (isShown()) return true
  const copy = await keptBook(store, period)
  // the network may have been back sooner
  if (copy && !isShown()) await openBook(store, period, bookOf(copy.sheet, copy.catalogue), copy.at)
  return isShown()
}

async function openBook(
  store: Store,
  period: string,
  book: Book,
  copiedAt?: string,
): Promise<void> {
  // the person may have turned to another period meanwhile
  if (store.state().periods.chosen !== period) return
  const known = store.state().fill.book?.period.period === period
  store.dispatch({ type: 'book-opened', book, ...(copiedAt ? { copiedAt } : {}) })
  // what was written since stays; the first time it comes from the last revision
  if (!known) takeUp(store)
  if (isOurs(store.state())) await checkNow(store)
}

function takeUp(store: Store): void {
  const { book } = store.state().fill
  if (!book) return
  const { current } = book.sheet
  const reasons = current ? reasonsOf(current.reasons, findingsOfCurrent(book)) : new Map()
  store.dispatch({ type: 'reasons-known', reasons })
  const { preparedBy = '', approvedBy = '' } = current ?? {}
  store.dispatch({ type: 'named', names: { preparedBy, approvedBy } })
}

export async function identify(store: Store, workbook: Workbook): Promise<void> {
  try {
    store.dispatch({ type: 'identified', identity: await workbook.identify() })
    if (isOurs(store.state())) await checkNow(store)
  } catch (error) {
    store.dispatch({ type: 'host-failed', code: hostCode(error) })
  }
}

/** @param drawn the book as it stands, or a draft's sheets on the revision they were written upon */
export async function openForms(
  store: Store,
  drawn: Pick<Book, 'sheets' | 'identity'> | null = store.state().fill.book,
): Promise<void> {
  const workbook = store.workbook()
  if (!workbook || !drawn) return
  const { sheets } = drawn
  const identity = inThisWorkbook(drawn.identity, store.state().fill.identity)
  store.dispatch({ type: 'laying-out', done: 0, of: sheets.length })
  try {
    await workbook.layOut(sheets, identity, (done, of) =>
      store.dispatch({ type: 'laying-out', done, of }),
    )
    store.dispatch({ type: 'laid-out', identity, sheets })
    await checkNow(store)
  } catch (error) {
    store.dispatch({ type: 'host-failed', code: hostCode(error) })
  }
}

/** A workbook keeps the id it was given first, so that what was typed in it is never taken for another one's. */
export const inThisWorkbook = (drawn: Identity, found: Identity | null | undefined): Identity => ({
  ...drawn,
  workbook: found?.workbook ?? drawn.workbook ?? crypto.randomUUID(),
})

/** The figures of the workbook stand on this revision from now on; the workbook is told, so that it knows next time. */
export async function rebase(store: Store, revision: number | null): Promise<void> {
  const workbook = store.workbook()
  const before = store.state().fill.identity
  if (!workbook || !before || before.revision === revision) return
  const identity = { ...before, revision }
  store.dispatch({ type: 'rebased', identity })
  try {
    await workbook.rebase(identity)
  } catch (error) {
    store.dispatch({ type: 'host-failed', code: hostCode(error) })
  }
}

/** The workbook beside the pane holds the very forms of the book. */
export function isOurs({ place, fill }: State): boolean {
  if (place !== 'workbook' || !fill.book || fill.identity === undefined || fill.layingOut)
    return false
  return mismatch(fill.book.identity, fill.identity) === null
}

export async function goTo(
  store: Store,
  at: { readonly sheet?: string; readonly cell?: string } | undefined,
): Promise<void> {
  const workbook = store.workbook()
  if (!workbook || !at?.sheet || !at.cell || !isOurs(store.state())) return
  try {
    await workbook.select(at.sheet, at.cell)
  } catch (error) {
    store.dispatch({ type: 'host-failed', code: hostCode(error) })
  }
}
