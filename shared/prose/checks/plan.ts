/** Parts printed over one whole: "01/29 … 24/29 nhiệm vụ" (PLAN-R1, PLAN-R2), and no part over its whole. */
import { printNumber } from '../../figure.ts'
import { type Finding, placesOf, type Read } from '../finding.ts'
import { arithmetic, words } from '../words.ts'

/** More than a plan asked for is an achievement, not an error. */
const beyond = /vượt|kế hoạch giao|chỉ tiêu|so với kế hoạch/iu
/** "20/25 …, trong đó 8/25 …": one is counted within the other. */
const within = /trong (?:số )?đó/iu
/** The rest is told in words or of its own. */
const rest = /còn lại|các nhiệm vụ khác|chưa thực hiện|chưa triển khai|đang triển khai/iu

export function planFindings(read: Read): Finding[] {
  const { prose, ratios } = read
  const overflowing = ratios.flatMap(({ part, whole }): Finding[] => {
    const sentence = prose.sentences[part.sentence]
    const isSure = whole.noun !== undefined && whole.noun !== 'time' && whole.noun !== 'money'
    if (part.value <= whole.value || !isSure || !sentence || beyond.test(sentence.text)) return []
    return [
      {
        rule: 'SUBSET',
        verdict: 'wrong',
        message: words.partExceeds(part.printed, `${whole.printed} ${whole.nounWord}`),
        arithmetic: arithmetic.more(part.printed, whole.printed),
        places: placesOf(read, [part, whole]),
      },
    ]
  })
  const shared = Map.groupBy(
    ratios.filter(({ whole }) => whole.noun === 'task' && whole.value > 0),
    ({ part, whole }) => `${prose.sentences[part.sentence]?.paragraph} ${whole.value}`,
  )
  const plans = [...shared.values()].flatMap((account): Finding[] => {
    const parts = account.map(({ part }) => part.value)
    const whole = account[0]?.whole
    const total = parts.reduce((sum, value) => sum + value, 0)
    const roles = new Set(account.map(({ whole: { facets } }) => [...facets].sort().join('+')))
    if (!whole || account.length < 2 || total === whole.value || roles.size < account.length)
      return []
    const last = Math.max(...account.map(({ part }) => part.sentence))
    const around = prose.sentences.slice(account[0]?.part.sentence, last + 2)
    const isTooMuch = total > whole.value
    if (around.some(({ text }) => within.test(text))) return []
    if (!isTooMuch && around.some(({ text }) => rest.test(text))) return []
    return [
      {
        rule: isTooMuch ? 'PLAN-R1' : 'PLAN-R2',
        verdict: isTooMuch ? 'wrong' : 'doubt',
        message: isTooMuch
          ? words.sumExceeds(`${whole.printed} ${whole.nounWord}`)
          : words.gap(`${printNumber(whole.value - total)} ${whole.nounWord}`),
        arithmetic: isTooMuch
          ? arithmetic.sum(parts, [whole.value])
          : arithmetic.gap(whole.value, parts),
        places: placesOf(
          read,
          account.flatMap(({ part, whole: one }) => [part, one]),
        ),
      },
    ]
  })
  return [...overflowing, ...plans]
}
