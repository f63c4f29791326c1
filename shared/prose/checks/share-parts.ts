/** Which count a printed percentage is the share of: the one before it, or the one in the brackets behind it. */
import { roundHalfUp } from '../../figure.ts'
import { type Read, sentenceAt } from '../finding.ts'
import { facetsIn, type Quantity } from '../quantities.ts'
import type { Facet } from '../vocabulary.ts'

/** Between a count and the percentage of it. */
export const shareWords =
  /^(?:[^.;\d%]{0,70}?(?:tỷ lệ|tỉ lệ|đạt|chiếm|tương ứng|tương đương|bằng|là|=)[^.;\d%]{0,30}|[\s,(:–-]{0,4}|\s*\p{L}[^.,;:\d%]{0,60}\()$/iu
/** Of another time, another whole, or another thing. */
export const otherwise =
  /(?<!\p{L})(?:tăng|giảm|vượt|so với|cùng kỳ|chỉ tiêu|kế hoạch|mục tiêu|phấn đấu|dự kiến|yêu cầu|quy định|tối thiểu|ít nhất|(?:trên|dưới|hơn|gần)\s*$|khoảng|trong khi|còn lại|dự toán|trong (?:số )?đó|lãi|thuế|(?<!đánh\s)giá|rút ngắn|thời gian|mức độ(?!\s*[\d_]))(?!\p{L})/iu

export const prints = (part: number, whole: number, { value, decimals }: Quantity): boolean =>
  whole > 0 && roundHalfUp((part / whole) * 100, decimals) === value

/** How far a slip of the pen goes, of the share; what is further off is of something else. */
export const slip = 0.15

/** "18, đạt tỷ lệ 13%": the count right before a percentage, brackets that were closed in between skipped. */
export function countBefore({ quantities, bare }: Read, i: number): Quantity | undefined {
  const share = quantities[i]
  if (!share) return undefined
  for (let j = i - 1; j >= 0; j -= 1) {
    const one = quantities[j]
    if (!one || one.sentence !== share.sentence) return undefined
    const whole = bare.slice(one.end, share.from)
    const opened = (whole.match(/\(/gu) ?? []).length
    const shut = (whole.match(/\)/gu) ?? []).length
    if (shut > opened) continue
    const gap = whole.replace(/\([^()]*\)/gu, ' ')
    const isMine =
      !one.percent &&
      one.decimals === 0 &&
      one.noun !== 'money' &&
      one.noun !== 'time' &&
      shareWords.test(gap) &&
      !otherwise.test(gap)
    if (!isMine || otherwise.test(one.labelAfter)) return undefined
    return isAbout(gap.slice(one.labelAfter.length), one) ? one : undefined
  }
  return undefined
}

/** "đạt 99,1% (319 hồ sơ)" */
export function countInBracket({ quantities, prose }: Read, i: number): Quantity | undefined {
  const share = quantities[i]
  const next = quantities[i + 1]
  if (!share || next?.percent !== false || next.sentence !== share.sentence) return undefined
  const after = quantities[i + 2]
  const alone =
    after?.sentence !== next.sentence || prose.plain.slice(next.end, after.from).includes(')')
  return alone &&
    /^\s*\(\s*(?:với\s+)?$/u.test(prose.plain.slice(share.to, next.from)) &&
    next.isUnit &&
    next.decimals === 0
    ? next
    : undefined
}

/** "…, tỷ lệ thanh toán trực tuyến đạt": what stands between says nothing that is not said of the count. */
function isAbout(gap: string, { facets }: Quantity): boolean {
  const { found, others } = facetsIn(gap)
  const online: readonly Facet[] = ['online', 'fullAndPartial']
  return (
    others.length === 0 &&
    [...found].every(
      facet => facets.has(facet) || (online.includes(facet) && online.some(one => facets.has(one))),
    )
  )
}

/** Every count of the paragraph and of the one before it. */
export function countsNear(read: Read, part: Quantity): Quantity[] {
  const { paragraph } = sentenceAt(read, part.sentence)
  return read.quantities.filter(one => {
    const away = paragraph - sentenceAt(read, one.sentence).paragraph
    return !one.percent && (away === 0 || away === 1)
  })
}
