/**
 * Stored bodies for whoever tells one period after the other: some are read ahead at a time, so that neither the number of
 * statements nor what is held grows with the number of periods.
 */
import type { CountedPeriod } from './counted-periods.ts'
import type { Database } from './env.ts'
import { ask } from './store/ask.ts'
import { type BodyRow, bodiesOver, type Revision } from './store/over-periods.ts'

/** Half a megabyte of usual bodies; the years of a unit with much to tell are some two. */
const mostAtOnce = 200

export type Place = { readonly agency: string; readonly period: CountedPeriod }
/** What counts of a period in an agency; none where nothing does. */
export type Bodies = (place: Place) => Promise<readonly BodyRow[]>

/** @param places in the order they will be asked for; in another one the same is read more than once */
export function bodiesAhead(db: Database, places: readonly Place[]): Bodies {
  const parts: Revision[][] = []
  const partOf = new Map<string, number>()
  for (const place of places) {
    const revisions = revisionsIn(place)
    if (revisions.length === 0) continue
    const last = parts.at(-1)
    if (last && last.length + revisions.length <= mostAtOnce) last.push(...revisions)
    else parts.push(revisions)
    partOf.set(nameOf(place), parts.length - 1)
  }
  let held: { part: number; rows: Promise<Map<string, BodyRow[]>> } | undefined
  return async place => {
    const part = partOf.get(nameOf(place))
    if (part === undefined) return []
    if (held?.part !== part) held = { part, rows: read(db, parts[part] ?? []) }
    return (await held.rows).get(nameOf(place)) ?? []
  }
}

const nameOf = ({ agency, period }: Place): string => `${agency} ${period.row.period}`

const revisionsIn = ({ agency, period: { row, counting } }: Place): Revision[] =>
  counting.revisions.map(({ unit, revision }) => ({ agency, period: row.period, unit, revision }))

async function read(db: Database, revisions: readonly Revision[]): Promise<Map<string, BodyRow[]>> {
  const [rows] = await ask(db, bodiesOver(db, revisions))
  return Map.groupBy(rows, ({ agency, period }) => `${agency} ${period}`)
}
