/**
 * Where the figures of a year come from: its own period where something of it counts, else its months or quarters added
 * up, else what was typed of it, else nothing. Which sources there are is known before any body is read, and their
 * digests name the review.
 */
import type { Index } from '../../shared/catalogue/catalogue.ts'
import { rowFacts } from '../../shared/consolidate.ts'
import { type Figure, notReported } from '../../shared/figure.ts'
import { isPastDue, statusOf } from '../../shared/figure-status.ts'
import { monthsOf, type PeriodKind, parsePeriod, periodKey } from '../../shared/period.ts'
import { attainmentsOf } from '../../shared/plan/attainment.ts'
import type { FigureStatus } from '../../shared/protocol.ts'
import { figureIn, type ReviewedLine } from '../../shared/retrospective/lines.ts'
import type { Missed } from '../../shared/retrospective/outline.ts'
import type { KnownYear } from '../../shared/retrospective/retrospective.ts'
import { reviewWords } from '../../shared/retrospective/words.ts'
import { yearRolledUp } from '../../shared/retrospective/year.ts'
import { agencyFrom, planFrom } from '../agency.ts'
import { bodiesAhead } from '../bodies.ts'
import {
  type CountedPeriod,
  countedPeriods,
  hasCounted,
  type MergedPeriod,
  mergedPeriod,
} from '../counted-periods.ts'
import type { Database } from '../env.ts'
import { figuresTyped, pastYearFrom } from '../past-years/typed.ts'
import { ask } from '../store/ask.ts'
import { lastPastYears, type PastYearRow } from '../store/past-years.ts'
import { everyYear, yearsOpened } from '../store/periods.ts'

/** Something is known of the year; its figures are read when they are asked for. */
export type YearSource = Pick<KnownYear, 'year' | 'origin' | 'words' | 'status'> & {
  /** digests of what it is made of */
  readonly of: readonly string[]
  /** UTC instant of the last thing that happened to it */
  readonly asOf: string
  readonly figures: () => Promise<Figures>
}
type Figures = {
  readonly figure: (line: ReviewedLine) => Figure
  /** targets of the plan in force that the year's own figures miss */
  readonly missed: readonly Missed[]
}

type Filed = {
  readonly db: Database
  readonly agency: string
  readonly index: Index
  /** the date in Vietnam: what is missing becomes late by it alone */
  readonly today: string
}

/** Of the years asked for, those something is known of; the earliest first. */
export async function yearSources(filed: Filed, years: readonly number[]): Promise<YearSource[]> {
  const { db, agency } = filed
  const ordered = [...years].sort((a, b) => a - b)
  const [stored, [typed]] = await Promise.all([
    countedPeriods(
      db,
      agency,
      ordered.flatMap(year => [yearKey(year), ...monthsOf(yearKey(year)), ...quartersOf(year)]),
    ),
    ask(db, lastPastYears(db, agency)),
  ])
  const counted = new Map([...stored].filter(([, period]) => hasCounted(period)))
  return ordered.flatMap((year): YearSource[] => {
    const row = typed.find(one => one.year === year)
    const source =
      storedYear(filed, year, counted) ??
      derivedYear(filed, year, counted) ??
      (row && typedYear(filed, row))
    return source ? [source] : []
  })
}

/** More than a sentence can name. */
const mostYears = 40

/** Every year something may be known of, for sentences about what to ask for. */
export async function yearsKnown({ db, agency }: Filed): Promise<number[]> {
  const [opened, typed] = await ask(
    db,
    yearsOpened(db, agency, everyYear, mostYears),
    lastPastYears(db, agency),
  )
  const years = [
    ...opened.map(({ year }) => Number(year)),
    ...typed.filter(({ figures }) => figures !== '{}').map(({ year }) => year),
  ]
  return [...new Set(years)].sort((a, b) => a - b)
}

type Counted = ReadonlyMap<string, CountedPeriod>

