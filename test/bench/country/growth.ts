/**
 * How each operation grows: one thing ten and a hundred times as large, all else equal, and the exponent of the power law
 * through the three (least squares on logarithms). 1 is linear, 0 is flat.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { widenAccess } from '../../../worker/admit.ts'
import { codeHash } from '../../../worker/code.ts'
import type { Database } from '../../../worker/env.ts'
import { migrate, openLocalDatabase } from '../../../worker/local-database.ts'
import { openSqlite } from '../../../worker/on-premise/sqlite-database.ts'
import { seed } from '../corpus.ts'
import { index } from '../province.ts'
import { counting } from '../rows-read.ts'
import { exponentOf } from './exponent.ts'
import { admitCatalogueOnce, admitted, codeOf } from './open.ts'
import { type Desk, type Measured, measured, type Operation } from './operations.ts'
import { agencyOf } from './places.ts'
import { firstYear, periodsOfYears, reportsOf } from './reports.ts'
import { reportIn, storeYears } from './stored.ts'

/** Of what there is more and more, and what is then asked. */
export type Axis = 'units of an agency' | 'agencies of a province' | 'years of history'
export type Shape = { readonly agencies: number; readonly units: number; readonly years: number }

const lastMonths = [`${firstYear}-M11`, `${firstYear}-M12`]
const one = { agencies: 1, units: 4, years: 1 }
const reading = [
  ...['progress', 'progress 304', 'consolidation first', 'consolidation again'],
  ...['consolidation 304', 'series 1 month', 'series 304'],
] as const satisfies Operation[]

export const axes: Readonly<
  Record<
    Axis,
    {
      readonly shapes: readonly Shape[]
      readonly asked: readonly Operation[]
      /** where nothing is said of history, two months are enough of it */
      readonly periods: (years: number) => readonly string[]
    }
  >
> = {
  'units of an agency': {
    shapes: [one, { ...one, units: 40 }, { ...one, units: 400 }],
    asked: ['sheet', 'check', 'submission', ...reading],
    periods: () => lastMonths,
  },
  'agencies of a province': {
    shapes: [one, { ...one, agencies: 10 }, { ...one, agencies: 100 }],
    asked: ['province total', 'province 304', 'submission', 'progress', 'consolidation again'],
    periods: () => lastMonths,
  },
  'years of history': {
    shapes: [one, { ...one, years: 10 }, { ...one, years: 100 }],
    asked: [
      ...(['sign-in', 'sheet', 'check', 'submission'] as const),
      ...reading,
      ...(['series 12 months', 'province total', 'province 304', 'changes 25', 'periods'] as const),
    ],
    periods: periodsOfYears,
  },
}

export type Curve = {
  readonly axis: Axis
  readonly operation: Operation
  readonly sizes: readonly number[]
  readonly values: readonly number[]
  readonly exponent: number
  /** of the last step alone, where what every request costs weighs least */
  readonly last: number
}
export type Grown = {
  readonly runtime: string
  readonly axis: Axis
  readonly sizes: readonly number[]
  readonly stored: readonly number[]
  readonly at: readonly (readonly Measured[])[]
}

/** An open database and how many agencies are in it: shapes beside each other have agencies of their own. */
type Opened = {
  readonly db: Database
  readonly tally?: { rows: number; written: number }
  agencies: number
}
type Store = {
  readonly runtime: string
  /** how often an operation is asked before it counts */
  readonly warmUp: number
  /** a shape this store can be filled with in the time there is */
  thinned(axis: Axis, shape: Shape): Shape
  /** runs `work` on a database of its own, or on the one all work of this store shares */
  on<T>(work: (opened: Opened) => Promise<T>): Promise<T>
}

