/**
 * Merges the units' figures into the agency's, one way per kind of merge (domain §5.1), keeping who contributed what.
 * Never adds silently: a second report of an owner's figure is a conflict finding, a blank leaves the row incomplete.
 */
import type { Agency } from './agency.ts'
import type { Index } from './catalogue/catalogue.ts'
import { type Adjustment, officeOf } from './consolidate/adjustments.ts'
import { describeFigures, mergeInputs } from './consolidate/figures.ts'
import type { Merged, Submitted, UnitContribution } from './consolidate/merged.ts'
import { planCounts } from './consolidate/plan-counts.ts'
import { type Sharing, sharing } from './consolidate/shares.ts'
import { mergeRows, totalsOf, withCoverage } from './consolidate/tables.ts'
import { type TableRows, type Values, valuesOf } from './content.ts'
import type { Figure } from './figure.ts'
import { rowFacts } from './rows.ts'

export { type Adjustment, canAdjust } from './consolidate/adjustments.ts'
export type {
  Contribution,
  Coverage,
  Merged,
  MergedFigure,
  MergedRow,
  OfficeContribution,
  Submitted,
  UnitContribution,
} from './consolidate/merged.ts'
export { isOfOffice, isOfUnit } from './consolidate/merged.ts'
export { rowFacts, rowNames } from './rows.ts'

export type MergeInput = {
  readonly index: Index
  readonly agency: Agency
  readonly submissions: readonly Submitted[]
  /** the office's entries, at most one for a place: the latest that was not withdrawn */
  readonly adjustments?: readonly Adjustment[]
  /** merged values of the period whose close is this one's opening (`closedBefore`), for rules over time */
  readonly previous?: Values
}

export function consolidate(input: MergeInput): Merged {
  const { index } = input
  const merged = merge(input)
  const { values, rows, narrative, conflicts, office } = merged
  const shares = sharesIn(input, merged)
  const adjusted = office.applied()
  return {
    values,
    figures: describeFigures(index, values, shares, adjusted),
    tables: new Map(
      [...index.tables.values()].map(form => [
        form.id,
        {
          rows: withCoverage(form, rows.get(form.id) ?? new Map(), shares),
          totals: totalsOf(form, values, shares, adjusted),
        },
      ]),
    ),
    narrative,
    conflicts,
    adjusted,
    lapsed: office.lapsed(),
  }
}

/** The merged values, and of any one of them who owes it and who gave what: for what asks of few figures in many periods. */
export function mergedShares(input: MergeInput): {
  values: Values
  counts: ReadonlyMap<string, Figure>
  shares: Sharing
} {
  const merged = merge(input)
  const { values, counts } = merged
  return { values, counts, shares: sharesIn(input, merged) }
}

const sharesIn = (
  { index, agency }: MergeInput,
  { sorted, facts, counts }: ReturnType<typeof merge>,
): Sharing =>
  sharing(
    index,
    agency,
    sorted.map(one => ({ ...one, values: valuesOf(index, one.content, undefined, facts) })),
    counts,
  )

/** The merged values alone: of the periods a consolidation is held against nobody asks who gave what. */
export const mergedValues = (input: MergeInput): Values => merge(input).values

function merge({ index, agency, submissions, adjustments, previous }: MergeInput) {
  // unit order decides the order of contributions and of joined text, whatever order submissions came in
  const order = new Map(agency.units.map((unit, i) => [unit.key, i]))
  const sorted = [...submissions].sort(
    (a, b) => (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0),
  )
  const facts = rowFacts(agency)
  const office = officeOf(adjustments)
  const { inputs, conflicts } = mergeInputs(index, agency, sorted, office)
  const rows = new Map(
    [...index.tables.values()].map(form => [form.id, mergeRows(agency, form, sorted, office)]),
  )
  const tables = new Map<string, TableRows>()
  for (const [form, lines] of rows) {
    // a table nobody sent is not reported; an empty one says there is none
    if (lines.size > 0 || sorted.some(({ content }) => content.tables.has(form)))
      tables.set(form, new Map([...lines].map(([row, { cells }]) => [row, cells])))
  }
  const narrative = mergeNarrative(index, sorted)
  const counts = planCounts(index, agency, rows, sorted, inputs)
  const joined = new Map(
    [...narrative].map(([code, parts]) => [code, parts.map(part => part.value).join('\n\n')]),
  )
  const values = valuesOf(
    index,
    { figures: new Map([...inputs, ...counts]), tables, narrative: joined },
    previous,
    facts,
  )
  return { values, counts, sorted, facts, rows, narrative, conflicts, office }
}

function mergeNarrative(
  index: Index,
  submissions: readonly Submitted[],
): Map<string, UnitContribution<string>[]> {
  return new Map(
    [...index.sections.keys()].flatMap(code => {
      const parts = submissions.flatMap(({ unit, revision, content }) => {
        const text = content.narrative.get(code)?.trim()
        return text ? [{ unit, revision, value: text }] : []
      })
      return parts.length > 0 ? [[code, parts] as const] : []
    }),
  )
}