function storedYear(filed: Filed, year: number, counted: Counted): YearSource | undefined {
  const own = counted.get(yearKey(year))
  if (!own) return undefined
  const { row, digest, asOf } = own
  return {
    year,
    origin: 'stored',
    words: reviewWords.origins.stored(year, row.state === 'locked'),
    status: statusOver([own], filed.today, true),
    of: [digest],
    asOf,
    figures: async () => {
      const place = { agency: filed.agency, period: own }
      const merged = await mergedPeriod(filed.db, bodiesAhead(filed.db, [place]), place)
      return {
        figure: line => figureIn(merged.values, line),
        missed: missedIn(merged, own, year),
      }
    },
  }
}

/** By the reports of units that are in them; a year made of its months is never final (`protocol/series.ts`). */
function statusOver(periods: readonly CountedPeriod[], today: string, own = false): FigureStatus {
  const statuses = periods.map(({ row, counting, document }) =>
    statusOf({
      locked: row.state === 'locked',
      pastDue: isPastDue(row.dueDate, today),
      coverage: {
        expected: agencyFrom(document).units.length,
        reported: counting.revisions.length,
      },
    }),
  )
  const worst = (['late', 'incomplete'] as const).find(status => statuses.includes(status))
  return worst ?? (own && statuses[0] === 'final' ? 'final' : 'provisional')
}

function missedIn(
  { index, agency, values }: MergedPeriod,
  { document: { plan } }: CountedPeriod,
  year: number,
) {
  if (!plan) return []
  return attainmentsOf(index, agency, values, planFrom(plan), year).flatMap(
    ({ indicator, attained, due, words }): Missed[] => {
      const form = indicator === null ? undefined : index.indicators.get(indicator)?.form.id
      return attained === false && due && form ? [{ form, words: `${words}.` }] : []
    },
  )
}

/** Out of its months, or where none counts out of its quarters. */
function derivedYear(filed: Filed, year: number, counted: Counted): YearSource | undefined {
  for (const kind of ['M', 'Q'] as const) {
    const keys = kind === 'M' ? monthsOf(yearKey(year)) : quartersOf(year)
    const parts = keys.map(key => counted.get(key))
    const known = parts.filter(part => part !== undefined)
    const last = known.at(-1)
    if (!last) continue
    const missing = keys.filter((_, i) => parts[i] === undefined)
    return {
      year,
      origin: 'derived',
      words: reviewWords.origins.derived(year, kind, missing.map(parsePeriod)),
      status: missing.length > 0 ? 'incomplete' : statusOver(known, filed.today),
      of: known.map(({ digest }) => digest),
      asOf:
        known
          .map(part => part.asOf)
          .sort()
          .at(-1) ?? '',
      figures: async () => {
        const place = (period: CountedPeriod) => ({ agency: filed.agency, period })
        const bodies = bodiesAhead(filed.db, known.map(place))
        const merged = await Promise.all(
          parts.map(part => part && mergedPeriod(filed.db, bodies, place(part))),
        )
        const latest = merged.findLast(part => part !== undefined)
        if (!latest) return { figure: () => notReported, missed: [] }
        const whole = keys.map((period, i) => ({
          period,
          content: merged[i]?.values.content ?? null,
        }))
        const { index, agency: reporting } = latest
        return { figure: yearRolledUp(index, whole, rowFacts(reporting)), missed: [] }
      },
    }
  }
  return undefined
}

/** A writing without figures withdraws what was typed. */
function typedYear({ index }: Filed, row: PastYearRow): YearSource | undefined {
  const { year, source, figures, at } = pastYearFrom(row)
  if (Object.keys(figures).length === 0) return undefined
  const typed = figuresTyped(index, figures)
  return {
    year,
    origin: 'typed',
    words: reviewWords.origins.typed(source),
    status: 'final',
    of: [String(row.number), row.figures, source],
    asOf: at,
    figures: async () => ({ figure: typed, missed: [] }),
  }
}

const keyed = (kind: PeriodKind, year: number, ordinal: number): string =>
  periodKey({ kind, year, ordinal })
const yearKey = (year: number): string => keyed('Y', year, 1)
const quartersOf = (year: number): string[] => [1, 2, 3, 4].map(n => keyed('Q', year, n))
