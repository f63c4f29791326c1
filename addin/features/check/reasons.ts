/**
 * Reasons (giải trình) for warnings. A reason belongs to the very values it was written for: when one of them changes
 * it no longer counts, and when the old values come back so does the reason.
 */
import { type Finding, type Reason, shortestReason } from '../../../shared/rules/engine.ts'

/** by rule, place and operand values */
export type Reasons = ReadonlyMap<string, string>

type Explained = Pick<Finding, 'rule' | 'boundTo'> & { readonly at: { readonly place: string } }

const keyOf = ({ rule, at, boundTo }: Explained): string => `${rule}|${at.place}|${boundTo}`

export const reasonFor = (reasons: Reasons, finding: Explained): string =>
  reasons.get(keyOf(finding)) ?? ''

export function withReason(reasons: Reasons, finding: Explained, text: string): Reasons {
  const next = new Map(reasons)
  if (text === '') next.delete(keyOf(finding))
  else next.set(keyOf(finding), text)
  return next
}

/** Long enough to say why; the same measure as the server's. */
export const isExplained = (reasons: Reasons, finding: Explained): boolean =>
  reasonFor(reasons, finding).trim().length >= shortestReason

/** Begun, but not yet a reason. */
export const isTooShort = (reasons: Reasons, finding: Explained): boolean =>
  reasonFor(reasons, finding).trim().length > 0 && !isExplained(reasons, finding)

/** Reasons sent with an earlier revision, bound to the values of that revision. */
export function reasonsOf(sent: readonly Reason[], findings: readonly Finding[]): Reasons {
  return findings.reduce<Reasons>((reasons, finding) => {
    const reason = sent.find(({ rule, at }) => rule === finding.rule && at === finding.at.place)
    return reason ? withReason(reasons, finding, reason.text) : reasons
  }, new Map())
}

/** What goes on the wire: one reason for every warning that has one. */
export const reasonsToSend = (reasons: Reasons, findings: readonly Finding[]): Reason[] =>
  findings
    .filter(finding => finding.severity === 'warning' && isExplained(reasons, finding))
    .map(finding => ({
      rule: finding.rule,
      at: finding.at.place,
      text: reasonFor(reasons, finding).trim(),
    }))
