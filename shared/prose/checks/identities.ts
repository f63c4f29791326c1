/** Figures that belong together wherever they stand: received, resolved and pending of one account (domain §4.1). */
import { type Finding, placesOf, type Read } from '../finding.ts'
import type { Quantity } from '../quantities.ts'
import type { Told } from '../told.ts'
import { type Identity, identities } from '../wholes.ts'
import { arithmetic, words } from '../words.ts'
import { explains, sumOf } from './sums.ts'

/** As far apart as figures of one account stand. */
const reach = 12

export function identityFindings(read: Read, told: readonly Told[]): Finding[] {
  const grouped = new Set(read.groups.flatMap(({ whole, parts }) => [whole, ...parts]))
  return identities.flatMap(identity => {
    const roles = new Set([...identity.ways.flat(2), ...identity.outside])
    const mine = told.filter(one => one.noun === identity.noun && roles.has(one.role))
    const accounts = [...Map.groupBy(mine, ({ scope }) => scope).values()]
    return accounts.flatMap(account => accountFinding(read, identity, account, grouped) ?? [])
  })
}

function accountFinding(
  read: Read,
  identity: Identity,
  account: readonly Told[],
  grouped: ReadonlySet<Quantity>,
): Finding | undefined {
  const first = account[0]?.quantity.sentence ?? 0
  const near = account.filter(({ quantity }) => quantity.sentence - first <= reach)
  const byRole = Map.groupBy(near, ({ role }) => role)
  const tellerOf = (role: string): Quantity | undefined => {
    const values = byRole.get(role) ?? []
    // a role told twice with two values is a contradiction, not a term
    return new Set(values.map(({ quantity }) => quantity.value)).size === 1
      ? values[0]?.quantity
      : undefined
  }
  const outside = identity.outside.flatMap(role => tellerOf(role)?.value ?? [])
  const known = identity.ways.flatMap(([whole, parts]) => {
    const way = {
      whole: whole.flatMap(role => tellerOf(role) ?? []),
      parts: parts.flatMap(role => tellerOf(role) ?? []),
    }
    return way.whole.length === whole.length && way.parts.length === parts.length ? [way] : []
  })
  const [told] = known
  if (!told || known.some(({ whole, parts }) => explains(sumOf(whole) - sumOf(parts), outside)))
    return undefined
  // told once already as the parts of a list
  if (
    [...told.whole, ...told.parts].every(one => grouped.has(one)) &&
    identity.rule !== 'KSTT06-R4'
  )
    return undefined
  return {
    rule: identity.rule,
    verdict: 'wrong',
    message: words.identity(),
    arithmetic: arithmetic.sum(
      told.parts.map(({ value }) => value),
      told.whole.map(({ value }) => value),
    ),
    places: placesOf(read, [...told.whole, ...told.parts]),
  }
}
