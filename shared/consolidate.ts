/**
 * Merges the units' figures into the agency's, one way per kind of merge (domain §5.1), keeping who contributed what.
 * Never adds silently: a second report of an owner's figure is a conflict finding, a blank leaves the row incomplete.
 */
import type { Agency } from './agency.ts'
import {
  type Index,
  inputColumns,
  membersOf,
  ownerRole,
  playsRole,
  rowsOf,
} from './catalogue/catalogue.ts'
import type { Column, Indicator, Merge, TableForm } from './catalogue/schema.ts'
import { type Cell, type Content, sum, type TableRows, type Values, valuesOf } from './content.ts'
import { type Figure, isReported, notReported, numberFigure, quantity } from './figure.ts'

export type Submitted = {
  readonly unit: string
  readonly revision: number
  readonly content: Content
}
export type Contribution<T> = {
  readonly unit: string
  readonly revision: number
  readonly value: T
}
export type Coverage = { readonly expected: number; readonly reported: number }

export type MergedFigure = {
  readonly figure: Figure
  readonly coverage: Coverage
  readonly contributions: readonly Contribution<Figure>[]
}
export type MergedRow = {
  readonly cells: ReadonlyMap<string, Cell>
  readonly contributions: readonly Contribution<ReadonlyMap<string, Cell>>[]
}
export type Merged = {
  readonly values: Values
  readonly figures: ReadonlyMap<string, MergedFigure>
  readonly tables: ReadonlyMap<
    string,
    {
      readonly rows: ReadonlyMap<string, MergedRow>
      readonly totals: ReadonlyMap<string, MergedFigure>
    }
  >
  readonly narrative: ReadonlyMap<string, readonly Contribution<string>[]>
  /** indicator → units other than its owner that reported it */
  readonly conflicts: ReadonlyMap<string, readonly string[]>
}

type Part = { readonly owner: boolean; readonly value: Figure }

/** Each kind of merge: the agency's figure from the parts, in unit order. Only owners' parts are added. */
const mergeFigures: Record<Merge['by'], (parts: readonly Part[]) => Figure> = {
  sum: parts => sum(owned(parts)),
  owner: parts => owned(parts).find(isReported) ?? notReported,
  // any unit that did it makes the agency have done it
  or: parts => {
    const answers = owned(parts)
      .map(quantity)
      .filter(value => value !== undefined)
    return answers.length > 0
      ? numberFigure(Math.max(...answers))
      : (owned(parts).find(isReported) ?? notReported)
  },
  // only a count was collected, so members cannot be told apart: the owner's count stands
  union: parts => owned(parts).find(isReported) ?? notReported,
  recompute: () => notReported,
  concatenate: () => notReported,
  none: () => notReported,
}
const owned = (parts: readonly Part[]): Figure[] =>
  parts.filter(part => part.owner).map(part => part.value)

export type MergeInput = {
  readonly index: Index
  readonly agency: Agency
  readonly submissions: readonly Submitted[]
  readonly previous?: Values
}

export function consolidate({ index, agency, submissions, previous }: MergeInput): Merged {
  // unit order decides the order of contributions and of joined text, whatever order submissions came in
  const order = new Map(agency.units.map((unit, i) => [unit.key, i]))
  const sorted = [...submissions].sort(
    (a, b) => (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0),
  )
  const facts = rowFacts(agency)
  const perUnit = sorted.map(submission => ({
    ...submission,
    values: valuesOf(index, submission.content, undefined, facts),
  }))

  const conflicts = new Map<string, string[]>()
  const inputs = new Map<string, Figure>()
  for (const { row } of index.indicators.values()) {
    if (!row.merge || row.formula || membersOf(row)) continue
    const role = ownerRole(index, row as Indicator)
    const parts = sorted.map(({ unit, content }) => ({
      unit,
      owner: playsRole(agency, role, unit),
      value: content.figures.get(row.key) ?? notReported,
    }))
    const others = parts
      .filter(part => !part.owner && isReported(part.value))
      .map(part => part.unit)
    // an owner's figure given twice by owners is as doubtful as one given by a stranger
    const [, ...second] =
      row.merge.by === 'sum' ? [] : parts.filter(part => part.owner && isReported(part.value))
    const conflicting = [...others, ...(row.merge.by === 'or' ? [] : second.map(part => part.unit))]
    if (conflicting.length > 0) conflicts.set(row.key, conflicting)
    const figure = mergeFigures[row.merge.by](parts)
    if (isReported(figure)) inputs.set(row.key, figure)
  }

  const rowsByTable = new Map(
    [...index.tables.values()].map(form => [form.id, mergeRows(agency, form, sorted)]),
  )
  const tables = new Map<string, TableRows>()
  for (const [form, rows] of rowsByTable) {
    if (sorted.some(({ content }) => content.tables.has(form)))
      tables.set(form, new Map([...rows].map(([row, { cells }]) => [row, cells])))
  }
  const narrative = mergeNarrative(index, sorted)
  const joined = new Map(
    [...narrative].map(([code, parts]) => [code, parts.map(part => part.value).join('\n\n')]),
  )
  const values = valuesOf(index, { figures: inputs, tables, narrative: joined }, previous, facts)

  const figures = new Map<string, MergedFigure>()
  for (const { row } of index.indicators.values()) {
    if (!row.merge) continue
    const contributions = perUnit
      .map(({ unit, revision, values: own }) => ({ unit, revision, value: own.figure(row.key) }))
      .filter(({ value }) => isReported(value))
    const expected = expectedUnits(index, agency, row as Indicator)
    const reported = contributions.filter(({ unit }) => expected.has(unit)).length
    figures.set(row.key, {
      figure: values.figure(row.key),
      coverage: { expected: expected.size, reported },
      contributions,
    })
  }

  const merged = new Map(
    [...index.tables.values()].map(form => [
      form.id,
      {
        rows: rowsByTable.get(form.id) ?? new Map(),
        totals: totalsOf(agency, form, values, perUnit),
      },
    ]),
  )
  return { values, figures, tables: merged, narrative, conflicts }
}

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

