/**
 * What counts of many periods, in round trips whose number and size their history has no part in; and the merged figures of
 * one of them without its neighbours, rules and contributions: all that series and reviews of years need.
 */
import type { Agency } from '../shared/agency.ts'
import type { Index } from '../shared/catalogue/catalogue.ts'
import { type MergeInput, mergedValues } from '../shared/consolidate.ts'
import type { Values } from '../shared/content.ts'
import { yearOf } from '../shared/period.ts'
import { agencyFrom } from './agency.ts'
import { indexOf } from './catalogue.ts'
import { canonicalJson, sha256 } from './digest.ts'
import type { Database } from './env.ts'
import { frozenDocuments } from './frozen.ts'
import { type Counting, countingsOf } from './sources.ts'
import { type AdjustmentRow, adjustmentsOfPeriods } from './store/adjustments.ts'
import { type AgencyRow, agencyIn } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { decisionsOfAgency, newestOfAgency } from './store/earlier.ts'
import { type PeriodRow, periodsNamed } from './store/periods.ts'
import { countedRevisions } from './store/submissions.ts'
import { toMerge } from './to-merge.ts'

export type CountedPeriod = {
  readonly row: PeriodRow
  readonly counting: Counting
  readonly adjustments: readonly AdjustmentRow[]
  /** as the lock kept it, or as it is now */
  readonly document: AgencyRow
  /** names what counts */
  readonly digest: string
  /** UTC instant of the last thing that happened to any of it */
  readonly asOf: string
}

/** Of these periods those that were opened, in the order asked for; no figure is read yet. */
export async function countedPeriods(
  db: Database,
  agency: string,
  periods: readonly string[],
): Promise<Map<string, CountedPeriod>> {
  const [opened, newest, decisions, adjustments] = await ask(
    db,
    periodsNamed(db, agency, periods),
    newestOfAgency(db, agency, periods),
    decisionsOfAgency(db, agency, periods),
    adjustmentsOfPeriods(db, agency, periods),
  )
  if (opened.length === 0) return new Map()
  const rows = new Map(opened.map(row => [row.period, row]))
  // a plan is of a year, so one period of it is asked about
  const years = new Map(opened.map(({ period }) => [yearOf(period), period]))
  const [documents, frozen] = await Promise.all([
    ask(db, ...[...years.values()].map(period => agencyIn(db, agency, period))),
    frozenDocuments(
      db,
      agency,
      opened.flatMap(({ final }) => final ?? []),
    ),
  ])
  const current = new Map([...years.keys()].map((year, i) => [year, documents[i]?.[0]]))
  const countingIn = countingsOf(newest, decisions, adjustments)
  const adjusted = Map.groupBy(adjustments, one => one.period)
  const instants = Map.groupBy(
    [
      ...newest.map(({ period, receivedAt: at }) => ({ period, at })),
      ...decisions.map(({ period, reviewedAt: at }) => ({ period, at })),
      ...adjustments.map(({ period, adjustedAt: at }) => ({ period, at })),
    ],
    ({ period }) => period,
  )
  return new Map(
    periods.flatMap((period): [string, CountedPeriod][] => {
      const row = rows.get(period)
      if (!row) return []
      // a plan written since the lock does not reach what was signed
      const document = frozen.get(row.final ?? '') ?? current.get(yearOf(period))
      if (!document) throw new Error('a session names an agency that is not there')
      const { revisions, adjustments: standing } = countingIn(period)
      const counting = { revisions, adjustments: standing }
      const happened = (instants.get(period) ?? []).map(({ at }) => at).sort()
      return [
        [
          period,
          {
            ...{ row, counting, adjustments: adjusted.get(period) ?? [], document },
            digest: sha256(canonicalJson([period, row.state, row.catalogue, counting, document])),
            asOf: happened.at(-1) ?? row.openedAt,
          },
        ],
      ]
    }),
  )
}

/** Something of it counts. */
export const hasCounted = ({ counting }: CountedPeriod): boolean =>
  counting.revisions.length > 0 || counting.adjustments.length > 0

/** What counts of a period, read; with what its agency and its plan make of the catalogue. */
export type ReadPeriod = {
  readonly index: Index
  readonly agency: Agency
  readonly input: MergeInput
}

/** @param catalogue whose names the figures are read by: keys are never reused for another meaning */
export async function readPeriod(
  db: Database,
  agencyKey: string,
  { row, counting, adjustments, document }: CountedPeriod,
  catalogue: string = row.catalogue,
): Promise<ReadPeriod> {
  const agency = agencyFrom(document)
  const { revisions } = counting
  const [[rows], index] = await Promise.all([
    revisions.length > 0
      ? ask(db, countedRevisions(db, agencyKey, row.period, revisions))
      : ([[]] as const),
    indexOf(db, catalogue, agency),
  ])
  return { index, agency, input: toMerge(index, agency, rows, adjustments, counting) }
}

export type MergedPeriod = Omit<ReadPeriod, 'input'> & { readonly values: Values }

/** The same merged. */
export async function mergedPeriod(...asked: Parameters<typeof readPeriod>): Promise<MergedPeriod> {
  const { index, agency, input } = await readPeriod(...asked)
  return { index, agency, values: mergedValues(input) }
}
