/** A plan as a workbook: read in with what is wrong in it, nothing taken over unasked; handed out as it is stored. */
import { works } from '../../i18n/works.ts'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import { save } from '../pull/save.ts'
import type { Store } from '../store.ts'
import { bytesOf } from '../upload/uploading.ts'
import { begin, change, shownPlan } from './drafting.ts'
import { openYear } from './planning.ts'
import type { Importing } from './state.ts'

const importing = (store: Store, now: Importing | null): void =>
  store.dispatch({ type: 'plan-stands', now: { importing: now, done: null } })

/** @param year whose plan it is to be; the workbook's own years count once it is read */
export async function importPlan(store: Store, year: number, file: File): Promise<void> {
  const { name } = file
  importing(store, { state: 'reading', name })
  const still = () => {
    const now = store.state().plan.importing
    return now?.state === 'reading' && now.name === name
  }
  const bytes = await bytesOf(file)
  if (!still()) return
  if (typeof bytes === 'string') return importing(store, { state: 'refused', name, why: bytes })
  try {
    const reading = await store.api.readPlan(year, bytes)
    if (still()) importing(store, { state: 'read', name, reading })
  } catch (error) {
    if (leftBecauseExpired(store, error) || !still()) return
    importing(store, { state: 'refused', name, why: sentenceOf(error) })
  }
}

/** What was read becomes what is being changed, in the plan of its own years. */
export async function takeImport(store: Store): Promise<void> {
  const { importing: now, years } = store.state().plan
  if (now?.state !== 'read' || !now.reading.plan) return
  const { plan } = now.reading
  const stored = years?.some(({ year }) => year === plan.year)
  if (stored) await openYear(store, plan.year)
  // an answer that did not come has said why; the reading stays to be taken over again
  if (stored && !shownPlan(store.state())) return
  if (stored || store.state().plan.drafts[plan.year]) change(store, plan, 'imported', now.name)
  else begin(store, plan, works().plan.yearOf(plan.year, plan.until))
  store.dispatch({ type: 'plan-stands', now: { importing: null, view: 'tasks' } })
}

export const leaveImport = (store: Store): void => importing(store, null)

/** @returns the name of the file, for the line that says so */
export async function downloadPlan(store: Store, year: number): Promise<string> {
  const { name, content } = await store.api.planWorkbook(year)
  save(name, content)
  return name
}
