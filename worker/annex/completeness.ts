/** How many of the figures a unit owes are in the totals, counted as the pane counts them for the unit. */
import { isInput, neededColumns, rowsOf } from '../../shared/catalogue/catalogue.ts'
import { isOfUnit } from '../../shared/consolidate.ts'
import type { AnnexInput } from './annex.ts'

export type Filled = { readonly expected: number; readonly reported: number }

/** @returns by unit; indicators one by one, lines of given tables when their numbers are there */
export function completeness({ index, agency, merged }: AnnexInput): (unit: string) => Filled {
  const roles = new Map(Object.entries(agency.roles).map(([role, units]) => [role, new Set(units)]))
  const owed = new Map<string, number>()
  const given = new Map<string, number>()
  const add = (counts: Map<string, number>, unit: string, n = 1) =>
    counts.set(unit, (counts.get(unit) ?? 0) + n)
  for (const { row } of index.indicators.values()) {
    if (!isInput(row)) continue
    const owners = roles.get(row.owner ?? '')
    for (const unit of owners ?? []) add(owed, unit)
    for (const { unit } of merged.figures.get(row.key)?.contributions.filter(isOfUnit) ?? [])
      if (owners?.has(unit)) add(given, unit)
  }
  for (const form of index.tables.values()) {
    const needed = neededColumns(form)
    const complete = new Map<string, Set<string>>()
    for (const [row, { contributions }] of merged.tables.get(form.id)?.rows ?? [])
      for (const { unit, value } of contributions.filter(isOfUnit))
        if (needed.every(({ key }) => value.has(key)))
          complete.set(unit, (complete.get(unit) ?? new Set()).add(row))
    for (const { key } of agency.units) {
      const rows = rowsOf(agency, form, key) ?? []
      add(owed, key, rows.length)
      const own = complete.get(key)
      if (own) add(given, key, rows.filter(row => own.has(row)).length)
    }
  }
  return unit => ({ expected: owed.get(unit) ?? 0, reported: given.get(unit) ?? 0 })
}
