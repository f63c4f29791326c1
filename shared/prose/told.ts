/** The figures a text tells, each under the role it has: noun, facets with those of its whole, scope. */
import type { Read } from './finding.ts'
import type { Quantity } from './quantities.ts'
import { reportTimeOf, scopeOf } from './scope.ts'
import type { Facet, NounClass } from './vocabulary.ts'

export type Told = {
  readonly quantity: Quantity
  readonly noun: NounClass
  /** sorted facets joined by "+"; "overdue" for what is late among the pending */
  readonly role: string
  readonly scope: string
}

type Last = { readonly noun: NounClass; readonly sentence: number }

/** Counts that are somebody's settled figure; shares, changes, targets and guesses are none. */
export function toldIn(read: Read): Told[] {
  const { prose, quantities, groups, ratios } = read
  const time = reportTimeOf(prose)
  const wholes = new Map(
    groups.flatMap(({ whole, parts }) => parts.map(part => [part, whole] as const)),
  )
  const apart = new Set(ratios.flatMap(({ part, whole }) => [part, whole]))
  let last: Last | undefined
  return quantities.flatMap((quantity, i) => {
    if (quantity.percent || apart.has(quantity) || quantity.decimals > 0) return []
    const whole = wholes.get(quantity)
    const noun = quantity.noun ?? whole?.noun ?? carriedOn(last, quantity)
    if (noun) last = { noun, sentence: quantity.sentence }
    const scope = scopeOf(prose, quantity, time)
    if (!noun || scope === undefined) return []
    const others = [...quantity.others, ...(whole?.others ?? [])]
    return [
      {
        quantity,
        noun,
        role: roleOf(noun, quantity.facets, whole?.facets ?? besides(quantities[i - 1], quantity)),
        scope: [scope, ...new Set(others)].filter(Boolean).sort().join('; '),
      },
    ]
  })
}

/** "tiếp nhận 850 hồ sơ; đã giải quyết 800": the noun is said once for what the facets go on telling. */
const carriedOn = (before: Last | undefined, one: Quantity): NounClass | undefined =>
  before?.sentence === one.sentence && one.facets.size > 0 && one.others.length === 0
    ? before.noun
    : undefined

/** "2.436 hồ sơ chưa đến hạn và 969 hồ sơ quá hạn": late among what is still open. */
function besides(before: Quantity | undefined, one: Quantity): ReadonlySet<Facet> | undefined {
  if (before?.sentence !== one.sentence) return undefined
  return before.facets.has('inTime') ? new Set(['pending']) : before.facets
}

const lateAmong = (facets: ReadonlySet<Facet>) => facets.has('pending')

/** Facets that mean the same of one noun: online dossiers are those of services in full and in part. */
const sameOf: Partial<Record<NounClass, Partial<Record<Facet, Facet>>>> = {
  dossier: { fullAndPartial: 'online' },
  procedure: { fullAndPartial: 'online' },
}

function roleOf(
  noun: NounClass,
  own: ReadonlySet<Facet>,
  whole: ReadonlySet<Facet> = new Set(),
): string {
  if (own.has('late') && (lateAmong(own) || lateAmong(whole))) return 'overdue'
  const facets = [...own].map(facet => sameOf[noun]?.[facet] ?? facet).sort()
  return facets.join('+')
}
