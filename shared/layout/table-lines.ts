/** Which lines a table form has, in sheet order, for a unit that fills it and in the annex. */
import { rowsOf } from '../catalogue/catalogue.ts'
import type { TableForm } from '../catalogue/schema.ts'
import type { View } from './sheet.ts'

/** Empty lines offered below the listed members. */
const spareLines = 12

/** Codes of the lines in sheet order; "" is a line to be named by the unit. */
export function tableLines(form: TableForm, view: View): string[] {
  const content = [...(view.values.content.tables.get(form.id)?.keys() ?? [])]
  if (view.unit === null) return finishedLines(form, view, content)
  const own = rowsOf(view.agency, form, view.unit)
  if (own !== null) return own
  return [...(view.openRows?.get(form.id) ?? [...content, ...Array(spareLines).fill('')])]
}

/** The annex has a line for every field or task some unit answers for, or silence would look like completeness. */
function finishedLines(form: TableForm, { agency }: View, reported: readonly string[]): string[] {
  const awaited = new Set(agency.units.flatMap(({ key }) => rowsOf(agency, form, key) ?? []))
  const listed = form.rowsBy === 'field' ? agency.fields : agency.tasks
  const known = form.rowsBy === 'procedure' ? [] : listed.map(({ code }) => code)
  const lines = new Set(reported)
  return [
    ...known.filter(code => awaited.has(code) || lines.has(code)),
    ...reported.filter(code => !known.includes(code)),
  ]
}
