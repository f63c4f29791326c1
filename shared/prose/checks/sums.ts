/** Parts of wholes: lists that are complete add up, no part is larger than its whole, figures that belong together agree. */
import { type Finding, placesOf, type Read, sentenceAt } from '../finding.ts'
import type { Quantity } from '../quantities.ts'
import { axisOf, type Group, nounIn } from '../structure.ts'
import type { Facet, NounClass } from '../vocabulary.ts'
import { arithmetic, words } from '../words.ts'

export const sumOf = (values: readonly { value: number }[]) =>
  values.reduce((total, { value }) => total + value, 0)
const named = ({ printed, nounWord }: Quantity) => `${printed} ${nounWord}`.trim()

export function sumFindings(read: Read): Finding[] {
  const lists = read.groups.flatMap(group => exceeding(read, group) ?? adding(read, group) ?? [])
  return [...lists, ...totalsAfter(read), ...verySatisfied(read)]
}

const allTold = /^[^.;]{0,40}(?<!\p{L})tổng cộng(?:\s+(?:là|có))?\s*:?\s*$/iu

/** "mức độ 3: 6 dịch vụ, mức độ 4: 98 dịch vụ, tổng cộng 104 dịch vụ": the whole comes last. */
function totalsAfter(read: Read): Finding[] {
  const { bare, quantities } = read
  return quantities.flatMap((whole, i): Finding[] => {
    const last = quantities[i - 1]
    // the words first: most numbers end here, and a text may have tens of thousands
    if (!last || last.sentence !== whole.sentence || whole.percent || !whole.isUnit) return []
    if (!allTold.test(bare.slice(last.end, whole.from))) return []
    const begin = quantities.findLastIndex((one, at) => at < i && one.sentence !== whole.sentence)
    const parts = quantities.slice(begin + 1, i)
    const isAll = parts.every(
      one => !one.percent && one.isUnit && one.nounWord === whole.nounWord && !isVague(read, one),
    )
    if (parts.length < 2 || !isAll || sumOf(parts) === whole.value) return []
    return [
      {
        rule: 'SUM',
        verdict: 'wrong',
        message: words.sum(named(whole)),
        arithmetic: arithmetic.sum(
          parts.map(({ value }) => value),
          [whole.value],
        ),
        places: placesOf(read, [...parts, whole]),
      },
    ]
  })
}

/** "hài lòng 98%, trong đó rất hài lòng 99%": of the same answers, so no more of them. */
function verySatisfied(read: Read): Finding[] {
  return read.quantities.flatMap((part, i): Finding[] => {
    const whole = read.quantities[i - 1]
    const isPart = whole?.percent && part.percent && whole.sentence === part.sentence
    if (!isPart || !whole.facets.has('satisfied') || !part.facets.has('verySatisfied')) return []
    if (
      part.value <= whole.value ||
      !/trong (?:số )?đó/iu.test(read.prose.plain.slice(whole.to, part.from))
    )
      return []
    return [
      {
        rule: 'SUBSET',
        verdict: 'wrong',
        message: words.partExceeds(part.printed, whole.printed),
        arithmetic: arithmetic.more(part.printed, whole.printed),
        places: placesOf(read, [whole, part]),
      },
    ]
  })
}

/** "trong đó" never exceeds its whole (SUBSET). */
function exceeding(read: Read, { whole, parts, kind }: Group): Finding | undefined {
  if (kind === 'bracket' && !parts.every(part => axisOf(whole.noun, part).length > 0))
    return undefined
  const part = parts.find(({ value, label }) => value > whole.value && !otherTime.test(label))
  if (!part || !isSamePlace(whole, part) || isVague(read, whole)) return undefined
  return {
    rule: 'SUBSET',
    verdict: 'wrong',
    message: words.partExceeds(named(part), named(whole)),
    arithmetic: arithmetic.more(part.printed, whole.printed),
    places: placesOf(read, [whole, part]),
  }
}

