/**
 * How each kind of figure is made of those of shorter periods (domain §3: flows add, the opening balance is that of the
 * first month, stocks are those of the last, ratios follow by their formulas). One table; nothing else may switch over it.
 */
import type { Indicator } from '../catalogue/schema.ts'
import { type Cell, sum } from '../content.ts'
import { type Figure, noneArising, notReported, numberFigure } from '../figure.ts'

export type Aggregation = NonNullable<Indicator['overPeriods']>

export type Way = {
  /** out of the figures of the parts in order, blanks among them */
  readonly of: (parts: readonly Cell[]) => Cell
  /** positions of the parts without whose figure the result is blank or not whole */
  readonly needs: (parts: readonly Cell[]) => readonly number[]
}

const figuresIn = (parts: readonly Cell[]): Figure[] => parts.filter(part => part.state !== 'text')
const all = (parts: readonly Cell[]) => parts.map((_, i) => i)
const flow: Way = { of: parts => sum(figuresIn(parts)), needs: all }
/** Follows from other figures, or is told anew: nothing is carried from the parts. */
const underived: Way = { of: () => notReported, needs: () => [] }

export const ways: Readonly<Record<Aggregation, Way>> = {
  sum: flow,
  first: { of: ([first]) => first ?? notReported, needs: () => [0] },
  last: { of: parts => parts.at(-1) ?? notReported, needs: parts => [parts.length - 1] },
  // once done it is done, whatever the other months say
  or: {
    of: parts => {
      const figures = figuresIn(parts)
      const answers = figures.filter(figure => figure.state === 'number').map(({ value }) => value)
      if (answers.length > 0) return numberFigure(Math.max(...answers))
      return figures.some(({ state }) => state === 'none') ? noneArising : sum(figures)
    },
    needs: parts =>
      parts.some(part => part.state === 'number' && part.value > 0) ? [] : all(parts),
  },
  // members are rows of a list, and those are united by their codes; a count alone cannot be
  union: underived,
  recompute: underived,
  rewrite: underived,
  none: underived,
}

/** Whether a figure of this kind is made of those of the parts at all. */
export const isRolledUp = (aggregation: Aggregation): boolean => ways[aggregation] !== underived
