/**
 * The catalogue in memory: forms and rules with the look-ups everything else needs. Reading and refusing files is in
 * `read.ts`, so that the pane does not carry the schema library.
 */
import type { Agency } from '../agency.ts'
import { type Expression, parseFormula, type Reference } from '../formula.ts'
import type { Rule } from '../rules/schema.ts'
import { kinds } from './kinds.ts'
import type {
  CatalogueHead,
  Column,
  Form,
  Indicator,
  IndicatorForm,
  NarrativeForm,
  PlanCount,
  Section,
  TableForm,
} from './schema.ts'

export type Catalogue = Omit<CatalogueHead, 'forms'> & {
  readonly forms: readonly Form[]
  readonly rules: readonly Rule[]
}

/** One input or computed value of the catalogue, wherever it sits. */
export type IndicatorEntry = {
  readonly form: IndicatorForm
  readonly row: Indicator
  readonly expression?: Expression
}
export type ColumnEntry = {
  readonly form: TableForm
  readonly row: Column
  readonly expression?: Expression
}
export type Entry = IndicatorEntry | ColumnEntry

export type Index = {
  readonly catalogue: Catalogue
  readonly forms: ReadonlyMap<string, Form>
  readonly tables: ReadonlyMap<string, TableForm>
  readonly narratives: readonly NarrativeForm[]
  /** indicator key → entry; keys are unique over all indicator forms */
  readonly indicators: ReadonlyMap<string, IndicatorEntry>
  /** "FORM.column" → entry */
  readonly columns: ReadonlyMap<string, ColumnEntry>
  readonly sections: ReadonlyMap<string, Section>
  /** those that judge: what the catalogue calls active, until `rulesInForce` says it for a period of an agency */
  readonly rules: readonly Rule[]
}

/** @throws FormulaError when a formula cannot be read; `read.ts` reports it with its path */
export function indexCatalogue(catalogue: Catalogue): Index {
  const indicators = new Map<string, IndicatorEntry>()
  const columns = new Map<string, ColumnEntry>()
  const tables = new Map<string, TableForm>()
  const sections = new Map<string, Section>()
  const expression = ({ formula }: Indicator | Column) =>
    formula ? { expression: parseFormula(formula) } : {}
  for (const form of catalogue.forms) {
    if (form.layout === 'indicators')
      for (const row of form.rows) indicators.set(row.key, { form, row, ...expression(row) })
    if (form.layout === 'table') {
      tables.set(form.id, form)
      for (const row of form.columns)
        columns.set(`${form.id}.${row.key}`, { form, row, ...expression(row) })
    }
    if (form.layout === 'narrative')
      for (const section of form.sections) sections.set(section.code, section)
  }
  const forms = new Map(catalogue.forms.map(form => [form.id, form]))
  const narratives = catalogue.forms.filter(form => form.layout === 'narrative')
  const rules = catalogue.rules.filter(({ status = 'active' }) => status === 'active')
  return { catalogue, forms, tables, narratives, indicators, columns, sections, rules }
}

const withoutPlan = new WeakMap<Index, Index>()
/**
 * The catalogue as it stands for an agency. One without any task cannot have them counted, so its office types what
 * elsewhere follows from the plan.
 */
export function indexFor(index: Index, agency: Agency): Index {
  if (agency.tasks.length > 0) return index
  const known = withoutPlan.get(index)
  if (known) return known
  const typed = (row: Indicator): Indicator =>
    planCountOf(row) ? { ...row, merge: { by: 'union', of: 'task', collect: 'count' } } : row
  const found = indexCatalogue({
    ...index.catalogue,
    forms: index.catalogue.forms.map(form =>
      form.layout === 'indicators' ? { ...form, rows: form.rows.map(typed) } : form,
    ),
  })
  withoutPlan.set(index, found)
  return found
}

/** Where an expression stands: in a table row (bare keys are columns) or among the indicators. */
export type Scope = { readonly table?: string; readonly row?: string }