/** Counted over another time than its whole. */
const otherTime = /lũy kế|luỹ kế|từ đầu|cùng kỳ|năm trước|đến nay/iu
/** Of these, one may hold many of another kind: a centre has divisions, a plan asks for reports. */
const nested: ReadonlySet<NounClass> = new Set([
  'unit',
  'document',
  'system',
  'activity',
  'issue',
  'initiative',
  'business',
])

/** A part without a noun of its own, or with the noun of its whole. */
const isSamePlace = (whole: Quantity, part: Quantity): boolean =>
  whole.noun !== undefined &&
  nounIn(whole, part) === whole.noun &&
  (part.isUnit || part.facets.size > 0) &&
  (!nested.has(whole.noun) || part.noun === undefined || part.nounWord === whole.nounWord)

/** "hơn 300 hồ sơ" adds up to nothing. */
const isVague = ({ prose }: Read, one: Quantity): boolean =>
  /(?<!\p{L})(?:hơn|gần|khoảng|trên|ước)\s*$/iu.test(
    prose.plain.slice(Math.max(0, one.from - 9), one.from),
  )

function adding(read: Read, group: Group): Finding | undefined {
  const { whole, parts, kind, hasStrangers } = group
  if (parts.length < 2 || [whole, ...parts].some(one => one.percent || isVague(read, one)))
    return undefined
  if (whole.noun === undefined) return undefined
  const total = sumOf(parts)
  if (total === whole.value || isExplained(read, group)) return undefined
  const isList = isPlainList(group) && !hasStrangers && isClosed(read, group)
  // brackets list everything as a rule, but nobody says so
  const isLikely = kind === 'bracket' && isList && (areKinds(group) || endsWithAnd(read, group))
  const isComplete = completes(group) || (kind === 'consists' && isList) || isLikely
  const tooMuch = !isComplete && total > whole.value && areDisjoint(group)
  if (!isComplete && !tooMuch) return undefined
  return {
    rule: isComplete ? 'SUM' : 'SUBSET',
    verdict: isLikely && !completes(group) ? 'doubt' : 'wrong',
    message: isComplete ? words.sum(named(whole)) : words.sumExceeds(named(whole)),
    arithmetic: arithmetic.sum(
      parts.map(({ value }) => value),
      [whole.value],
    ),
    places: placesOf(read, [whole, ...parts]),
  }
}

/** Parts that some reports count within another part, or beside the whole. */
const elsewhere: readonly Facet[] = [
  'early',
  'postal',
  'contract',
  'supplement',
  'returned',
  'withdrawn',
]

/** Without what may be counted elsewhere, or with what was returned, the parts do make the whole. */
function isExplained(read: Read, { whole, parts }: Group): boolean {
  const sentence = sentenceAt(read, whole.sentence)
  const isBeside = (one: Quantity) =>
    !one.percent &&
    !parts.includes(one) &&
    one !== whole &&
    sentenceAt(read, one.sentence).paragraph === sentence.paragraph &&
    ['returned', 'withdrawn', 'supplement'].some(facet => one.facets.has(facet as Facet))
  const beside = read.quantities.filter(isBeside).map(({ value }) => value)
  const within = parts.filter(({ facets }) => elsewhere.some(facet => facets.has(facet)))
  const difference = whole.value - sumOf(parts)
  return explains(difference, [...beside, ...within.map(({ value }) => -value)], false)
}

