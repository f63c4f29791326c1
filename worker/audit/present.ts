/** What the tables hold of an agency, as the records in which `traces.ts` has what the chain tells of them. */
import { canonicalJson, sha256 } from '../digest.ts'
import type { Database } from '../env.ts'
import { accessOfAgency } from '../store/access.ts'
import { agencyDocument } from '../store/agencies.ts'
import { ask } from '../store/ask.ts'
import { exportedHeads } from '../store/audit.ts'
import { keptEditions } from '../store/inspections.ts'
import { keptPastYears } from '../store/past-years.ts'
import {
  coveringAgency,
  filedAfter,
  keptAdjustments,
  keptEdits,
  keptExclusions,
  keptPeriods,
  keptPlans,
  keptReviews,
  keptRuleChanges,
} from '../store/traces.ts'
import { keptWebhooks } from '../store/webhooks.ts'
import { registrationDigest } from '../webhook/registration.ts'
import { contentOf, shortId, type Trace, type Traces, traceKey } from './traces.ts'

/** What is there; `broken` are submissions whose body is not the one that was received. */
export type Present = { readonly traces: Traces; readonly broken: Set<string> }

const page = 50

export async function presentTraces(db: Database, agency: string): Promise<Present> {
  const traces: Traces = new Map()
  const broken = new Set<string>()
  const add = (subject: Trace['subject'], name: string, content: Trace['content']) => {
    traces.set(traceKey({ subject, name }), { subject, name, content })
  }
  const [
    [document],
    accesses,
    periods,
    reviews,
    adjustments,
    edits,
    plans,
    inspections,
    heads,
    covering,
  ] = await ask(
    db,
    agencyDocument(db, agency),
    accessOfAgency(db, agency),
    keptPeriods(db, agency),
    keptReviews(db, agency),
    keptAdjustments(db, agency),
    keptEdits(db, agency),
    keptPlans(db, agency),
    keptEditions(db, agency),
    exportedHeads(db, agency),
    coveringAgency(db, agency),
  )
  if (document) add('agency', '', { digest: sha256(document.document) })
  for (const { codeHash, ...row } of accesses) add('access', shortId(codeHash), row)
  for (const { access } of covering) add('coverage', shortId(access), {})
  for (const row of periods) add('period', row.period, row)
  for (const { number, reviewedBy, reviewedAt, questioned, ...row } of reviews)
    add('review', `${row.period} ${row.unit} ${number}`, {
      ...row,
      questioned: listIn(questioned),
      by: reviewedBy,
      at: reviewedAt,
    })
  for (const { id, period, place, ...row } of adjustments) {
    const digest = sha256(canonicalJson({ id, period, place, ...row }))
    add('adjustment', id, { period, place, digest })
  }
  for (const { period, ...row } of edits) {
    const { section, number } = row
    const content = { period, section, digest: sha256(canonicalJson(row)) }
    add('narrative', `${period} ${section} ${number}`, content)
  }
  const [changes, exclusions] = await ask(
    db,
    keptRuleChanges(db, agency),
    keptExclusions(db, agency),
  )
  for (const row of changes) {
    const content = { rule: row.rule, digest: sha256(canonicalJson(row)) }
    add('rule', `${row.rule} ${row.number}`, content)
  }
  for (const row of exclusions) {
    const content = { id: row.id, digest: sha256(canonicalJson(row)) }
    add('exclusion', `${row.id} ${row.number}`, content)
  }
  for (const row of plans)
    add('plan', `${row.year} ${row.number}`, { digest: sha256(canonicalJson(row)) })
  for (const row of inspections) {
    const { part, round, name, number } = row
    const content = { part, number, digest: sha256(canonicalJson(row)) }
    add('inspection', `${round} ${part} ${name} ${number}`, content)
  }
  const [pastYears, webhooks] = await ask(db, keptPastYears(db, agency), keptWebhooks(db, agency))
  for (const row of webhooks) {
    const { edition, removedAt } = row
    add('webhook', row.id, { digest: registrationDigest(row), edition, removedAt })
  }
  for (const row of pastYears)
    add('past-year', `${row.year} ${row.number}`, { digest: sha256(canonicalJson(row)) })
  for (const { day, seq, hash } of heads) add('head', day, { seq, hash })
  for (let after = ''; ; ) {
    const [filed] = await ask(db, filedAfter(db, agency, after, page))
    for (const { id, body, report, preparedBy, approvedBy, ...row } of filed) {
      add('submission', id, { ...row, report: sha256(report) })
      if (sha256(body) !== row.digest || !signedBy(body, preparedBy, approvedBy)) broken.add(id)
    }
    const last = filed.at(-1)
    if (!last || filed.length < page) return { traces, broken }
    after = last.id
  }
}

/** What was tampered with may be no list; it stays the text it is, and differs from what was told. */
function listIn(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}

/** The names on the receipt are columns beside the body that the digest binds. */
function signedBy(body: string, preparedBy: string, approvedBy: string): boolean {
  const signed = contentOf(body)
  return signed.preparedBy === preparedBy && signed.approvedBy === approvedBy
}
