/**
 * A report's text held against its own figures and, if given, against the consolidation. Deterministic; says nothing
 * where it is not sure. Tables of words are in `prose/vocabulary.ts`, sentences in `prose/words.ts`.
 */
import { changeFindings } from './prose/checks/changes.ts'
import { basedFindings } from './prose/checks/changes-of-base.ts'
import { consolidationFindings, type Kept } from './prose/checks/consolidation.ts'
import { dateFindings } from './prose/checks/dates.ts'
import { identityFindings } from './prose/checks/identities.ts'
import { listFindings } from './prose/checks/lists.ts'
import { moneyFindings } from './prose/checks/money.ts'
import { partitionFindings } from './prose/checks/partitions.ts'
import { planFindings } from './prose/checks/plan.ts'
import { coverageFindings, rateFindings, wholeFindings } from './prose/checks/rates.ts'
import { remainderFindings } from './prose/checks/remainders.ts'
import { sameFindings } from './prose/checks/same.ts'
import { shareListFindings } from './prose/checks/share-lists.ts'
import { shareFindings } from './prose/checks/shares.ts'
import { sumFindings } from './prose/checks/sums.ts'
import type { Finding, Read } from './prose/finding.ts'
import { bareText, quantitiesIn, ratiosIn } from './prose/quantities.ts'
import { reportTimeOf } from './prose/scope.ts'
import { groupsIn } from './prose/structure.ts'
import { proseOf } from './prose/text.ts'
import { toldIn } from './prose/told.ts'

export type { Kept } from './prose/checks/consolidation.ts'
export type { Finding, Place, Verdict } from './prose/finding.ts'

/** Every finding in the order of the text; places are offsets into the text composed as NFC. */
export function checkProse(text: string, kept: readonly Kept[] = []): Finding[] {
  const read = readProse(text)
  const told = toldIn(read)
  const sums = sumFindings(read)
  const shares = shareFindings(read, told)
  const found = [
    ...sums,
    ...partitionFindings(read, marked(sums)),
    ...identityFindings(read, told),
    ...shares,
    ...shareListFindings(read, marked(shares)),
    ...rateFindings(read, told),
    ...coverageFindings(read, told),
    ...wholeFindings(read),
    ...moneyFindings(read),
    ...planFindings(read),
    ...remainderFindings(read),
    ...sameFindings(read, told),
    ...listFindings(read),
    ...basedFindings(read),
    ...changeFindings(read),
    ...dateFindings(read),
    ...consolidationFindings(read, told, kept),
  ]
  return found.sort((a, b) => (a.places[0]?.from ?? 0) - (b.places[0]?.from ?? 0))
}

/** Numbers of which something is said. */
const marked = (found: readonly Finding[]): ReadonlySet<number> =>
  new Set(found.flatMap(({ places }) => places.map(({ from }) => from)))

/** The period the head of a report names, e.g. "2025-M04"; undefined when it names none. */
export const periodTold = (text: string): string | undefined => reportTimeOf(proseOf(text)).period

/** How many counts and rates a text has, so that silence about them says something. */
export const figuresTold = (text: string): number => readProse(text).quantities.length

/** A text with its numbers, ratios and lists. */
function readProse(text: string): Read {
  const prose = proseOf(text)
  const quantities = quantitiesIn(prose)
  const ratios = ratiosIn(prose, quantities)
  const bare = bareText(prose, quantities)
  return { prose, bare, quantities, ratios, groups: groupsIn(prose, quantities, ratios) }
}
