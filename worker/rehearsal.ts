/**
 * What a rule would have said of what is stored, before it is switched on: the revisions that count, period by period, so
 * that no more than one period's content is in memory. Nothing is written, reasons given for the rule do not excuse.
 */
import type { Agency } from '../shared/agency.ts'
import type { Index } from '../shared/catalogue/catalogue.ts'
import { ruleFaults } from '../shared/catalogue/read.ts'
import { closedBefore, periodsBefore, yearOf } from '../shared/period.ts'
import type { Rehearsal, Submission } from '../shared/protocol.ts'
import type { Finding } from '../shared/rules/engine.ts'
import type { Rule } from '../shared/rules/schema.ts'
import { agencyFrom } from './agency.ts'
import { indexOf } from './catalogue.ts'
import { consolidationOf } from './consolidated.ts'
import { type Filer, historyBefore } from './earlier.ts'
import type { Database } from './env.ts'
import { contentOf, submissionFrom } from './filed.ts'
import { periodKeyOf, shownBefore } from './opened.ts'
import { Problem } from './problem.ts'
import { reportOn } from './report-on.ts'
import { monthsFiled } from './rolled-up.ts'
import { ruleWords } from './rules-words.ts'
import { sourcesNow } from './sources.ts'
import { countedOf } from './standing.ts'
import { agencyDocument } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { decisionsOfAgency, newestOfAgency, openingFiled } from './store/earlier.ts'
import { documentsOver } from './store/over-periods.ts'
import { type PeriodRow, periodsNamed } from './store/periods.ts'
import { type CountedRow, countedRevisions } from './store/submissions.ts'

/** Two years of months. */
const mostPeriods = 24
const mostSentences = 200

type Judged = { readonly unit: string; readonly revision: number; readonly findings: Finding[] }

/** @throws Problem when the periods are not of one kind, in order and at most 24 */
export async function rehearse(
  db: Database,
  agencyKey: string,
  rule: Rule,
  range: { readonly from: string; readonly to: string },
): Promise<Rehearsal> {
  const [[document], opened] = await ask(
    db,
    agencyDocument(db, agencyKey),
    periodsNamed(db, agencyKey, periodsIn(range)),
  )
  const agency = agencyFrom(document)
  const asked = opened.sort((a, b) => (a.period < b.period ? 1 : -1))
  // a plan is of a year, so it is asked for once for all of its periods
  const years = [...new Set(asked.map(({ period }) => yearOf(period)))]
  const [planned] = await ask(db, documentsOver(db, [agencyKey], years))
  const judges = ofMerged(rule) ? 'agency' : 'unit'
  const filed = await filedIn(db, agencyKey, asked)
  const said: Rehearsal['findings'] = []
  const skipped: string[] = []
  const counts = new Map<string, { submissions: number; failing: number; findings: number }>()
  // the newest first, so that the sentences that are kept are the latest
  for (const row of asked) {
    const reporting = agencyFrom(planned.find(({ year }) => year === yearOf(row.period)))
    const catalogue = await indexOf(db, row.catalogue, reporting)
    if (ruleFaults(catalogue, rule).length > 0) {
      skipped.push(row.period)
      continue
    }
    const index: Index = { ...catalogue, rules: [rule] }
    const judged =
      judges === 'agency'
        ? await judgedMerged(db, agencyKey, row, rule)
        : await judgedUnits(db, { index, agency: reporting, rule }, row.period, filed)
    for (const { unit, revision, findings } of judged) {
      const count = counts.get(unit) ?? { submissions: 0, failing: 0, findings: 0 }
      counts.set(unit, {
        submissions: count.submissions + 1,
        failing: count.failing + Number(findings.length > 0),
        findings: count.findings + findings.length,
      })
      for (const { message, at } of findings)
        said.push({ unit, period: row.period, revision, message, at: at.place })
    }
  }
  const places = [...agency.units, { key: agency.key, name: ruleWords.mergedFigures() }]
  const units = places.flatMap(({ key, name }) => {
    const count = counts.get(key)
    return count ? [{ unit: key, name, ...count }] : []
  })
  return {
    rule: rule.id,
    title: rule.title,
    ...range,
    judges,
    skipped,
    submissions: units.reduce((sum, unit) => sum + unit.submissions, 0),
    failing: units.reduce((sum, unit) => sum + unit.failing, 0),
    units,
    findings: said.slice(0, mostSentences),
    hidden: Math.max(0, said.length - mostSentences),
  }
}

/** A rule that no unit's own figures are judged by. */
const ofMerged = (rule: Rule): boolean =>
  rule.check === 'single-owner' || ('level' in rule && rule.level === 'agency')

