/**
 * The numbers of a report with what each counts: its noun, the words around it, and the facets those words name. What a
 * number is (thousands, printed decimals, symbols of documents that are none) is read in `../report/numbers.ts`.
 */
import { numbersIn, type TextNumber } from '../report/numbers.ts'
import { wordsIn } from '../report/wording.ts'
import type { Prose, Sentence } from './text.ts'
import { type Facet, facets, implied, type NounClass, nouns, plainWords } from './vocabulary.ts'

export type Quantity = TextNumber & {
  /** index into the sentences */
  readonly sentence: number
  readonly noun: NounClass | undefined
  /** the noun as it is written, lower case; '' when it has none of its own */
  readonly nounWord: string
  /** the noun follows the number and is not taken from the words before it */
  readonly isUnit: boolean
  /** 1 %: share; "điểm %": points */
  readonly isPoints: boolean
  /** end of the number with its noun */
  readonly end: number
  /** the words that are its own, before and after it */
  readonly label: string
  readonly labelAfter: string
  readonly facets: ReadonlySet<Facet>
  /** words of the label that make it another figure than its facets say */
  readonly others: readonly string[]
}

/** "rút ngắn từ 30% thời gian", "ít nhất 90%": how far something goes, not what is counted. */
const threshold = /(?<!\p{L})(?:từ|ít nhất|tối thiểu|trên|hơn|dưới|không quá)\s*$/iu
export const isThreshold = ({ plain }: Prose, one: Quantity): boolean =>
  one.percent && threshold.test(plain.slice(Math.max(0, one.from - 12), one.from))

/** Every digit blanked that is no count or share; the same length. */
export function bareText(prose: Prose, quantities: readonly Quantity[]): string {
  let text = ''
  let at = 0
  for (const one of quantities) {
    if (isThreshold(prose, one)) continue
    text += prose.plain.slice(at, one.from).replace(/[\d%]/gu, '_')
    text += prose.plain.slice(one.from, one.to)
    at = one.to
  }
  return text + prose.plain.slice(at).replace(/[\d%]/gu, '_')
}

/** "24/29 nhiệm vụ": a part and its whole, printed as one. */
export type Ratio = { readonly part: Quantity; readonly whole: Quantity }

const bounded = (form: string) => form.replaceAll(' ', '\\s+')
const byLength = nouns
  .flatMap(([noun, forms]) => forms.map(form => ({ noun, form })))
  .sort((a, b) => b.form.length - a.form.length)
const alternatives = byLength.map(({ form }) => bounded(form)).join('|')
const nounAfter = new RegExp(`^\\s*(?:\\(?lượt\\s+)?(${alternatives})(?!\\p{L})`, 'iu')
const nounAnywhere = new RegExp(`(?<!\\p{L})(${alternatives})(?!\\p{L})`, 'iu')
const classOf = new Map<string, NounClass>(byLength.map(({ noun, form }) => [form, noun]))
const nounOf = (word: string) => classOf.get(word.toLowerCase().replace(/\s+/gu, ' '))

/** Names of times, and the rest of dates that the numbers of a text keep. */
const times: readonly RegExp[] = [
  /\d+\s*tháng(?=\s+(?:đầu|cuối|năm|của|qua))/giu,
  /(?<=(?:ngày|đến|từ|hết|trước|sau|hạn|lúc|là)\s+)\d{1,2}\/(?:0?[1-9]|1[0-2])(?![\d/]|[.,]\d)/giu,
  /(?<=mức độ\s+\d+\s*(?:,|và|-)\s*(?:mức độ\s*)?)\d(?!\d)/giu,
  /\d{1,2}\s*(?:giờ|h)\s*\d{0,2}(?!\p{L})/giu,
  /(?<![\d.,/])(?:19|20)\d\d\s*[-–/]\s*(?:19|20)?\d\d(?![\d.,])/gu,
  /tuổi\s+\d+|\d+\s+tuổi|hạng\s+\d+|covid-?\s?\d+|đợt\s+\d+(?!\s*\p{L})|số\s+\d+(?=\s*[-/]\p{Lu})/giu,
  /(?<=(?:nghị quyết|nghị định|quyết định|thông tư|chỉ thị|đề án|kết luận|chương trình|công văn)(?:\s+số)?:?\s)\d+/giu,
  // contracts are called by the number of their decree
  /(?<=(?:hợp đồng|hđ|hđlđ|lao động|nđ)\s+(?:theo\s+)?(?:nđ\s+)?)(?:68|111|161)(?!\s*(?:người|chỉ tiêu|biên chế|lao động|hợp đồng))/giu,
  /(?<=,\s*)0\d(?=\s*(?:của|ngày|do)\s)/gu,
]
const year = /^(?:19|20)\d\d$/u
/** The last separator before a number's own words. */
const separators =
  /[,;()\n:]|\.\s|\s(?:trong (?:số )?đó|bao gồm|gồm(?: có)?|trong khi|so với|và(?=\s+\d))\s/giu
const afterEnd =
  /[,;()\n]|[.:](?=\s|$)|\s(?:trong (?:số )?đó|bao gồm|gồm|đạt|chiếm|tương ứng|so với|tăng|giảm|bằng|nhưng|và(?=\s+(?:\d|số|có|còn|tỷ lệ|tỉ lệ)))(?!\p{L})/iu
/** What ends with this before a number is about that number. */
const leadsOn = /(?::|\s(?:là|có|đạt|được|gồm|đã|khoảng|chiếm))\s*$/iu