/** Units whose report an indicator needs; a computed one needs those of all its operands. */
function expectedUnits(
  index: Index,
  agency: Agency,
  row: Indicator,
  seen = new Set<string>(),
): Set<string> {
  const role = ownerRole(index, row)
  if (role !== undefined) return new Set(agency.roles[role] ?? [])
  if (seen.has(row.key)) return new Set()
  seen.add(row.key)
  const expression = index.indicators.get(row.key)?.expression
  const units = new Set<string>()
  if (!expression) return units
  const keys = row.formula?.match(/[a-z][a-z0-9_]*/gu) ?? []
  for (const key of keys) {
    const operand = index.indicators.get(key)?.row
    if (!operand) continue
    for (const unit of expectedUnits(index, agency, operand as Indicator, seen)) units.add(unit)
  }
  return units
}

// ---------------------------------------------------------------- tables and text

const textOf = (cell: Cell | undefined): string => (cell?.state === 'text' ? cell.text : '')

/** One cell of a row from the units' cells; the lead unit (first) wins where only one may speak. */
const mergeCells: Record<Merge['by'], (cells: readonly Cell[]) => Cell> = {
  sum: cells => sum(cells.filter(cell => cell.state !== 'text')),
  owner: cells => cells.find(cell => cell.state !== 'not-reported') ?? notReported,
  or: cells => mergeCells.owner(cells),
  union: cells => mergeCells.owner(cells),
  concatenate: cells => {
    const parts = [...new Set(cells.map(textOf).filter(text => text !== ''))]
    return parts.length > 0 ? { state: 'text', text: parts.join('; ') } : notReported
  },
  recompute: () => notReported,
  none: () => notReported,
}

/** Lines of the same field, task or procedure become one line; the lead unit of a task comes first. */
function mergeRows(
  agency: Agency,
  form: TableForm,
  submissions: readonly Submitted[],
): Map<string, MergedRow> {
  const leads = new Map(agency.tasks.map(task => [task.code, task.lead]))
  const known =
    form.rowsBy === 'field'
      ? agency.fields.map(field => field.code)
      : form.rowsBy === 'task'
        ? agency.tasks.map(task => task.code)
        : []
  const reported = submissions.flatMap(({ content }) => [
    ...(content.tables.get(form.id)?.keys() ?? []),
  ])
  const members =
    form.rowsBy === 'procedure'
      ? [...new Set(reported)].sort()
      : known.filter(row => reported.includes(row))
  return new Map(
    members.map(row => {
      const contributions = submissions.flatMap(({ unit, revision, content }) => {
        const value = content.tables.get(form.id)?.get(row)
        return value && value.size > 0 ? [{ unit, revision, value }] : []
      })
      const lead = form.rowsBy === 'task' ? leads.get(row) : undefined
      const speaking = [...contributions].sort(
        (a, b) => Number(b.unit === lead) - Number(a.unit === lead),
      )
      const cell = (column: Column): [string, Cell] => [
        column.key,
        mergeCells[column.merge.by](
          speaking.map(({ value }) => value.get(column.key) ?? notReported),
        ),
      ]
      const cells = new Map(
        inputColumns(form)
          .map(cell)
          .filter(([, value]) => value.state !== 'not-reported'),
      )
      return [row, { cells, contributions }]
    }),
  )
}

function totalsOf(
  agency: Agency,
  form: TableForm,
  values: Values,
  perUnit: readonly { unit: string; revision: number; values: Values }[],
): Map<string, MergedFigure> {
  if (!form.totalRow) return new Map()
  const expected = agency.units
    .filter(unit => rowsOf(agency, form, unit.key)?.length !== 0)
    .map(unit => unit.key)
  return new Map(
    form.columns
      .filter(column => !column.given && !column.rowKey)
      .map(column => {
        const contributions = perUnit
          .map(({ unit, revision, values: own }) => ({
            unit,
            revision,
            value: own.total(form.id, column.key),
          }))
          .filter(({ value }) => isReported(value))
        const reported = contributions.filter(({ unit }) => expected.includes(unit)).length
        return [
          column.key,
          {
            figure: values.total(form.id, column.key),
            coverage: { expected: expected.length, reported },
            contributions,
          },
        ]
      }),
  )
}

function mergeNarrative(
  index: Index,
  submissions: readonly Submitted[],
): Map<string, Contribution<string>[]> {
  return new Map(
    [...index.sections.keys()].flatMap(code => {
      const parts = submissions.flatMap(({ unit, revision, content }) => {
        const text = content.narrative.get(code)?.trim()
        return text ? [{ unit, revision, value: text }] : []
      })
      return parts.length > 0 ? [[code, parts] as const] : []
    }),
  )
}
