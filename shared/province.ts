/**
 * Merges agencies into their province as units are merged into an agency (`consolidate.ts`), by the ways of
 * `province/ways.ts`: sums are added, ratios recomputed from them, and what cannot be told of several is left out. The four
 * states hold here as they do there.
 */
import type { Agency } from './agency.ts'
import { type Entry, type Index, planCountOf } from './catalogue/catalogue.ts'
import type { TableForm } from './catalogue/schema.ts'
import { owingLine } from './consolidate/shares.ts'
import { numbersOf } from './consolidate/tables.ts'
import { type Coverage, type Merged, type MergedFigure, rowFacts, rowNames } from './consolidate.ts'
import { type Cell, type RowFacts, type TableRows, type Values, valuesOf } from './content.ts'
import { type Figure, isReported, notReported } from './figure.ts'
import { acrossVersions } from './province/versions.ts'
import { isTold, mergedOver } from './province/ways.ts'

/** One agency's merged figures; of one that has not opened the period, those of no submission. */
export type MergedAgency = {
  readonly agency: Agency
  /** its catalogue */
  readonly index: Index
  readonly merged: Merged
}

export type AgencyPart = {
  readonly agency: string
  readonly value: Figure
  /** of its units */
  readonly coverage: Coverage
}

export type Reliance = {
  /** agencies that owe a part of it, and those of whose part nothing is missing */
  readonly coverage: Coverage
  /** those that owe and lack */
  readonly lacking: readonly string[]
}
export type ProvinceFigure = Reliance & {
  readonly figure: Figure
  /** what each agency's own figure is, in the order of their keys */
  readonly contributions: readonly AgencyPart[]
}

export type ProvinceTable = {
  /** code of a row → its name */
  readonly rows: ReadonlyMap<string, string>
  /** columns that can be told */
  readonly columns: readonly string[]
  /** code of a row → column → how much of the number is there */
  readonly reliance: ReadonlyMap<string, ReadonlyMap<string, Reliance>>
  readonly totals: ReadonlyMap<string, ProvinceFigure>
}

export type Province = {
  readonly index: Index
  readonly values: Values
  readonly figures: ReadonlyMap<string, ProvinceFigure>
  readonly tables: ReadonlyMap<string, ProvinceTable>
}

/** @param unordered at least one; their order decides nothing @throws RangeError of none */
export function mergeAgencies(unordered: readonly MergedAgency[]): Province {
  const agencies = [...unordered].sort((a, b) => (a.agency.key < b.agency.key ? -1 : 1))
  const index = acrossVersions(agencies.map(one => one.index))
  if (!index) throw new RangeError('a province of no agency')
  const figures = [...index.indicators.values()].filter(entry => isTold(index, entry))
  // a plan's tasks are numbered by each agency for itself: the same code is not the same task
  const tables = [...index.tables.values()].filter(form => form.rowsBy !== 'task')
  const values = provinceValues(
    index,
    agencies.map(({ agency, merged }) => ({ agency, values: merged.values })),
  )
  return {
    index,
    values,
    figures: new Map(
      figures.map(entry => [
        entry.row.key,
        provinceFigure(agencies, values.figure(entry.row.key), {
          known: one => one.index.indicators.has(entry.row.key),
          part: ({ merged }) => merged.figures.get(entry.row.key),
          always: planCountOf(entry.row) !== undefined,
        }),
      ]),
    ),
    tables: new Map(
      tables.map(form => [form.id, provinceTable(index, agencies, values, form)] as const),
    ),
  }
}

/** The merged values alone, for figures over many periods. @throws RangeError of no agency */
export function provinceValues(
  index: Index,
  agencies: readonly { readonly agency: Agency; readonly values: Values }[],
): Values {
  const contents = agencies.map(one => one.values.content)
  const figures = new Map<string, Figure>()
  for (const [key, { row }] of index.indicators) {
    const figure = mergedOver(
      row,
      contents.flatMap(one => one.figures.get(key) ?? []),
    )
    if (isReported(figure)) figures.set(key, figure)
  }
  const tables = new Map<string, TableRows>()
  for (const form of index.tables.values()) {
    const told = contents.flatMap(one => one.tables.get(form.id) ?? [])
    // a list nobody sent is not reported; an empty one says there is none
    if (told.length > 0 && form.rowsBy !== 'task') tables.set(form.id, mergedRows(form, told))
  }
  const facts = factsOver(agencies.map(one => rowFacts(one.agency)))
  return valuesOf(index, { figures, tables, narrative: new Map() }, undefined, facts)
}

