/**
 * Of when and of whom a number speaks. Two numbers of one report are the same figure only in one scope; what is a target,
 * a guess or a comparison is nobody's figure.
 */
import { isPeriodKey } from '../period.ts'
import { facetsIn, type Quantity } from './quantities.ts'
import type { Prose } from './text.ts'
import type { Facet } from './vocabulary.ts'

/** The report's own time, as it calls it ("tháng 4/2025") and as a key of `../period.ts`; '' when its head does not say. */
export type ReportTime = {
  readonly words: string
  readonly month?: number
  readonly year?: number
  readonly period?: string
}

/** The head of a report says its time. */
const head = 2000
const romans = ['I', 'II', 'III', 'IV']
type Groups = Readonly<Record<string, string>>
const reportKinds: readonly (readonly [RegExp, (found: Groups) => string])[] = [
  [
    /báo cáo[^.;]{0,160}?(?<words>tháng\s+(?<month>\d{1,2})\s*(?:\/|năm)\s*(?<year>\d{4}))/isu,
    ({ month = '', year }) => `${year}-M${month.padStart(2, '0')}`,
  ],
  [
    /báo cáo[^.;]{0,160}?(?<words>0?(?<months>[69])\s+tháng(?:\s+đầu)?(?:\s+năm)?\s+(?<year>\d{4}))/isu,
    ({ months, year }) => `${year}-${months}M`,
  ],
  [
    /báo cáo[^.;]{0,160}?(?<words>quý\s+(?<quarter>IV|I{1,3}|[1-4])\s*(?:\/|năm)\s*(?<year>\d{4}))/isu,
    ({ quarter = '', year }) =>
      `${year}-Q${romans.includes(quarter.toUpperCase()) ? romans.indexOf(quarter.toUpperCase()) + 1 : quarter}`,
  ],
  [/báo cáo[^.;]{0,160}?(?<words>năm\s+(?<year>\d{4}))/isu, ({ year }) => `${year}-Y`],
]

/** As far back as a paragraph is looked through for what it speaks of. */
const farthest = 3000

const times = new WeakMap<Prose, ReportTime>()

export function reportTimeOf(prose: Prose): ReportTime {
  const known = times.get(prose) ?? readTime(prose)
  times.set(prose, known)
  return known
}

function readTime({ plain }: Prose): ReportTime {
  const start = plain.slice(0, head).replace(/\s+/gu, ' ')
  const found = reportKinds.flatMap(([kind, keyOf]) => {
    const match = kind.exec(start)
    return match?.groups
      ? [{ end: match.index + match[0].length, groups: match.groups, keyOf }]
      : []
  })
  // "tháng 4 năm 2025" says the month before it says the year
  const [first] = found.sort((a, b) => a.end - b.end)
  if (!first) return { words: '' }
  const { words = '', month, year } = first.groups
  const key = first.keyOf(first.groups)
  return {
    words: words.toLowerCase(),
    ...(month ? { month: Number(month) } : {}),
    ...(year ? { year: Number(year) } : {}),
    ...(isPeriodKey(key) ? { period: key } : {}),
  }
}

const timeWords =
  /tháng\s+\d{1,2}(?:\s*(?:\/|năm)\s*\d{4})?|\d{1,2}\s+tháng(?:\s+(?:đầu|cuối))?(?:\s+năm)?(?:\s+\d{4})?|quý\s+(?:iv|i{1,3}|[1-4])(?:\s*(?:\/|năm)\s*\d{4})?|(?:năm|giai đoạn|nhiệm kỳ)\s+\d{4}(?:\s*[-–]\s*\d{4})?|cùng kỳ|(?:năm|tháng|quý|kỳ)\s+trước(?!\s+(?:chuyển|sang|qua|tồn))|l[ũu]ỹ? kế|từ đầu năm|trong tuần|trong ngày|đến nay/giu
const places =
  /(?<!\p{L})(?:[Ll]ĩnh vực|[Cc]hi cục|[Tt]hanh tra|[Tt]oàn tỉnh|[Tt]rên địa bàn|[Kk]hối|[Cc]ấp (?:huyện|xã|phòng)|(?:[Pp]hòng|[Đđ]ội|[Cc]ụm|[Hh]uyện|[Xx]ã|[Tt]hành phố|UBND|[Tt]rung tâm(?! [Pp]hục vụ))\s+(?=\p{Lu}))\s*[^,;:().\d]{0,40}/gu
/** Words of a target, a guess, or something that has not come about. */
const unsettled =
  /(?<!\p{L})(?:phấn đấu|mục tiêu|tối thiểu|tối đa|ít nhất|trở lên|dự kiến|ước(?: tính| đạt)?|khoảng|gần\s+\d|hơn\s+\d|trên\s+\d|đến năm 20\d\d|chỉ tiêu\s+(?:được\s+)?(?:giao|đề ra|kế hoạch)|kế hoạch\s+(?:đề ra|được giao|giao)|đảm bảo tỷ lệ|yêu cầu đạt|định hướng|không quá|không dưới|so với tỷ lệ)(?!\p{L})/iu

