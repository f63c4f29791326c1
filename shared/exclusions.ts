/**
 * A ratio with and without a group that is declared to stand outside it (domain §4.5 B-09): the four notification
 * procedures of the report of 4/2025 have nothing to digitise, and a rate that does not say so contradicts itself.
 */
import type { Index } from './catalogue/catalogue.ts'
import { kinds } from './catalogue/kinds.ts'
import type { Values } from './content.ts'
import { type Figure, notReported, numberFigure } from './figure.ts'
import { type Expression, evaluate } from './formula.ts'
import type { Exclusion } from './protocol/rules.ts'

export type ExcludedRatio = {
  /** how many stand outside */
  readonly count: Figure
  /** the ratio as if the group belonged to it, and as it is without; percent 0–100 */
  readonly including: Figure
  readonly excluding: Figure
}

/** Why a ratio can have no such exclusion, or undefined. */
export function exclusionFault(
  index: Index,
  { indicator, excluded }: Pick<Exclusion, 'indicator' | 'excluded'>,
): 'no-ratio' | 'no-figure' | undefined {
  if (!ratioOf(index, indicator)) return 'no-ratio'
  const group = index.indicators.get(excluded)
  return group?.row.kind === 'integer' && excluded !== indicator ? undefined : 'no-figure'
}

/** Not reported where the catalogue has no such ratio, or where what is left cannot hold what is counted. */
export function withAndWithout(
  index: Index,
  values: Values,
  { indicator, excluded }: Pick<Exclusion, 'indicator' | 'excluded'>,
): ExcludedRatio {
  const ratio = ratioOf(index, indicator)
  const count = values.figure(excluded)
  if (!ratio) return { count, including: notReported, excluding: notReported }
  const { left, right, scale } = ratio
  const group: Expression = { kind: 'reference', key: excluded }
  const over = (whole: Expression): Figure => {
    const part = { kind: 'operation', operator: '/', left, right: whole } as const
    const figure = evaluate(part, values.operand({}))
    if (figure.state !== 'number') return figure
    // more digitised than there is to digitise: the group was counted above the line as well
    return figure.value > 1 || figure.value < 0 ? notReported : numberFigure(figure.value * scale)
  }
  const shifted = (operator: '+' | '-'): Figure =>
    over({ kind: 'operation', operator, left: right, right: group })
  return isOutside(index, right, excluded)
    ? { count, including: shifted('+'), excluding: over(right) }
    : { count, including: over(right), excluding: shifted('-') }
}

/** A percentage made of a part and a whole. */
function ratioOf(index: Index, indicator: string) {
  const entry = index.indicators.get(indicator)
  const { expression } = entry ?? {}
  if (!entry || expression?.kind !== 'operation' || expression.operator !== '/') return undefined
  const { scale } = kinds[entry.row.kind]
  return scale === 100 ? { left: expression.left, right: expression.right, scale } : undefined
}

/** Whether the whole, as the form counts it, already leaves the group out. */
const isOutside = (index: Index, whole: Expression, excluded: string): boolean =>
  whole.kind === 'reference' && index.indicators.get(whole.key)?.row.leavesOut === excluded