export function entryOf(index: Index, reference: Reference, scope: Scope): Entry | undefined {
  if (reference.form && index.tables.has(reference.form))
    return index.columns.get(`${reference.form}.${reference.key}`)
  if (reference.form) {
    const entry = index.indicators.get(reference.key)
    return entry?.form.id === reference.form ? entry : undefined
  }
  return scope.table
    ? index.columns.get(`${scope.table}.${reference.key}`)
    : index.indicators.get(reference.key)
}

/** The list form whose rows are the members of a union indicator, when the catalogue collects them. */
export function membersOf(row: Indicator | Column): string | undefined {
  const collect = row.merge?.by === 'union' ? row.merge.collect : 'count'
  return collect !== 'count' && 'members' in collect ? collect.members : undefined
}

/** What a row counts of the agency's plan, when it follows from the plan. */
export function planCountOf(row: Indicator | Column): PlanCount | undefined {
  const collect = row.merge?.by === 'union' ? row.merge.collect : 'count'
  return collect !== 'count' && 'plan' in collect ? collect : undefined
}

/** Computed rows are never typed nor sent: formulas, counts of members and counts of the plan's tasks. */
export const isComputed = (row: Indicator | Column): boolean =>
  row.formula !== undefined || membersOf(row) !== undefined || planCountOf(row) !== undefined

export const isInput = (row: Indicator): boolean => row.kind !== 'heading' && !isComputed(row)

/** Columns a unit fills: not computed, not taken from the agency's list. */
export const inputColumns = (form: TableForm): Column[] =>
  form.columns.filter(column => !column.given && !column.rowKey && !column.formula)

export const isNumericColumn = (column: Column): boolean =>
  kinds[column.kind].numeric && typeof column.choices?.[0]?.code !== 'string'

/**
 * What makes a line of a table complete: its numbers, or without any its first cell. A task's target is not set for
 * every task, so its status alone makes the line.
 */
export function neededColumns(form: TableForm): Column[] {
  const inputs = inputColumns(form)
  const choices = inputs.filter(column => column.kind === 'choice')
  if (choices.length > 0) return choices
  const numeric = inputs.filter(isNumericColumn)
  return numeric.length > 0 ? numeric : inputs.slice(0, 1)
}

/** A procedure's code on the national database: 2.000033, or longer with the agency's part. */
export const isProcedureCode = (code: string): boolean =>
  /^\d\.\d{6}(?:\.[0-9A-Z]{2,3}){0,4}$/u.test(code)

/** "Biểu số II.06a/VPCP/KSTT. Tình hình …" → "Tình hình …": the number ends at the first full stop before a space. */
export const formName = (form: Form): string => form.title.replace(/^Biểu .*?\.\s+/u, '')

// ---------------------------------------------------------------- ownership

export const playsRole = (agency: Agency, role: string | undefined, unit: string): boolean =>
  role !== undefined && (agency.roles[role]?.includes(unit) ?? false)

/** The role that reports an indicator; one whose members are listed belongs to those who fill the list. */
export function ownerRole(index: Index, row: Indicator): string | undefined {
  const members = membersOf(row)
  return members ? index.tables.get(members)?.owner : row.owner
}

/** The rows of a table a unit fills: its own fields, the tasks it leads or supports; `null` when it names them itself. */
export function rowsOf(agency: Agency, form: TableForm, unit: string): string[] | null {
  if (form.rowsBy === 'field') {
    if (!playsRole(agency, form.owner, unit)) return []
    const own = agency.units.find(u => u.key === unit)?.fields ?? []
    return own.length > 0 ? own : agency.fields.map(field => field.code)
  }
  if (form.rowsBy === 'task')
    return agency.tasks
      .filter(task => task.lead === unit || task.supporting.includes(unit))
      .map(task => task.code)
  return playsRole(agency, form.owner, unit) ? null : []
}

/** Whether a unit has anything to fill in the form. */
function fillsForm(agency: Agency, form: Form, unit: string): boolean {
  if (form.layout === 'indicators')
    return form.rows.some(row => isInput(row) && playsRole(agency, row.owner, unit))
  if (form.layout === 'table') return rowsOf(agency, form, unit)?.length !== 0
  return form.sections.some(section => playsRole(agency, section.contributors, unit))
}

export const formsOf = (index: Index, agency: Agency, unit: string): Form[] =>
  index.catalogue.forms.filter(form => fillsForm(agency, form, unit))
