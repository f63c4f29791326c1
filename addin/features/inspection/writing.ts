/** Writes the papers of a round: typed here first, sent by a button, never over what somebody else saved meanwhile. */
import type { InspectionAnswer } from '../../../shared/protocol.ts'
import { Refused } from '../../api.ts'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import type { Store } from '../store.ts'
import { put } from './keeping.ts'
import {
  at,
  differing,
  judgementOf,
  keyOf,
  problemOf,
  roundOf,
  savedOf,
  saysTheSame,
  statementOf,
} from './papers.ts'
import { loadRound, loadRounds, take } from './rounds.ts'
import type { Done, DoneKind, Hand, InspectionState, Paper, Typed, Writing } from './state.ts'

const desk = (store: Store): InspectionState => store.state().inspection
const now = (): string => new Date().toISOString()

export const writingOf = (state: InspectionState, paper: Paper): Writing | undefined =>
  state.writings[keyOf(paper)]

/** What stands in the fields: typed, or else saved. */
export const typedIn = (state: InspectionState, paper: Paper): Typed =>
  writingOf(state, paper)?.typed ?? savedOf(state, paper).typed

/** Somebody saved this paper while it was being written here, and what they saved is not the same. */
export function isStale(state: InspectionState, paper: Paper): boolean {
  const writing = writingOf(state, paper)
  if (!writing) return false
  const saved = savedOf(state, paper)
  // neither the round nor the list of problems says anything about it here
  if (saved.number === 0 && state.answer?.id !== paper.round) return false
  return writing.basedOn !== saved.number && !saysTheSame(writing.typed, saved.typed)
}

/** Fields change; the same as what is saved is nothing to keep. @param first what a new paper begins with */
export function write(store: Store, paper: Paper, changed: Typed, first: Typed = {}): void {
  const state = desk(store)
  const before = writingOf(state, paper)
  const saved = savedOf(state, paper)
  const from = before?.from ?? saved.typed
  const typed = { ...(saved.number === 0 && !before ? first : typedIn(state, paper)), ...changed }
  const basedOn = before?.basedOn ?? saved.number
  const nothingNew = basedOn === saved.number && saysTheSame(typed, saved.typed)
  put(store, keyOf(paper), nothingNew ? null : { paper, typed, from, basedOn, at: now() })
}

/** The writing is given up for what is saved; the line that says so brings it back. */
export function drop(store: Store, paper: Paper): void {
  const before = writingOf(desk(store), paper)
  if (!before) return
  put(store, keyOf(paper), null)
  store.dispatch({
    type: 'inspection-done',
    done: { what: 'dropped', before, item: itemOf(before) },
  })
}

/** What the server has taken and takes back, and how that is told. */
const takenBack: Partial<Record<DoneKind, DoneKind>> = {
  resolved: 'reopened',
  withdrawn: 'restored',
}

/** Brings back what was given up or chosen against; a problem marked as put right is open again, one withdrawn stands. */
export async function bringBack(store: Store): Promise<void> {
  const { done } = desk(store)
  if (!done?.before) return
  const { paper, typed, basedOn } = done.before
  const what = takenBack[done.what]
  if (!what) return put(store, keyOf(paper), done.before)
  const before = problemOf(typed)
  const problem = what === 'reopened' ? { ...before, resolvedOn: null, resolution: '' } : before
  // what was sent has the next number
  const body = { basedOn: basedOn + 1, problem }
  await sent(store, keyOf(paper), paper.round, { ...done, what, before: null }, () =>
    store.api.writeProblem(paper.round, paper.id, body),
  )
}

/** Code of the item a problem is at. */
const itemOf = ({ paper, typed }: Writing): string | null =>
  paper.kind === 'problem' ? at(typed, 'item') : null

/** Of the fields that differ, those only one side has changed have their answer already; the others are the person's. */
export const answeredFor = ({ typed, from }: Writing, theirs: Typed, name: string) =>
  at(theirs, name) === at(from, name)
    ? 'mine'
    : at(typed, name) === at(from, name)
      ? 'theirs'
      : undefined

/** The fields chosen are taken from what is saved, the others stay as typed; it goes on top of what is saved. */
export function choose(store: Store, paper: Paper, theirs: ReadonlySet<string>): void {
  const before = writingOf(desk(store), paper)
  if (!before) return
  const saved = savedOf(desk(store), paper)
  const taken = differing(before.typed, saved.typed).filter(name => theirs.has(name))
  const typed = {
    ...before.typed,
    ...Object.fromEntries(taken.map(name => [name, at(saved.typed, name)])),
  }
  const same = saysTheSame(typed, saved.typed)
  const next = { ...before, typed, from: saved.typed, basedOn: saved.number, at: now() }
  put(store, keyOf(paper), same ? null : next)
  store.dispatch({
    type: 'inspection-done',
    done: { what: 'chosen', before, item: itemOf(before) },
  })
}

