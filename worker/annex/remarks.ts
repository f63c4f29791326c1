/** What Ghi chú must say of a merged figure: that units are missing from it, that two reported what one owns. */
import type { Agency } from '../../shared/agency.ts'
import { type Index, ownerRole } from '../../shared/catalogue/catalogue.ts'
import type { Indicator } from '../../shared/catalogue/schema.ts'
import type { Coverage, Merged } from '../../shared/consolidate.ts'
import { isReported } from '../../shared/figure.ts'
import { operandsOf } from '../../shared/formula.ts'
import type { Place } from '../../shared/place.ts'
import { annexWords } from './words.ts'

export type Remarks = (place: Place) => string | undefined

export function remarksOn(index: Index, agency: Agency, merged: Merged): Remarks {
  const shortName = (key: string) => agency.units.find(unit => unit.key === key)?.short ?? key

  /** A computed figure is as complete as the least complete of what it is computed from. */
  const coverageOf = (key: string, seen: ReadonlySet<string>): Coverage | undefined => {
    const expression = index.indicators.get(key)?.expression
    if (!expression) return merged.figures.get(key)?.coverage
    if (seen.has(key)) return undefined
    const within = new Set([...seen, key])
    return least(
      operandsOf(expression).map(operand => {
        const table = operand.form && merged.tables.get(operand.form)?.totals
        if (table) return table.get(operand.key)?.coverage
        return operand.of ? undefined : coverageOf(operand.key, within)
      }),
    )
  }

  const said = (coverage: Coverage | undefined, row?: Indicator): string | undefined => {
    if (!coverage || coverage.reported >= coverage.expected) return undefined
    const owners = row ? (agency.roles[ownerRole(index, row) ?? ''] ?? []) : []
    const [owner] = owners
    return coverage.expected === 1 && owner
      ? annexWords.awaited(shortName(owner))
      : annexWords.coverage(coverage.reported, coverage.expected)
  }

  return place => {
    if (place.column !== undefined)
      return place.row === ''
        ? said(merged.tables.get(place.form)?.totals.get(place.column)?.coverage)
        : undefined
    const row = index.indicators.get(place.row)?.row as Indicator | undefined
    if (!row) return undefined
    const others = merged.conflicts.get(place.row)
    const unknown = row.formula !== undefined && !isReported(merged.values.figure(place.row))
    const parts = [
      unknown ? annexWords.incalculable : said(coverageOf(place.row, new Set()), row),
      others && annexWords.conflict(others.map(shortName)),
    ].filter(part => part !== undefined)
    return parts.length > 0 ? parts.join('; ') : undefined
  }
}

const missing = ({ expected, reported }: Coverage): number =>
  expected === 0 ? 0 : (expected - reported) / expected

const least = (coverages: readonly (Coverage | undefined)[]): Coverage | undefined =>
  coverages
    .filter(coverage => coverage !== undefined)
    .reduce<Coverage | undefined>(
      (worst, coverage) => (!worst || missing(coverage) > missing(worst) ? coverage : worst),
      undefined,
    )
