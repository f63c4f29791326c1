/**
 * Printed percentages against the counts they are of: "55/133 TTHC, đạt 41,4%", "18, đạt tỷ lệ 13%", "67,73%/tổng số hồ
 * sơ". A percentage is right when some base the text offers prints it (PCT-PRINT); wrong only when its base is known.
 */
import { type Finding, placesOf, type Read, sentenceAt } from '../finding.ts'
import { facetsIn, isThreshold, type Quantity, type Ratio } from '../quantities.ts'
import type { Told } from '../told.ts'
import type { Facet } from '../vocabulary.ts'
import { arithmetic, words } from '../words.ts'
import {
  countBefore,
  countInBracket,
  countsNear,
  otherwise,
  prints,
  shareWords,
  slip,
} from './share-parts.ts'

const afterwards = /^\s*(?:trở lên|kế hoạch|chỉ tiêu|so với|dự toán|mục tiêu|thời gian)/iu

/** "rút ngắn từ 30% thời gian giải quyết trở lên, đạt": what was done, with how far it went. */
const withoutThresholds = (gap: string): string => gap.replace(/rút ngắn[^,;()]*/giu, '')

/** Cut off rather than rounded: one in the last place, and a person has to look. */
const isNear = (part: Quantity, whole: Quantity, { value, decimals }: Quantity): boolean =>
  Math.abs((part.value / whole.value) * 100 - value) < 1 / 10 ** decimals

export function shareFindings(read: Read, told: readonly Told[]): Finding[] {
  const done = new Set<Quantity>()
  const byRatio = read.ratios.flatMap(ratio => ratioFinding(read, ratio, done))
  const byCount = read.quantities.flatMap((share, i) => {
    if (!share.percent || share.isPoints || done.has(share)) return []
    return countFinding(read, told, share, i) ?? []
  })
  return [...byRatio, ...byCount]
}

