/** What is being changed in a plan: kept on this machine letter by letter, taken back by one press, shared by nobody. */
import type { Plan } from '../../../shared/plan/schema.ts'
import { writingsIn } from '../drafts/writings.ts'
import type { State } from '../state.ts'
import type { Store } from '../store.ts'
import { changesBetween, merged, type Side } from './parts.ts'
import type { Done, DoneKind, Draft } from './state.ts'

type Kept = {
  readonly agency: string
  readonly name: string
  readonly year: number
  readonly draft: Draft
}

/** Whose draft it is: another clerk of the same machine has others. */
const ownerOf = ({ access }: State): Pick<Kept, 'agency' | 'name'> | null =>
  access.session ? { agency: access.session.who.agency, name: access.session.who.name } : null

const keyOf = ({ agency, name, year }: Omit<Kept, 'draft'>): string =>
  [agency, name, year].join('/')

const kept = writingsIn<Kept>('plans', keyOf, ({ draft }) => draft.at)

/** What this clerk changed and did not save. */
export async function takeUpDrafts(store: Store): Promise<void> {
  const owner = ownerOf(store.state())
  // afterwards this pane knows better than what is still on its way to the machine
  if (!owner || store.state().plan.years) return
  const all = await kept.found(store)
  const own = all.filter(({ agency, name }) => agency === owner.agency && name === owner.name)
  // what was changed since is newer
  const found = Object.fromEntries(own.map(({ year, draft }) => [year, draft]))
  const drafts = { ...found, ...store.state().plan.drafts }
  store.dispatch({ type: 'plan-stands', now: { drafts } })
}

/** @param draft null forgets */
export function putDraft(store: Store, year: number, draft: Draft | null): void {
  const { [year]: _old, ...others } = store.state().plan.drafts
  const drafts = draft ? { ...others, [year]: draft } : others
  store.dispatch({ type: 'plan-stands', now: { drafts, refused: null, done: null } })
  const owner = ownerOf(store.state())
  if (!owner) return
  const entry = draft && { ...owner, year, draft }
  void kept.keep(store, keyOf({ ...owner, year }), entry, ({ draft: { at } }, certain) =>
    store.dispatch({ type: 'plan-stands', now: { kept: { at, certain } } }),
  )
}

/** The plan as it stands on the desk: what is being changed, or what is stored. */
export function shownPlan({ plan }: State): Plan | null {
  const draft = plan.year === null ? undefined : plan.drafts[plan.year]
  return draft?.plan ?? plan.answer?.plan ?? null
}

/** Somebody else saved since the draft was begun. */
export const isStale = (draft: Draft | undefined, stored: number | undefined): boolean =>
  draft !== undefined && stored !== undefined && draft.basedOn !== stored

/** The plan becomes this; the same as what is stored is nothing to save. */
export function change(store: Store, plan: Plan, kind: DoneKind, what: string): void {
  const { year, drafts, answer } = store.state().plan
  if (year === null) return
  const draft = drafts[year] ?? null
  const from = draft ? draft.from : (answer?.plan ?? null)
  const basedOn = draft ? draft.basedOn : (answer?.number ?? 0)
  const nothing = from !== null && changesBetween(from, plan).length === 0
  const next = { basedOn, from, plan, at: new Date().toISOString() }
  putDraft(store, year, nothing && !isStale(next, answer?.number) ? null : next)
  say(store, { kind, what, before: { year, draft } })
}

/** A plan for years that have none yet. */
export function begin(store: Store, plan: Plan, what: string): void {
  const { year } = plan
  const before = { year, draft: store.state().plan.drafts[year] ?? null }
  putDraft(store, year, { basedOn: 0, from: null, plan, at: new Date().toISOString() })
  store.dispatch({ type: 'plan-stands', now: { year, answer: null, view: 'tasks', editing: null } })
  say(store, { kind: 'begun', what, before })
}

/** What was changed here is given up; the line that says so brings it back. */
export function dropDraft(store: Store): void {
  const { year, drafts } = store.state().plan
  const draft = year === null ? undefined : drafts[year]
  if (year === null || !draft) return
  putDraft(store, year, null)
  say(store, { kind: 'dropped', what: '', before: { year, draft } })
}

/** One's own changes go on top of what somebody else has saved, in what both changed as chosen. */
export function mergeDraft(store: Store, chosen: ReadonlyMap<string, Side>): void {
  const { year, drafts, answer } = store.state().plan
  const draft = year === null ? undefined : drafts[year]
  if (year === null || !draft || !answer) return
  const { plan } = merged(draft.from, draft.plan, answer.plan, chosen)
  const nothing = changesBetween(answer.plan, plan).length === 0
  const at = new Date().toISOString()
  putDraft(store, year, nothing ? null : { basedOn: answer.number, from: answer.plan, plan, at })
  say(store, { kind: 'merged', what: '', before: { year, draft } })
}

/** What the last line says was done is undone. */
export function undo(store: Store): void {
  const { done } = store.state().plan
  if (!done?.before) return
  const { year, draft } = done.before
  putDraft(store, year, draft)
}

const say = (store: Store, done: Done): void =>
  store.dispatch({ type: 'plan-stands', now: { done, editing: null } })
