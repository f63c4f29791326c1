/** Rates told by name, without their count beside them, against the counts the text tells elsewhere (domain §4.1). */
import { roundHalfUp } from '../../figure.ts'
import { type Finding, placesOf, type Read } from '../finding.ts'
import type { Quantity } from '../quantities.ts'
import { reportTimeOf, scopeOf } from '../scope.ts'
import type { Told } from '../told.ts'
import type { Facet, NounClass } from '../vocabulary.ts'
import { arithmetic, words } from '../words.ts'

type Way = readonly [part: readonly string[], whole: readonly string[]]
type Rate = {
  readonly rule: string
  readonly noun: NounClass
  readonly facets: readonly Facet[]
  /** how it is worked out: it is wrong when one of these is known and none, nor any of `also`, prints it */
  readonly ways: readonly Way[]
  /** how some offices work it out */
  readonly also: readonly Way[]
}
const rates: readonly Rate[] = [
  {
    rule: 'RATE-COUNT',
    noun: 'dossier',
    facets: ['onTime', 'timely'],
    ways: [
      [['early', 'onTime'], ['resolved']],
      [['timely'], ['resolved']],
      [['onTime'], ['resolved']],
    ],
    also: [[['early', 'onTime'], ['received']]],
  },
  {
    rule: 'RATE-COUNT',
    noun: 'dossier',
    facets: ['early'],
    ways: [[['early'], ['resolved']]],
    also: [[['early'], ['received']]],
  },
  {
    rule: 'RATE-COUNT',
    noun: 'dossier',
    facets: ['late'],
    ways: [[['late'], ['resolved']]],
    also: [
      [['late'], ['received']],
      [['overdue'], ['pending']],
    ],
  },
  {
    rule: 'DVCTT-R3',
    noun: 'dossier',
    facets: ['online'],
    ways: [
      [['online'], ['received']],
      [['online'], ['new']],
    ],
    also: [
      [['online'], ['online', 'inPerson']],
      [['online'], ['resolved']],
      [['online+resolved'], ['resolved']],
    ],
  },
]

export function rateFindings(read: Read, told: readonly Told[]): Finding[] {
  const time = reportTimeOf(read.prose)
  return read.quantities.flatMap(share => {
    if (!share.percent || share.isPoints || share.others.length > 0) return []
    if (scopeOf(read.prose, share, time) !== '') return []
    if (share.value > 100) return beyond(read, share)
    if (!/tỷ lệ|tỉ lệ|^\s*đạt|hồ sơ/iu.test(share.label)) return []
    const rate = rates.find(({ facets }) => {
      const own = [...share.facets].filter(facet => facet !== 'resolved' && facet !== 'received')
      return own.length === 1 && facets.some(facet => own[0] === facet)
    })
    const finding = rate && rateFinding(read, told, rate, share)
    return finding ? [finding] : []
  })
}

function rateFinding(
  read: Read,
  told: readonly Told[],
  rate: Rate,
  share: Quantity,
): Finding | undefined {
  const tellerOf = (role: string): Quantity | undefined => {
    const own = told.filter(one => one.noun === rate.noun && one.role === role && one.scope === '')
    return new Set(own.map(({ quantity }) => quantity.value)).size === 1
      ? own[0]?.quantity
      : undefined
  }
  const all = (terms: readonly (Quantity | undefined)[]): terms is readonly Quantity[] =>
    terms.every(term => term !== undefined)
  const known = (ways: readonly Way[]) =>
    ways.flatMap(([part, whole]) => {
      const parts = part.map(tellerOf)
      const wholes = whole.map(tellerOf)
      return all(parts) && all(wholes)
        ? [{ parts, wholes, part: sum(parts), whole: sum(wholes) }]
        : []
    })
  const [first] = known(rate.ways)
  if (!first || first.whole === 0 || first.part > first.whole) return undefined
  const isPrinted = known([...rate.ways, ...rate.also]).some(
    ({ part, whole }) =>
      whole > 0 && roundHalfUp((part / whole) * 100, share.decimals) === share.value,
  )
  if (isPrinted) return undefined
  return {
    rule: rate.rule,
    verdict: 'wrong',
    message: words.share(share.printed),
    arithmetic: arithmetic.share(
      first.part,
      first.whole,
      (first.part / first.whole) * 100,
      share.value,
      share.decimals,
    ),
    places: placesOf(read, [share, ...new Set([...first.parts, ...first.wholes])]),
  }
}

