/** One figure over the periods before and this one, and the bars of its small chart. */
import type { Values } from '../../../shared/content.ts'
import { quantity } from '../../../shared/figure.ts'
import { periodsBefore } from '../../../shared/period.ts'
import type { Place } from '../../../shared/place.ts'
import { printed } from '../parts/place-words.ts'
import type { Book } from './book.ts'
import { cellAt } from './selected.ts'

export type Point = {
  readonly period: string
  /** as printed; "" when nothing was reported */
  readonly words: string
  /** what it counts as; undefined: not reported or not applicable */
  readonly value: number | undefined
}

const periodsShown = 12

/** Twelve periods before, whether reported or not, and this one last. */
export function seriesOf(book: Book, values: Values, place: Place): Point[] {
  const { period } = book.period
  const known = new Map(book.history.map(earlier => [earlier.period, earlier.values]))
  known.set(period, values)
  return [...periodsBefore(period, periodsShown), period].map(key => {
    const cell = cellAt(known.get(key), place)
    return {
      period: key,
      words: printed(book.index, place, cell),
      value: cell.state === 'text' ? undefined : quantity(cell),
    }
  })
}

export type Bar = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly known: boolean
}

/** Bars from zero, so that their lengths compare; a period without figure keeps its place with a mark on the ground. */
export function bars(points: readonly Point[], width: number, height: number): Bar[] {
  const most = Math.max(0, ...points.map(({ value }) => value ?? 0))
  const step = width / points.length
  const gap = step * 0.25
  // what is there but small, or zero, is still to be seen
  const least = 2
  return points.map(({ value }, i) => {
    const share = value === undefined || most === 0 ? 0 : Math.max(0, value) / most
    const tall = value === undefined ? 1 : Math.max(least, share * height)
    return {
      x: round(i * step + gap / 2),
      y: round(height - tall),
      width: round(step - gap),
      height: round(tall),
      known: value !== undefined,
    }
  })
}

const round = (value: number): number => Math.round(value * 100) / 100
