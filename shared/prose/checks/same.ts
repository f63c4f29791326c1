/** One figure told twice: two counts, two rates, or "không có" beside a count, in the same scope (SAME-FIGURE). */
import { type Finding, placesOf, type Read, sentenceAt, type Verdict } from '../finding.ts'
import { facetsIn, type Quantity } from '../quantities.ts'
import { reportTimeOf, scopeOf } from '../scope.ts'
import type { Told } from '../told.ts'
import type { Facet, NounClass } from '../vocabulary.ts'
import { arithmetic, words } from '../words.ts'

/** Roles a report tells once for itself; others ("rà soát 10 TTHC") may be told of several doings. */
const once: Partial<Record<NounClass, ReadonlySet<string>>> = {
  dossier: new Set(
    'received resolved pending early onTime late timely overdue inTime carried new online inPerson postal online+resolved'.split(
      ' ',
    ),
  ),
  procedure: new Set(
    'own lower oneStop interlinked fullOnline partialOnline online online+withDossier withDossier'.split(
      ' ',
    ),
  ),
}
/** A total of these may be told without a facet, as "tổng số …". */
const totals: ReadonlySet<NounClass> = new Set(['procedure', 'staff', 'petition', 'task', 'ballot'])

export function sameFindings(read: Read, told: readonly Told[]): Finding[] {
  const counts = told.filter(isTelling).map(one => ({
    quantity: one.quantity,
    key: `${one.noun} ${one.role} ${one.scope}`,
  }))
  const named = told.filter(isNamed).map(one => ({
    quantity: one.quantity,
    key: `${one.noun} ${one.role} ${one.scope} by words`,
  }))
  return [
    ...twice(read, counts, 'wrong'),
    ...twice(read, named, 'doubt'),
    ...twice(read, ratesIn(read), 'wrong'),
    ...noneFindings(read, told),
  ]
}

/** "38 TTHC tích hợp trên Cổng Dịch vụ công quốc gia": what stands, told by its words rather than by a facet. */
const isNamed = ({ noun, role, quantity: { others } }: Told): boolean =>
  (noun === 'procedure' || noun === 'system') && !once[noun]?.has(role) && new Set(others).size >= 3

function isTelling({ noun, role, quantity }: Told): boolean {
  if (once[noun]?.has(role)) return true
  return role === '' && totals.has(noun) && /tổng số|tổng cộng/iu.test(quantity.label)
}

type Keyed = { readonly quantity: Quantity; readonly key: string }

function twice(read: Read, all: readonly Keyed[], verdict: Verdict): Finding[] {
  return [...Map.groupBy(all, ({ key }) => key).values()].flatMap(told => {
    const values = [...Map.groupBy(told, ({ quantity }) => quantity.value).values()]
    const [first, second] = values.map(same => same[0]?.quantity)
    // three values are a list of something, not a contradiction
    if (!first || !second || values.length > 2 || !areApart(read, first, second)) return []
    if (isRounded(first, second)) return []
    return [
      {
        rule: 'SAME-FIGURE',
        verdict,
        message: words.sameFigure(said(first), said(second)),
        arithmetic: arithmetic.against(first.printed, second.printed),
        places: placesOf(read, [first, second]),
      },
    ]
  })
}

const said = ({ printed, nounWord }: Quantity) => `${printed} ${nounWord}`.trim()

/** One paragraph, or two lines of one list, that tell two numbers tell them of two things. */
const areApart = (read: Read, first: Quantity, second: Quantity): boolean => {
  const [one, other] = [sentenceAt(read, first.sentence), sentenceAt(read, second.sentence)]
  const apart = Math.abs(one.paragraph - other.paragraph)
  return apart > 1 || (apart === 1 && !(one.isItem && other.isItem))
}

/** 98,5 % and 99 % */
function isRounded(first: Quantity, second: Quantity): boolean {
  const [rough, fine] = first.decimals < second.decimals ? [first, second] : [second, first]
  const half = 0.5 / 10 ** rough.decimals
  return first.decimals !== second.decimals && Math.abs(rough.value - fine.value) <= half + 1e-9
}

/** Rates with words enough to be one figure. */
function ratesIn(read: Read): Keyed[] {
  const time = reportTimeOf(read.prose)
  return read.quantities.flatMap(quantity => {
    if (!quantity.percent || quantity.isPoints || quantity.value > 100) return []
    const scope = scopeOf(read.prose, quantity, time)
    const facets = [...quantity.facets].map(facet => (facet === 'timely' ? 'onTime' : facet)).sort()
    const others = [...new Set(quantity.others)].sort()
    const isRate = /tỷ lệ|tỉ lệ|mức độ|đạt|chiếm/iu.test(quantity.label)
    const isKnown = facets.some(facet => knownRates.has(facet)) || others.length >= 4
    if (scope === undefined || !isRate || !isKnown || /tăng|giảm/iu.test(quantity.label)) return []
    return [{ quantity, key: `${facets.join('+')} ${others.join(' ')} ${scope}` }]
  })
}
const knownRates: ReadonlySet<Facet> = new Set([
  'onTime',
  'early',
  'late',
  'satisfied',
  'verySatisfied',
  'digitised',
])

