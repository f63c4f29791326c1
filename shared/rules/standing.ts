/**
 * Which rules judge a period: the catalogue says how a rule stands, an agency's own word on it comes before that. Pane
 * and worker ask here, so that both judge with the same rules.
 */
import type { Index } from '../catalogue/catalogue.ts'
import type { RuleStanding } from '../protocol/rules.ts'
import type { Rule } from './schema.ts'

/** How the catalogue has it, when the agency has said nothing. */
export const standingInCatalogue = ({ id, status, validFrom, validTo }: Rule): RuleStanding => ({
  rule: id,
  status: status ?? 'active',
  from: validFrom ?? null,
  until: validTo ?? null,
})

/** @param periodEnd the last day of the period's window, on which both bounds still hold */
export const judgesOn = (
  { status, from, until }: Omit<RuleStanding, 'rule'>,
  periodEnd: string,
): boolean =>
  status === 'active' &&
  (from === null || from <= periodEnd) &&
  (until === null || periodEnd <= until)

export const inForce = (
  rule: Rule,
  standing: RuleStanding | undefined,
  periodEnd: string,
): boolean => judgesOn(standing ?? standingInCatalogue(rule), periodEnd)

/**
 * The catalogue with the rules that judge a period. The same rules are the same index, because what checks have worked
 * out of one is kept with it.
 * @param standings the agency's own, at most one for a rule
 */
export function rulesInForce(
  index: Index,
  standings: readonly RuleStanding[],
  periodEnd: string,
): Index {
  const own = new Map(standings.map(standing => [standing.rule, standing]))
  const rules = index.catalogue.rules.filter(rule => inForce(rule, own.get(rule.id), periodEnd))
  const name = rules.map(({ id }) => id).join(' ')
  const made = known.get(index) ?? new Map<string, Index>()
  known.set(index, made)
  const found = made.get(name) ?? { ...index, rules }
  if (made.size >= kept) made.clear()
  made.set(name, found)
  return found
}
const known = new WeakMap<Index, Map<string, Index>>()
/** Agencies and periods share most sets of rules. */
const kept = 50

/** Whether it judges fewer periods than before: an error that no longer stops anybody is not let go in passing. */
export function narrows(before: RuleStanding, after: RuleStanding): boolean {
  if (before.status !== 'active') return false
  if (after.status !== 'active') return true
  const later = after.from !== null && (before.from === null || after.from > before.from)
  const sooner = after.until !== null && (before.until === null || after.until < before.until)
  return later || sooner
}

/**
 * Whether a rule came from draft straight into force, so that nobody has seen what it says of stored figures.
 * @param changes the agency's own, oldest first
 */
export function unrehearsed(rule: Rule, changes: readonly RuleStanding[]): boolean {
  const statuses = [standingInCatalogue(rule), ...changes].map(({ status }) => status)
  if (statuses.at(-1) !== 'active') return false
  const before = statuses.findLastIndex(status => status !== 'active')
  return statuses[before] === 'draft'
}
