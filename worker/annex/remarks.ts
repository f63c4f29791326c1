/** What must be said of a merged figure: that units are missing from it, that two reported what one owns. */
import type { Agency } from '../../shared/agency.ts'
import { type Index, ownerRole, rowsOf } from '../../shared/catalogue/catalogue.ts'
import type { Indicator } from '../../shared/catalogue/schema.ts'
import {
  type Coverage,
  isOfUnit,
  type Merged,
  type MergedFigure,
} from '../../shared/consolidate.ts'
import { isReported } from '../../shared/figure.ts'
import { operandsOf } from '../../shared/formula.ts'
import type { Place } from '../../shared/place.ts'
import { annexWords } from './words.ts'

/** @param units those it speaks of: who is missing, who reported what is another's */
export type Remark = {
  readonly about: 'coverage' | 'conflict'
  readonly text: string
  readonly units: readonly string[]
}

/** What Ghi chú prints at a place. */
export type Remarks = (place: Place) => string | undefined

export function remarksOn(
  index: Index,
  agency: Agency,
  merged: Merged,
): (place: Place) => readonly Remark[] {
  const shortName = (key: string) => agency.units.find(unit => unit.key === key)?.short ?? key

  const gapIn = (of: MergedFigure | undefined, asked: readonly string[]): Gap | undefined => {
    const gave = new Set(of?.contributions.filter(isOfUnit).map(({ unit }) => unit))
    return of && { ...of.coverage, units: asked.filter(unit => !gave.has(unit)) }
  }
  const gapOf = (key: string): Gap | undefined => {
    const row = index.indicators.get(key)?.row
    return gapIn(merged.figures.get(key), agency.roles[(row && ownerRole(index, row)) ?? ''] ?? [])
  }
  const gapOfTotal = (id: string, column: string): Gap | undefined => {
    const form = index.tables.get(id)
    const asked = agency.units.filter(({ key }) => form && rowsOf(agency, form, key)?.length !== 0)
    const total = merged.tables.get(id)?.totals.get(column)
    return gapIn(
      total,
      asked.map(({ key }) => key),
    )
  }

  /** A computed figure is as complete as the least complete of what it is computed from. */
  const gapBelow = (key: string, seen: ReadonlySet<string>): Gap | undefined => {
    const expression = index.indicators.get(key)?.expression
    if (!expression) return gapOf(key)
    if (seen.has(key)) return undefined
    const within = new Set([...seen, key])
    return least(
      operandsOf(expression).map(({ form, key: operand, of }) => {
        if (form && index.tables.has(form)) return gapOfTotal(form, operand)
        return of ? undefined : gapBelow(operand, within)
      }),
    )
  }

  const said = (gap: Gap | undefined): Remark | undefined => {
    if (!gap || gap.reported >= gap.expected) return undefined
    const [only] = gap.units
    return {
      about: 'coverage',
      text:
        gap.expected === 1 && only
          ? annexWords.awaited(shortName(only))
          : annexWords.coverage(gap.reported, gap.expected),
      units: gap.units,
    }
  }

  return place => {
    if (place.column !== undefined) {
      const remark = place.row === '' ? said(gapOfTotal(place.form, place.column)) : undefined
      return remark ? [remark] : []
    }
    const row = index.indicators.get(place.row)?.row as Indicator | undefined
    if (!row) return []
    const others = merged.conflicts.get(place.row)
    const unknown = row.formula !== undefined && !isReported(merged.values.figure(place.row))
    const coverage: Remark | undefined = unknown
      ? { about: 'coverage', text: annexWords.incalculable, units: [] }
      : said(gapBelow(place.row, new Set()))
    const conflict: Remark | undefined = others && {
      about: 'conflict',
      text: annexWords.conflict(others.map(shortName)),
      units: others,
    }
    return [coverage, conflict].filter(remark => remark !== undefined)
  }
}

/** How many were asked and did report, and which units did not. */
type Gap = Coverage & { readonly units: readonly string[] }

const missing = ({ expected, reported }: Gap): number =>
  expected === 0 ? 0 : (expected - reported) / expected

const least = (gaps: readonly (Gap | undefined)[]): Gap | undefined =>
  gaps
    .filter(gap => gap !== undefined)
    .reduce<Gap | undefined>(
      (worst, gap) => (!worst || missing(gap) > missing(worst) ? gap : worst),
      undefined,
    )
