/** The order in which the annex prints places, and how its tables call them: form, code, name. */
import type { Agency } from '../../shared/agency.ts'
import type { Index } from '../../shared/catalogue/catalogue.ts'
import { type Merged, rowNames } from '../../shared/consolidate.ts'
import type { Place } from '../../shared/place.ts'
import { annexWords } from './words.ts'

/** Where the annex prints a place. */
export type Find = (place: Place) => { readonly sheet: string; readonly cell: string } | undefined

/** Compares by form, line and column; the total of a table comes after its lines. */
export function inOrder(index: Index, ...of: readonly Merged[]): (a: Place, b: Place) => number {
  const forms = new Map(index.catalogue.forms.map((form, i) => [form.id, i]))
  const lines = new Map<string, number>()
  const columns = new Map<string, number>()
  for (const form of index.catalogue.forms) {
    const rows =
      form.layout === 'indicators'
        ? form.rows.map(row => row.key)
        : form.layout === 'table'
          ? [...linesOf(of, form.id), '']
          : form.sections.map(section => section.code)
    rows.forEach((row, i) => {
      lines.set(`${form.id}/${row}`, i)
    })
    if (form.layout === 'table')
      form.columns.forEach((column, i) => {
        columns.set(`${form.id}/${column.key}`, i)
      })
  }
  const keys = ({ form, row, column }: Place) => [
    forms.get(form) ?? -1,
    lines.get(`${form}/${row}`) ?? -1,
    columns.get(`${form}/${column ?? ''}`) ?? -1,
  ]
  return (a, b) => {
    const [left, right] = [keys(a), keys(b)]
    const at = left.findIndex((key, i) => key !== right[i])
    return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
  }
}

/** Of whatever is compared, lines that are gone as well. */
const linesOf = (of: readonly Merged[], form: string): Set<string> =>
  new Set(of.flatMap(({ tables }) => [...(tables.get(form)?.rows.keys() ?? [])]))

export type Called = { readonly form: string; readonly code: string; readonly name: string }

/** "Biểu 3", "3.1.1", "Tổng số hồ sơ …"; of a cell the codes of its line and its column: “T1 (4)”. */
export function calling(index: Index, agency: Agency): (place: Place) => Called {
  const nameOf = rowNames(agency)
  return ({ form: id, row, column }) => {
    const form = index.forms.get(id)?.short ?? id
    if (column === undefined) {
      const indicator = index.indicators.get(row)?.row
      const section = index.sections.get(row)
      return { form, code: indicator?.code ?? row, name: indicator?.name ?? section?.name ?? '' }
    }
    const entry = index.columns.get(`${id}.${column}`)?.row
    const group = entry && 'group' in entry ? entry.group : []
    const heading = [...group, entry?.name ?? ''].join(' – ')
    const { totalRow, column: named } = annexWords
    const line = row === '' ? totalRow : (nameOf(id, row) ?? row)
    return {
      form,
      code: `${row === '' ? totalRow : row} (${entry?.code ?? ''})`,
      name: `${line} – ${named(entry?.code ?? '', heading)}`,
    }
  }
}
