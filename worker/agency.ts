/** The agency as it was admitted: the document passed `agencySchema` before it was stored, so it is read as it is. */
import type { Agency } from '../shared/agency.ts'
import { rowNames } from '../shared/consolidate.ts'
import type { Naming } from '../shared/rules/engine.ts'
import type { AgencyRow } from './store/agencies.ts'

export function agencyFrom(row: AgencyRow | undefined): Agency {
  if (!row) throw new Error('a session names an agency that is not there')
  const known = read.get(row.document)
  if (known) return known
  const agency = JSON.parse(row.document) as Agency
  if (read.size >= mostRead) read.clear()
  read.set(row.document, agency)
  return agency
}

// every request of its units asks for it, and it hardly ever changes
const read = new Map<string, Agency>()
/** A few megabytes. */
const mostRead = 100

/** How findings call rows and units. */
export const namingOf = (agency: Agency): Naming => {
  const names = new Map(agency.units.map(unit => [unit.key, unit.name]))
  return { rowName: rowNames(agency), unitName: unit => names.get(unit) ?? unit }
}
