/** Reads the rounds and the problems still open, and goes from one view to another. */
import type { InspectionAnswer } from '../../../shared/protocol.ts'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import type { Store } from '../store.ts'
import { takeUp } from './keeping.ts'
import type { Where } from './state.ts'

/** By store, how often it was asked: an answer from before that is an old one. */
const times = new WeakMap<Store, { list: number; round: number }>()
const countsOf = (store: Store) => {
  const counts = times.get(store) ?? { list: 0, round: 0 }
  times.set(store, counts)
  return counts
}

/** What is shown stays when no answer comes. */
export async function loadRounds(store: Store): Promise<void> {
  const counts = countsOf(store)
  counts.list += 1
  const time = counts.list
  const still = () => counts.list === time
  try {
    const [list, problems] = await Promise.all([
      store.api.inspections(),
      store.api.openProblems(),
      takeUp(store),
    ])
    if (still()) store.dispatch({ type: 'inspections-known', list, problems })
  } catch (error) {
    if (!leftBecauseExpired(store, error) && still())
      store.dispatch({ type: 'inspections-missing', why: sentenceOf(error) })
  }
}

const roundIn = (where: Where): string | null => (where.view === 'list' ? null : where.round)

export async function loadRound(store: Store, round: string): Promise<void> {
  const counts = countsOf(store)
  counts.round += 1
  const time = counts.round
  const still = () => counts.round === time && roundIn(store.state().inspection.where) === round
  try {
    const [answer] = await Promise.all([store.api.inspection(round), takeUp(store)])
    if (still()) store.dispatch({ type: 'inspection-known', answer })
  } catch (error) {
    if (!leftBecauseExpired(store, error) && still())
      store.dispatch({ type: 'inspection-missing', why: sentenceOf(error) })
  }
}

/** The round as a writing was answered with; questions from before that are too old to count. */
export function take(store: Store, answer: InspectionAnswer): void {
  countsOf(store).round += 1
  if (roundIn(store.state().inspection.where) === answer.id)
    store.dispatch({ type: 'inspection-known', answer })
}

export function go(store: Store, where: Where): void {
  store.dispatch({ type: 'inspection-went', where })
  const round = roundIn(where)
  if (round === null) void loadRounds(store)
  // a round that is new is not known there yet
  else if (store.state().inspection.list?.some(({ id }) => id === round))
    void loadRound(store, round)
}
