/**
 * Figures of one agency over periods, period by period so that no more than one period is ever held. What is stored is told
 * as the consolidations tell it; a quarter, 6M, 9M or year of which nothing is stored is made of the months by the same
 * roll-up that fills the units' sheets.
 */
import type { Agency } from '../shared/agency.ts'
import type { Index } from '../shared/catalogue/catalogue.ts'
import type { UnitValues } from '../shared/consolidate/merged.ts'
import { coverageOf, type Shares, type Sharing, sharing } from '../shared/consolidate/shares.ts'
import { type Coverage, mergedShares, rowFacts } from '../shared/consolidate.ts'
import { type Content, type Values, valuesOf } from '../shared/content.ts'
import { type Figure, notReported, toWire, type WireFigure } from '../shared/figure.ts'
import { isPastDue, type Standing, statusOf } from '../shared/figure-status.ts'
import type { FigureStatus, SeriesAnswer, WireCoverage } from '../shared/protocol.ts'
import { rollUp } from '../shared/roll-up.ts'
import type { Bodies, Place } from './bodies.ts'
import { type CountedPeriod, hasCounted, readPeriod } from './counted-periods.ts'
import type { Database } from './env.ts'
import { monthsBehind } from './rolled-up.ts'
import { type AskedFigure, figureIn, sharesIn } from './series-figures.ts'

/** What is asked of an agency's periods. */
export type Asking = {
  readonly agency: string
  /** of the catalogue by whose names the figures are read */
  readonly index: Index
  /** of the periods and of the months behind them (`withMonths`) those that were opened */
  readonly stored: ReadonlyMap<string, CountedPeriod>
  readonly figures: readonly AskedFigure[]
  /** keys of the units that are told beside the merged figure */
  readonly units: readonly string[]
  /** ISO date in Vietnam */
  readonly today: string
  /** read ahead in the order of `placesOf` */
  readonly bodies: Bodies
}

/** A figure of somebody in a period. */
export type Said = {
  readonly value: WireFigure | null
  readonly status: FigureStatus
  readonly coverage: WireCoverage
}

export type ToldPeriod = SeriesAnswer['periods'][number] & {
  /** the merged figures, as many as were asked for; none where the period is absent */
  readonly merged: readonly Said[]
  /** by unit the same */
  readonly units: ReadonlyMap<string, readonly Said[]>
}
/** All that is merged of it; none where nothing counts. */
type Merged = { readonly values?: Values }

/** What is kept of a period once it is told: its values hold every table of it. */
export const onlyTold = ({ values: _, ...told }: ToldPeriod & Merged): ToldPeriod => told

/** A longer period may have to be made of its months. */
export const withMonths = (periods: readonly string[]): string[] => [
  ...new Set(periods.flatMap(period => [period, ...monthsBehind(period)])),
]

/** Stored periods in the order in which these are told: each its own, or the months it is made of. */
export function placesOf(
  agency: string,
  stored: ReadonlyMap<string, CountedPeriod>,
  periods: readonly string[],
): Place[] {
  return periods.flatMap(period =>
    (isDerived(stored, period) ? monthsBehind(period) : [period]).flatMap(key => {
      const own = stored.get(key)
      return own ? [{ agency, period: own }] : []
    }),
  )
}

/** Nothing counts of the period itself, something does of its months. */
function isDerived(stored: ReadonlyMap<string, CountedPeriod>, period: string): boolean {
  const countsIn = (key: string) => {
    const one = stored.get(key)
    return one !== undefined && hasCounted(one)
  }
  return !countsIn(period) && monthsBehind(period).some(countsIn)
}

/** Of an open period whether it is past its due date: with `CountedPeriod.digest` all that a line hangs on. */
export const standingOn = (
  row: CountedPeriod['row'],
  today: string,
): Omit<Standing, 'coverage'> => ({
  locked: row.state === 'locked',
  pastDue: row.state === 'open' && isPastDue(row.dueDate, today),
})

export async function toldPeriod(
  db: Database,
  asking: Asking,
  period: string,
): Promise<ToldPeriod & Merged> {
  if (isDerived(asking.stored, period))
    return derivedPeriod(db, asking, period, monthsBehind(period))
  const own = asking.stored.get(period)
  if (own) return storedPeriod(db, asking, own)
  return { period, state: 'absent', missing: [], merged: [], units: new Map() }
}

async function storedPeriod(
  db: Database,
  { agency, index, figures, units, today, bodies }: Asking,
  own: CountedPeriod,
): Promise<ToldPeriod & Merged> {
  const standing = standingOn(own.row, today)
  const { input } = await readPeriod(db, bodies, { agency, period: own }, index.catalogue.id)
  const { values, shares } = mergedShares(input)
  const shared = figures.map(figure => sharesIn(shares, figure))
  return {
    period: own.row.period,
    state: standing.locked ? 'final' : 'provisional',
    missing: [],
    merged: figures.map((figure, i) =>
      said(figureIn(values, figure), coverageIn(shared[i]), standing),
    ),
    units: new Map(
      units.map(unit => [
        unit,
        shared.map(one => said(partOf(one, unit), coverageIn(one, unit), standing)),
      ]),
    ),
    ...(hasCounted(own) ? { values } : {}),
  }
}

