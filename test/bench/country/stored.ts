/**
 * Years of an agency stored in batches by the statements the app itself stores with, chain of the audit included, but not
 * judged: the check report of one filing of a unit stands for all of its. Ten years are drawn; a hundred are those ten times.
 */
import type { Agency } from '../../../shared/agency.ts'
import { defaultDueDate, parsePeriod, periodKey, statutoryWindow } from '../../../shared/period.ts'
import { submissionSchema } from '../../../shared/protocol.ts'
import { canonicalJson, sha256 } from '../../../worker/digest.ts'
import type { Database, Statement } from '../../../worker/env.ts'
import { reportOn } from '../../../worker/report-on.ts'
import { first } from '../../../worker/store/ask.ts'
import { addEntry, headOf } from '../../../worker/store/audit.ts'
import { openPeriod } from '../../../worker/store/periods.ts'
import { addSubmission } from '../../../worker/store/submissions.ts'
import { index } from '../province.ts'
import { filing, opening } from './open.ts'
import { firstYear, periodsOfYears, type Reported, reportsOf } from './reports.ts'

/** Statements of a batch: D1 takes a batch for one message, and 100 reports are half a megabyte. */
const together = 100
const drawnYears = 10

/** @param periods what is stored; all of the years unless fewer are named */
export async function storeYears(
  db: Database,
  agency: Agency,
  { seed, years, periods = periodsOfYears(years) }: Stored,
): Promise<number> {
  const wanted = [...new Set(periods.map(drawn))]
  const units = agency.units.map(({ key }) => ({
    unit: key,
    reports: reportsOf(index, agency, key, seed, Math.min(years, drawnYears), wanted),
    check: new Map<string, string>(),
  }))
  // drawing kept this process busy, and a local D1 may have hung up meanwhile: its connection has to hear of it
  await new Promise(resume => setTimeout(resume, 20))
  let head = (await first(headOf(db, agency.key))) ?? { seq: 0, hash: '' }
  let waiting: Statement[] = []
  const told = (action: string, at: string, actor: string, detail: object): Statement => {
    const entry = {
      ...{ agency: agency.key, seq: head.seq + 1, at, actor, name: actor, action },
      ...{ detail: canonicalJson(detail), prev: head.hash },
    }
    const { seq, name, prev } = entry
    const said = [entry.agency, seq, at, actor, name, action, entry.detail, prev]
    head = { seq, hash: sha256(canonicalJson(said)) }
    return addEntry(db, { ...entry, hash: head.hash })
  }
  const store = async (statements: Statement[]) => {
    waiting.push(...statements)
    if (waiting.length < together) return
    await db.batch(waiting)
    waiting = []
  }
  let stored = 0
  for (const period of periods) {
    const { from, to } = statutoryWindow(period)
    const opened = {
      ...{ period, from, to, dueDate: defaultDueDate(period) },
      ...{ catalogue: index.catalogue.id, openedAt: opening(period) },
    }
    await store([
      told('period.opened', opened.openedAt, 'clerk', opened),
      openPeriod(db, { ...opened, agency: agency.key }),
    ])
    for (const { unit, reports, check } of units) {
      const report = reports.get(drawn(period))
      if (!report) throw new Error(`nothing was drawn for ${unit} in ${period}`)
      const filed = filedAs(agency, unit, period, report, check)
      const { id, revision, digest, receivedAt } = filed
      const detail = { period, unit, revision, id, digest, report: sha256(filed.report) }
      await store([
        told('submission.received', receivedAt, `unit:${unit}`, detail),
        addSubmission(db, filed),
      ])
      stored++
    }
  }
  if (waiting.length > 0) await db.batch(waiting)
  return stored
}
type Stored = {
  readonly seed: number
  readonly years: number
  readonly periods?: readonly string[]
}

/** The same period among the years that are drawn. */
const drawn = (period: string): string => {
  const parsed = parsePeriod(period)
  return periodKey({ ...parsed, year: firstYear + ((parsed.year - firstYear) % drawnYears) })
}

/** What was reported in a drawn year, as of another. */
export const reportIn = (reports: ReadonlyMap<string, Reported>, period: string): Reported => {
  const report = reports.get(drawn(period))
  if (!report) throw new Error(`nothing was drawn for ${period}`)
  const { from, to } = statutoryWindow(period)
  return { ...report, window: { from, to } }
}

function filedAs(
  agency: Agency,
  unit: string,
  period: string,
  drawnReport: Reported,
  checks: Map<string, string>,
) {
  const { from, to } = statutoryWindow(period)
  const submission = submissionSchema.parse({ ...drawnReport, window: { from, to }, basedOn: null })
  const body = canonicalJson(submission)
  const [digest, receivedAt] = [sha256(body), filing(period)]
  const { kind } = parsePeriod(period)
  const run = { period, revision: 1, digest, time: receivedAt, trigger: 'submit' } as const
  const report =
    checks.get(kind) ??
    JSON.stringify(
      reportOn({ index, agency, unit }, submission, { ...run, previous: undefined, months: [] }),
    )
  checks.set(kind, report)
  return {
    ...{ id: crypto.randomUUID(), agency: agency.key, period, unit, revision: 1, basedOn: null },
    ...{ digest, receivedAt, body, report },
    ...{ preparedBy: submission.preparedBy, approvedBy: submission.approvedBy },
  }
}
