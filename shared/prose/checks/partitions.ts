/**
 * A count and the list that takes it apart by names: "1.880 thủ tục (cấp tỉnh 1.486, cấp huyện 266, cấp xã 128)". Nobody says
 * that such a list is complete; it is taken as meant to be so when its names divide a whole, or when its sum is nearly it.
 */
import { type Finding, placesOf, type Read } from '../finding.ts'
import { type NamedList, namedListOf, type Part } from '../named-lists.ts'
import type { Quantity } from '../quantities.ts'
import { arithmetic, words } from '../words.ts'
import { sumOf } from './sums.ts'

const women = /(?<!\p{L})nữ(?!\p{L})/iu
const men = /(?<!\p{L})nam(?!\p{L})/iu
/** Names that together are everything there is; each is in one part and no other. */
const divisions: readonly (readonly RegExp[])[] = [
  [/cấp tỉnh|^tỉnh$/iu, /cấp huyện|^huyện$/iu, /cấp xã|^xã$/iu],
  [men, women],
  [/^(?:biên chế )?hành chính$/iu, /^(?:biên chế )?sự nghiệp$/iu],
  [/^xã$/iu, /^phường$/iu, /^thị trấn$/iu],
  [/^(?:lượt\s+)?(?:văn bản\s+)?đến$/iu, /^(?:lượt\s+)?(?:văn bản\s+)?đi$/iu],
]
/** Names of one kind, of which reports tell all that there are. */
const families: readonly RegExp[] = [
  /khiển trách|cảnh cáo|cách chức|giáng chức|hạ bậc lương|buộc thôi việc|bãi nhiệm/iu,
  /xuất sắc|hoàn thành|(?<!\p{L})tốt(?!\p{L})|(?<!\p{L})khá(?!\p{L})|trung bình|yếu/iu,
  /(?<!\p{L})(?:quý|đợt|lớp|khóa|giai đoạn|nhóm)\s+(?:thứ\s+)?(?:[ivx]+|\d+|nhất|hai|ba)(?!\p{L})/iu,
  /(?:ban hành )?mới|sửa đổi|thay thế|bãi bỏ|hủy bỏ/iu,
  /tiến sĩ|thạc sĩ|đại học|cao đẳng|trung cấp|sơ cấp/iu,
  /(?<!\p{L})(?:cấp )?(?:tỉnh|huyện|xã|sở)(?!\p{L})/iu,
]
const isFamily = (parts: readonly Part[]): boolean =>
  families.some(family => parts.every(({ name }) => family.test(name)))
const last = /(?<!\p{L})(?:khác|còn lại)$/iu
const years = /(?<!\d)(?:19|20)\d\d(?!\d)/u
/** Nearly the whole: a slip of the pen rather than another list. */
const near = 0.1

/** @param said wholes of which it is said already */
export function partitionFindings(read: Read, said: ReadonlySet<number>): Finding[] {
  return read.quantities.flatMap((one, i): Finding[] => {
    if (one.percent || one.value < 2 || said.has(one.from)) return []
    const list = namedListOf(read, i)
    if (!list || said.has(list.whole.from) || !isOff(read, one, list)) return []
    const { whole, parts } = list
    return [
      {
        rule: 'SUM',
        verdict: divides(parts) ? 'wrong' : 'doubt',
        message: words.sum(`${whole.printed} ${one.nounWord}`.trim()),
        arithmetic: arithmetic.sum(
          parts.map(({ quantity }) => quantity.value),
          [whole.value],
        ),
        places: placesOf(read, [whole, ...parts.map(({ quantity }) => quantity)]),
      },
    ]
  })
}

/** The sum is not the whole, and the list is meant to be all of it. */
function isOff(read: Read, one: Quantity, { whole, parts, kind }: NamedList): boolean {
  const counts = parts.map(({ quantity }) => quantity)
  const decimals = Math.max(whole.decimals, ...counts.map(part => part.decimals))
  // sums of rounded money may be off by half a place each
  const slack = decimals > 0 ? ((counts.length + 1) / 2) * 10 ** -decimals : 0
  const total = sumOf(counts)
  const difference = total - whole.value
  if (Math.abs(difference) <= slack + 1e-9 || total === one.value) return false
  // a list that comes out before its end is followed by something else; what is beside it may make it up
  const beside = read.quantities.filter(
    other => other.sentence === whole.sentence && other !== whole && !counts.includes(other),
  )
  if (counts.some((_, i) => i > 0 && sumOf(counts.slice(0, i + 1)) === whole.value)) return false
  if (beside.some(({ value }) => value === Math.abs(difference))) return false
  const isNear = Math.abs(difference) <= Math.max(whole.value * near, Math.min(3, whole.value / 4))
  const isAll = divides(parts)
  if (!isNear && !(isAll && Math.abs(difference) < whole.value / 2)) return false
  if (isAll) return true
  // the largest only may be told: less than the whole says nothing where nobody says that it is all
  if (difference < 0 && kind !== 'all' && !isFamily(parts)) return false
  return kind === 'bracket' || parts.length >= 3
}

function divides(parts: readonly Part[]): boolean {
  const names = parts.map(({ name }) => name)
  const isDivision = divisions.some(
    all =>
      all.length === names.length &&
      all.every(one => names.filter(name => one.test(name)).length === 1),
  )
  return isDivision || last.test(names.at(-1) ?? '') || areYears(names)
}

/** Every part a year, one after the other, the last one perhaps a part of its year. */
function areYears(names: readonly string[]): boolean {
  const told = names.map(name => Number(years.exec(name)?.[0] ?? Number.NaN))
  const [first = Number.NaN] = told
  return told.length >= 3 && told.every((year, i) => year === first + i)
}
