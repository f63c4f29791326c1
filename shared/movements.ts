/**
 * How far a unit's figures moved against the period before: what the office looks at first when it reads a report.
 * Counts and sums by their share in percent, ratios by points, because 1 % to 2 % is no doubling of anything.
 */
import type { Index } from './catalogue/catalogue.ts'
import { kinds } from './catalogue/kinds.ts'
import type { Column, Indicator } from './catalogue/schema.ts'
import type { Values } from './content.ts'
import { type Figure, quantity } from './figure.ts'
import type { Place } from './place.ts'

export type Movement = {
  readonly place: Place
  readonly from: Figure
  readonly to: Figure
  /** of counts in percent of the earlier figure, of ratios in points; null when the earlier one was 0 */
  readonly change: number | null
  readonly in: 'percent' | 'points'
}

/** Percent, or points of a ratio. */
const striking = 50

/** More than half up or down, or something where nothing was. */
export const isStriking = ({ change }: Movement): boolean =>
  change === null || Math.abs(change) > striking

/**
 * Indicators and table totals that are numbers or "không phát sinh" on both sides and differ; those that moved by the
 * largest amount first. A blank on either side says nothing about a movement.
 */
export function movements(index: Index, before: Values, after: Values): Movement[] {
  const found = index.catalogue.forms.flatMap((form): Movement[] => {
    if (form.layout === 'indicators')
      return form.rows.flatMap(row =>
        moved(row, { form: form.id, row: row.key }, before.figure(row.key), after.figure(row.key)),
      )
    if (form.layout !== 'table' || !form.totalRow) return []
    return form.columns.flatMap(column =>
      column.given || column.rowKey
        ? []
        : moved(
            column,
            { form: form.id, row: '', column: column.key },
            before.total(form.id, column.key),
            after.total(form.id, column.key),
          ),
    )
  })
  return found.sort((a, b) => amount(b) - amount(a))
}

function moved({ kind, choices }: Indicator | Column, place: Place, from: Figure, to: Figure) {
  const [old, now] = [quantity(from), quantity(to)]
  if (!kinds[kind].numeric || choices || old === undefined || now === undefined || old === now)
    return []
  const ratio = kinds[kind].scale === 100
  const change = ratio ? now - old : old === 0 ? null : ((now - old) / Math.abs(old)) * 100
  const movement: Movement = { place, from, to, change, in: ratio ? 'points' : 'percent' }
  return [movement]
}

const amount = ({ from, to }: Movement): number =>
  Math.abs((quantity(to) ?? 0) - (quantity(from) ?? 0))
