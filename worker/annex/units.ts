/** Which units stand behind a consolidation: whose figures are in it, who has not reported, who was sent back. */
import type { Agency, Unit } from '../../shared/agency.ts'
import { formsOf, type Index } from '../../shared/catalogue/catalogue.ts'
import { type Contribution, isOfUnit, type Merged } from '../../shared/consolidate.ts'
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
