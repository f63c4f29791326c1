/** What counts of a period, as the merge takes it: stored bodies and adjustments become contents and figures here only. */
import type { Agency } from '../shared/agency.ts'
import type { Index } from '../shared/catalogue/catalogue.ts'
import type { Adjustment, MergeInput } from '../shared/consolidate.ts'
import { cellFromWire, contentFromWire } from '../shared/content.ts'
import { placeOf } from '../shared/place.ts'
import type { Counting } from './counting.ts'
import { contentOf } from './filed.ts'
import type { AdjustmentRow } from './store/adjustments.ts'
import type { CountedRow } from './store/submissions.ts'

export const toMerge = (
  index: Index,
  agency: Agency,
  rows: readonly Pick<CountedRow, 'unit' | 'revision' | 'body'>[],
  adjusted: readonly AdjustmentRow[],
  counting: Counting,
): MergeInput => ({
  index,
  agency,
  submissions: rows.map(row => ({
    unit: row.unit,
    revision: row.revision,
    content: contentFromWire(contentOf(row)),
  })),
  adjustments: adjustmentsFrom(index, adjusted, counting),
})

/** A place the catalogue of the period no longer has cannot be adjusted. */
function adjustmentsFrom(
  index: Index,
  rows: readonly AdjustmentRow[],
  { adjustments }: Counting,
): Adjustment[] {
  const counting = new Set(adjustments.map(one => one.number))
  return rows.flatMap(({ number, place, value, basis, reason, adjustedBy, adjustedAt }) => {
    const at = placeOf(index, place)
    if (!counting.has(number) || !at) return []
    return [
      {
        number,
        place: at,
        value: cellFromJson(value),
        basis: cellFromJson(basis),
        reason,
        by: adjustedBy,
        at: adjustedAt,
      },
    ]
  })
}

const cellFromJson = (json: string | null) =>
  cellFromWire(json === null ? undefined : JSON.parse(json))