export function quantitiesIn({ plain, sentences }: Prose): Quantity[] {
  const counting = times.reduce(
    (rest, time) => rest.replace(time, found => found.replace(/\d/gu, '_')),
    plain,
  )
  const numbers = numbersIn(counting)
  const found: Quantity[] = []
  let at = 0
  for (const [i, number] of numbers.entries()) {
    while (at < sentences.length - 1 && (sentences[at]?.to ?? 0) <= number.from) at += 1
    const sentence = sentences[at]
    if (!sentence || number.from < sentence.from) continue
    const one = quantityOf(plain, number, at, sentence, found.at(-1), numbers[i + 1])
    if (one) found.push(one)
  }
  return found
}

/** "6,5 điểm phần trăm", "40 phần trăm" */
const spelledPercent = /^\s*(?:điểm\s+)?phần\s+trăm(?!\p{L})/iu

function quantityOf(
  plain: string,
  number: TextNumber,
  index: number,
  sentence: Sentence,
  last: Quantity | undefined,
  next: TextNumber | undefined,
): Quantity | undefined {
  const rest = plain.slice(number.to, Math.min(sentence.to, next?.from ?? sentence.to))
  const percent = number.percent || spelledPercent.test(rest)
  const unit = percent ? null : nounAfter.exec(rest)
  if (!unit && !percent && year.test(number.printed)) return undefined
  const end = number.to + (unit?.[0].length ?? 0)
  const previous = last && last.sentence === index ? last : undefined
  const start = Math.max(sentence.from, previous ? previous.end : 0)
  const before = plain.slice(start, number.from)
  const after = afterOf(
    plain.slice(end, next && next.from < sentence.to ? next.from : sentence.to),
    {
      hasNext: next !== undefined && next.from < sentence.to,
    },
  )
  const taken = previous ? previous.labelAfter.length : 0
  const near = nearOf(before.slice(Math.min(taken, before.length)))
  const own = near.trim() === '' || !/\p{L}/u.test(near) ? '' : near
  const wide = own === '' && !facetsIn(after).found.size ? before.slice(taken) : own
  const label = `${wide} ${unit?.[0] ?? ''} ${after}`
  const beforeNoun = percent ? undefined : nounBefore(wide)
  const nounWord = (unit?.[1] ?? beforeNoun ?? '').toLowerCase().replace(/\s+/gu, ' ')
  const { found, others } = facetsIn(label)
  const named = new Set(nounWord.split(' '))
  return {
    ...number,
    percent,
    sentence: index,
    noun: nounOf(nounWord),
    nounWord,
    isUnit: unit !== null,
    isPoints: percent && /^\s*điểm/iu.test(rest),
    end,
    label: label.replace(/\s+/gu, ' ').trim(),
    labelAfter: after,
    facets: found,
    others: others.filter(word => !named.has(word)),
  }
}

function nearOf(before: string): string {
  let from = 0
  for (const { 0: mark, index } of before.matchAll(separators)) {
    // a colon is a separator only when words follow it: "đã tiếp nhận: 331"
    const rest = before.slice(index + mark.length)
    if (mark === ':' && !/\p{L}/u.test(rest)) continue
    from = index + mark.length
  }
  return before.slice(from)
}

function afterOf(text: string, { hasNext }: { hasNext: boolean }): string {
  const end = afterEnd.exec(text)
  if (end) return text.slice(0, end.index)
  // no mark between two numbers: what leads on belongs to the next one
  return hasNext && leadsOn.test(text) ? '' : text
}

/** "số hồ sơ trả lại cho tổ chức" counts dossiers: the first noun after "số", or the first one. */
function nounBefore(label: string): string | undefined {
  const counted = /(?:số(?:\s+lượng)?|tỷ lệ)\s+/iu.exec(label)
  const found = counted && nounAnywhere.exec(label.slice(counted.index + counted[0].length))
  return (found ?? nounAnywhere.exec(label))?.[1]
}

const known = new Map<string, { found: ReadonlySet<Facet>; others: readonly string[] }>()

/** Facets of a label, and its words that are neither a facet's nor plain. */
export function facetsIn(label: string): { found: ReadonlySet<Facet>; others: readonly string[] } {
  const key = label.toLowerCase().replace(/\s+/gu, ' ')
  const before = known.get(key)
  if (before) return before
  if (known.size > 4000) known.clear()
  const found = new Set<Facet>()
  let rest = key
  for (const [facet, pattern] of facets) {
    const cut = rest.replace(pattern, ' | ')
    if (cut === rest) continue
    found.add(facet)
    rest = cut
  }
  for (const [facet, dropped] of implied)
    if (found.has(facet)) for (const one of dropped) found.delete(one)
  const others = [...wordsIn(rest)].filter(word => !plainWords.has(word))
  const answer = { found, others }
  known.set(key, answer)
  return answer
}

/** "12 dịch vụ công có phát sinh hồ sơ trên tổng số 95 dịch vụ công" */
const ofTotal = /^[^.;,\d()]{0,60}(?:trên|trong)\s+tổng(?:\s+số)?\s*$/iu

/** Pairs printed as "24/29"; dates and symbols are none, because they are no numbers here. */
export function ratiosIn({ plain }: Prose, quantities: readonly Quantity[]): Ratio[] {
  return quantities.flatMap((part, i) => {
    const whole = quantities[i + 1]
    if (!whole || part.percent || whole.percent || whole.sentence !== part.sentence) return []
    const between = plain.slice(part.end, whole.from)
    const isRatio =
      part.end === part.to ? between === '/' : /^\s*\/\s*(?:tổng số\s*)?$/iu.test(between)
    const isTold = part.noun === whole.noun && ofTotal.test(between)
    return (isRatio || isTold) && part.decimals === 0 && whole.decimals === 0
      ? [{ part, whole }]
      : []
  })
}
