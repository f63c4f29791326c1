/**
 * Reasons (giải trình) for warnings. A reason belongs to the very values it was written for: when one of them changes
 * it no longer counts, and when the old values come back so does the reason.
 */
import { copiedTexts, type Emptiness, emptinessOf } from '../../../shared/rules/boilerplate.ts'
import type { Finding, Reason } from '../../../shared/rules/engine.ts'

/** by rule, place and operand values */
export type Reasons = ReadonlyMap<string, string>

type Explained = Pick<Finding, 'rule' | 'boundTo'> & {
  readonly at: { readonly place: string }
  /** the text the server did not take as a reason, though this pane would */
  readonly refusedReason?: string
}

const keyOf = ({ rule, at, boundTo }: Explained): string => `${rule}|${at.place}|${boundTo}`

export const reasonFor = (reasons: Reasons, finding: Explained): string =>
  reasons.get(keyOf(finding)) ?? ''

export function withReason(reasons: Reasons, finding: Explained, text: string): Reasons {
  const next = new Map(reasons)
  if (text === '') next.delete(keyOf(finding))
  else next.set(keyOf(finding), text)
  return next
}

// asked for every warning of every view; a change of any reason makes a new map
const copies = new WeakMap<Reasons, ReadonlySet<string>>()
function copiesIn(reasons: Reasons): ReadonlySet<string> {
  const known = copies.get(reasons)
  if (known) return known
  const found = copiedTexts([...reasons].map(([key, text]) => ({ rule: ruleOf(key), text })))
  copies.set(reasons, found)
  return found
}
const ruleOf = (key: string): string => key.slice(0, key.indexOf('|'))

/** Says why, by the same measure as the server's. */
export const isExplained = (reasons: Reasons, finding: Explained): boolean =>
  !isRefused(reasons, finding) &&
  emptinessOf(reasonFor(reasons, finding), copiesIn(reasons)) === null

/** It stands as the server refused it; another text is another reason. */
export const isRefused = (reasons: Reasons, finding: Explained): boolean =>
  finding.refusedReason !== undefined && finding.refusedReason === reasonFor(reasons, finding)

/** What keeps a begun text from being a reason; null while nothing is written and once it counts. */
export function emptinessFor(reasons: Reasons, finding: Explained): Emptiness | null {
  const text = reasonFor(reasons, finding)
  return text.trim() === '' ? null : emptinessOf(text, copiesIn(reasons))
}

/** The reason that counted until a value changed; undefined once there is one for the values of now. */
export function lapsedReason(reasons: Reasons, finding: Explained): string | undefined {
  if (reasonFor(reasons, finding) !== '') return undefined
  const prefix = `${finding.rule}|${finding.at.place}|`
  return [...reasons]
    .filter(([key, text]) => key.startsWith(prefix) && emptinessOf(text) === null)
    .at(-1)?.[1]
}

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
