/** What merging gives: the agency's figures with who contributed what, and how much is still missing. */
import type { Cell, Content, Values } from '../content.ts'
import type { Figure } from '../figure.ts'
import type { Adjustment } from './adjustments.ts'

export type Submitted = {
  readonly unit: string
  readonly revision: number
  readonly content: Content
}

/** What a unit gave, by the revision it submitted. */
export type UnitContribution<T> = {
  readonly unit: string
  readonly revision: number
  readonly value: T
}
/** What the office entered beside the units, with its reason, the clerk's name and the instant in UTC. */
export type OfficeContribution<T> = {
  readonly unit: null
  readonly revision: null
  readonly value: T
  readonly adjustment: Pick<Adjustment, 'reason' | 'by' | 'at'>
}
export type Contribution<T> = UnitContribution<T> | OfficeContribution<T>
export type Coverage = { readonly expected: number; readonly reported: number }

export const isOfUnit = <T>(part: Contribution<T>): part is UnitContribution<T> =>
  part.unit !== null
export const isOfOffice = <T>(part: Contribution<T>): part is OfficeContribution<T> =>
  part.unit === null

export type MergedFigure = {
  readonly figure: Figure
  readonly coverage: Coverage
  readonly contributions: readonly Contribution<Figure>[]
}
export type MergedLine = {
  readonly cells: ReadonlyMap<string, Cell>
  /** one per unit with all its cells, then one per adjusted cell */
  readonly contributions: readonly Contribution<ReadonlyMap<string, Cell>>[]
}
/** Beside it of each of its numbers, typed or computed, who owes it and who told it. */
export type MergedRow = MergedLine & { readonly coverage: ReadonlyMap<string, Coverage> }
export type Merged = {
  readonly values: Values
  readonly figures: ReadonlyMap<string, MergedFigure>
  readonly tables: ReadonlyMap<
    string,
    {
      readonly rows: ReadonlyMap<string, MergedRow>
      readonly totals: ReadonlyMap<string, MergedFigure>
    }
  >
  readonly narrative: ReadonlyMap<string, readonly UnitContribution<string>[]>
  /** indicator → units other than its owner that reported it */
  readonly conflicts: ReadonlyMap<string, readonly string[]>
  /** adjustments that were applied, by number */
  readonly adjusted: readonly Adjustment[]
  /** adjustments that were not applied, because what they were made upon is no longer so; by number */
  readonly lapsed: readonly Adjustment[]
}

/** One unit's submission with everything that follows from it. */
export type UnitValues = Submitted & { readonly values: Values }
