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
import type { Bodies, Place } from './bodies.ts'
import { indexOf } from './catalogue.ts'
import { type Counting, countingsOf } from './counting.ts'
import { canonicalJson, sha256 } from './digest.ts'
import type { Database } from './env.ts'
import { frozenDocuments } from './frozen.ts'
import type { AdjustmentRow } from './store/adjustments.ts'
import type { AgencyRow } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import type { EarlierDecision, EarlierRevision } from './store/earlier.ts'
import { adjustmentsOver, decisionsOver, documentsOver, newestOver } from './store/over-periods.ts'
import type { PeriodRow } from './store/periods.ts'
import { periodsIn } from './store/province.ts'
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

/** By agency. */
export type CountedPeriods = ReadonlyMap<string, ReadonlyMap<string, CountedPeriod>>

/** Of these periods those that were opened, in the order asked for; no figure is read yet. */
export async function countedPeriods(
  db: Database,
  agency: string,
  periods: readonly string[],
): Promise<ReadonlyMap<string, CountedPeriod>> {
  return (await countedPeriodsOf(db, [agency], periods)).get(agency) ?? new Map()
}

/** The same of several agencies, in as many statements as of one. */
export async function countedPeriodsOf(
  db: Database,
  agencies: readonly string[],
  periods: readonly string[],
): Promise<CountedPeriods> {
  const [opened, newest, decisions, adjustments, documents] = await ask(
    db,
    periodsIn(db, agencies, periods),
    newestOver(db, agencies, periods),
    decisionsOver(db, agencies, periods),
    adjustmentsOver(db, agencies, periods),
    documentsOver(db, agencies, [...new Set(periods.map(yearOf))]),
  )
  const finals = opened.flatMap(({ agency, final }) => (final === null ? [] : [{ agency, final }]))
  const frozen = await frozenDocuments(db, finals)
  const by = <Row extends { agency: string }>(rows: readonly Row[]) =>
    Map.groupBy(rows, row => row.agency)
  const [rowsBy, newestBy, decisionsBy, adjustmentsBy, documentsBy] = [
    by(opened),
    by(newest),
    by(decisions),
    by(adjustments),
    by(documents),
  ]
  return new Map(
    agencies.map(agency => [
      agency,
      counted(periods, {
        opened: (rowsBy.get(agency) ?? []).map(({ agency: _, ...row }) => row),
        newest: newestBy.get(agency) ?? [],
        decisions: decisionsBy.get(agency) ?? [],
        adjustments: (adjustmentsBy.get(agency) ?? []).map(({ agency: _, ...row }) => row),
        documents: documentsBy.get(agency) ?? [],
        frozen,
      }),
    ]),
  )
}

/** What was found of one agency. */
type Found = {
  readonly opened: readonly PeriodRow[]
  readonly newest: readonly (EarlierRevision & { unit: string; receivedAt: string })[]
  readonly decisions: readonly (EarlierDecision & { unit: string; reviewedAt: string })[]
  readonly adjustments: readonly (AdjustmentRow & { period: string })[]
  readonly documents: readonly (AgencyRow & { year: number })[]
  readonly frozen: ReadonlyMap<string, AgencyRow>
}

function counted(
  periods: readonly string[],
  { opened, newest, decisions, adjustments, documents, frozen }: Found,
): Map<string, CountedPeriod> {
  const rows = new Map(opened.map(row => [row.period, row]))
  const current = new Map(
    documents.map(({ year, document, plan }): [number, AgencyRow] => [year, { document, plan }]),
  )
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
  bodies: Bodies,
  place: Place,
  catalogue: string = place.period.row.catalogue,
): Promise<ReadPeriod> {
  const { counting, adjustments, document } = place.period
  const agency = agencyFrom(document)
  const [rows, index] = await Promise.all([bodies(place), indexOf(db, catalogue, agency)])
  return { index, agency, input: toMerge(index, agency, rows, adjustments, counting) }
}

export type MergedPeriod = Omit<ReadPeriod, 'input'> & { readonly values: Values }

/** The same merged. */
export async function mergedPeriod(...asked: Parameters<typeof readPeriod>): Promise<MergedPeriod> {
  const { index, agency, input } = await readPeriod(...asked)
  return { index, agency, values: mergedValues(input) }
}
