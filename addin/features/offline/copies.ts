/**
 * Copies of what the server told a unit about its periods, on this machine, so that a pane opened without a network still
 * has its forms. They belong to the unit that is signed in and go when it signs out.
 */
import type { CatalogueAnswer, PeriodSummary, SheetAnswer } from '../../../shared/protocol.ts'
import { longestDays } from '../drafts/shelf.ts'
import type { Store } from '../store.ts'

export type BookCopy = {
  readonly of: string
  readonly period: string
  /** UTC instant the server said so */
  readonly at: string
  readonly sheet: SheetAnswer
  readonly catalogue: CatalogueAnswer
}
type ListCopy = {
  readonly of: string
  readonly at: string
  readonly list: readonly PeriodSummary[]
}

const books = 'books'
const lists = 'periods'
/** The period, the one before, and one more to look something up. */
const mostPeriods = 3
const day = 86_400_000

/** Whose copies: null for roles that have no forms. */
function holder(store: Store): string | null {
  const who = store.state().access.session?.who
  return who?.role === 'unit' ? `${who.agency}/${who.unit}` : null
}

export async function keepPeriods(store: Store, list: readonly PeriodSummary[]): Promise<void> {
  const of = holder(store)
  await placed(store)
  if (of === null || of !== holder(store)) return
  const at = new Date().toISOString()
  await store.shelf.write(lists, of, { of, at, list } satisfies ListCopy)
}

export async function keptPeriods(store: Store): Promise<readonly PeriodSummary[] | null> {
  const of = holder(store)
  if (of === null) return null
  await placed(store)
  const all = await store.shelf.all<ListCopy>(lists)
  return all.find(one => one.of === of)?.list ?? null
}

export async function keepBook(
  store: Store,
  sheet: SheetAnswer,
  catalogue: CatalogueAnswer,
): Promise<void> {
  const of = holder(store)
  await placed(store)
  // signed out meanwhile: nothing of it may stay
  if (of === null || of !== holder(store)) return
  const { period } = sheet.period
  const now = Date.now()
  const copy: BookCopy = { of, period, at: new Date(now).toISOString(), sheet, catalogue }
  await store.shelf.write(books, keyOf(copy), copy)
  const all = await store.shelf.all<BookCopy>(books)
  for (const one of spent(all, now)) await store.shelf.write(books, keyOf(one), null)
}

export async function keptBook(store: Store, period: string): Promise<BookCopy | null> {
  const of = holder(store)
  if (of === null) return null
  await placed(store)
  const all = await store.shelf.all<BookCopy>(books)
  return all.find(one => one.of === of && one.period === period) ?? null
}

/** Everything kept for whoever is signed in; what was typed stays with its unit. */
export async function forgetCopies(store: Store): Promise<void> {
  const of = holder(store)
  if (of === null) return
  await store.shelf.write(lists, of, null)
  const all = await store.shelf.all<BookCopy>(books)
  for (const one of all) if (one.of === of) await store.shelf.write(books, keyOf(one), null)
}

/** Copies that need not be kept: as old as drafts that go, or of more periods than anybody turns back to. */
export function spent(all: readonly BookCopy[], now: number): BookCopy[] {
  const newest = [...all].sort((a, b) => b.at.localeCompare(a.at))
  return newest.filter((copy, i) => {
    const nth = newest.slice(0, i).filter(({ of }) => of === copy.of).length
    return nth >= mostPeriods || now - Date.parse(copy.at) > longestDays * day
  })
}

const keyOf = ({ of, period }: Pick<BookCopy, 'of' | 'period'>): string => `${of}/${period}`

/** The shelf's prefix is known once the pane is placed. */
const placed = (store: Store): Promise<void> =>
  new Promise(resolve => {
    if (store.state().place !== 'opening') return resolve()
    const stop = store.subscribe(() => {
      if (store.state().place === 'opening') return
      stop()
      resolve()
    })
  })