/** What is wrong, line by line where the server names more than one thing. */
function whyOf(error: unknown): string {
  const faults = error instanceof Refused ? (error.problem.errors ?? []) : []
  const details = faults.length > 1 ? faults.map(({ detail }) => detail) : []
  return [sentenceOf(error), ...details].join('\n')
}

/** Who came first, where that is why. */
function firstOf(error: unknown): Hand | null {
  const current = error instanceof Refused ? error.problem.current : undefined
  return current ? { by: current.preparedBy, at: current.receivedAt } : null
}

async function readAgain(store: Store, round: string): Promise<void> {
  const { where } = desk(store)
  const open = where.view !== 'list' && where.round === round
  await Promise.all([loadRounds(store), ...(open ? [loadRound(store, round)] : [])])
}

/** @returns whether the server has it */
async function sent(
  store: Store,
  of: string,
  round: string,
  done: Done,
  request: () => Promise<InspectionAnswer>,
  settle: () => void = () => undefined,
): Promise<boolean> {
  if (desk(store).sending !== null) return false
  store.dispatch({ type: 'inspection-sending', of })
  try {
    take(store, await request())
    settle()
    // the lists count what was written
    await loadRounds(store)
    store.dispatch({ type: 'inspection-done', done })
    return true
  } catch (error) {
    if (leftBecauseExpired(store, error)) return false
    if (error instanceof Refused && error.problem.status === 409) await readAgain(store, round)
    const refused = { of, why: whyOf(error), by: firstOf(error) }
    store.dispatch({ type: 'inspection-refused', refused })
    return false
  }
}

const doneBy = {
  round: 'saved',
  statement: 'stated',
  judgement: 'judged',
  problem: 'found',
} as const

/**
 * Sends what is typed of a paper.
 * @param units of the agency, in its order; only a round needs them
 */
export async function send(
  store: Store,
  paper: Paper,
  units: readonly string[] = [],
  what: DoneKind = doneBy[paper.kind],
): Promise<boolean> {
  const key = keyOf(paper)
  const writing = desk(store).writings[key]
  if (!writing) return false
  // what was typed while it was on its way goes on top of it
  const settle = () => {
    const later = desk(store).writings[key]
    const { number, typed } = savedOf(desk(store), paper)
    if (later === writing) put(store, key, null)
    else if (later) put(store, key, { ...later, from: typed, basedOn: number })
  }
  const done = { what, before: what === 'resolved' ? writing : null, item: itemOf(writing) }
  return sent(store, key, paper.round, done, () => request(store, writing, units), settle)
}

function request(
  store: Store,
  { paper: { kind, round, id }, typed, basedOn }: Writing,
  units: readonly string[],
): Promise<InspectionAnswer> {
  const { answer } = desk(store)
  switch (kind) {
    case 'round': {
      const state = answer?.round.state ?? 'draft'
      return store.api.writeRound(round, { basedOn, round: roundOf(typed, units, state) })
    }
    case 'statement': {
      const items = answer?.items.map(({ code }) => code) ?? []
      return store.api.writeStatement(round, id, { basedOn, ...statementOf(typed, items) })
    }
    case 'judgement': {
      const held = answer?.round.units.map(({ unit }) => unit) ?? []
      return store.api.writeJudgement(round, { basedOn, ...judgementOf(typed, held) })
    }
    case 'problem':
      return store.api.writeProblem(round, id, { basedOn, problem: problemOf(typed) })
  }
}

/** Opens a draft, or concludes an open round. */
export async function advance(store: Store, state: 'open' | 'concluded'): Promise<boolean> {
  const { answer } = desk(store)
  if (!answer) return false
  const { id, number, round } = answer
  const done: Done = { what: state === 'open' ? 'opened' : 'concluded', before: null, item: null }
  const writing = { basedOn: number, round: { ...round, state } }
  return sent(store, state, id, done, () => store.api.writeRound(id, writing))
}

/** Takes a problem back that was recorded. */
export async function withdraw(store: Store, paper: Paper): Promise<boolean> {
  const { number, typed } = savedOf(desk(store), paper)
  const before = { paper, typed, from: typed, basedOn: number, at: now() }
  const done: Done = { what: 'withdrawn', before, item: itemOf(before) }
  return sent(store, keyOf(paper), paper.round, done, () =>
    store.api.writeProblem(paper.round, paper.id, { basedOn: number, problem: null }),
  )
}
