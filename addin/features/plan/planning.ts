/** Reads the plans, their editions and how far they are; saves what was changed as a new edition. */
import { Refused } from '../../api.ts'
import { works } from '../../i18n/works.ts'
import { catalogueFor } from '../board/catalogue.ts'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import { chosenPeriod } from '../period/periods.ts'
import type { Store } from '../store.ts'
import { putDraft, shownPlan, takeUpDrafts, undo } from './drafting.ts'
import type { PlanState } from './state.ts'

const stands = (store: Store, now: Partial<PlanState>): void =>
  store.dispatch({ type: 'plan-stands', now })

const yearOfPeriod = (period: string): number => Number(period.slice(0, 4))

/** What is shown stays when no answer comes. */
export async function loadPlans(store: Store): Promise<void> {
  const period = store.state().periods.chosen
  try {
    const [listed] = await Promise.all([store.api.plans(), takeUpDrafts(store)])
    const { year } = store.state().plan
    const wanted = period === null ? 0 : yearOfPeriod(period)
    // what nobody has stored yet is of whichever year is on the desk
    const years = listed.map(one =>
      one.number === 0 && wanted ? { ...one, year: wanted, until: wanted } : one,
    )
    stands(store, { years, trouble: null })
    const inForce = years.find(one => one.year <= wanted && wanted <= one.until) ?? years[0]
    const open = year ?? inForce?.year ?? Number(Object.keys(store.state().plan.drafts)[0] ?? NaN)
    if (Number.isFinite(open)) await openYear(store, open)
  } catch (error) {
    if (!leftBecauseExpired(store, error)) stands(store, { trouble: sentenceOf(error) })
  }
}

/** @param year the first one of the plan; one that is only a draft has nothing stored to read */
export async function openYear(store: Store, year: number): Promise<void> {
  const { plan } = store.state()
  const other = plan.year !== year
  stands(
    store,
    other ? { year, answer: null, editing: null, refused: null, done: null, importing: null } : {},
  )
  const stored = store.state().plan.years?.some(one => one.year === year)
  if (!stored) return
  try {
    const answer = await store.api.plan(year)
    if (store.state().plan.year === year) stands(store, { answer, trouble: null })
  } catch (error) {
    if (leftBecauseExpired(store, error) || store.state().plan.year !== year) return
    stands(store, { trouble: sentenceOf(error) })
  }
}

/** How far the plan in force is in the period on the office's desk, and the catalogue its words come from. */
export async function loadStanding(store: Store): Promise<void> {
  const period = chosenPeriod(store.state())
  if (!period) return
  const still = () => store.state().periods.chosen === period.period
  try {
    const [standing, index] = await Promise.all([
      store.api.planStanding(period.period),
      catalogueFor(store.api, period),
    ])
    if (still()) stands(store, { standing, index, standingTrouble: null })
  } catch (error) {
    if (!leftBecauseExpired(store, error) && still())
      stands(store, { standingTrouble: sentenceOf(error) })
  }
}

/** What is being changed becomes the next edition, which the units work with from then on. */
export async function savePlan(store: Store): Promise<void> {
  const { year, drafts, saving } = store.state().plan
  const sent = year === null ? undefined : drafts[year]
  if (year === null || !sent || saving) return
  stands(store, { saving: true, refused: null, done: null })
  try {
    const { basedOn, plan } = sent
    const answer = await store.api.writePlan(year, { basedOn, plan })
    const now = store.state().plan.drafts[year]
    // what was changed while it was on its way goes on top of it
    const later = now !== sent && now ? { ...now, basedOn: answer.number, from: answer.plan } : null
    putDraft(store, year, later)
    if (store.state().plan.year === year) stands(store, { answer })
    const what = works().plan.editionName(answer.number)
    stands(store, { saving: false, done: { kind: 'saved', what } })
    await Promise.all([loadPlans(store), loadStanding(store)])
  } catch (error) {
    if (leftBecauseExpired(store, error)) return
    const refused = { why: sentenceOf(error), faults: faultsOf(error) }
    stands(store, { saving: false, refused })
    if (error instanceof Refused && error.problem.status === 409) await loadPlans(store)
  }
}

const faultsOf = (error: unknown): readonly string[] =>
  error instanceof Refused ? (error.problem.errors ?? []).map(({ detail }) => detail) : []

/** Takes back what was done last; a plan that is gone with it leaves the desk to the one in force. */
export async function undoLast(store: Store): Promise<void> {
  const { done } = store.state().plan
  if (done?.before && done.before.year !== store.state().plan.year)
    await openYear(store, done.before.year)
  store.dispatch({ type: 'plan-stands', now: { done } })
  undo(store)
  if (shownPlan(store.state())) return
  stands(store, { year: null })
  await loadPlans(store)
}
