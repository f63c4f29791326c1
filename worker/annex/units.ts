/** Which units stand behind a consolidation, read from who contributed. */
import type { Agency, Unit } from '../../shared/agency.ts'
import { formsOf, type Index } from '../../shared/catalogue/catalogue.ts'
import type { Merged } from '../../shared/consolidate.ts'

export type Reporter = { readonly unit: Unit; readonly revision: number | undefined }

/** Units that have something to report, with the revision received, in the agency's order. */
export function reporters(index: Index, agency: Agency, merged: Merged): Reporter[] {
  const revisions = new Map<string, number>()
  const note = (contributions: readonly { unit: string; revision: number }[]) => {
    for (const { unit, revision } of contributions) revisions.set(unit, revision)
  }
  for (const { contributions } of merged.figures.values()) note(contributions)
  for (const { rows } of merged.tables.values())
    for (const { contributions } of rows.values()) note(contributions)
  for (const contributions of merged.narrative.values()) note(contributions)
  return agency.units
    .map(unit => ({ unit, revision: revisions.get(unit.key) }))
    .filter(
      ({ unit, revision }) => revision !== undefined || formsOf(index, agency, unit.key).length > 0,
    )
}

export const missingNames = (all: readonly Reporter[]): string[] =>
  all.filter(({ revision }) => revision === undefined).map(({ unit }) => unit.name)
