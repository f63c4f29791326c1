/** "Dự toán giao 32.450 triệu đồng; giải ngân 21.870 triệu đồng, đạt 67,4% dự toán": a rate between two sums of money. */
import { roundHalfUp } from '../../figure.ts'
import { type Finding, placesOf, type Read } from '../finding.ts'
import type { Quantity } from '../quantities.ts'
import { arithmetic, words } from '../words.ts'

const planned =
  /(?<!\p{L})(?:dự toán|kế hoạch|vốn|kinh phí|ngân sách|được giao|được cấp)(?!\p{L})/iu
const spent = /(?<!\p{L})(?:giải ngân|thực hiện|đã chi|quyết toán|thanh toán|sử dụng)(?!\p{L})/iu
/** "đạt 67,4% dự toán", "(đạt 67,4%)", "bằng 67,4% kế hoạch vốn" */
const leads = /(?<!\p{L})(?:đạt|bằng|tương ứng|tỷ lệ)(?:\s+(?:tỷ lệ|khoảng))?\s*:?\s*$/iu
const ofPlan = /^\s*(?:[,.;)]|(?:so với\s+)?(?:tổng\s+)?(?:dự toán|kế hoạch|vốn))/iu
const otherwise =
  /(?<!\p{L})(?:cùng kỳ|năm trước|khoảng|ước|hơn|gần|trung ương|điều chỉnh|bổ sung|tạm ứng)(?!\p{L})/iu

export function moneyFindings(read: Read): Finding[] {
  const { prose, quantities } = read
  return quantities.flatMap((share, i): Finding[] => {
    const part = quantities[i - 1]
    const whole = quantities[i - 2]
    if (!share.percent || share.isPoints || !part || whole?.sentence !== share.sentence) return []
    if (!isMoney(part) || !isMoney(whole)) return []
    const sums = quantities.filter(
      one => one.sentence === share.sentence && one.from < share.from && isMoney(one),
    )
    const lead = prose.plain.slice(part.end, share.from)
    const told = prose.plain.slice(whole.from - 80 < 0 ? 0 : whole.from - 80, share.to)
    const isTold =
      planned.test(prose.plain.slice(startOf(read, whole), whole.from)) &&
      spent.test(prose.plain.slice(whole.end, part.from)) &&
      leads.test(lead) &&
      ofPlan.test(prose.plain.slice(share.to, share.to + 40))
    if (!isTold || sums.length !== 2 || whole.nounWord !== part.nounWord || otherwise.test(told))
      return []
    const exact = (part.value / whole.value) * 100
    if (!(whole.value > 0) || roundHalfUp(exact, share.decimals) === share.value) return []
    return [
      {
        rule: 'PCT-PRINT',
        verdict: Math.abs(exact - share.value) < 1 / 10 ** share.decimals ? 'doubt' : 'wrong',
        message: words.share(share.printed),
        arithmetic: arithmetic.share(part.value, whole.value, exact, share.value, share.decimals),
        places: placesOf(read, [whole, part, share]),
      },
    ]
  })
}

const isMoney = ({ noun, isUnit }: Quantity): boolean => noun === 'money' && isUnit
const startOf = ({ prose }: Read, { sentence }: Quantity): number =>
  prose.sentences[sentence]?.from ?? 0
