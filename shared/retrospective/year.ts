/**
 * A year out of its months or quarters. A sum that lacks a part would be compared with whole years, so it is left blank;
 * stocks stand as they were last, and ratios are those of the parts that are there.
 */
import type { Index } from '../catalogue/catalogue.ts'
import { type Content, type RowFacts, valuesOf } from '../content.ts'
import type { Figure } from '../figure.ts'
import { placeText } from '../place.ts'
import { type Part, rollUp } from '../roll-up.ts'
import { figureIn, isRatio, type ReviewedLine } from './lines.ts'

/** @param parts of the whole year in order, null where nothing counts */
export function yearRolledUp(
  index: Index,
  parts: readonly Part[],
  facts?: RowFacts,
): (line: ReviewedLine) => Figure {
  const last = parts.findLastIndex(({ content }) => content !== null)
  // what stands at the close of the last month that is there is the newest that is known
  const { content, derived } = rollUp(index, parts.slice(0, last + 1))
  const isShort = last + 1 < parts.length
  const isPartial = (place: string): boolean => {
    const derivation = derived.get(place)
    return derivation?.by === 'sum' && (isShort || derivation.lacking.length > 0)
  }
  const known = valuesOf(index, content, undefined, facts)
  const whole = valuesOf(index, withoutPartial(index, content, isPartial), undefined, facts)
  return line => figureIn(isRatio(line) ? known : whole, line)
}

/** A column with one partial line has no total, so it goes as a whole. */
function withoutPartial(
  index: Index,
  { figures, tables, narrative }: Content,
  isPartial: (place: string) => boolean,
): Content {
  return {
    narrative,
    figures: new Map(
      [...figures].filter(([key]) => {
        const form = index.indicators.get(key)?.form.id ?? ''
        return !isPartial(placeText({ form, row: key }))
      }),
    ),
    tables: new Map(
      [...tables].map(([form, rows]) => {
        const partial = new Set(
          [...rows].flatMap(([row, cells]) =>
            [...cells.keys()].filter(column => isPartial(placeText({ form, row, column }))),
          ),
        )
        return [
          form,
          new Map(
            [...rows].map(([row, cells]) => [
              row,
              new Map([...cells].filter(([column]) => !partial.has(column))),
            ]),
          ),
        ]
      }),
    ),
  }
}