/** Each shape in a file of its own, so that nothing else is in the way of the clock. */
export const sqlite: Store = {
  runtime: 'Node, SQLite',
  warmUp: 5,
  thinned: (_axis, shape) => shape,
  async on(work) {
    const folder = mkdtempSync(join(tmpdir(), 'cchc-country-'))
    const db = openSqlite(join(folder, 'cchc.db'))
    try {
      await db.migrate()
      await admitCatalogueOnce(db)
      return await work({ db, agencies: 0 })
    } finally {
      db.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** One for all, since opening it takes seconds and rows are counted, not timed. */
export async function onD1<T>(work: (d1: Store) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-country-'))
  const local = await openLocalDatabase(folder)
  try {
    await migrate(local.db)
    await admitCatalogueOnce(local.db)
    const opened = { ...counting(local.db), agencies: 0 }
    return await work({
      runtime: 'workerd, local D1',
      warmUp: 0,
      // what a unit costs is known from the other axis
      thinned: (axis, shape) => (axis === 'units of an agency' ? shape : { ...shape, units: 1 }),
      on: each => each(opened),
    })
  } finally {
    await local.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param steps 3 ends with a hundred times as much, 2 with ten times */
export async function grown(
  store: Store,
  axis: Axis,
  repetitions: number,
  steps: number,
): Promise<Grown> {
  const { asked, periods } = axes[axis]
  const shapes = axes[axis].shapes.slice(0, steps).map(shape => store.thinned(axis, shape))
  const [smallest = one] = shapes
  const found = (shape: Shape, times: number) =>
    standing(store, shape, periods(shape.years), desk => measured(desk, asked, times))
  // what a fresh process compiles must not be counted to the smallest
  if (store.warmUp > 0) await found(smallest, store.warmUp)
  const stored: number[] = []
  const at: Measured[][] = []
  for (const shape of shapes) {
    const here = await found(shape, repetitions)
    stored.push(here.stored)
    at.push(here.result)
  }
  const size = ({ agencies, units, years }: Shape) =>
    (agencies * units * years) / (smallest.agencies * smallest.units * smallest.years)
  return { runtime: store.runtime, axis, sizes: shapes.map(size), stored, at }
}

/** A province of this shape, stored in batches, as long as `work` needs it. */
export const standing = <T>(
  store: Store,
  { agencies, units, years }: Shape,
  periods: readonly string[],
  work: (desk: Desk) => Promise<T>,
): Promise<{ readonly stored: number; readonly result: T }> =>
  store.on(async opened => {
    const { db, tally } = opened
    const last = `${firstYear + years - 1}-M12`
    const begun = `${firstYear - 1}-12-10T01:00:00.000Z`
    const documents = Array.from({ length: agencies }, () => agencyOf(++opened.agencies, units))
    let stored = 0
    const issued = []
    for (const document of documents) {
      issued.push(await admitted(db, document, begun))
      stored += await storeYears(db, document, { seed, years, periods })
    }
    const [agency, codes = []] = [documents[0] ?? agencyOf(1, units), issued[0]]
    const dashboard = codeOf(codes, ({ role }) => role === 'dashboard')
    const others = documents.slice(1).map(({ key }) => key)
    if (others.length > 0) await widenAccess(db, agency.key, codeHash(dashboard), others, begun)
    const unit = agency.units.at(-1)?.key ?? ''
    const reports = reportsOf(index, agency, unit, seed, Math.min(10, years))
    const desk = {
      ...{ db, agency, issued: codes, period: last, report: reportIn(reports, last) },
      ...{ dashboard, agencies: documents.map(({ key }) => key) },
      ...(tally ? { tally } : {}),
    }
    return { stored, result: await work(desk) }
  })

/** @param of what is fitted: CPU rather than the wait, because other processes of the machine do not stretch it */
export function curves({ axis, sizes, at }: Grown, of: 'cpu' | 'rows' | 'written'): Curve[] {
  return axes[axis].asked.map(operation => {
    const values = at.map(each => each.find(one => one.operation === operation)?.[of] ?? 0)
    const last = exponentOf(sizes.slice(-2), values.slice(-2))
    return { axis, operation, sizes, values, exponent: exponentOf(sizes, values), last }
  })
}
