/** A plan in its parts: what differs between two plans, and two people's changes put together line by line. */
import type { Plan, PlanTask, Target } from '../../../shared/plan/schema.ts'

type Group = Plan['groups'][number]
type Head = Pick<Plan, 'title' | 'basis' | 'until'>

export type Part =
  | { readonly kind: 'head'; readonly value: Head }
  | { readonly kind: 'group'; readonly value: Group }
  | { readonly kind: 'task'; readonly value: PlanTask }
  | { readonly kind: 'target'; readonly value: Target }
export type PartKind = Part['kind']

export type Change = {
  /** "task:1.1" */
  readonly key: string
  readonly kind: PartKind
  readonly code: string
  readonly what: 'added' | 'removed' | 'changed'
  /** names of the fields that differ, of a changed part only */
  readonly fields: readonly string[]
  readonly before: Part | undefined
  readonly after: Part | undefined
}

export const codeOf = (part: Part): string => (part.kind === 'head' ? '' : part.value.code)
export const keyOf = (kind: PartKind, code: string): string => `${kind}:${code}`

export function partsOf(plan: Plan | null): ReadonlyMap<string, Part> {
  if (!plan) return new Map()
  const { title, basis, until, groups, tasks, targets } = plan
  const parts: Part[] = [
    { kind: 'head', value: { title, basis, until } },
    ...groups.map((value): Part => ({ kind: 'group', value })),
    ...tasks.map((value): Part => ({ kind: 'task', value })),
    ...targets.map((value): Part => ({ kind: 'target', value })),
  ]
  return new Map(parts.map(part => [keyOf(part.kind, codeOf(part)), part]))
}

const textOf = (value: unknown): string => JSON.stringify(value ?? null)

/** The order in which fields were written says nothing. */
const same = (a: Part | undefined, b: Part | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && fieldsBetween(a, b).length === 0)

export function fieldsBetween(a: Part, b: Part): string[] {
  const [from, to] = [new Map(Object.entries(a.value)), new Map(Object.entries(b.value))]
  return [...to.keys()].filter(field => textOf(from.get(field)) !== textOf(to.get(field)))
}

/** In the order of the newer plan, what is gone at the end. */
export function changesBetween(from: Plan | null, to: Plan): Change[] {
  const [old, now] = [partsOf(from), partsOf(to)]
  const change = (key: string): Change[] => {
    const [before, after] = [old.get(key), now.get(key)]
    const part = after ?? before
    if (!part || same(before, after)) return []
    const what = !before ? 'added' : !after ? 'removed' : 'changed'
    const fields = before && after ? fieldsBetween(before, after) : []
    return [{ key, kind: part.kind, code: codeOf(part), what, fields, before, after }]
  }
  return [...new Set([...now.keys(), ...old.keys()])].flatMap(change)
}

/** Both changed the same part, each otherwise; undefined: took it away. */
export type Contest = {
  readonly key: string
  readonly mine: Part | undefined
  readonly theirs: Part | undefined
}
export type Side = 'mine' | 'theirs'

/**
 * What one side alone changed is taken from it; what both changed is the side's that is chosen, one's own without a choice.
 * @param base the plan both began from
 */
export function merged(
  base: Plan | null,
  mine: Plan,
  theirs: Plan,
  chosen: ReadonlyMap<string, Side> = new Map(),
): { readonly plan: Plan; readonly contests: readonly Contest[] } {
  const [began, own, others] = [partsOf(base), partsOf(mine), partsOf(theirs)]
  const contests: Contest[] = []
  const pick = (key: string): Part[] => {
    const [b, m, t] = [began.get(key), own.get(key), others.get(key)]
    if (same(m, b) || same(m, t)) return t ? [t] : []
    if (!same(t, b)) contests.push({ key, mine: m, theirs: t })
    const part = !same(t, b) && chosen.get(key) === 'theirs' ? t : m
    return part ? [part] : []
  }
  const parts = [...new Set([...others.keys(), ...own.keys()])].flatMap(pick)
  const head = parts.find(part => part.kind === 'head')?.value
  const plan = {
    ...theirs,
    ...head,
    groups: inOrder(parts.flatMap(part => (part.kind === 'group' ? [part.value] : []))),
    tasks: inOrder(parts.flatMap(part => (part.kind === 'task' ? [part.value] : []))),
    targets: inOrder(parts.flatMap(part => (part.kind === 'target' ? [part.value] : []))),
  }
  return { plan, contests }
}

/** Each after those before it, unless one further back has a greater code: an added line goes among its like. */
function inOrder<T extends { readonly code: string }>(list: readonly T[]): T[] {
  return list.reduce<T[]>((sorted, one) => placed(sorted, one), [])
}

/** A new line stands before the first one with a greater code. */
export function placed<T extends { readonly code: string }>(list: readonly T[], one: T): T[] {
  const at = list.findIndex(({ code }) => codeOrder(code, one.code) > 0)
  return at < 0 ? [...list, one] : list.toSpliced(at, 0, one)
}

/** "1.2" before "1.10". */
export function codeOrder(a: string, b: string): number {
  const [left, right] = [a.split(/[.\s]/u), b.split(/[.\s]/u)]
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [x, y] = [left[at] ?? '', right[at] ?? '']
    if (x === y) continue
    const both = /^\d+$/u.test(x) && /^\d+$/u.test(y)
    return both ? Number(x) - Number(y) : x < y ? -1 : 1
  }
  return 0
}
