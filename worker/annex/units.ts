/** Which units stand behind a consolidation: whose figures are in it, who has not reported, who was sent back. */
import type { Agency, Unit } from '../../shared/agency.ts'
import { formsOf, type Index, ownerRole, rowsOf } from '../../shared/catalogue/catalogue.ts'
import { type Contribution, isOfUnit, type Merged } from '../../shared/consolidate.ts'
import type { Place } from '../../shared/place.ts'
import type { Consolidation } from '../../shared/protocol.ts'

/** Where a unit stands: its newest revision, and the one whose figures are in the totals. */
export type Standing = Pick<
  Consolidation['units'][number],
  'unit' | 'state' | 'revision' | 'counted'
>

/** Units whose figures are in the totals, in the agency's order. The office's own entries are no unit's. */
export function reporters(agency: Agency, merged: Merged): Unit[] {
  const reported = new Set<string>()
  const note = (contributions: readonly Contribution<unknown>[]) => {
    for (const { unit } of contributions.filter(isOfUnit)) reported.add(unit)
  }
  for (const { contributions } of merged.figures.values()) note(contributions)
  for (const { rows } of merged.tables.values())
    for (const { contributions } of rows.values()) note(contributions)
  for (const contributions of merged.narrative.values()) note(contributions)
  return agency.units.filter(({ key }) => reported.has(key))
}

export type Awaited = Standing & { readonly name: string }

/** Units the cover speaks of, in the agency's order: all that have something to report, or did. */
export function awaited(
  index: Index,
  agency: Agency,
  standings: readonly Standing[],
): readonly Awaited[] {
  const known = new Map(standings.map(standing => [standing.unit, standing]))
  return agency.units.flatMap(({ key, name }) => {
    const standing = known.get(key) ?? {
      unit: key,
      state: 'not-started' as const,
      revision: null,
      counted: null,
    }
    const concerned = standing.revision !== null || formsOf(index, agency, key).length > 0
    return concerned ? [{ ...standing, name }] : []
  })
}

/** Why figures are not in the totals: nothing came, or what came was sent back. */
export const leftOut = (units: readonly Awaited[]): LeftOut => ({
  missing: units.filter(({ revision }) => revision === null).map(({ name }) => name),
  returned: units
    .filter(({ revision, counted }) => revision !== null && counted === null)
    .map(({ name }) => name),
})
export type LeftOut = { readonly missing: readonly string[]; readonly returned: readonly string[] }

export type Charge = (unit: string, place: Place) => boolean

/** Whether a figure is a unit's to report. Computed figures are nobody's. */
export function inCharge({ index, agency }: { index: Index; agency: Agency }): Charge {
  const roles = new Map(Object.entries(agency.roles).map(([role, units]) => [role, new Set(units)]))
  const rows = new Map<string, ReadonlySet<string> | null>()
  const linesOf = (form: string, unit: string) => {
    const key = `${form}|${unit}`
    const table = index.tables.get(form)
    const known = rows.get(key)
    if (known !== undefined || !table) return known ?? null
    const own = rowsOf(agency, table, unit)
    const found = own && new Set(own)
    rows.set(key, found)
    return found
  }
  return (unit, { form, row, column }) => {
    if (column === undefined) {
      const indicator = index.indicators.get(row)?.row
      const role = indicator && ownerRole(index, indicator)
      return role !== undefined && (roles.get(role)?.has(unit) ?? false)
    }
    const own = linesOf(form, unit)
    return own !== null && (row === '' ? own.size > 0 : own.has(row))
  }
}
