/** Merges indicators: inputs by their kind of merge, then coverage and contributions of every row. */
import type { Agency } from '../agency.ts'
import { type Index, membersOf } from '../catalogue/catalogue.ts'
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
import type { Contribution, MergedFigure, Submitted } from './merged.ts'
import { coverageOf, isSum, type Sharing } from './shares.ts'

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
  values: Values,
  { figure: sharesOf }: Sharing,
  adjusted: readonly Adjustment[],
): Map<string, MergedFigure> {
  const figures = new Map<string, MergedFigure>()
  for (const { row } of index.indicators.values()) {
    if (!row.merge) continue
    const shares = sharesOf(row)
    figures.set(row.key, {
      figure: values.figure(row.key),
      coverage: coverageOf(shares),
      contributions: [...shares.parts, ...officeParts(index, row, adjusted)],
    })
  }
  return figures
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
