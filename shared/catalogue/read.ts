/**
 * Reads a catalogue from parsed JSON and refuses a bad one with the path and the reason: what a file may say is in
 * `schema.ts`, what holds only over the whole catalogue is checked here. Never partly accepts.
 */
import type * as z from 'zod'
import { FormulaError, operandsOf, parseFormula, type Reference } from '../formula.ts'
import { type Rule, ruleSchema } from '../rules/schema.ts'
import { type Catalogue, entryOf, type Index, indexCatalogue, type Scope } from './catalogue.ts'
import { catalogueHeadSchema, type Form, formSchema, type PlanCount } from './schema.ts'

export type CatalogueFiles = { head: unknown; forms: readonly unknown[]; rules: readonly unknown[] }
export type Fault = { path: string; reason: string }

export class CatalogueError extends Error {
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super(faults.map(fault => `${fault.path}: ${fault.reason}`).join('\n'))
    this.faults = faults
  }
}

/** @throws CatalogueError with every fault found */
export function readCatalogue(files: CatalogueFiles): Index {
  const faults: Fault[] = []
  const read = <T>(schema: z.ZodType<T>, value: unknown, place: string): T | undefined => {
    const result = schema.safeParse(value)
    for (const issue of result.error?.issues ?? [])
      faults.push({ path: [place, ...issue.path.map(String)].join('/'), reason: issue.message })
    return result.data
  }
  const head = read(catalogueHeadSchema, files.head, 'catalogue')
  const forms = files.forms.map((form, i) => read(formSchema, form, nameOf(form, `forms/${i}`)))
  const rules = files.rules.map((rule, i) => read(ruleSchema, rule, nameOf(rule, `rules/${i}`)))
  if (!head || faults.length > 0) throw new CatalogueError(faults)

  const byId = new Map(forms.filter(isPresent).map(form => [form.id, form]))
  for (const id of head.forms)
    if (!byId.has(id)) faults.push({ path: 'catalogue/forms', reason: `no file for form ${id}` })
  for (const id of byId.keys())
    if (!head.forms.includes(id))
      faults.push({ path: id, reason: 'form is not listed in catalogue/forms' })
  const catalogue: Catalogue = {
    ...head,
    forms: head.forms.map(id => byId.get(id)).filter(isPresent),
    rules: rules.filter(isPresent),
  }
  faults.push(...duplicates(catalogue), ...unreadable(catalogue))
  if (faults.length > 0) throw new CatalogueError(faults)

  const index = indexCatalogue(catalogue)
  faults.push(...unknownNames(index), ...cycles(index), ...faultyRules(index))
  if (faults.length > 0) throw new CatalogueError(faults)
  return index
}

const isPresent = <T>(value: T | undefined): value is T => value !== undefined

const nameOf = (value: unknown, otherwise: string): string =>
  value !== null && typeof value === 'object' && 'id' in value ? String(value.id) : otherwise

type Line = { form: Form; path: string; key: string; code: string; formula?: string | undefined }

const linesOf = (form: Form): Line[] => {
  const lines =
    form.layout === 'indicators'
      ? form.rows
      : form.layout === 'table'
        ? form.columns
        : form.sections
  return lines.map(line => ({
    form,
    path: `${form.id}/${line.code} ${line.key}`,
    key: line.key,
    code: line.code,
    formula: 'formula' in line ? line.formula : undefined,
  }))
}

/** Indicator keys are unique over the catalogue, column keys within their table, ids and sheet names everywhere. */
function duplicates(catalogue: Catalogue): Fault[] {
  const faults: Fault[] = []
  const once = () => {
    const seen = new Map<string, string>()
    return (name: string, path: string, what: string) => {
      const first = seen.get(name)
      if (first) faults.push({ path, reason: `duplicate ${what} "${name}", first at ${first}` })
      else seen.set(name, path)
    }
  }
  const [indicator, sheet, rule] = [once(), once(), once()]
  for (const form of catalogue.forms) {
    sheet(form.sheet.toLowerCase(), form.id, 'sheet name')
    const [code, column] = [once(), once()]
    for (const line of linesOf(form)) {
      code(line.code, line.path, 'code')
      ;(form.layout === 'indicators' ? indicator : column)(line.key, line.path, 'key')
    }
  }
  for (const { id } of catalogue.rules) rule(id, id, 'rule')
  return faults
}

function unreadable(catalogue: Catalogue): Fault[] {
  return catalogue.forms.flatMap(linesOf).flatMap(line => {
    try {
      if (line.formula) parseFormula(line.formula)
      return []
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error
      return [{ path: `${line.path}/formula`, reason: error.message }]
    }
  })
}

const asText = (r: Reference): string =>
  `${r.of ? `${r.of}.` : ''}${r.form ? `${r.form}${r.sameRow ? ':' : '.'}` : ''}${r.key}`

const unknownOperands = (index: Index, operands: readonly Reference[], scope: Scope): string[] =>
  operands.filter(r => r.of !== 'row' && !entryOf(index, r, scope)).map(asText)

