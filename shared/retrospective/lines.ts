/**
 * What a multi-year review has a line for: every indicator that is a quantity, and the totals of the tables that have a
 * total row. A choice is a code, not a quantity, and has no line.
 */
import { type Index, isComputed } from '../catalogue/catalogue.ts'
import { kinds } from '../catalogue/kinds.ts'
import type { Column, Form, Indicator } from '../catalogue/schema.ts'
import type { Values } from '../content.ts'
import { type Figure, isReported } from '../figure.ts'

export type ReviewedLine = {
  readonly form: string
  /** an indicator's key, or "FORM.column" for the total of a column */
  readonly key: string
  readonly code: string
  /** as the form has it, with the line or group above where it says little by itself */
  readonly name: string
  readonly unit: string | null
  readonly row: Indicator | Column
  readonly computed: boolean
}

/** Values of this kind of row are percentages: they change by points. */
export const isRatio = ({ row }: Pick<ReviewedLine, 'row'>): boolean =>
  kinds[row.kind].scale === 100

/** In the order of the forms. */
export const linesOf = (index: Index): ReviewedLine[] => index.catalogue.forms.flatMap(linesIn)

const isQuantity = ({ kind, choices }: Indicator | Column): boolean =>
  kinds[kind].numeric && choices === undefined

export function linesIn(form: Form): ReviewedLine[] {
  if (form.layout === 'indicators')
    return form.rows.filter(isQuantity).map(row => ({
      form: form.id,
      key: row.key,
      code: row.code,
      name: fullName(form.rows, row),
      unit: row.unit,
      row,
      computed: isComputed(row),
    }))
  if (form.layout !== 'table' || !form.totalRow) return []
  return form.columns
    .filter(column => isQuantity(column) && !column.given && !column.rowKey)
    .map(column => ({
      form: form.id,
      key: `${form.id}.${column.key}`,
      code: column.code,
      name: [...column.group, column.name].join(': '),
      unit: column.unit,
      row: column,
      computed: isComputed(column),
    }))
}

/** "qua thi tuyển" continues the line above it. */
function fullName(rows: readonly Indicator[], row: Indicator): string {
  const above = rows.find(({ code }) => code === row.parent)
  const continues = /^\p{Ll}/u.test(row.name)
  return above && continues ? `${fullName(rows, above)}: ${row.name}` : row.name
}

/** Of merged values: the indicator, or the total of a column. */
export function figureIn(values: Values, { form, key, row }: ReviewedLine): Figure {
  return key.startsWith(`${form}.`) ? values.total(form, row.key) : values.figure(key)
}

/** What was computed, or where its operands are not known what was stated. */
export const orStated = (computed: Figure, stated: Figure): Figure =>
  isReported(computed) ? computed : stated
