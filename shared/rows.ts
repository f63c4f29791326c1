/** What the agency's lists say of table rows: facts for rules, names for messages and sheets. */
import type { Agency } from './agency.ts'

/** Facts about rows that come from the agency: procedures per field (rule X-09). */
export function rowFacts(agency: Agency): (form: string, row: string) => Record<string, number> {
  const procedures = new Map(
    agency.fields.map(field => [field.code, { procedures: field.procedures }]),
  )
  return (_form, row) => procedures.get(row) ?? {}
}

/** Names of table rows for messages and sheets. */
export function rowNames(agency: Agency): (form: string, row: string) => string | undefined {
  const names = new Map([...agency.fields, ...agency.tasks].map(row => [row.code, row.name]))
  return (_form, row) => names.get(row)
}
