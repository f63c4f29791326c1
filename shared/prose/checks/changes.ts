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

const verbEnd =
  /(?<verb>tăng|giảm|gấp|cao hơn|thấp hơn|nhiều hơn|ít hơn)(?:\s+(?:thêm|được|khoảng|lên|gấp|hơn))?\s*:?\s*$/iu
const rises = /tăng|gấp|cao|nhiều/iu
/** "(cùng kỳ 300 hồ sơ)", "so với cùng kỳ năm trước là 300 hồ sơ" */
const toBefore =
  /^[^.;]{0,30}?so với[^.;]{0,70}?(?:\(|là|:|\s)[^.;(\d]{0,40}$|^\s*\)?,?\s*\(?(?:cùng kỳ|năm trước|kỳ trước|tháng trước)[^.;]{0,40}$/iu
const fromStart = /(?<!\p{L})từ\s*(?:mức\s*)?$/iu
const fromTo = /^[^.;]{0,60}?(?:lên|xuống(?: còn)?|còn|thành|đến)\s*(?:mức\s*)?$/iu
const uncertain = /(?<!\p{L})(?:khoảng|gần|hơn|trên|ước|bình quân|mỗi năm|lần lượt)(?!\p{L})/iu

export function changeFindings(read: Read): Finding[] {
  return [
    ...againstNamedBase(read),
    ...againstBracketedBase(read),
    ...cutsOfBase(read),
    ...changesBetween(read),
  ]
}

/** "So với cùng kỳ (3.870 hồ sơ), số hồ sơ tăng 345 hồ sơ, tương ứng tăng 8,9%": the base is said first. */
function againstNamedBase(read: Read): Finding[] {
  const { prose, quantities } = read
  return quantities.flatMap((base, i): Finding[] => {
    const [by, share] = [quantities[i + 1], quantities[i + 2]]
    if (!by || !share || share.sentence !== base.sentence || base.percent || by.percent) return []
    const from = prose.sentences[base.sentence]?.from ?? 0
    const toward = prose.plain.slice(base.end, by.from)
    const verb = verbEnd.exec(toward)?.groups?.verb
    const isSure =
      share.percent &&
      !share.isPoints &&
      by.isUnit &&
      by.noun === base.noun &&
      by.noun !== undefined &&
      baseFirst.test(prose.plain.slice(from, base.from)) &&
      /^(?:tăng|giảm)$/iu.test(verb ?? '') &&
      !/[.;]/u.test(toward) &&
      orAsPercent.test(prose.plain.slice(by.end, share.from)) &&
      !uncertain.test(toward)
    if (!isSure || base.value === 0) return []
    const exact = (by.value / base.value) * 100
    if (roundHalfUp(exact, share.decimals) === share.value) return []
    return [
      {
        rule: 'CHANGE',
        verdict: 'wrong',
        message: words.change(`${verb?.toLowerCase()} ${share.printed}`),
        arithmetic: arithmetic.share(by.value, base.value, exact, share.value, share.decimals),
        places: placesOf(read, [base, by, share]),
      },
    ]
  })
}
/** "133 TTHC (năm 2015 là 95 TTHC, tăng 38 TTHC)", "98,5% (năm 2016 đạt 92%), tăng 6,5 điểm": the base is in brackets. */
function againstBracketedBase(read: Read): Finding[] {
  const { bare, quantities } = read
  return quantities.flatMap((after, i): Finding[] => {
    const [before, by] = [quantities[i + 1], quantities[i + 2]]
    if (!before || !by || by.sentence !== after.sentence) return []
    const verb = verbEnd.exec(bare.slice(before.end, by.from))?.groups?.verb
    const isSure =
      inBrackets.test(bare.slice(after.end, before.from)) &&
      /^[^.;(]{0,12}$/u.test(bare.slice(before.end, by.from).replace(/[\s),]*\p{L}+\s*$/u, '')) &&
      /^(?:tăng|giảm)$/iu.test(verb ?? '') &&
      before.percent === after.percent &&
      (after.percent ? by.percent : by.isUnit || by.percent) &&
      isSameNoun(before, after)
    if (!isSure || !verb) return []
    const change = { after, before, by: [by], isRise: rises.test(verb), verb }
    const found = judged(read, change, by)
    return found ? [found] : []
  })
}
const inBrackets =
  /^[^.;(\d]{0,60}\(\s*(?:năm|cùng kỳ|kỳ trước|tháng trước|quý trước|quý|tháng)(?!\p{L})[^.;()\d]{0,40}$/iu

/** "giảm từ 44 biên chế xuống còn 39 biên chế (5/44 biên chế)": the part of the base is what went. */
function cutsOfBase(read: Read): Finding[] {
  const { bare, quantities, ratios } = read
  return ratios.flatMap(({ part, whole }): Finding[] => {
    const at = quantities.indexOf(part)
    const [before, after] = [quantities[at - 2], quantities[at - 1]]
    if (!before || !after || before.sentence !== part.sentence) return []
    const isSure =
      before.value === whole.value &&
      !before.percent &&
      !after.percent &&
      fromStart.test(bare.slice(Math.max(0, before.from - 12), before.from)) &&
      downTo.test(bare.slice(before.end, after.from)) &&
      /^[^.;()]{0,40}\(\s*(?:giảm|tăng|đạt|tương ứng)?\s*$/iu.test(bare.slice(after.end, part.from))
    const difference = Math.abs(before.value - after.value)
    if (!isSure || difference === part.value) return []
    return [
      {
        rule: 'CHANGE',
        verdict: 'wrong',
        message: words.change(`${part.printed}/${whole.printed}`),
        arithmetic: arithmetic.difference(before.value, after.value, part.value),
        places: placesOf(read, [before, after, part]),
      },
    ]
  })
}
const downTo = /^[^.;()]{0,40}(?<!\p{L})(?:xuống(?: còn)?|còn|lên)\s*$/iu

const baseFirst = /(?<!\p{L})so với[^.;,\d]{0,50}(?:\d{4})?[^.;,\d]{0,20}\(?\s*(?:là\s*)?$/iu
const orAsPercent =
  /^\s*[,(]?\s*(?:tương (?:ứng|đương)(?:\s+(?:với\s+)?(?:tăng|giảm))?|hay|=|tăng|giảm)?\s*$/iu

function changesBetween(read: Read): Finding[] {
  return changesIn(read).flatMap(change => {
    const sentence = read.prose.sentences[change.after.sentence]
    if (!sentence || uncertain.test(read.prose.plain.slice(change.after.end, change.by[0]?.from)))
      return []
    return change.by.flatMap(by => judged(read, change, by) ?? [])
  })
}

function changesIn({ prose, quantities }: Read): Change[] {
  const gap = (left: Quantity | undefined, right: Quantity | undefined): string | undefined =>
    left && right && left.sentence === right.sentence
      ? prose.plain.slice(left.end, right.from)
      : undefined
  return quantities.flatMap((by, i): Change[] => {
    const after = quantities[i - 1]
    const toward = gap(after, by)
    const verb = verbEnd.exec(toward ?? '')?.groups?.verb
    if (!after || toward === undefined || !verb || toward.length > 90 || /[.;]/u.test(toward))
      return []
    const both = quantities[i + 1]
    const isBoth =
      both !== undefined &&
      /^\s*\(\s*(?:tương (?:ứng|đương)\s*|tăng\s*|giảm\s*|=\s*|\+\s*|hay\s*)?$/iu.test(
        gap(by, both) ?? '-',
      ) &&
      by.percent !== both.percent
    const last = isBoth ? both : by
    const next = quantities[isBoth ? i + 2 : i + 1]
    const earlier = quantities[i - 2]
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

const isSameNoun = (one: Quantity, other: Quantity): boolean =>
  one.percent || one.noun === undefined || other.noun === undefined || one.noun === other.noun

function judged(read: Read, change: Change, by: Quantity): Finding | undefined {
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
