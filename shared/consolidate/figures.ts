/** Merges indicators: inputs by their kind of merge, then coverage and contributions of every row. */
import type { Agency } from '../agency.ts'
import { type Index, membersOf, ownerRole, planCountOf } from '../catalogue/catalogue.ts'
import type { Indicator, Merge } from '../catalogue/schema.ts'
import { sum, type Values } from '../content.ts'
import {
  type Figure,
  isReported,
  noneArising,
  notReported,
  numberFigure,
  quantity,
} from '../figure.ts'
import { type Expression, evaluate, operandsOf } from '../formula.ts'
import { type Adjustment, movedBy, type Office, officeFigures, officePart } from './adjustments.ts'
import type { Contribution, MergedFigure, Submitted, UnitValues } from './merged.ts'
import { type PlanParts, planParts } from './plan-counts.ts'

type Part = { readonly owner: boolean; readonly value: Figure }
type Said = Part & { readonly unit: string }

/** Each kind of merge: the agency's figure from the reported parts, in unit order. Only owners' parts are added. */
const mergeFigures: Record<Merge['by'], (parts: readonly Part[]) => Figure> = {
  sum: parts => sum(owned(parts)),
  owner: parts => owned(parts)[0] ?? notReported,
  // any unit that did it makes the agency have done it
  or: parts => {
    const answers = owned(parts)
      .map(quantity)
      .filter(value => value !== undefined)
    return answers.length > 0
      ? numberFigure(Math.max(...answers))
      : (owned(parts)[0] ?? notReported)
  },
  // only a count was collected, so members cannot be told apart: the owner's count stands
  union: parts => owned(parts)[0] ?? notReported,
  recompute: () => notReported,
  concatenate: () => notReported,
  none: () => notReported,
}
const owned = (parts: readonly Part[]): Figure[] =>
  parts.filter(part => part.owner).map(part => part.value)

/** The agency's inputs, and which units reported what was not theirs to report. */
export function mergeInputs(
  index: Index,
  agency: Agency,
  submissions: readonly Submitted[],
  office: Office,
): { inputs: Map<string, Figure>; conflicts: Map<string, string[]> } {
  const inputs = new Map<string, Figure>()
  const conflicts = new Map<string, string[]>()
  const roles = new Map(Object.entries(agency.roles).map(([role, units]) => [role, new Set(units)]))
  const ownersOf = (role = ''): ReadonlySet<string> => roles.get(role) ?? new Set()
  for (const { form, row } of index.indicators.values()) {
    if (!row.merge || row.formula || membersOf(row)) continue
    const owners = ownersOf(row.owner)
    const parts: Said[] = []
    for (const { unit, content } of submissions) {
      const value = content.figures.get(row.key)
      if (value && isReported(value)) parts.push({ unit, owner: owners.has(unit), value })
    }
    const conflicting = conflictsIn(row.merge.by, parts)
    if (conflicting.length > 0) conflicts.set(row.key, conflicting)
    const { by } = row.merge
    const figure = office.figure({ form: form.id, row: row.key }, by, mergeFigures[by](parts))
    if (isReported(figure)) inputs.set(row.key, figure)
  }
  return { inputs, conflicts }
}

/** Strangers to the row always; a second owner where only one may speak. */
function conflictsIn(by: Merge['by'], parts: readonly Said[]): string[] {
  const [, ...second] = parts.filter(part => part.owner)
  const shared = by === 'sum' || by === 'or'
  return [...parts.filter(part => !part.owner), ...(shared ? [] : second)].map(part => part.unit)
}