/** Every name a row mentions must exist: operands, "trong đó", members, parents, roles. */
function unknownNames(index: Index): Fault[] {
  const faults: Fault[] = []
  const roles = new Set(Object.keys(index.catalogue.roles))
  for (const { row, form, expression } of [
    ...index.indicators.values(),
    ...index.columns.values(),
  ]) {
    const path = `${form.id}/${row.code} ${row.key}`
    const scope = form.layout === 'table' ? { table: form.id } : {}
    for (const name of expression ? unknownOperands(index, operandsOf(expression), scope) : [])
      faults.push({ path: `${path}/formula`, reason: `unknown key "${name}"` })
    if (row.within && !entryOf(index, { kind: 'reference', key: row.within }, scope))
      faults.push({ path: `${path}/within`, reason: `unknown key "${row.within}"` })
    if ('leavesOut' in row && row.leavesOut && !index.indicators.has(row.leavesOut))
      faults.push({ path: `${path}/leavesOut`, reason: `unknown key "${row.leavesOut}"` })
    if (row.merge?.by === 'union' && row.merge.collect !== 'count') {
      const { collect } = row.merge
      const list = 'members' in collect ? collect.members : collect.plan
      if (!index.tables.has(list))
        faults.push({ path: `${path}/merge`, reason: `unknown list form "${list}"` })
      else if ('plan' in collect) faults.push(...uncountable(index, path, collect))
    }
    if ('owner' in row && row.owner && !roles.has(row.owner))
      faults.push({ path: `${path}/owner`, reason: `unknown role "${row.owner}"` })
  }
  for (const form of index.catalogue.forms) {
    if (form.layout === 'table' && !roles.has(form.owner))
      faults.push({ path: `${form.id}/owner`, reason: `unknown role "${form.owner}"` })
    if (form.layout === 'table') continue
    const lines = form.layout === 'indicators' ? form.rows : form.sections
    const codes = new Set(lines.map(line => line.code))
    for (const line of lines) {
      if (line.parent !== null && !codes.has(line.parent))
        faults.push({
          path: `${form.id}/${line.code}/parent`,
          reason: `unknown row "${line.parent}"`,
        })
    }
  }
  return faults
}

/** Tasks are counted by a choice of their table. */
function uncountable(index: Index, path: string, { plan, where }: PlanCount): Fault[] {
  const fault = (reason: string): Fault => ({ path: `${path}/merge`, reason })
  if (index.tables.get(plan)?.rowsBy !== 'task') return [fault(`form "${plan}" has no tasks`)]
  if (!where) return []
  const choices = index.columns.get(`${plan}.${where.column}`)?.row.choices?.map(one => one.code)
  if (!choices) return [fault(`unknown choice "${where.column}"`)]
  return where.among
    .filter(code => !choices.includes(code))
    .map(code => fault(`"${where.column}" has no "${code}"`))
}

/** A computed row may not lead back to itself. */
function cycles(index: Index): Fault[] {
  const faults: Fault[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (name: string, trail: string[], scope: Scope): void => {
    const entry = index.indicators.get(name) ?? index.columns.get(name)
    if (state.get(name) === 'done' || !entry?.expression) return
    if (state.get(name) === 'open') {
      const circle = [...trail.slice(trail.indexOf(name)), name].join(' → ')
      faults.push({
        path: `${entry.form.id}/${entry.row.code}/formula`,
        reason: `cycle: ${circle}`,
      })
      return
    }
    state.set(name, 'open')
    for (const operand of operandsOf(entry.expression)) {
      if (operand.of) continue
      const next = entryOf(index, operand, scope)
      if (next?.form.layout === 'table')
        visit(`${next.form.id}.${next.row.key}`, [...trail, name], { table: next.form.id })
      else if (next) visit(next.row.key, [...trail, name], {})
    }
    state.set(name, 'done')
  }
  for (const key of index.indicators.keys()) visit(key, [], {})
  for (const [name, { form }] of index.columns) visit(name, [], { table: form.id })
  return faults
}

/** Rules are expressions over the same keys. */
function faultyRules(index: Index): Fault[] {
  return index.catalogue.rules.flatMap((rule: Rule): Fault[] => {
    if (rule.check === 'quoted')
      return rule.phrases
        .filter(phrase => !index.indicators.has(phrase.place) && !index.columns.has(phrase.place))
        .map(phrase => ({ path: `${rule.id}/phrases`, reason: `unknown key "${phrase.place}"` }))
    if (rule.check !== 'compare') return []
    const scope = rule.table ? { table: rule.table } : {}
    if (rule.table && !index.tables.has(rule.table))
      return [{ path: `${rule.id}/table`, reason: `unknown table "${rule.table}"` }]
    return (['left', 'right', 'at'] as const).flatMap(side => {
      const text = rule[side]
      if (text === undefined) return []
      try {
        return unknownOperands(index, operandsOf(parseFormula(text)), scope).map(name => ({
          path: `${rule.id}/${side}`,
          reason: `unknown key "${name}"`,
        }))
      } catch (error) {
        if (!(error instanceof FormulaError)) throw error
        return [{ path: `${rule.id}/${side}`, reason: error.message }]
      }
    })
  })
}

/** What keeps one rule, of this catalogue or not yet of any, from being judged over its forms. */
export const ruleFaults = (index: Index, rule: Rule): Fault[] =>
  faultyRules({ ...index, catalogue: { ...index.catalogue, rules: [rule] } })
