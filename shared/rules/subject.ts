/** What rules judge, and what they say of a place. */
import type { Values } from '../content.ts'
import { type Figure, roundHalfUp } from '../figure.ts'
import type { Expression, Reference } from '../formula.ts'
import type { Window } from '../period.ts'
import type { Place } from '../place.ts'
import type { Exclusion } from '../protocol/rules.ts'
import type { RollUp } from '../roll-up.ts'
import type { History, Track } from './history.ts'
import type { SaidChange } from './narrative-over-time.ts'

/** A value as it was printed, with the decimals that decide how it is compared; a cell's own number has none. */
export type Stated = { readonly value: number; readonly decimals?: number }

export type Subject = {
  /** one unit's figures, or the merged figures of the agency */
  readonly level: 'unit' | 'agency'
  readonly period: string
  readonly values: Values
  /** printed values of computed places: overwritten cells, uploaded sheets, published reports */
  readonly stated?: ReadonlyMap<string, Stated>
  /** place → text found where a figure belongs */
  readonly unread?: ReadonlyMap<string, string>
  readonly window?: Window
  /** indicator → units other than the owner that reported it too */
  readonly conflicts?: ReadonlyMap<string, readonly string[]>
  /** what the unit reported in periods of the same kind before; left out where nobody asks about one unit */
  readonly history?: History
  /** what the months of a longer period come to; left out for months and where none is stored */
  readonly rolledUp?: RollUp
  /** groups declared to stand outside a ratio in the period */
  readonly exclusions?: readonly Exclusion[]
}

export type Verdict = {
  readonly place: Place
  readonly outcome: 'pass' | 'fail' | 'na'
  /** of a failure: the figures judged, for messages and for binding a reason to the values it explains */
  readonly operands: readonly (readonly [string, Figure])[]
  readonly actual?: Figure
  readonly expected?: { readonly operator: '=' | '<=' | '>='; readonly value: number }
  /** how the expected value came about, for the arithmetic in the message */
  readonly derivation?: {
    readonly expression: Expression
    readonly figureOf: (r: Reference) => Figure
  }
  /** what the narrative says of a rate over time */
  readonly change?: SaidChange
  /** of a figure judged by what it usually is */
  readonly track?: Track
  /** words the message needs: the text that could not be read, the units in conflict */
  readonly words?: string
}

export const verdict = (
  place: Place,
  outcome: Verdict['outcome'],
  rest?: Partial<Verdict>,
): Verdict =>
  // most verdicts are a pass, of which nothing more is said
  rest ? { place, outcome, operands: nothing, ...rest } : { place, outcome, operands: nothing }
const nothing: Verdict['operands'] = []

/** Two doubles that print alike are alike; sums of money carry binary dust. */
export const alike = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

/** Does the exact value equal what was printed, at the printed decimals (PCT-PRINT)? */
export const equals = (exact: number, { value, decimals }: Stated): boolean =>
  decimals === undefined ? alike(exact, value) : roundHalfUp(exact, decimals) === value
