/** What a review says of one indicator and of one year, in Vietnamese. */
import { printNumber, roundHalfUp } from '../figure.ts'
import type { Period } from '../period.ts'
import type { Retrospective } from '../protocol.ts'
import { type Change, compared, type Dated } from './change.ts'
import { isRatio, type ReviewedLine } from './lines.ts'

type Origin = Retrospective['years'][number]['origin']

/**
 * Points with the two decimals of the percentages they lie between, so that whoever subtracts those gets them; percent
 * with one, and two where one would print a change as 0.
 */
const printChange = ({ kind, value }: Pick<Change, 'kind' | 'value'>): string => {
  const size = Math.abs(value)
  const finer = kind === 'points' || (size > 0 && roundHalfUp(size, 1) === 0)
  return printNumber(roundHalfUp(size, finer ? 2 : 1))
}

/** "86,6%", "44 người", "1.200 triệu đồng" */
export function printAmount(line: Pick<ReviewedLine, 'row' | 'unit'>, value: number): string {
  if (isRatio(line)) return `${printNumber(roundHalfUp(value, 2))}%`
  const unit = unitWithin(line.unit)
  return unit === '' ? printNumber(value) : `${printNumber(value)} ${unit}`
}
/** "Người" within a sentence; an abbreviation stays as it is. */
const unitWithin = (unit: string | null): string =>
  unit === null || /^\p{Lu}{2}/u.test(unit) ? (unit ?? '') : unit.toLocaleLowerCase('vi')

/** What of a year is not there, and what follows from it. */
const lacking = (missing: readonly Period[]): string =>
  missing.length === 0
    ? ''
    : `; thiếu ${missing.map(({ kind, ordinal }) => (kind === 'Q' ? `quý ${roman[ordinal]}` : `tháng ${ordinal}`)).join(', ')}, nên chỉ tiêu cộng dồn cả năm để trống`
const roman = ['', 'I', 'II', 'III', 'IV']
const andYears = (years: readonly number[]): string => years.join(', ')

export const reviewWords = {
  origins: {
    stored: (year: number, final: boolean) =>
      `Tổng hợp kỳ năm ${year} (${final ? 'chính thức' : 'tạm tính'})`,
    derived: (year: number, kind: Period['kind'], missing: readonly Period[]) =>
      `Tính từ các ${kind === 'Q' ? 'quý' : 'tháng'} của năm ${year}${lacking(missing)}`,
    typed: (source: string) => `Nhập từ ${source}`,
    missing: (year: number) => `Chưa có số liệu năm ${year}`,
  } satisfies Record<Origin, (...parts: never[]) => string>,
  nothing: 'Chưa có số liệu',
  missing: (years: readonly number[]) => `chưa có số liệu năm ${andYears(years)}`,
  noBase: (base: number) => `Năm ${base} chưa có số liệu để so sánh`,
  noLater: (base: number) => `Sau năm ${base} chưa có số liệu để so sánh`,
  inYear: (year: number, amount: string) => `năm ${year} là ${amount}`,
  best: (year: number, amount: string) => `tốt nhất năm ${year} (${amount})`,
  until: (year: number) => `đến năm ${year}`,
  same: (base: number, amount: string) => `Không đổi so với năm ${base} (${amount})`,
  fromZero: (base: number, amount: string) =>
    `Từ 0 lên ${amount} so với năm ${base}; không tính tỷ lệ vì năm ${base} bằng 0`,
  points: (way: string, points: string, base: number, from: string, to: string, verb: string) =>
    `${way} ${points} điểm phần trăm so với năm ${base} (từ ${from} ${verb} ${to})`,
  percent: (way: string, percent: string, base: number, from: string, to: string, verb: string) =>
    `${way} ${percent}% (từ ${from} ${verb} ${to}) so với năm ${base}`,
}

/**
 * "Tăng 12,5 điểm phần trăm so với năm 2020 (từ 86,6% lên 99,1%)", "Giảm 11,4% (từ 44 xuống 39 người) so với năm 2020";
 * then the years that are not there.
 */
export function wordsOf(
  line: Pick<ReviewedLine, 'row' | 'unit'>,
  years: readonly Dated[],
  base: number,
  change: Change | null,
  missing: readonly number[],
): string {
  const said = comparison(line, years, base, change)
  const left = missing.filter(year => year !== base)
  if (said === reviewWords.nothing || left.length === 0) return said
  return `${said}; ${reviewWords.missing(left)}`
}

function comparison(
  line: Pick<ReviewedLine, 'row' | 'unit'>,
  years: readonly Dated[],
  base: number,
  change: Change | null,
): string {
  const pair = compared(years, base)
  if (!pair) return alone(line, years, base)
  const { from, to } = pair
  const amount = printAmount(line, to.value)
  const late = to.year === years.at(-1)?.year ? '' : ` ${reviewWords.until(to.year)}`
  if (from.value === to.value) return reviewWords.same(base, amount) + late
  const [way, verb] = to.value > from.value ? ['Tăng', 'lên'] : ['Giảm', 'xuống']
  if (change === null) return reviewWords.fromZero(base, amount) + late
  const size = printChange(change)
  if (change.kind === 'points')
    return reviewWords.points(way, size, base, printAmount(line, from.value), amount, verb) + late
  return reviewWords.percent(way, size, base, printNumber(from.value), amount, verb) + late
}

/** Nothing to compare with: what is known last, and which side is not there. */
function alone(
  line: Pick<ReviewedLine, 'row' | 'unit'>,
  years: readonly Dated[],
  base: number,
): string {
  const last = years.findLast(({ figure }) => figure.state === 'number' || figure.state === 'none')
  if (!last) {
    const reason = years.findLast(({ figure }) => figure.state === 'not-applicable')?.figure
    return reason?.state === 'not-applicable' ? `Không áp dụng: ${reason.why}` : reviewWords.nothing
  }
  const value = last.figure.state === 'number' ? last.figure.value : 0
  const known = reviewWords.inYear(last.year, printAmount(line, value))
  const hasBase = years.some(
    ({ year, figure }) => year === base && (figure.state === 'number' || figure.state === 'none'),
  )
  return `${hasBase ? reviewWords.noLater(base) : reviewWords.noBase(base)}; ${known}`
}