function ratioFinding(read: Read, { part, whole }: Ratio, done: Set<Quantity>): Finding[] {
  const { quantities, prose, bare } = read
  const at = quantities.indexOf(whole)
  const next = quantities.slice(at + 1, at + 3).find(one => !isThreshold(prose, one))
  const before = quantities[at - 2]
  const inside = (one: Quantity | undefined, from: number, to: number): one is Quantity =>
    one?.percent === true &&
    one.sentence === part.sentence &&
    shareWords.test(bare.slice(from, to)) &&
    !otherwise.test(withoutThresholds(bare.slice(from, to)))
  const isAfter =
    next && inside(next, whole.to, next.from) && !afterwards.test(prose.plain.slice(next.to))
  // "đạt 41,4% (55/133 TTHC)"
  const isBefore =
    before &&
    inside(before, before.to, part.from) &&
    /^[^.;\d]{0,60}\($/u.test(prose.plain.slice(before.to, part.from))
  const share = isAfter ? next : isBefore ? before : undefined
  if (!share || whole.value === 0) return []
  done.add(share)
  if (prints(part.value, whole.value, share)) return []
  return [shareFinding(read, part, whole, share, words.share(share.printed))]
}

const shareFinding = (
  read: Read,
  part: Quantity,
  whole: Quantity,
  share: Quantity,
  message: string,
  rule = 'PCT-PRINT',
): Finding => ({
  rule,
  verdict: isNear(part, whole, share) ? 'doubt' : 'wrong',
  message,
  arithmetic: arithmetic.share(
    part.value,
    whole.value,
    (part.value / whole.value) * 100,
    share.value,
    share.decimals,
  ),
  places: placesOf(read, [share, part, whole]),
})

function countFinding(
  read: Read,
  told: readonly Told[],
  share: Quantity,
  i: number,
): Finding | undefined {
  const { prose } = read
  const part = countBefore(read, i) ?? countInBracket(read, i)
  const after = prose.plain.slice(share.to, share.to + 100)
  if (!part || afterwards.test(after) || isOfAnother(after)) return undefined
  const group = read.groups.findLast(one => one.parts.includes(part))
  const named = namedBase(read, told, share)
  const bases =
    named ?? (group ? [group.whole] : [...impliedBases(told, part), ...ballotsBefore(read, part)])
  const guessed = named || group || bases.length > 0 ? undefined : earlierBase(read, part, share, i)
  const first = bases[0] ?? guessed
  if (!first) return undefined
  const around = read.quantities.filter(
    one =>
      !one.percent &&
      (one.noun === part.noun || one.noun === undefined) &&
      sentenceAt(read, one.sentence).paragraph === sentenceAt(read, part.sentence).paragraph &&
      one !== part,
  )
  const elsewhere = named || group ? [] : told.filter(isBase).map(({ quantity }) => quantity)
  if (guessed && countsNear(read, part).some(base => prints(part.value, base.value, share)))
    return undefined
  const possible = [...bases, ...around, ...(group ? [group.whole] : []), ...elsewhere]
  if (possible.some(base => prints(part.value, base.value, share))) return undefined
  if (withoutCarried(told).some(base => prints(part.value, base, share))) return undefined
  // the part of a whole that was never told: "300 hồ sơ (100%)" beside nothing to compare it with
  if (part.value > first.value && share.value <= 100 && !group && !named) return undefined
  const message = named
    ? words.shareOfNamed(share.printed, `${first.printed} ${first.nounWord}`)
    : words.share(share.printed)
  const finding = shareFinding(read, part, first, share, message)
  return guessed ? { ...finding, verdict: 'doubt' } : finding
}

/** "187 nhiệm vụ, đã hoàn thành 101 nhiệm vụ, đạt 54,01%": the count before it that the share is nearly of. */
function earlierBase(
  { quantities }: Read,
  part: Quantity,
  share: Quantity,
  i: number,
): Quantity | undefined {
  if (part.noun === undefined || share.value >= 100) return undefined
  return quantities
    .slice(Math.max(0, i - 40), i)
    .findLast(
      one =>
        one.sentence === part.sentence &&
        one.from < part.from &&
        !one.percent &&
        one.noun === part.noun &&
        one.value > part.value &&
        Math.abs((part.value / one.value) * 100 - share.value) <= share.value * slip,
    )
}

/** Whatever a report counts as received or resolved, of whatever scope, may be what a share is of. */
const isBase = ({ noun, role }: Told): boolean =>
  noun === 'dossier' && ['resolved', 'both', 'received', 'new', 'pending'].includes(role)

/** "80% hồ sơ có thu phí", "95% trên số hồ sơ đủ điều kiện": of a whole that the text does not count. */
const isOfAnother = (after: string): boolean =>
  /^\s*(?:số\s+|tổng số\s+)?(?:hồ sơ|tthc|thủ tục|dịch vụ|văn bản|công chức|nhiệm vụ)(?!\p{L})/iu.test(
    after,
  ) || /^\s*(?:trên|trong|của|\/)\s*(?!tổng)\p{L}/iu.test(after)

/** "/ tổng số hồ sơ", "trên tổng số 322 hồ sơ đã giải quyết", "so với tổng số hồ sơ tiếp nhận" */
const baseWords = /^\s*(?:\/|trên|so với|trong|của)\s*tổng(?:\s+số)?\s+(?<rest>[^.;,()]{0,60})/iu

function namedBase(read: Read, told: readonly Told[], share: Quantity): Quantity[] | undefined {
  const found = baseWords.exec(read.prose.plain.slice(share.to, share.to + 100))
  if (!found) return undefined
  const stated = read.quantities.find(
    one => !one.percent && one.from > share.to && one.from <= share.to + found[0].length,
  )
  if (stated) return [stated]
  const rest = found.groups?.rest ?? ''
  if (!/^hồ sơ/iu.test(rest) || facetsIn(rest).others.length > 0) return []
  const roles: readonly string[] = /giải quyết|trả kết quả/iu.test(found[0])
    ? ['resolved']
    : ['received', 'both', 'new', 'resolved']
  return basesOf(told, 'dossier', roles)
}

const basesOf = (told: readonly Told[], noun: string, roles: readonly string[]): Quantity[] =>
  roles.flatMap(role =>
    told
      .filter(one => one.noun === noun && one.role === role && one.scope === '')
      .map(({ quantity }) => quantity),
  )

/** What a share of such a part is of when the text does not say: the first one is named, any of them will do. */
const usual: readonly (readonly [Facet, readonly string[]])[] = [
  ['early', ['resolved', 'both', 'received']],
  ['onTime', ['resolved', 'both', 'received']],
  ['timely', ['resolved', 'both', 'received']],
  ['late', ['resolved', 'pending', 'both', 'received']],
  ['resolved', ['received', 'both', 'new']],
  ['online', ['received', 'both', 'new', 'resolved']],
  ['fullAndPartial', ['received', 'both', 'new', 'resolved']],
]

function impliedBases(told: readonly Told[], part: Quantity): Quantity[] {
  if (part.noun !== 'dossier' || part.others.length > 0) return []
  // "giải quyết trực tuyến" is of what was resolved
  if (part.facets.has('online') && part.facets.has('resolved'))
    return basesOf(told, 'dossier', ['resolved', 'received', 'both', 'new'])
  const [, roles = []] = usual.find(([facet]) => part.facets.has(facet)) ?? []
  return basesOf(told, 'dossier', roles).filter(one => one !== part)
}

/** "khảo sát 500 phiếu, có 490 phiếu hài lòng" */
function ballotsBefore({ quantities }: Read, part: Quantity): Quantity[] {
  if (part.noun !== 'ballot' || !part.facets.has('satisfied')) return []
  const before = quantities.filter(
    one =>
      one.noun === 'ballot' &&
      one.sentence === part.sentence &&
      one.to < part.from &&
      one.value >= part.value,
  )
  return before.slice(-1)
}

/** Reports count the share of what came in anew, which they need not print: received without what was carried over. */
function withoutCarried(told: readonly Told[]): number[] {
  const counted = (role: string) => basesOf(told, 'dossier', [role]).map(({ value }) => value)
  return counted('received').flatMap(all => counted('carried').map(carried => all - carried))
}
