/**
 * The agency as it was admitted, with the tasks of the plan in force: document and plan passed their schemas before they
 * were stored, so they are read as they are.
 */
import type { Agency } from '../shared/agency.ts'
import { rowNames } from '../shared/consolidate.ts'
import type { Plan } from '../shared/plan/schema.ts'
import { withTasksOf } from '../shared/plan/tasks.ts'
import type { Naming } from '../shared/rules/engine.ts'
import type { AgencyRow } from './store/agencies.ts'

export function agencyFrom(row: AgencyRow | undefined): Agency {
  if (!row) throw new Error('a session names an agency that is not there')
  const known = read.get(row.document) ?? {
    agency: JSON.parse(row.document) as Agency,
    by: new Map(),
  }
  if (read.size >= mostRead) read.clear()
  read.set(row.document, known)
  if (!row.plan) return known.agency
  const planned = known.by.get(row.plan) ?? withTasksOf(known.agency, planFrom(row.plan))
  if (known.by.size >= mostPlans) known.by.clear()
  known.by.set(row.plan, planned)
  return planned
}

/** The boundary: `plans.ts` read it by its schema before it stored it. */
export const planFrom = (document: string): Plan => JSON.parse(document) as Plan

// every request of its units asks for it, and it hardly ever changes
const read = new Map<string, { agency: Agency; by: Map<string, Agency> }>()
const mostPlans = 5
/** A few megabytes. */
const mostRead = 100

/** How findings call rows and units. */
export const namingOf = (agency: Agency): Naming => {
  const names = new Map(agency.units.map(unit => [unit.key, unit.name]))
  return { rowName: rowNames(agency), unitName: unit => names.get(unit) ?? unit }
}