/** Months are merged one at a time, and of each no more is kept than the longer period needs. */
async function derivedPeriod(
  db: Database,
  { agency, index, stored, figures, units, today, bodies }: Asking,
  period: string,
  months: readonly string[],
): Promise<ToldPeriod & Merged> {
  const read: Month[] = []
  let last: { agency: Agency; sharing: (units: readonly UnitValues[]) => Sharing } | undefined
  for (const month of months) {
    const own = stored.get(month)
    if (!own) continue
    const place = { agency, period: own }
    const { input, index: itsIndex } = await readPeriod(db, bodies, place, index.catalogue.id)
    const { values, counts, shares } = mergedShares(input)
    const contents = new Map(input.submissions.map(one => [one.unit, one.content]))
    last = {
      agency: input.agency,
      sharing: of => sharing(itsIndex, input.agency, of, counts),
    }
    read.push({
      period: month,
      content: hasCounted(own) ? values.content : null,
      standing: standingOn(own.row, today),
      shares: figures.map(figure => only(sharesIn(shares, figure))),
      units: new Map(units.map(unit => [unit, contents.get(unit) ?? null])),
    })
  }
  if (!last) throw new Error('a period is derived of months that were opened')
  // a month nobody opened is owed as the last one that was
  const { sharing: sharingOf, agency: document } = last
  const unopened = figures.map(figure => only(sharesIn(sharingOf([]), figure)))
  const all = months.map(
    month => read.find(one => one.period === month) ?? nothingOf(month, unopened),
  )
  const facts = rowFacts(document)
  const rolled = rollUp(index, all)
  const values = valuesOf(index, rolled.content, undefined, facts)
  const ofUnits = units.map((unit): UnitValues => {
    const parts = all.map(one => ({ period: one.period, content: one.units.get(unit) ?? null }))
    const { content } = rollUp(index, parts)
    return { unit, revision: 0, content, values: valuesOf(index, content, undefined, facts) }
  })
  const sharedBy = sharingOf(ofUnits)
  const shared = figures.map(figure => sharesIn(sharedBy, figure))
  const own = stored.get(period)
  const isDue = own !== undefined && standingOn(own.row, today).pastDue
  const over = (value: Figure, i: number, unit?: string): Said => {
    const coverages = all.map(one => coverageIn(one.shares[i], unit))
    const isLate = all.some(
      ({ standing }, month) =>
        statusOf({ ...standing, coverage: coverages[month] ?? none }) === 'late',
    )
    return said(value, added(coverages), { locked: false, pastDue: isDue || isLate })
  }
  return {
    period,
    state: 'derived',
    missing: [...rolled.missing],
    merged: figures.map((figure, i) => over(figureIn(values, figure), i)),
    units: new Map(
      units.map(unit => [unit, shared.map((one, i) => over(partOf(one, unit), i, unit))]),
    ),
    values,
  }
}

/** What a longer period needs of one of its months. */
type Month = {
  readonly period: string
  readonly content: Content | null
  readonly standing: Omit<Standing, 'coverage'>
  readonly shares: readonly Pick<Shares, 'owing' | 'told'>[]
  readonly units: ReadonlyMap<string, Content | null>
}

const nothingOf = (period: string, shares: Month['shares']): Month => ({
  ...{ period, shares, content: null, units: new Map() },
  standing: { locked: false, pastDue: false },
})

const only = ({ owing, told }: Shares) => ({ owing, told })

const none: Coverage = { expected: 0, reported: 0 }
const added = (all: readonly Coverage[]): Coverage => ({
  expected: all.reduce((sum, one) => sum + one.expected, 0),
  reported: all.reduce((sum, one) => sum + one.reported, 0),
})

/** Of all who owe a part, or of one unit: it owes the figure or it does not. */
function coverageIn(shares: Pick<Shares, 'owing' | 'told'> | undefined, unit?: string): Coverage {
  if (!shares) return none
  if (unit === undefined) return coverageOf(shares)
  return { expected: Number(shares.owing.has(unit)), reported: Number(shares.told.has(unit)) }
}

/** What a unit gave to a figure, as the consolidation tells it among the contributions. */
const partOf = ({ parts }: Shares, unit: string): Figure =>
  parts.find(part => part.unit === unit)?.value ?? notReported

const said = (value: Figure, coverage: Coverage, standing: Omit<Standing, 'coverage'>): Said => ({
  value: toWire(value) ?? null,
  status: statusOf({ ...standing, coverage }),
  coverage,
})