const sum = (values: readonly Quantity[]) => values.reduce((total, { value }) => total + value, 0)

const bounded: ReadonlySet<Facet> = new Set([
  'onTime',
  'early',
  'timely',
  'late',
  'satisfied',
  'verySatisfied',
  'digitised',
  'online',
  'fullOnline',
])

/** A rate of what has a whole is at most 100 % (RATE-RANGE); plans, growth and money may be more. */
function beyond(read: Read, share: Quantity): Finding[] {
  const free =
    /tăng|giảm|vượt|kế hoạch|chỉ tiêu|so với|cùng kỳ|dự toán|mục tiêu|doanh thu|kim ngạch|sản lượng/iu
  const sentence = read.prose.sentences[share.sentence]
  if (!sentence || free.test(sentence.text)) return []
  if (![...share.facets].some(facet => bounded.has(facet))) return []
  return [
    {
      rule: 'RATE-RANGE',
      verdict: 'wrong',
      message: words.range(share.printed),
      arithmetic: arithmetic.against(share.printed, '≤ 100 %'),
      places: placesOf(read, [share]),
    },
  ]
}

/** "100% TTHC được tích hợp" beside fewer online procedures than there are (DVCTT-R1). */
export function coverageFindings(read: Read, told: readonly Told[]): Finding[] {
  const of = (role: string) =>
    told
      .filter(one => one.noun === 'procedure' && one.role === role && one.scope === '')
      .map(({ quantity }) => quantity)
  const [online] = of('online')
  const [own] = of('own')
  const full = read.quantities.find(
    one =>
      one.percent &&
      one.value === 100 &&
      /^\s*(?:tthc|thủ tục|dịch vụ công)/iu.test(one.labelAfter) &&
      /tích hợp|cung cấp trực tuyến|trực tuyến toàn trình|đủ điều kiện/iu.test(one.labelAfter) &&
      !/đủ điều kiện/iu.test(one.labelAfter),
  )
  if (!online || !own || !full || online.value >= own.value) return []
  return [
    {
      rule: 'DVCTT-R1',
      verdict: 'doubt',
      message: words.fullButPart(full.printed),
      arithmetic: arithmetic.share(
        online.value,
        own.value,
        (online.value / own.value) * 100,
        100,
        0,
      ),
      places: placesOf(read, [full, online, own]),
    },
  ]
}

/** What comes in whole numbers. */
const whole: ReadonlySet<NounClass> = new Set([
  'dossier',
  'procedure',
  'task',
  'document',
  'petition',
  'ballot',
  'media',
])
const average = /bình quân|trung bình|mỗi|\/\s*(?:người|ngày|tháng|năm|đơn vị|công chức)/iu

/** "41,7 TTHC": counts are whole numbers (NONNEG-INT), and a share without its sign is none. */
export function wholeFindings(read: Read): Finding[] {
  return read.quantities.flatMap((one): Finding[] => {
    const sentence = read.prose.sentences[one.sentence]
    const isWhole =
      one.percent || one.decimals === 0 || !one.isUnit || !one.noun || !whole.has(one.noun)
    if (isWhole || !sentence || average.test(sentence.text)) return []
    const printed = `${one.printed} ${one.nounWord}`
    return [
      {
        rule: 'NONNEG-INT',
        verdict: 'wrong',
        message: words.notWhole(printed),
        arithmetic: '',
        places: placesOf(read, [one]),
      },
    ]
  })
}