// ---------------------------------------------------------------- none, all, and little

const noLate =
  /(?:không|chưa)\s+(?:có|phát sinh|để|xảy ra)(?:\s+(?:tình trạng|trường hợp|bất kỳ))?\s+(?:hồ sơ\s+)?(?:nào\s+)?(?:bị\s+|giải quyết\s+)?(?:quá hạn|trễ hạn|trễ hẹn|chậm hạn|chậm muộn|chậm trễ)/iu
const noPetition =
  /không\s+(?:có|nhận được|tiếp nhận|phát sinh)\s+(?:bất kỳ\s+)?(?:các\s+|ý kiến\s+)?(?:phản ánh|pakn)/iu
const nones: readonly (readonly [RegExp, NounClass, readonly string[]])[] = [
  [noLate, 'dossier', ['late', 'overdue']],
  [noPetition, 'petition', ['', 'received', 'resolved', 'both']],
]
const isLow =
  /tỷ lệ\s+(?<what>[^.;,]{3,80}?)\s+(?:vẫn\s+)?(?:còn|đang|ở|rất|chưa|thấp)[^.;,]{0,20}?(?:thấp|chưa cao)/iu

function noneFindings(read: Read, told: readonly Told[]): Finding[] {
  const { prose } = read
  const found: Finding[] = []
  const some = (noun: NounClass, roles: readonly string[]) =>
    told.find(
      one =>
        one.noun === noun && roles.includes(one.role) && one.scope === '' && one.quantity.value > 0,
    )?.quantity
  for (const [pattern, noun, roles] of nones) {
    const count = some(noun, roles)
    if (!count) continue
    for (const [i, sentence] of prose.sentences.entries()) {
      const none = pattern.exec(prose.plain.slice(sentence.from, sentence.to))
      const isElsewhere =
        /cùng kỳ|lĩnh vực|chi cục|phòng|cấp huyện|cấp xã|phấn đấu|bảo đảm|đảm bảo|không để|(?:năm|tháng|quý|kỳ) (?:trước|\d)/iu
      if (!none || i === count.sentence || isElsewhere.test(sentence.text)) continue
      const span = {
        from: sentence.from + none.index,
        to: sentence.from + none.index + none[0].length,
      }
      found.push({
        rule: 'ZERO-WORDS',
        verdict: 'wrong',
        message: words.noneButSome(said(count)),
        arithmetic: arithmetic.against('0', count.printed),
        places: placesOf(read, [span, count]),
      })
      break
    }
  }
  return [...found, ...fullFindings(read, some)]
}

/** "100 %" beside what is left over, or beside words that say the same is low. */
function fullFindings(
  read: Read,
  some: (noun: NounClass, roles: readonly string[]) => Quantity | undefined,
): Finding[] {
  const time = reportTimeOf(read.prose)
  const full = read.quantities.filter(
    one =>
      one.percent && one.value === 100 && scopeOf(read.prose, one, time) === '' && !one.isPoints,
  )
  const found: Finding[] = []
  const timely = full.find(
    ({ facets, others }) => (facets.has('onTime') || facets.has('timely')) && others.length === 0,
  )
  const late = some('dossier', ['late'])
  if (timely && late)
    found.push({
      rule: 'RATE-COUNT',
      verdict: 'wrong',
      message: words.allButSome(timely.printed, said(late)),
      arithmetic: arithmetic.against('100 %', `${late.printed} quá hạn`),
      places: placesOf(read, [timely, late]),
    })
  for (const sentence of read.prose.sentences) {
    const low = isLow.exec(read.prose.plain.slice(sentence.from, sentence.to))
    if (!low) continue
    const { found: about, others } = facetsIn(low.groups?.what ?? '')
    const same = full.find(
      ({ facets, sentence: index }) =>
        about.size > 0 &&
        others.length === 0 &&
        read.prose.sentences[index] !== sentence &&
        isSame(about, facets),
    )
    if (!same) continue
    found.push({
      rule: 'TEXT-CONTRADICTION',
      verdict: 'doubt',
      message: words.fullButLow(same.printed),
      arithmetic: '',
      places: placesOf(read, [
        same,
        { from: sentence.from + low.index, to: sentence.from + low.index + low[0].length },
      ]),
    })
  }
  return found
}

/** "kết quả giải quyết" is what is digitised, not another figure. */
const isSame = (about: ReadonlySet<Facet>, facets: ReadonlySet<Facet>): boolean => {
  const bare = (all: ReadonlySet<Facet>) =>
    [...all]
      .filter(one => one !== 'resolved' && one !== 'received')
      .sort()
      .join('+')
  return bare(about) !== '' && bare(about) === bare(facets)
}
