/** What merging gives: the agency's figures with who contributed what, and how much is still missing. */
import type { Cell, Content, Values } from '../content.ts'
import type { Figure } from '../figure.ts'

export type Submitted = {
  readonly unit: string
  readonly revision: number
  readonly content: Content
}
export type Contribution<T> = {
  readonly unit: string
  readonly revision: number
  readonly value: T
}
export type Coverage = { readonly expected: number; readonly reported: number }

export type MergedFigure = {
  readonly figure: Figure
  readonly coverage: Coverage
  readonly contributions: readonly Contribution<Figure>[]
}
export type MergedRow = {
  readonly cells: ReadonlyMap<string, Cell>
  readonly contributions: readonly Contribution<ReadonlyMap<string, Cell>>[]
}
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
  readonly narrative: ReadonlyMap<string, readonly Contribution<string>[]>
  /** indicator → units other than its owner that reported it */
  readonly conflicts: ReadonlyMap<string, readonly string[]>
}

/** One unit's submission with everything that follows from it. */
export type UnitValues = Submitted & { readonly values: Values }
