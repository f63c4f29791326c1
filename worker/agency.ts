/** The agency as it was admitted: the document passed `agencySchema` before it was stored, so it is read as it is. */
import type { Agency } from '../shared/agency.ts'
import { rowNames } from '../shared/consolidate.ts'
import type { Naming } from '../shared/rules/engine.ts'
import type { AgencyRow } from './store/agencies.ts'

export function agencyFrom(row: AgencyRow | undefined): Agency {
  if (!row) throw new Error('a session names an agency that is not there')
  return JSON.parse(row.document) as Agency
}

/** How findings call rows and units. */
export const namingOf = (agency: Agency): Naming => {
  const names = new Map(agency.units.map(unit => [unit.key, unit.name]))
  return { rowName: rowNames(agency), unitName: unit => names.get(unit) ?? unit }
}
