/** "tăng … so với": what a change says against the two numbers it is between, and points against percent (T-06). */
import { roundHalfUp } from '../../figure.ts'
import { type Finding, placesOf, type Read } from '../finding.ts'
import type { Quantity } from '../quantities.ts'
import { arithmetic, words } from '../words.ts'

type Change = {
  readonly after: Quantity
  readonly before: Quantity | undefined
  /** "tăng 31 hồ sơ (10,3%)": one or both */
  readonly by: readonly Quantity[]
  readonly isRise: boolean
  readonly verb: string
}

export const verbEnd =
  /(?<verb>tăng|giảm|gấp|cao hơn|thấp hơn|nhiều hơn|ít hơn)(?:\s+(?:thêm|được|khoảng|lên|gấp|hơn))?\s*:?\s*$/iu
export const rises = /tăng|gấp|cao|nhiều/iu
/** "(cùng kỳ 300 hồ sơ)", "so với cùng kỳ năm trước là 300 hồ sơ" */
const toBefore =
  /^[^.;]{0,30}?so với[^.;]{0,70}?(?:\(|là|:|\s)[^.;(\d]{0,40}$|^\s*\)?,?\s*\(?(?:cùng kỳ|năm trước|kỳ trước|tháng trước)[^.;]{0,40}$/iu
export const fromStart = /(?<!\p{L})từ\s*(?:mức\s*)?$/iu
const fromTo = /^[^.;]{0,60}?(?:lên|xuống(?: còn)?|còn|thành|đến)\s*(?:mức\s*)?$/iu
export const uncertain =
  /(?<!\p{L})(?:khoảng|gần|hơn|trên|ước|bình quân|mỗi năm|lần lượt)(?!\p{L})/iu

export function changeFindings(read: Read): Finding[] {
  return changesIn(read).flatMap(change => {
    const sentence = read.prose.sentences[change.after.sentence]
    if (!sentence || uncertain.test(read.prose.plain.slice(change.after.end, change.by[0]?.from)))
      return []
    return change.by.flatMap(by => judged(read, change, by) ?? [])
  })
}

function changesIn({ prose, quantities, ratios }: Read): Change[] {
  const inRatio = new Set(ratios.flatMap(({ part, whole }) => [part, whole]))

  const gap = (left: Quantity | undefined, right: Quantity | undefined): string | undefined =>
    left && right && left.sentence === right.sentence
      ? prose.plain.slice(left.end, right.from)
      : undefined
  return quantities.flatMap((by, i): Change[] => {
    const after = beforeBracket(prose.plain, quantities, i)
    const toward = gap(after, by)?.replace(/\([^()]*\)/gu, ' ')
    const verb = verbEnd.exec(toward ?? '')?.groups?.verb
    if (!after || toward === undefined || !verb || toward.length > 90 || /[.;]/u.test(toward))
      return []
    // a place in a ranking rises by places
    if (inRatio.has(after) || isRank(prose.plain.slice(by.end))) return []
    const both = quantities[i + 1]
    const isBoth =
      both !== undefined &&
      /^\s*\(\s*(?:tương (?:ứng|đương)\s*|tăng\s*|giảm\s*|=\s*|\+\s*|hay\s*)?$/iu.test(
        gap(by, both) ?? '-',
      ) &&
      by.percent !== both.percent
    const last = isBoth ? both : by
    const next = quantities[isBoth ? i + 2 : i + 1]
    const earlier = quantities[quantities.indexOf(after) - 1]
    const isFrom =
      earlier !== undefined &&
      fromTo.test(gap(earlier, after) ?? '-.-') &&
      fromStart.test(prose.plain.slice(Math.max(0, earlier.from - 12), earlier.from))
    const isAgainst = next !== undefined && toBefore.test(gap(last, next) ?? '-.-')
    const before = isFrom ? earlier : isAgainst ? next : undefined
    const isAlike =
      before === undefined || (before.percent === after.percent && isSameNoun(before, after))
    if (!isAlike) return []
    return [{ after, before, by: isBoth ? [by, both] : [by], isRise: rises.test(verb), verb }]
  })
}

/** "46 tin, bài (quý I: 19; quý II: 27), tăng 12 tin, bài": what is said in brackets has ended before the change is told. */
function beforeBracket(
  plain: string,
  quantities: readonly Quantity[],
  i: number,
): Quantity | undefined {
  const by = quantities[i]
  for (let j = i - 1; by && j >= Math.max(0, i - 12); j -= 1) {
    const one = quantities[j]
    if (!one || one.sentence !== by.sentence) return undefined
    const rest = plain.slice(one.end, by.from).replace(/\([^()]*\)/gu, '')
    if (!rest.includes(')')) return one
  }
  return undefined
}
const isRank = (after: string): boolean => /^\s*(?:bậc|hạng|thứ hạng)(?!\p{L})/iu.test(after)

export const isSameNoun = (one: Quantity, other: Quantity): boolean =>
  one.percent || one.noun === undefined || other.noun === undefined || one.noun === other.noun

export function judged(read: Read, change: Change, by: Quantity): Finding | undefined {
  const { after, before, isRise, verb } = change
  const stated = isRise ? by.value : -by.value
  const saidSo = `${verb} ${by.printed}${by.isPoints ? ' điểm' : ''}`
  const places = placesOf(read, [after, ...(before ? [before] : []), ...change.by])
  const finding = (message: string, sums: string, rule = 'CHANGE'): Finding => ({
    rule,
    verdict: 'wrong',
    message,
    arithmetic: sums,
    places,
  })
  if (!before) return withoutBase(read, change, by, saidSo)
  if (by.value !== 0 && before.value !== after.value && isRise !== after.value > before.value)
    return finding(
      words.direction(saidSo),
      arithmetic.difference(after.value, before.value, stated),
    )
  const decimals = Math.max(after.decimals, before.decimals, by.decimals)
  const difference = roundHalfUp(after.value - before.value, decimals)
  const isDifference = roundHalfUp(stated, decimals) === difference
  const growth =
    before.value === 0 ? Number.NaN : ((after.value - before.value) / before.value) * 100
  const isGrowth = roundHalfUp(growth, by.decimals) === stated
  if (by.percent && after.percent) {
    if (isDifference) return by.isPoints ? undefined : pointsNote(read, by, saidSo)
    if (isGrowth && !by.isPoints) return undefined
    return finding(
      words.change(saidSo),
      arithmetic.points(after.value, before.value, by.value, decimals),
    )
  }
  if (by.percent)
    return isGrowth || Number.isNaN(growth)
      ? undefined
      : finding(
          words.change(saidSo),
          arithmetic.growth(after.value, before.value, growth, stated, by.decimals),
        )
  if (by.noun === 'times') {
    // "tăng 1,4 lần" is said of the whole and of the growth alike
    const factors = [after.value / before.value, (after.value - before.value) / before.value]
    const isFactor = factors.some(factor => roundHalfUp(factor, by.decimals) === by.value)
    const [factor = 0] = factors
    return isFactor || !isRise || before.value === 0
      ? undefined
      : finding(
          words.change(saidSo),
          arithmetic.factor(after.value, before.value, factor, by.value, by.decimals),
        )
  }
  // a change counted in something else is not compared
  if (after.percent || !by.isUnit || !isSameNoun(by, after) || by.noun === undefined)
    return undefined
  return isDifference
    ? undefined
    : finding(words.change(saidSo), arithmetic.difference(after.value, before.value, stated))
}

/** "331 hồ sơ, tăng 31 hồ sơ (10,3%)": the count of before follows; a rate that grew by percent is said ambiguously. */
function withoutBase(
  read: Read,
  change: Change,
  by: Quantity,
  saidSo: string,
): Finding | undefined {
  const { after, isRise } = change
  const isAgainst = /^\s*so với/iu.test(read.prose.plain.slice(by.to, by.to + 40))
  if (by.percent && after.percent && !by.isPoints && isAgainst && isRate(read, after))
    return pointsNote(read, by, saidSo)
  const count = change.by.find(one => !one.percent)
  if (!by.percent || !count || after.percent || !count.isUnit || !isSameNoun(count, after))
    return undefined
  const before = after.value + (isRise ? -count.value : count.value)
  if (before <= 0 || count.noun === undefined || after.noun !== count.noun) return undefined
  const growth = ((after.value - before) / before) * 100
  const stated = isRise ? by.value : -by.value
  if (roundHalfUp(growth, by.decimals) === stated) return undefined
  return {
    rule: 'CHANGE',
    verdict: 'wrong',
    message: words.change(saidSo),
    arithmetic: arithmetic.growth(after.value, before, growth, stated, by.decimals),
    places: placesOf(read, [after, count, by]),
  }
}

/** Attained of a plan, or of money, grows by percent. */
const isRate = ({ prose }: Read, one: Quantity): boolean =>
  /tỷ lệ|tỉ lệ|mức độ/iu.test(one.label) &&
  !/^\s*(?:kế hoạch|dự toán|chỉ tiêu)/iu.test(prose.plain.slice(one.to, one.to + 20))

const pointsNote = (read: Read, by: Quantity, saidSo: string): Finding => ({
  rule: 'T-06',
  verdict: 'note',
  message: words.points(saidSo),
  arithmetic: '',
  places: placesOf(read, [by]),
})
