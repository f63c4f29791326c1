/** The validation report of one submission: the rule engine's outcome with who, when and of which content. */
import { rowFacts } from '../shared/consolidate.ts'
import { contentFromWire, valuesOf, type WireContent } from '../shared/content.ts'
import type { Submission, ValidationReport } from '../shared/protocol.ts'
import { check } from '../shared/rules/engine.ts'
import type { Admission } from './admission.ts'
import { namingOf } from './agency.ts'

export type Run = {
  readonly period: string
  readonly revision: number
  readonly digest: string
  readonly time: string
  readonly trigger: 'check' | 'submit'
  /** what the unit filed for the period before, for carried over dossiers (rule T-01) */
  readonly previous: WireContent | undefined
}

export function reportOn(
  { index, agency, unit }: Admission,
  submission: Submission,
  { period, revision, digest, time, trigger, previous }: Run,
): ValidationReport {
  const facts = rowFacts(agency)
  const before = previous && valuesOf(index, contentFromWire(previous), undefined, facts)
  const values = valuesOf(index, contentFromWire(submission), before, facts)
  const outcome = check(
    index,
    { level: 'unit', period, values, window: submission.window },
    { naming: namingOf(agency), reasons: submission.reasons },
  )
  return {
    schema: 'cchc-validation-report/1',
    run: { time, ruleset: submission.catalogue, trigger },
    subject: {
      agency: agency.key,
      unit,
      period,
      window: [submission.window.from, submission.window.to],
      revision,
      sha256: digest,
    },
    verdict: outcome.verdict,
    counts: outcome.counts,
    truncated: null,
    results: outcome.results,
    aggregates: outcome.aggregates,
  }
}
