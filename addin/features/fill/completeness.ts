/**
 * How far the unit's forms are filled. Indicators count one by one, lines of given tables when every numeric cell (or,
 * without any, the first cell) is there; lists and texts the unit writes freely have no total to reach.
 */
import {
  type Index,
  isInput,
  neededColumns,
  playsRole,
  rowsOf,
} from '../../../shared/catalogue/catalogue.ts'
import type { Form, TableForm } from '../../../shared/catalogue/schema.ts'
import type { Content } from '../../../shared/content.ts'
import { formsOfView, type View } from '../../../shared/layout.ts'
import type { Place } from '../../../shared/place.ts'

export type Completeness = {
  readonly form: string
  readonly filled: number
  /** null: as many as the unit has to tell */
  readonly total: number | null
  /** what is still blank, first open cell each */
  readonly blanks: readonly Place[]
}

export const completeness = (index: Index, view: View, content: Content): Completeness[] =>
  formsOfView(index, view).map(form => ofForm(form, view, content))

function ofForm(form: Form, view: View, content: Content): Completeness {
  const unit = view.unit ?? ''
  if (form.layout === 'indicators') {
    const own = form.rows.filter(row => isInput(row) && playsRole(view.agency, row.owner, unit))
    const blanks = own.filter(row => !content.figures.has(row.key))
    return counted(
      form,
      own.length,
      blanks.map(row => ({ form: form.id, row: row.key })),
    )
  }
  if (form.layout === 'table') {
    const rows = rowsOf(view.agency, form, unit)
    const written = content.tables.get(form.id)
    if (rows === null) return { form: form.id, filled: written?.size ?? 0, total: null, blanks: [] }
    const blanks = rows.flatMap(row => firstBlank(form, row, content) ?? [])
    return counted(form, rows.length, blanks)
  }
  const filled = form.sections.filter(section => content.narrative.has(section.code)).length
  return { form: form.id, filled, total: null, blanks: [] }
}

const counted = (form: Form, total: number, blanks: readonly Place[]): Completeness => ({
  form: form.id,
  filled: total - blanks.length,
  total,
  blanks,
})

function firstBlank(form: TableForm, row: string, content: Content): Place | undefined {
  const cells = content.tables.get(form.id)?.get(row)
  const column = neededColumns(form).find(({ key }) => !cells?.has(key))
  return column && { form: form.id, row, column: column.key }
}

/** Sums of the forms that have a total. */
export function overall(forms: readonly Completeness[]): { filled: number; total: number } {
  const counting = forms.filter(form => form.total !== null)
  return {
    filled: counting.reduce((sum, form) => sum + form.filled, 0),
    total: counting.reduce((sum, form) => sum + (form.total ?? 0), 0),
  }
}
