/**
 * The one rule engine of pane, worker and sheet: runs every rule of the catalogue over a subject and reports findings.
 * Pure; the caller adds who ran it and when.
 */
import type { Index } from '../catalogue/catalogue.ts'
import { type Figure, toWire } from '../figure.ts'
import { type Place, placeText } from '../place.ts'
import { reasonsThatSay } from './boilerplate.ts'
import { checks } from './checks.ts'
import { messageOf, type Naming } from './messages.ts'
import type { Rule, Severity } from './schema.ts'
import type { Subject, Verdict } from './subject.ts'

export type { Naming } from './messages.ts'
export type { Stated, Subject } from './subject.ts'

/** What a unit says about a warning; it holds only for the very values it explains. */
export type Reason = {
  readonly rule: string
  readonly at: string
  readonly text: string
  /** the values it was given for, when it is carried to other figures than the ones it came with */
  readonly boundTo?: string
}

export type Finding = {
  readonly rule: string
  readonly ruleVersion: number
  readonly severity: Severity
  readonly outcome: 'fail' | 'accepted'
  readonly message: string
  readonly at: Place & { readonly place: string; readonly sheet?: string; readonly cell?: string }
  /** places of the other operands */
  readonly related: readonly string[]
  readonly expected?: { readonly operator: string; readonly value: number }
  readonly actual?: number
  readonly difference?: number
  readonly fix: string
  /** the operand values, so that a reason dies when one of them changes */
  readonly boundTo: string
  readonly justification?: string
  /** another finding is the cause; mending that one mends this */
  readonly causedBy?: string
}

export type Outcome = {
  readonly verdict: 'rejected' | 'needs-reason' | 'accepted' | 'clean'
  readonly counts: Record<'checks' | 'pass' | 'fail' | 'na' | 'accepted' | Severity, number>
  readonly results: readonly Finding[]
  readonly aggregates: readonly { rule: string; checked: number; failed: number; na: number }[]
}

export type CheckOptions = {
  readonly naming: Naming
  readonly reasons?: readonly Reason[]
  /** where the sheet shows a place */
  readonly locate?: (place: Place) => { sheet: string; cell: string } | undefined
  /** told of every rule with all it judged, passed or not, for papers that list what was looked at */
  readonly trace?: (rule: Rule, verdicts: readonly Verdict[]) => void
}

const ranks: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

/** Every verdict of one rule; the test of the rules' examples asks this directly. */
export function judge(index: Index, rule: Rule, subject: Subject): Verdict[] {
  // the table is keyed by rule.check, so the entry always fits the rule
  const check = checks[rule.check] as (index: Index, rule: Rule, subject: Subject) => Verdict[]
  return check(index, rule, subject)
}

export function check(index: Index, subject: Subject, asked: CheckOptions): Outcome {
  const options = { ...asked, reasons: reasonsThatSay(asked.reasons ?? []) }
  const results: Finding[] = []
  const aggregates: Outcome['aggregates'][number][] = []
  const counts = { checks: 0, pass: 0, fail: 0, na: 0, accepted: 0, error: 0, warning: 0, info: 0 }
  for (const rule of index.rules) {
    const verdicts = judge(index, rule, subject)
    options.trace?.(rule, verdicts)
    const failed = verdicts.filter(verdict => verdict.outcome === 'fail')
    const na = verdicts.filter(verdict => verdict.outcome === 'na').length
    aggregates.push({ rule: rule.id, checked: verdicts.length - na, failed: failed.length, na })
    counts.checks += verdicts.length
    counts.na += na
    counts.pass += verdicts.length - na - failed.length
    for (const verdict of failed) results.push(findingOf(index, rule, verdict, subject, options))
  }
  const folded = withCauses(distinct(results))
  for (const finding of folded) {
    counts[finding.outcome] += 1
    if (finding.outcome === 'fail' && !finding.causedBy) counts[finding.severity] += 1
  }
  folded.sort((a, b) => ranks[a.severity] - ranks[b.severity])
  const outstanding = (severity: Severity) =>
    folded.some(finding => finding.outcome === 'fail' && finding.severity === severity)
  const verdict = outstanding('error')
    ? 'rejected'
    : outstanding('warning')
      ? 'needs-reason'
      : counts.accepted > 0
        ? 'accepted'
        : 'clean'
  return { verdict, counts, results: folded, aggregates }
}

function findingOf(
  index: Index,
  rule: Rule,
  verdict: Verdict,
  subject: Subject,
  { naming, reasons = [], locate }: CheckOptions,
): Finding {
  const place = placeText(verdict.place)
  const located = locate?.(verdict.place)
  const { actual, expected } = verdict
  const measured =
    actual?.state === 'number' ? actual.value : actual?.state === 'none' ? 0 : undefined
  const boundTo = verdict.operands.map(([, figure]) => printed(figure)).join('|')
  const reason = reasons.find(
    r => r.rule === rule.id && r.at === place && (r.boundTo ?? boundTo) === boundTo,
  )
  const explained = rule.severity === 'warning' && reason !== undefined
  return {
    rule: rule.id,
    ruleVersion: rule.version,
    severity: rule.severity,
    outcome: explained ? 'accepted' : 'fail',
    message: messageOf(index, rule, verdict, subject, naming, located?.cell),
    at: { ...verdict.place, place, ...located },
    related: [...new Set(verdict.operands.map(([at]) => at))].filter(at => at !== place),
    ...(expected ? { expected } : {}),
    ...(measured === undefined ? {} : { actual: measured }),
    ...(expected && measured !== undefined ? { difference: measured - expected.value } : {}),
    fix: rule.fix,
    boundTo,
    ...(explained ? { justification: reason.text.trim() } : {}),
  }
}

const printed = (figure: Figure): string => JSON.stringify(toWire(figure) ?? null)

/** The same sentence about the same place is said once, however many phrases or rows led to it. */
function distinct(findings: readonly Finding[]): Finding[] {
  const said = new Map(findings.map(f => [`${f.rule} ${f.at.place} ${f.message}`, f]))
  return [...said.values()]
}

/** A figure that is itself out of range explains whatever else does not add up because of it. */
function withCauses(findings: readonly Finding[]): Finding[] {
  const roots = new Map(
    findings
      .filter(finding => rootRules.test(finding.rule))
      .map(finding => [finding.at.place, finding.rule]),
  )
  return findings.map(finding => {
    if (rootRules.test(finding.rule)) return finding
    const cause = [finding.at.place, ...finding.related].find(place => roots.has(place))
    return cause === undefined ? finding : { ...finding, causedBy: cause }
  })
}
const rootRules = /^(?:NONNEG|NONNEG-INT|RATE-RANGE|ZERO-WORDS)$/u
