/** Merges table rows: lines of the same field, task or procedure become one line, the lead unit speaking first. */
import type { Agency } from '../agency.ts'
import { inputColumns, isNumericColumn } from '../catalogue/catalogue.ts'
import type { Column, Merge, TableForm } from '../catalogue/schema.ts'
import { type Cell, sum, type Values } from '../content.ts'
import { notReported } from '../figure.ts'
import { type Adjustment, movedBy, type Office, officePart } from './adjustments.ts'
import type {
  Contribution,
  Coverage,
  MergedFigure,
  MergedLine,
  MergedRow,
  Submitted,
  UnitContribution,
} from './merged.ts'
import { coverageOf, type Sharing } from './shares.ts'

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
export function mergeRows(
  agency: Agency,
  form: TableForm,
  submissions: readonly Submitted[],
  office: Office,
): Map<string, MergedLine> {
  const leads = new Map(agency.tasks.map(task => [task.code, task.lead]))
  const known =
    form.rowsBy === 'field'
      ? agency.fields.map(field => field.code)
      : form.rowsBy === 'task'
        ? agency.tasks.map(task => task.code)
        : []
  const reported = new Map<string, UnitContribution<ReadonlyMap<string, Cell>>[]>()
  for (const { unit, revision, content } of submissions)
    for (const [row, value] of content.tables.get(form.id) ?? []) {
      const contributions = reported.get(row) ?? []
      if (value.size > 0) contributions.push({ unit, revision, value })
      reported.set(row, contributions)
    }
  const named = new Set([...reported.keys(), ...office.rowsOf(form.id)])
  const listed = new Set(known)
  // a task a later edition of the plan leaves out keeps what was said of it
  const former = [...named].filter(row => !listed.has(row)).sort()
  const members =
    form.rowsBy === 'procedure'
      ? former
      : [
          ...known.filter(row => named.has(row)),
          ...(form.rowsBy === 'task' ? former.filter(row => reported.get(row)?.length) : []),
        ]
  return new Map(
    members.flatMap((row): [string, MergedLine][] => {
      const contributions = reported.get(row) ?? []
      const lead = form.rowsBy === 'task' ? leads.get(row) : undefined
      const speaking = [...contributions].sort(
        (a, b) => Number(b.unit === lead) - Number(a.unit === lead),
      )
      const cell = (column: Column): [string, Cell] => [
        column.key,
        office.cell(
          { form: form.id, row, column: column.key },
          column.merge.by,
          mergeCells[column.merge.by](
            speaking
              // the lead alone says how a task stands; who supports adds evidence
              .filter(({ unit }) => column.merge.by !== 'owner' || !lead || unit === lead)
              .map(({ value }) => value.get(column.key) ?? notReported),
          ),
        ),
      ]
      const cells = new Map(
        inputColumns(form)
          .map(cell)
          .filter(([, value]) => value.state !== 'not-reported'),
      )
      // an adjustment that lapsed adds no row
      return cells.size > 0 || reported.has(row)
        ? [[row, { cells, contributions: [...contributions, ...officeCells(office, form, row)] }]]
        : []
    }),
  )
}

/** Who owes each number of the lines and who told it, as a series of that one cell tells it. */
export const withCoverage = (
  form: TableForm,
  lines: ReadonlyMap<string, MergedLine>,
  { cell }: Pick<Sharing, 'cell'>,
): Map<string, MergedRow> => {
  const numbers = numbersOf(form)
  return new Map(
    [...lines].map(([row, line]) => [
      row,
      {
        ...line,
        coverage: new Map(
          numbers.map((column): [string, Coverage] => [
            column.key,
            coverageOf(cell(form, row, column)),
          ]),
        ),
      },
    ]),
  )
}

/** Columns of numbers that reports bring; what the agency's own lists say is owed by nobody. */
export const numbersOf = (form: TableForm): Column[] =>
  form.columns.filter(column => !column.given && !column.rowKey && isNumericColumn(column))

const officeCells = (
  office: Office,
  form: TableForm,
  row: string,
): Contribution<ReadonlyMap<string, Cell>>[] =>
  office.applied().flatMap(one => {
    const { form: id, row: at, column } = one.place
    return id === form.id && at === row && column !== undefined
      ? [officePart(one, new Map([[column, one.value]]))]
      : []
  })

export function totalsOf(
  form: TableForm,
  values: Values,
  { total: sharesOf }: Sharing,
  adjusted: readonly Adjustment[],
): Map<string, MergedFigure> {
  if (!form.totalRow) return new Map()
  return new Map(
    form.columns
      .filter(column => !column.given && !column.rowKey)
      .map(column => {
        const shares = sharesOf(form, column)
        return [
          column.key,
          {
            figure: values.total(form.id, column.key),
            coverage: coverageOf(shares),
            contributions: [
              ...shares.parts,
              ...adjusted
                .filter(one => one.place.form === form.id && one.place.column === column.key)
                .map(one => officePart(one, movedBy(one, column.merge.by))),
            ],
          },
        ]
      }),
  )
}