/** "09 phòng gồm: Văn phòng, 06 phòng …": an item without a number stands in the list. */
function isClosed({ prose }: Read, { whole, parts }: Group): boolean {
  return [whole, ...parts].every((one, i) => {
    const next = parts[i]
    const rest = prose.plain.slice(one.end, next?.from ?? prose.sentences[one.sentence]?.to)
    if (!next) return !goesOn.test(rest)
    const own = one === whole ? `,${rest.split(announcing).at(-1)}` : rest
    const items = own.split(/[,;:(]|\svà\s/u).slice(1)
    return items.filter(item => /\p{L}/u.test(item)).length <= (next.isUnit ? 0 : 1)
  })
}
const announcing = /\(|(?:bao )?gồm(?: có)?|chia ra|chia theo|được phân bổ|cụ thể(?: như sau)?/u
/** ", Văn phòng Sở", "và một số công văn" */
const goesOn = /^[^;.()]*(?:,|(?<!\p{L})và)\s+(?:một số|các|nhiều|\p{Lu})/u

/** Together the parts are everything there is of their kind: early, on time and late; or the list says "còn lại". */
function completes({ whole, parts }: Group): boolean {
  const facetsOf = new Set(parts.flatMap(({ facets }) => [...facets]))
  const rest = parts.at(-1)
  if (rest?.facets.has('rest') && rest.isUnit) return areSameNoun(whole, parts)
  return axisOf(whole.noun, parts[0] ?? whole).some(
    axis =>
      parts.every(({ facets }) => axis.facets.some(facet => facets.has(facet))) &&
      areSingle(parts, axis.facets) &&
      !overlap(facetsOf) &&
      axis.complete.some(all => all.every(facet => facetsOf.has(facet))),
  )
}

/** "12 văn bản (05 kế hoạch, 07 công văn)": every part is of a kind of its own. */
function areKinds({ whole, parts }: Group): boolean {
  const kinds = new Set(parts.map(({ nounWord }) => nounWord))
  return kinds.size === parts.length && !kinds.has(whole.nounWord)
}

/** What came in anew came in online or in person: told both ways, it is told twice. */
const overlap = (facets: ReadonlySet<Facet>): boolean =>
  (facets.has('new') || facets.has('inPeriod')) &&
  (facets.has('online') || facets.has('inPerson') || facets.has('postal'))

/** "21 tin, bài (15 tin, bài … và 06 tin, bài …)": the last one is announced as the last. */
function endsWithAnd({ bare }: Read, { parts }: Group): boolean {
  const [before, last] = parts.slice(-2)
  return before && last ? /(?<!\p{L})và\s*$/iu.test(bare.slice(before.end, last.from)) : false
}

/** No facet twice, but contracts, of which there are several kinds. */
function areSingle(parts: readonly Quantity[], facets: readonly Facet[]): boolean {
  const seen = parts.flatMap(part => facets.filter(facet => part.facets.has(facet)).slice(0, 1))
  const counted = seen.filter(facet => facet !== 'contract')
  return new Set(counted).size === counted.length
}

const areSameNoun = (whole: Quantity, parts: readonly Quantity[]) =>
  parts.every(part => nounIn(whole, part) === whole.noun)

/** "45 văn bản gồm 12 quyết định, 33 kế hoạch": every part with a unit of its own, or every one with a label. */
function isPlainList({ whole, parts }: Group): boolean {
  const haveUnits = parts.every(({ isUnit }) => isUnit)
  const haveLabels = parts.every(({ label, isUnit }) => !isUnit && /\p{L}{2}/u.test(label))
  return areSameNoun(whole, parts) && (haveUnits || haveLabels) && whole.isUnit
}

function areDisjoint({ whole, parts }: Group): boolean {
  if (overlap(new Set(parts.flatMap(({ facets }) => [...facets])))) return false
  return axisOf(whole.noun, parts[0] ?? whole).some(
    axis =>
      parts.every(({ facets }) => axis.facets.some(facet => facets.has(facet))) &&
      areSingle(parts, axis.facets),
  )
}

/** A difference is none when some of what stands outside makes it up; of either sign unless it is known which way. */
export function explains(
  difference: number,
  outside: readonly number[],
  isEitherWay = true,
): boolean {
  if (difference === 0) return true
  const sums = [0]
  for (const value of outside.slice(0, 8)) sums.push(...sums.map(one => one + value))
  return sums.some(one => one === difference || (isEitherWay && one === -difference))
}
