/** The table of dossiers by field, cut as its headings cut it: received, resolved, pending, each with its parts and total. */
import type { CatalogueAnswer, Consolidation } from '../../shared/protocol.ts'
import { dossiers } from './figures.ts'
import { drawn, type Wire } from './telling.ts'

type Form = CatalogueAnswer['forms'][number]
type Column = Extract<Form, { layout: 'table' }>['columns'][number]

export type Part = {
  readonly column: string
  readonly name: string
  /** less of it is better: what a leader looks for */
  readonly worse: boolean
}
export type Group = {
  /** "Số lượng hồ sơ tiếp nhận" */
  readonly name: string
  readonly parts: readonly Part[]
  /** column of the total */
  readonly total: string
}

/** Of a table form: groups of columns that have a computed total over typed parts. */
export function groupsOf(catalogue: Pick<CatalogueAnswer, 'forms'>): Group[] {
  const form = catalogue.forms.find(({ id }) => id === dossiers)
  if (form?.layout !== 'table') return []
  const named = form.columns.filter(({ kind, group }) => kind === 'integer' && group.length > 0)
  const groups = Map.groupBy(named, ({ group }) => group[0] ?? '')
  return [...groups].flatMap(([name, columns]) => {
    const total = columns.find(({ formula }) => formula)
    const parts = columns.filter(({ formula }) => !formula)
    return total && parts.length > 0 ? [{ name, parts: parts.map(partOf), total: total.key }] : []
  })
}

const partOf = ({ key, name, better }: Column): Part => ({
  column: key,
  name,
  worse: better === 'less',
})

/** The indicator a series knows a column's total by. */
export const inSeries = (column: string): string => `${dossiers}.${column}`

export type FieldRow = {
  readonly field: string
  readonly name: string
  /** by column */
  readonly cells: ReadonlyMap<string, Wire>
}

type Rows = Readonly<
  Record<
    string,
    {
      readonly name: string
      readonly cells: Readonly<Record<string, Wire | string>>
      readonly contributions?: Consolidation['tables'][string]['rows'][string]['contributions']
    }
  >
>

const figuresOf = (cells: Readonly<Record<string, Wire | string>>): Map<string, Wire> =>
  new Map(
    Object.entries(cells).flatMap(([column, value]) =>
      typeof value === 'string' ? [] : [[column, value] as const],
    ),
  )

/**
 * The merged table's rows, or what a unit gave to them.
 * @param groups so that a unit's totals, which nobody types, are there too
 */
export function fieldRows(rows: Rows, unit: string | null, groups: readonly Group[]): FieldRow[] {
  return Object.entries(rows).flatMap(([field, { name, cells, contributions }]) => {
    if (unit === null) return [{ field, name, cells: figuresOf(cells) }]
    const own = contributions?.find(one => one.unit === unit)
    if (!own) return []
    const given = figuresOf(own.value)
    for (const { total, parts } of groups) {
      const typed = parts.map(({ column }) => drawn(given.get(column)))
      // a total of some of its parts would be a smaller number, not an answer
      if (!given.has(total) && typed.every(value => value !== null))
        given.set(
          total,
          typed.reduce((sum, value) => sum + value, 0),
        )
    }
    return [{ field, name, cells: given }]
  })
}

/** Rows that have something to draw in a group, the longest first; those reported as zero and those not at all. */
export function ranked(rows: readonly FieldRow[], { total, parts }: Group) {
  const sized = rows.map(row => ({ row, size: drawn(row.cells.get(total)) ?? sumOf(row, parts) }))
  const filled = sized.filter(({ size }) => size !== null && size > 0)
  return {
    filled: filled.toSorted((a, b) => (b.size ?? 0) - (a.size ?? 0)).map(({ row }) => row),
    zero: sized.filter(({ size }) => size === 0).map(({ row }) => row),
    unreported: sized.filter(({ size }) => size === null).map(({ row }) => row),
  }
}

/** Of what there is; null where there is nothing. */
function sumOf(row: FieldRow, parts: readonly Part[]): number | null {
  const typed = parts.flatMap(({ column }) => drawn(row.cells.get(column)) ?? [])
  return typed.length > 0 ? typed.reduce((sum, value) => sum + value, 0) : null
}
