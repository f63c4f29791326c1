/** The part `country` of the bench: what is measured of a country, in an order that tells the cheapest first. */
import type { Counts } from './costs.ts'
import { type Axis, axes, type Grown, grown, onD1, type Shape, sqlite, standing } from './growth.ts'
import { type Measured, measured, type Operation, operations } from './operations.ts'
import { type Peak, peak } from './peak.ts'
import { country } from './places.ts'
import { periodsOfYears } from './reports.ts'
import { type Sample, sample } from './sample.ts'

export type Country = {
  /** a province's year, ten years of an agency */
  readonly year: Sample
  readonly decade: Sample
  readonly node: readonly Grown[]
  readonly d1: readonly Grown[]
  /** rows on D1 for an agency and a province of full size */
  readonly rows: readonly Measured[]
  readonly peak: Peak
  readonly counts: Counts
  /** seconds that each part took */
  readonly took: Readonly<Record<string, number>>
}

const ofProvince: readonly Operation[] = ['province total', 'province 304']
const ofAgency = operations.filter(one => !ofProvince.includes(one))
/** Full size as an agency lives; a hundred and twenty months for the longest series. */
const months = periodsOfYears(country.years).filter(period => period.includes('-M'))
const axisNames = Object.keys(axes) as Axis[]

/** @param scale 1 takes less than five minutes, 0.2 about one */
export async function measuredCountry(scale: number): Promise<Country> {
  const took: Record<string, number> = {}
  const timed = async <T>(name: string, work: Promise<T>): Promise<T> => {
    const begun = performance.now()
    const done = await work
    took[name] = (performance.now() - begun) / 1000
    return done
  }
  const whole = scale >= 1
  const repetitions = whole ? 15 : 5
  const { agencies, units } = country
  const year = await timed(
    'a province’s year',
    sample({ agencies: whole ? agencies : 3, units, years: 1 }, ofProvince, repetitions),
  )
  const decade = await timed(
    'an agency’s ten years',
    sample({ agencies: 1, units, years: country.years }, ofAgency, repetitions),
  )
  const steps = whole ? 3 : 2
  const node: Grown[] = []
  for (const axis of axisNames)
    node.push(await timed(`growth, Node, ${axis}`, grown(sqlite, axis, repetitions, steps)))
  const { rows, d1 } = await onD1(async store => {
    const rowsOf = async (size: Shape, periods: readonly string[], asked: readonly Operation[]) =>
      (await standing(store, size, periods, desk => measured(desk, asked, 1))).result
    const ofOne = rowsOf({ agencies: 1, units, years: country.years }, months, ofAgency)
    const rows = await timed('rows of an agency, D1', ofOne)
    const ofAll = rowsOf({ agencies, units, years: 1 }, months.slice(10, 12), ofProvince)
    rows.push(...(await timed('rows of a province, D1', ofAll)))
    const d1: Grown[] = []
    for (const axis of axisNames)
      d1.push(await timed(`growth, D1, ${axis}`, grown(store, axis, 1, steps)))
    return { rows, d1 }
  })
  const factors = whole ? [120, 240, 480, 960, 1920, 3840, 7680] : [480, 960, 1920, 3840]
  const atPeak = await timed('due day', peak(factors))

  return {
    ...{ year, decade, node, d1, rows, peak: atPeak, took },
    counts: countsOf([...decade.measured, ...year.measured], rows, year.bytesEach, atPeak),
  }
}

/** CPU from Node, rows from D1. */
function countsOf(
  onNode: readonly Measured[],
  onD1: readonly Measured[],
  bytesEach: number,
  { rounds, peakMemory }: Peak,
): Counts {
  const of = (all: readonly Measured[], operation: Operation): Measured => {
    const found = all.find(one => one.operation === operation)
    if (!found) throw new Error(`${operation} was not measured`)
    return found
  }
  const counted = operations.map(operation => {
    const { cpu } = of(onNode, operation)
    const { rows, written, requests } = of(onD1, operation)
    return [operation, { cpu, rows, written, requests }] as const
  })
  const [slowest] = rounds
  return {
    operations: Object.fromEntries(counted) as Counts['operations'],
    bytesEach,
    peak: { busyInLife: (slowest?.busy ?? 0) / (slowest?.factor ?? 1), peakMemory },
  }
}
