/** What an agency has said of rules and of groups outside a ratio, as far as it bears on one period. */
import type { Index } from '../shared/catalogue/catalogue.ts'
import type { Exclusion, RuleStanding } from '../shared/protocol.ts'
import { rulesInForce } from '../shared/rules/standing.ts'
import type { ExclusionRow, RuleChangeRow } from './store/rules.ts'

/** @param rows the last one of each rule */
export const ruleStandingsFrom = (
  rows: readonly Pick<RuleChangeRow, 'rule' | 'status' | 'from' | 'until'>[],
): RuleStanding[] => rows.map(({ rule, status, from, until }) => ({ rule, status, from, until }))

/** What was kept of them in a consolidation's sources, as standings again. */
export const keptStandings = (kept: Readonly<Record<string, boolean>>): RuleStanding[] =>
  Object.entries(kept).map(([rule, judges]) => ({
    ...{ rule, from: null, until: null },
    status: judges ? 'active' : 'off',
  }))

/** The boundary: written by `exclusions.ts`. */
export const exclusionIn = ({ document }: ExclusionRow): Exclusion | null =>
  document === null ? null : (JSON.parse(document) as Exclusion)

/** @param rows the last one of each name */
export const exclusionsOn = (rows: readonly ExclusionRow[], periodEnd: string): Exclusion[] =>
  rows.flatMap(row => {
    const found = exclusionIn(row)
    const holds =
      found && found.from <= periodEnd && (found.until === null || periodEnd <= found.until)
    return holds ? [found] : []
  })

/** What a unit's figures of a period are judged with: the rules in force, and what is declared about their ratios. */
export const judgedWith = (
  index: Index,
  changes: readonly RuleChangeRow[],
  exclusions: readonly ExclusionRow[],
  periodEnd: string,
) => ({
  index: rulesInForce(index, ruleStandingsFrom(changes), periodEnd),
  exclusions: exclusionsOn(exclusions, periodEnd),
})