/** "tăng 20 hồ sơ" counts what was added. */
const isChange = /(?:tăng|giảm|vượt|thêm|bớt|cắt giảm)\s+(?:lên\s+|được\s+)?$/iu

/** Asked for every number of a sentence, and long sentences have many. */
const judged = new WeakMap<Prose, Map<number, boolean>>()

function isUnsettled(prose: Prose, index: number): boolean {
  const known = judged.get(prose) ?? new Map<number, boolean>()
  judged.set(prose, known)
  const before = known.get(index)
  if (before !== undefined) return before
  const { from, to } = prose.sentences[index] ?? { from: 0, to: 0 }
  const is = unsettled.test(prose.plain.slice(from, to))
  known.set(index, is)
  return is
}

/** @returns undefined when it is no settled figure of the report */
export function scopeOf(prose: Prose, one: Quantity, time: ReportTime): string | undefined {
  const sentence = prose.sentences[one.sentence]
  if (!sentence) return undefined
  // what a paragraph began to speak of holds until its end
  const first =
    prose.sentences.find(({ paragraph }) => paragraph === sentence.paragraph) ?? sentence
  // what was said in brackets before is over with them
  const around = `${prose.plain.slice(Math.max(first.from, one.end - farthest), one.end).replace(/\([^()]*\)/gu, ' ')}${one.labelAfter}`
  if (isUnsettled(prose, one.sentence)) return undefined
  const right = prose.plain.slice(Math.max(sentence.from, one.from - 40), one.from)
  if (isChange.test(right)) return undefined
  const said = (around.match(timeWords) ?? [])
    .map(word =>
      word
        .toLowerCase()
        .replace(/\s+/gu, ' ')
        .replace(/(?<!\d)0(?=\d)/gu, ''),
    )
    .filter(word => !isReportTime(word, time))
  return [...new Set([...said, ...wheres(around), ...headOf(prose, one)])].sort().join('; ')
}

const wheres = (around: string): string[] =>
  (around.match(places) ?? []).map(place => place.toLowerCase().replace(/\s+/gu, ' ').trim())

function isReportTime(word: string, { month, year, words }: ReportTime): boolean {
  if (words !== '' && words.replace(/(?<!\d)0(?=\d)/gu, '') === word) return true
  if (month !== undefined && (word === `tháng ${month}` || word === `tháng ${month}/${year}`))
    return true
  return (
    (year !== undefined && word === `năm ${year}`) ||
    words.replace(/(?<!\d)0(?=\d)/gu, '').startsWith(word)
  )
}

/** Headings of an assessment, which speak of nobody in particular. */
const generic =
  /^\W*(?:khái quát|tổng quát|hạn chế|tồn tại|khó khăn|vướng mắc|ưu điểm|nguyên nhân|kết quả|đánh giá|nhận xét|về)(?!\p{L})/iu

/** Facets that make another figure of all that stands under them. */
const dividing: ReadonlySet<Facet> = new Set([
  'postal',
  'online',
  'inPerson',
  'fullOnline',
  'partialOnline',
  'internal',
  'digitised',
  'supplement',
  'returned',
])
/** One of services in full is online already. */
const contains: Partial<Record<Facet, readonly Facet[]>> = {
  online: ['online', 'fullAndPartial', 'fullOnline', 'partialOnline'],
}
const enumerated = /^(?:[-+•–]|\(?\d{1,2}[.)]|\d+(?:\.\d+)+|\p{L}[).]|[IVX]+\.)\s*\p{L}/u
/** Lines from a heading to what stands under it. */
const underHeading = 6

/**
 * "- Điện: tiếp nhận 20 hồ sơ": what a line speaks of is said at its beginning, in the line that leads to a list, or in the
 * heading above it ("b) Tiếp nhận qua dịch vụ bưu chính").
 */
function headOf(
  { plain, sentences }: Prose,
  { sentence: index, from, facets }: Quantity,
): string[] {
  const sentence = sentences[index]
  if (!sentence) return []
  const [, own = ''] = /^([^:;,.\d]{2,80}):/u.exec(plain.slice(sentence.from, from)) ?? []
  const earlier = sentences.slice(Math.max(0, index - 12), index)
  const lead = sentence.isItem ? earlier.findLast(one => one.text.endsWith(':')) : undefined
  const heading = earlier.findLast(
    one => one.text.length < 140 && enumerated.test(one.text) && !/[.;,…]$/u.test(one.text),
  )
  const near = heading && sentence.paragraph - heading.paragraph <= underHeading ? heading.text : ''
  const heads = [
    ...(generic.test(own) ? [] : [own]),
    ...(lead && lead.paragraph !== sentence.paragraph ? [lead.text] : []),
  ].map(text => facetsIn(text.replace(/\d/gu, ' ')))
  const said = [...heads, facetsIn(near.replace(/\d/gu, ' '))].flatMap(({ found }) => [...found])
  const apart = said.filter(
    facet => dividing.has(facet) && !(contains[facet] ?? [facet]).some(one => facets.has(one)),
  )
  return [...heads.flatMap(({ others }) => others), ...apart, ...wheres(near)]
}