/** Periods of the same kind from the one to the other. */
function periodsIn(range: { from: string; to: string }): string[] {
  const [from, to] = [periodKeyOf(range.from), periodKeyOf(range.to)]
  if (kindOf(from) !== kindOf(to)) throw new Problem('malformed', ruleWords.kinds(from, to))
  if (from > to) throw new Problem('malformed', ruleWords.order(from, to))
  const wanted = [...periodsBefore(to, mostPeriods - 1), to]
  if (!wanted.includes(from)) throw new Problem('malformed', ruleWords.tooLong(mostPeriods))
  return wanted.filter(period => period >= from)
}

/** 2025-M04 → M, 2025-6M → 6M */
const kindOf = (period: string): string => period.slice(5).replace(/^(?<kind>[MQ])\d+$/u, '$<kind>')

/** What units filed in these periods and in the year before them, with what the office decided about it. */
async function filedIn(db: Database, agency: string, asked: readonly PeriodRow[]) {
  const keys = asked.map(({ period }) => period)
  const [oldest] = keys.slice(-1)
  const periods = [...keys, ...(oldest ? shownBefore(oldest) : [])]
  const [newest, decisions] = await ask(
    db,
    newestOfAgency(db, agency, periods),
    decisionsOfAgency(db, agency, periods),
  )
  return { newest, decisions }
}
type Filed = Awaited<ReturnType<typeof filedIn>>

/** The revisions of a period that count, their bodies and nothing of any other period. */
async function countedOfPeriod(
  db: Database,
  agency: string,
  period: string,
  { newest, decisions }: Filed,
): Promise<readonly CountedRow[]> {
  const wanted = newest.flatMap(row => {
    if (row.period !== period) return []
    const decided = decisions.filter(one => one.period === period && one.unit === row.unit)
    const one = countedOf(row, decided)
    return one ? [{ unit: row.unit, revision: one.revision }] : []
  })
  if (wanted.length === 0) return []
  const [rows] = await ask(db, countedRevisions(db, agency, period, wanted))
  return rows
}

type Judging = { readonly index: Index; readonly agency: Agency; readonly rule: Rule }

async function judgedUnits(
  db: Database,
  { index, agency, rule }: Judging,
  period: string,
  filed: Filed,
): Promise<Judged[]> {
  const judged: Judged[] = []
  const counted = await countedOfPeriod(db, agency.key, period, filed)
  for (const { key: unit } of agency.units) {
    const row = counted.find(one => one.unit === unit)
    if (!row) continue
    const { revision } = row
    const before = looksBack(rule)
      ? await broughtAlong(db, { agency: agency.key, unit, period, index }, filed)
      : { previous: undefined, months: [] }
    const submission: Submission = { ...submissionFrom(row), reasons: [] }
    const { results } = reportOn({ index, agency, unit }, submission, {
      ...{ period, revision, digest: row.digest, time: row.receivedAt, trigger: 'check' },
      ...before,
    })
    judged.push({ unit, revision, findings: [...results] })
  }
  return judged
}

/** Checks that judge a submission by itself; whatever else there is may ask what was reported before. */
const byItself: ReadonlySet<Rule['check']> = new Set([
  ...(['range', 'within', 'stated', 'total-row', 'unread', 'unlisted', 'member-code'] as const),
  ...(['window', 'single-owner', 'quoted', 'enumerated'] as const),
])
const looksBack = (rule: Rule): boolean =>
  rule.check === 'compare'
    ? /\bprevious\./u.test(`${rule.left} ${rule.right}`)
    : !byItself.has(rule.check)

/** What a submission of the unit is judged beside, read as it is when one comes in. */
async function broughtAlong(db: Database, filer: Filer, { newest, decisions }: Filed) {
  const { agency, unit, period } = filer
  const earlier = new Set(shownBefore(period))
  const isEarlier = (row: { unit: string; period: string }) =>
    row.unit === unit && earlier.has(row.period)
  const [[closed]] = await ask(db, openingFiled(db, agency, unit, closedBefore(period)))
  return {
    previous: closed && contentOf(closed),
    history: await historyBefore(db, filer, newest.filter(isEarlier), decisions.filter(isEarlier)),
    months: await monthsFiled(db, agency, unit, period),
  }
}

/** The merged figures of a period as one submission of the agency; none where nobody has filed. */
async function judgedMerged(
  db: Database,
  agency: string,
  { period }: PeriodRow,
  rule: Rule,
): Promise<Judged[]> {
  const made = await consolidationOf(db, agency, await sourcesNow(db, agency, period), {
    rehearsed: [rule],
  })
  if (made.filed.length === 0) return []
  return [{ unit: agency, revision: 1, findings: [...made.consolidation.findings] }]
}