/** Every row of the forms with its merged figure, who contributed and how many of the expected units did. */
export function describeFigures(
  index: Index,
  agency: Agency,
  values: Values,
  units: readonly UnitValues[],
  adjusted: readonly Adjustment[],
  counts: ReadonlyMap<string, Figure>,
): Map<string, MergedFigure> {
  const figures = new Map<string, MergedFigure>()
  const counted = new Map<string, PlanParts>()
  for (const key of counts.keys()) {
    const row = index.indicators.get(key)?.row
    const count = row && planCountOf(row)
    if (count) counted.set(key, planParts(agency, count, units))
  }
  for (const { row } of index.indicators.values()) {
    if (!row.merge) continue
    const awaited = awaitedFrom(index, agency, row, counted)
    const contributions: Contribution<Figure>[] = [...(counted.get(row.key)?.contributions ?? [])]
    for (const { unit, revision, values: own } of units) {
      const value = contributionOf(index, row, own, awaited.get(unit) ?? [])
      if (isReported(value)) contributions.push({ unit, revision, value })
    }
    const reported = units.filter(({ unit, values: own }) => {
      const keys = awaited.get(unit)
      return keys?.every(key => counted.get(key)?.told.has(unit) ?? isReported(own.figure(key)))
    })
    figures.set(row.key, {
      figure: values.figure(row.key),
      coverage: { expected: awaited.size, reported: reported.length },
      contributions: [...contributions, ...officeParts(index, row, adjusted)],
    })
  }
  return figures
}

/**
 * What a unit gives to a figure: its own value, or for a sum whose parts other units hold as well (136 + 18 + 22 + 5
 * posts) the parts it owes. A ratio over parts of others has no share of one unit.
 */
function contributionOf(
  index: Index,
  row: Indicator,
  own: Values,
  owed: readonly string[],
): Figure {
  const whole = own.figure(row.key)
  if (isReported(whole) || owed.length === 0 || !isSum(index, row.key)) return whole
  const part = (key: string): Figure => {
    const expression = index.indicators.get(key)?.expression
    if (expression) return evaluate(expression, operand => part(operand.key))
    return owed.includes(key) ? own.figure(key) : noneArising
  }
  return part(row.key)
}

/** What the office gave: its own entry, and in a sum of other rows what it moved those by. */
function officeParts(
  index: Index,
  row: Indicator,
  adjusted: readonly Adjustment[],
): Contribution<Figure>[] {
  const own = officeFigures(adjusted, place => place.column === undefined && place.row === row.key)
  const { expression } = index.indicators.get(row.key) ?? {}
  if (adjusted.length === 0 || !expression || !isSum(index, row.key)) return own
  return adjusted.flatMap(one => {
    const { place } = one
    if (place.column !== undefined || !restsOn(index, expression, place.row)) return []
    const moved = movedBy(one, index.indicators.get(place.row)?.row.merge?.by)
    const part = (key: string): Figure => {
      if (key === place.row) return moved
      const entry = index.indicators.get(key)?.expression
      return entry ? evaluate(entry, operand => part(operand.key)) : noneArising
    }
    return [officePart(one, part(row.key))]
  })
}

/** Whether a row is among the operands, however deep. */
const restsOn = (index: Index, expression: Expression, key: string): boolean =>
  operandsOf(expression).some(operand => {
    const deeper = index.indicators.get(operand.key)?.expression
    return operand.key === key || (deeper !== undefined && restsOn(index, deeper, key))
  })

/** Only additions and subtractions of reported figures, however deep. */
function isSum(index: Index, key: string): boolean {
  const adds = (node: Expression): boolean =>
    node.kind === 'operation'
      ? (node.operator === '+' || node.operator === '-') && adds(node.left) && adds(node.right)
      : node.kind === 'reference' && node.of === undefined && isSum(index, node.key)
  const entry = index.indicators.get(key)
  return entry !== undefined && (entry.expression === undefined || adds(entry.expression))
}

/** Unit → the figures an indicator needs from it: its own, or for a computed row those among its operands. */
function awaitedFrom(
  index: Index,
  agency: Agency,
  row: Indicator,
  counted: ReadonlyMap<string, PlanParts>,
): Map<string, string[]> {
  const leads = counted.get(row.key)?.leads
  if (leads) return new Map(leads.map(unit => [unit, [row.key]]))
  const role = ownerRole(index, row)
  if (role !== undefined) return new Map((agency.roles[role] ?? []).map(unit => [unit, [row.key]]))
  const expression = index.indicators.get(row.key)?.expression
  const awaited = new Map<string, string[]>()
  for (const { key } of expression ? operandsOf(expression) : []) {
    const operand = index.indicators.get(key)?.row
    if (!operand) continue
    for (const [unit, keys] of awaitedFrom(index, agency, operand, counted))
      awaited.set(unit, [...(awaited.get(unit) ?? []), ...keys])
  }
  return awaited
}
