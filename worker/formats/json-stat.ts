/**
 * Observations as a JSON-stat 2.0 dataset (json-stat.org/full): a cube of who, indicator and period. Only numbers are values;
 * that none arose, does not apply or was not reported is told apart in `extension.states`, because the format knows one
 * kind of gap. A place of the cube without a status is no observation at all.
 */
import { type Observation, type Observed, stateOf, type ToldOf } from './observation.ts'
import { formatWords } from './words.ts'

/** Units and agencies may share a key, so the kind is part of it. */
const categoryOf = ({ kind, key }: ToldOf): string => `${kind}:${key}`

type ByPlace<T> = Record<string, T>

export function jsonStatOf(observed: Observed) {
  const { label, source, updated, page, observations } = observed
  const of = dimension(observations, one => [categoryOf(one.of), one.of.name])
  const indicator = dimension(observations, one => [one.indicator, one.name])
  const period = dimension(observations, one => [one.period, one.period])
  const size = [of.size, indicator.size, period.size]
  const placeOf = (one: Observation): number =>
    ((of.get(categoryOf(one.of))?.at ?? 0) * indicator.size +
      (indicator.get(one.indicator)?.at ?? 0)) *
      period.size +
    (period.get(one.period)?.at ?? 0)

  const value: ByPlace<number> = {}
  const status: ByPlace<string> = {}
  const states: ByPlace<string> = {}
  const reasons: ByPlace<string> = {}
  const coverage: ByPlace<readonly [expected: number, reported: number]> = {}
  for (const one of observations) {
    const at = placeOf(one)
    if (typeof one.value === 'number') value[at] = one.value
    else states[at] = stateOf(one.value)
    if (typeof one.value === 'object' && one.value?.state === 'not-applicable')
      reasons[at] = one.value.why
    if (one.status) status[at] = one.status
    if (one.coverage) coverage[at] = [one.coverage.expected, one.coverage.reported]
  }
  return {
    version: '2.0',
    class: 'dataset',
    label,
    source,
    ...(updated ? { updated } : {}),
    id: ['of', 'indicator', 'period'],
    size,
    role: { time: ['period'], metric: ['indicator'] },
    dimension: {
      of: described(formatWords.dimensions.of, of),
      indicator: described(formatWords.dimensions.indicator, indicator, unitsIn(observations)),
      period: described(formatWords.dimensions.period, period),
    },
    value: compact(value, size),
    status,
    extension: {
      states,
      reasons,
      coverage,
      /** what the codes above mean */
      words: { status: formatWords.statuses, states: formatWords.states },
      ...(page ? { page } : {}),
    },
  }
}

type Categories = Map<string, { readonly at: number; readonly label: string }>

/** In the order in which they first come. */
function dimension(
  observations: readonly Observation[],
  category: (one: Observation) => readonly [key: string, label: string],
): Categories {
  const found: Categories = new Map()
  for (const one of observations) {
    const [key, label] = category(one)
    if (!found.has(key)) found.set(key, { at: found.size, label })
  }
  return found
}

const described = (label: string, categories: Categories, unit?: Record<string, unknown>) => ({
  label,
  category: {
    index: [...categories.keys()],
    label: Object.fromEntries([...categories].map(([key, one]) => [key, one.label])),
    ...(unit ? { unit } : {}),
  },
})

const unitsIn = (observations: readonly Observation[]) =>
  Object.fromEntries(
    observations.flatMap(({ indicator, unit }) => (unit ? [[indicator, { label: unit }]] : [])),
  )

/** By place where most of the cube is empty, every place otherwise; never an empty object, which readers take for no data. */
function compact(value: ByPlace<number>, size: readonly number[]) {
  const places = size.reduce((all, one) => all * one, 1)
  const filled = Object.keys(value).length
  return filled > 0 && filled < places / 2
    ? value
    : Array.from({ length: places }, (_, place) => value[place] ?? null)
}
