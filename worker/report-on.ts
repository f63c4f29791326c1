/** The validation report of one submission: the rule engine's outcome with who, when and of which content. */
import { rowFacts } from '../shared/consolidate.ts'
import { contentFromWire, valuesOf, type WireContent } from '../shared/content.ts'
import type { Exclusion, RolledMonth, Submission, ValidationReport } from '../shared/protocol.ts'
import { check } from '../shared/rules/engine.ts'
import type { History } from '../shared/rules/history.ts'
import type { Admission } from './admission.ts'
import { namingOf } from './agency.ts'
import { rollUpOf } from './rolled-up.ts'

export type Run = {
  readonly period: string
  readonly revision: number
  readonly digest: string
  readonly time: string
  readonly trigger: 'check' | 'submit'
  /** what the unit filed for the period whose close is this one's opening (`closedBefore`), for rules T-01 and T-04 */
  readonly previous: WireContent | undefined
  /** what counted of the unit before, for rules over time */
  readonly history?: History
  /** what counts of the months of a longer period, for rule T-02; none for months */
  readonly months: readonly RolledMonth[]
  /** declared groups outside ratios, for rule X-07 */
  readonly exclusions?: readonly Exclusion[]
}

export function reportOn(
  { index, agency, unit }: Admission,
  submission: Submission,
  { period, revision, digest, time, trigger, previous, history, months, exclusions = [] }: Run,
): ValidationReport {
  const facts = rowFacts(agency)
  const before = previous && valuesOf(index, contentFromWire(previous), undefined, facts)
  const values = valuesOf(index, contentFromWire(submission), before, facts)
  const rolledUp = rollUpOf(index, months)
  const outcome = check(
    index,
    {
      level: 'unit',
      period,
      values,
      window: submission.window,
      exclusions,
      ...(history ? { history } : {}),
      ...(rolledUp ? { rolledUp } : {}),
    },
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
