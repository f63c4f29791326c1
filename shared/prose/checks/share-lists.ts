/**
 * Shares told one after another of one whole: "đại học 1.902 người (42,2%), cao đẳng 1.144 người (25,4%), …". The others show
 * what the whole is; the one that no whole explains together with them is wrong.
 */
import { type Finding, placesOf, type Read } from '../finding.ts'
import type { Quantity } from '../quantities.ts'
import { arithmetic, words } from '../words.ts'
import { countBefore, countsNear, prints, slip } from './share-parts.ts'

type Pair = { readonly part: Quantity; readonly share: Quantity }

/** @param said shares of which it is said already */
export function shareListFindings(read: Read, said: ReadonlySet<number>): Finding[] {
  const pairs = read.quantities.flatMap((share, i): Pair[] => {
    const part = share.percent && !share.isPoints ? countBefore(read, i) : undefined
    return part && part.value > 0 && share.value > 0 ? [{ part, share }] : []
  })
  const lists = Map.groupBy(pairs, ({ share }) => share.sentence)
  return [...lists.values()].flatMap(list => oddOne(read, list, said) ?? [])
}

function oddOne(read: Read, list: readonly Pair[], said: ReadonlySet<number>): Finding | undefined {
  const [first] = list
  if (!first || list.length < 3 || list.length > 12 || haveOneWhole(list)) return undefined
  if (list.some(({ share }) => said.has(share.from))) return undefined
  const counts = list.map(({ part }) => part.value)
  const wholes = [
    ...countsNear(read, first.part).map(({ value }) => value),
    counts.reduce((sum, value) => sum + value, 0),
  ].filter(value => value >= Math.max(...counts))
  for (const whole of wholes) {
    const odd = list.filter(({ part, share }) => !prints(part.value, whole, share))
    const [one] = odd
    if (!one || odd.length > 1) continue
    const exact = (one.part.value / whole) * 100
    const isSlip = Math.abs(exact - one.share.value) <= one.share.value * slip
    const isOther = read.quantities.some(
      ({ percent, value }) => !percent && prints(one.part.value, value, one.share),
    )
    if (!isSlip || isOther) continue
    return {
      rule: 'PCT-PRINT',
      verdict: 'wrong',
      message: words.share(one.share.printed),
      arithmetic: arithmetic.share(
        one.part.value,
        whole,
        exact,
        one.share.value,
        one.share.decimals,
      ),
      places: placesOf(read, [one.part, one.share]),
    }
  }
  return undefined
}

/** Some whole, told or not, prints every one of them. */
function haveOneWhole(list: readonly Pair[]): boolean {
  const bounds = list.map(({ part, share: { value, decimals } }) => {
    const half = 0.5 / 10 ** decimals
    return {
      least: (part.value / (value + half)) * 100,
      most: value > half ? (part.value / (value - half)) * 100 : Number.POSITIVE_INFINITY,
    }
  })
  const least = Math.max(...bounds.map(one => one.least))
  const most = Math.min(...bounds.map(one => one.most))
  return least <= most
}
