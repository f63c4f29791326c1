/**
 * Whether a plan's targets are attained by the merged figures, and how many more (or fewer) of what people count are
 * lacking. Ratios are compared by cross-multiplication, so no rounding decides: 89,996 % does not attain 90 %.
 */
import type { Agency } from '../agency.ts'
import { entryOf, type Index, type IndicatorEntry } from '../catalogue/catalogue.ts'
import { kinds } from '../catalogue/kinds.ts'
import type { Values } from '../content.ts'
import { quantity, toWire } from '../figure.ts'
import { type Expression, evaluate, operandsOf } from '../formula.ts'
import type { Attainment } from '../protocol/plan.ts'
import type { Plan, Target } from './schema.ts'
import { planWords } from './words.ts'

/** A value as a fraction of whole millionths; a figure that is no ratio stands over 1. */
type Fraction = { readonly over: bigint; readonly under: bigint }

const million = 1_000_000
const exact = (value: number): bigint => BigInt(Math.round(value * million))

/** over / under against the threshold, both sides free of division; `under` is positive. */
function difference({ over, under }: Fraction, { threshold }: Pick<Target, 'threshold'>): bigint {
  return over * BigInt(million) - exact(threshold) * under
}
const attains = (fraction: Fraction, target: Pick<Target, 'threshold' | 'comparison'>): boolean =>
  target.comparison === '>='
    ? difference(fraction, target) >= 0n
    : difference(fraction, target) <= 0n

/**
 * The least whole number of units more (>=) or fewer (<=) above the line that attains the target while what stands below
 * it stays; 0 when it is attained. `scale` is 100 where the threshold is a percentage.
 */
export function gapOf(
  numerator: number,
  denominator: number,
  target: Pick<Target, 'threshold' | 'comparison'>,
  scale = 100,
): number {
  const under = exact(denominator)
  const lacking = difference({ over: exact(numerator) * BigInt(scale), under }, target)
  const missing = target.comparison === '>=' ? -lacking : lacking
  if (missing <= 0n) return 0
  const step = BigInt(million) * BigInt(million) * BigInt(scale)
  return Number((missing + step - 1n) / step)
}

/** What a percentage is made of, when its formula is one division. */
function division(index: Index, { expression }: IndicatorEntry, values: Values) {
  if (expression?.kind !== 'operation' || expression.operator !== '/') return undefined
  const value = (node: Expression) => quantity(evaluate(node, values.operand({})))
  const [over, under] = [value(expression.left), value(expression.right)]
  const [counted] = operandsOf(expression.left)
  const unit = counted && entryOf(index, counted, {})?.row.unit
  return over === undefined || under === undefined || under <= 0
    ? undefined
    : { over, under, unit: unit ?? '' }
}

const lowered = (unit: string): string =>
  unit.replace(/^\p{Lu}(?=\p{Ll})/u, letter => letter.toLocaleLowerCase('vi'))

export function attainmentOf(
  index: Index,
  agency: Agency,
  values: Values,
  target: Target,
  year: number,
): Attainment {
  const { code, indicator, comparison, threshold, lead } = target
  const entry = indicator === null ? undefined : index.indicators.get(indicator)
  const about = {
    target: code,
    name: target.name,
    indicator: entry ? indicator : null,
    ...{ year: target.year, comparison, threshold, unit: target.unit, lead },
    due: target.year <= year,
  }
  const leadName = agency.units.find(({ key }) => key === lead)?.name
  const untold = (why: string, value: Attainment['value'] = null): Attainment => ({
    ...about,
    ...{ value, attained: null, gap: null },
    words: planWords.untold(target, why),
  })
  if (!entry) return untold(planWords.unmeasured)
  const figure = values.figure(entry.row.key)
  if (figure.state !== 'number')
    return untold(planWords.states[figure.state], toWire(figure) ?? null)
  const isPercent = entry.row.kind === 'percent'
  if (isPercent !== (target.unit === '%')) return untold(planWords.otherUnit, figure.value)
  const parts = division(index, entry, values)
  const { scale } = kinds[entry.row.kind]
  const fraction = parts
    ? { over: exact(parts.over) * BigInt(scale), under: exact(parts.under) }
    : { over: exact(figure.value), under: exact(1) }
  const attained = attains(fraction, target)
  const unit = lowered(parts ? parts.unit : isPercent ? '' : (entry.row.unit ?? target.unit))
  const count = parts
    ? gapOf(parts.over, parts.under, target, scale)
    : gapOf(figure.value, 1, target, 1)
  // points of a percentage nobody divided are not counted one by one
  const gap = attained || unit === '' ? null : { count, unit }
  return {
    ...about,
    ...{ value: figure.value, attained, gap },
    words: planWords.standing(target, figure.value, attained, about.due, gap, leadName),
  }
}

export const attainmentsOf = (
  index: Index,
  agency: Agency,
  values: Values,
  plan: Plan,
  year: number,
): Attainment[] => plan.targets.map(target => attainmentOf(index, agency, values, target, year))