/** Rows of the same code become one. */
function mergedRows(form: TableForm, told: readonly TableRows[]): TableRows {
  const codes = [...new Set(told.flatMap(rows => [...rows.keys()]))].sort()
  return new Map(
    codes.map(code => {
      const lines = told.flatMap(rows => rows.get(code) ?? [])
      const cells = form.columns.flatMap((column): [string, Cell][] => {
        const figure = mergedOver(
          column,
          lines.flatMap(line => line.get(column.key) ?? []),
        )
        return isReported(figure) ? [[column.key, figure]] : []
      })
      return [code, new Map(cells)]
    }),
  )
}

/** Procedures of a field are those of all agencies that work in it. */
const factsOver =
  (all: readonly RowFacts[]): RowFacts =>
  (form, row) => {
    const sums: Record<string, number> = {}
    for (const facts of all)
      for (const [name, value] of Object.entries(facts(form, row)))
        sums[name] = (sums[name] ?? 0) + value
    return sums
  }

type Asking = {
  /** whether the agency's catalogue has it */
  readonly known: (one: MergedAgency) => boolean
  readonly part: (one: MergedAgency) => Pick<MergedFigure, 'figure' | 'coverage'> | undefined
  /** owed by every agency, whichever of its units tell it */
  readonly always: boolean
}

function provinceFigure(
  agencies: readonly MergedAgency[],
  figure: Figure,
  { known, part, always }: Asking,
): ProvinceFigure {
  const contributions: AgencyPart[] = []
  const lacking: string[] = []
  let expected = 0
  for (const one of agencies) {
    const { key } = one.agency
    const own = part(one)
    const { figure: value, coverage: units } = own ?? nothing
    if (isReported(value)) contributions.push({ agency: key, value, coverage: units })
    // one on another version of the catalogue lacks it: a total without that agency is not the province's
    const owes = !known(one) || always || units.expected > 0 || isReported(value)
    if (!owes) continue
    expected += 1
    if (!isReported(value) || units.reported < units.expected) lacking.push(key)
  }
  return {
    figure,
    coverage: { expected, reported: expected - lacking.length },
    lacking,
    contributions,
  }
}
const nothing: Pick<MergedFigure, 'figure' | 'coverage'> = {
  figure: notReported,
  coverage: { expected: 0, reported: 0 },
}

function provinceTable(
  index: Index,
  agencies: readonly MergedAgency[],
  values: Values,
  form: TableForm,
): ProvinceTable {
  const columns = form.columns.filter(column => {
    const entry: Entry | undefined = index.columns.get(`${form.id}.${column.key}`)
    return entry !== undefined && isTold(index, entry)
  })
  const names = agencies.map(one => rowNames(one.agency))
  const nameOf = (row: string): string => {
    for (const name of names) {
      const found = name(form.id, row)
      if (found !== undefined) return found
    }
    return row
  }
  const rows = [...(values.content.tables.get(form.id)?.keys() ?? [])]
  const totals = form.totalRow ? columns : []
  const told = new Set(columns)
  const numbers = numbersOf(form).filter(column => told.has(column))
  return {
    rows: new Map(rows.map(row => [row, nameOf(row)])),
    columns: columns.map(column => column.key),
    reliance: new Map(
      rows.map(row => [
        row,
        new Map(
          numbers.map(({ key }) => {
            const { coverage, lacking } = provinceFigure(agencies, notReported, {
              known: one => one.index.columns.has(`${form.id}.${key}`),
              part: one => cellIn(one, form, row, key),
              always: false,
            })
            return [key, { coverage, lacking }]
          }),
        ),
      ]),
    ),
    totals: new Map(
      totals.map(({ key }) => [
        key,
        provinceFigure(agencies, values.total(form.id, key), {
          known: one => one.index.columns.has(`${form.id}.${key}`),
          part: ({ merged }) => merged.tables.get(form.id)?.totals.get(key),
          always: false,
        }),
      ]),
    ),
  }
}

/** A cell of an agency; of a line it does not have, who of its units owes it. */
function cellIn(
  { agency, merged }: MergedAgency,
  form: TableForm,
  row: string,
  column: string,
): Pick<MergedFigure, 'figure' | 'coverage'> {
  const cell = merged.values.cell(form.id, row, column)
  return {
    figure: cell.state === 'text' ? notReported : cell,
    coverage: merged.tables.get(form.id)?.rows.get(row)?.coverage.get(column) ?? {
      expected: owingLine(agency, form, row).size,
      reported: 0,
    },
  }
}
