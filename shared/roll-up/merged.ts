/**
 * What the agency's own longer period is held against (T-02): the roll-up of its months' merged figures. A unit that spoke
 * in one of them and not in another would make every sum differ, so only figures the same units told throughout are in it.
 */
import type { Index } from '../catalogue/catalogue.ts'
import type { Content } from '../content.ts'
import { placeText } from '../place.ts'
import { type RollUp, rollUp } from '../roll-up.ts'

/** Merged figures of a month, and of how many units each place has something. */
export type MergedMonth = {
  readonly period: string
  readonly content: Content
  readonly tellers: ReadonlyMap<string, number>
}

/** By `placeText`. Counts suffice where the same units are asked about: what each said need not be kept. */
export function tellersOf(index: Index, contents: readonly Content[]): Map<string, number> {
  const tellers = new Map<string, number>()
  const told = (at: string) => tellers.set(at, (tellers.get(at) ?? 0) + 1)
  for (const { figures, tables } of contents) {
    for (const [row, { state }] of figures) {
      const form = index.indicators.get(row)?.form.id
      if (form !== undefined && state !== 'not-reported') told(placeText({ form, row }))
    }
    for (const [form, rows] of tables)
      for (const [row, cells] of rows)
        for (const [column, { state }] of cells)
          if (state !== 'not-reported') told(placeText({ form, row, column }))
  }
  return tellers
}

/** @param months all of the period's, in order, each told by the units that tell the period */
export function mergedRollUp(
  index: Index,
  months: readonly MergedMonth[],
  tellers: ReadonlyMap<string, number>,
): RollUp {
  const whole = rollUp(index, months)
  const derived = [...whole.derived].filter(([at]) =>
    months.every(month => month.tellers.get(at) === tellers.get(at)),
  )
  return { ...whole, derived: new Map(derived) }
}
