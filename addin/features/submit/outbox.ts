/** Submissions the server has not answered yet, kept on the machine so that they outlive a crash and a closed pane. */
import type { State } from '../state.ts'
import type { Store } from '../store.ts'
import type { Pending } from './submission.ts'

const box = 'outbox'

/** One place per period: a second submission can only be made once the first is answered or withdrawn. */
const keyOf = ({ agency, unit, period }: Pick<Pending, 'agency' | 'unit' | 'period'>): string =>
  `${agency}/${unit}/${period}`

export const putOut = (store: Store, pending: Pending): Promise<boolean> =>
  store.shelf.write(box, keyOf(pending), pending)

export const takeOut = (store: Store, pending: Pending): Promise<boolean> =>
  store.shelf.write(box, keyOf(pending), null)

/** What waits on this machine for the unit that is signed in, refused ones included. */
export async function waitingOf(store: Store): Promise<readonly Pending[]> {
  const who = store.state().access.session?.who
  const all = await store.shelf.all<Pending>(box)
  return all.filter(({ agency, unit }) => agency === who?.agency && unit === who.unit)
}

/** The desk shows this unit and period. */
export const isShown = ({ periods, fill }: State, { agency, unit, period }: Pending): boolean =>
  periods.chosen === period &&
  fill.book?.identity.agency === agency &&
  fill.book.identity.unit === unit

/** Browsers that do not say whether there is a network are taken to have one. */
export const isOffline = (): boolean => navigator.onLine === false
