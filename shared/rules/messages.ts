/**
 * Findings in words, always in the same order: where, what is, what follows, what to do; the arithmetic is shown.
 * The only dictionary for findings: pane, worker, sheet and report print the same sentence.
 */
import { type Index, isProcedureCode } from '../catalogue/catalogue.ts'
import { printCell } from '../cell-words.ts'
import { printFigure, printNumber, readFigure, roundHalfUp } from '../figure.ts'
import { printArithmetic } from '../formula.ts'
import { periodName, printDate, statutoryWindow } from '../period.ts'
import { type Place, placeName, placeOf, placeText } from '../place.ts'
import { derivedInWords, periodsInWords } from '../roll-up/words.ts'
import type { SaidChange } from './narrative-over-time.ts'
import { leftPartial, monthsLacking } from './rolled-up.ts'
import type { Rule } from './schema.ts'
import type { Subject, Verdict } from './subject.ts'

export type Naming = {
  /** name of a table row: a field, a task */
  readonly rowName: (form: string, row: string) => string | undefined
  /** name of a unit */
  readonly unitName: (unit: string) => string
}

/** What is wrong, per check; the place before it and the fix after it are the same for all. */
const sentences: Record<
  Rule['check'],
  (index: Index, rule: Rule, verdict: Verdict, subject: Subject, naming: Naming) => string
> = {
  compare: (_index, rule, verdict, subject) =>
    compared(verdict, rule.check === 'compare' ? rule.says : '') + declared(verdict, subject),
  range: (_index, rule, { actual }) =>
    `${print(actual)} ${rule.check === 'range' ? outOfRange[rule.range](quantityOf(actual)) : ''}.`,
  within: (index, _rule, verdict, _subject, { rowName }) => {
    const whole = index.indicators.get(verdict.words ?? '')
    const name = whole
      ? `“${whole.row.name}”`
      : placeName(index, { ...verdict.place, column: verdict.words ?? '' }, rowName)
    return compared(verdict, `Đây là phần “trong đó” của ${name}, không được quá`)
  },
  stated: (_index, _rule, verdict) => compared(verdict, 'Tính từ số liệu thành phần được'),
  'total-row': (_index, _rule, verdict) => compared(verdict, 'Cộng các dòng được'),
  unread: (_index, _rule, { words = '' }) =>
    readFigure(words).ok
      ? `“${words}” chưa kèm lý do, phải ghi “${words}: lý do”.`
      : `“${words}” không đọc được thành số.`,
  unlisted: (index, _rule, { place, words = '' }) => {
    const entry =
      index.columns.get(`${place.form}.${place.column}`) ?? index.indicators.get(place.row)
    const labels = entry?.row.choices?.map(({ label }) => label).join('; ') ?? ''
    return `“${words}” không có trong danh sách: ${labels}.`
  },
  'member-code': (_index, _rule, { words = '' }) =>
    words === ''
      ? 'dòng có nội dung nhưng chưa ghi mã.'
      : isProcedureCode(words)
        ? `mã ${words} đã ghi ở dòng trên.`
        : `“${words}” không phải mã thủ tục.`,
  window: (_index, _rule, { words = '' }, { period }) => {
    const [from = '', to = ''] = words.split('/')
    const statutory = statutoryWindow(period)
    return `số liệu lấy từ ${printDate(from)} đến ${printDate(to)}, kỳ ${periodName(period)} chốt từ ${printDate(statutory.from)} đến ${printDate(statutory.to)}.`
  },
  'single-owner': (_index, _rule, { words = '' }, _subject, { unitName }) =>
    `ngoài đơn vị được giao còn có ${words.split(', ').map(unitName).join(', ')} báo cáo; chỉ tính số liệu của đơn vị được giao.`,
  quoted: (index, _rule, verdict, _subject, { rowName }) => {
    const [table = '', column] = (verdict.words ?? '').split('.')
    const place = column ? { form: table, row: '', column } : placeOf(index, table)
    return compared(verdict, `${place ? placeName(index, place, rowName) : ''} là`)
  },
  enumerated: (_index, _rule, { actual, expected, words }) =>
    `ghi ${print(actual)} ${words ?? ''} nhưng liệt kê ${printNumber(expected?.value ?? 0)}.`,
  kept: (_index, rule, verdict) =>
    compared(
      verdict,
      rule.check === 'kept' ? rule.says.replace('{}', periodName(verdict.words ?? '')) : '',
    ),
  trend: (_index, _rule, { actual, track }) => usual(quantityOf(actual), track),
  'change-said': (_index, _rule, { change }) => (change ? saidOfRate(change) : ''),
  issued: (_index, _rule, { words = '' }, { period, window }) => {
    const { from, to } = window ?? statutoryWindow(period)
    return `văn bản số ${words} được nêu là ban hành trong kỳ, kỳ này tính từ ${printDate(from)} đến ${printDate(to)}.`
  },
  evidenced: (_index, _rule, { words = '' }) =>
    words === ''
      ? 'nhiệm vụ ghi là đã hoàn thành nhưng chưa có minh chứng.'
      : `nhiệm vụ ghi là đã hoàn thành, minh chứng “${words.slice(0, 120)}” chưa có đủ số, ký hiệu và ngày của văn bản.`,
  'rolled-up': (index, _rule, { place, actual, expected }, { rolledUp }) => {
    const derived = rolledUp?.derived.get(placeText(place))
    if (!rolledUp || !derived) return ''
    const months = derivedInWords(index, rolledUp, derived)
    const said = actual ? printCell(index, place, actual) : ''
    const counted = derived.by !== 'or' && !isCoded(index, place)
    const gap = Math.abs(quantityOf(actual) - (expected?.value ?? 0))
    return `${said}. ${months}${counted ? `, lệch ${printNumber(gap)}` : ''}.`
  },
  'months-missing': (_index, _rule, _verdict, subject) => {
    const [cells, months] = [leftPartial(subject).length, monthsLacking(subject)]
    return `${cells} ô mới cộng một số tháng, chưa có số của ${periodsInWords(months)}.`
  },
}

const outOfRange = {
  'NONNEG-INT': (value: number) => (value < 0 ? 'là số âm' : 'không phải số nguyên'),
  NONNEG: () => 'là số âm',
  'RATE-RANGE': () => 'nằm ngoài khoảng từ 0 đến 100%',
}
const quantityOf = (figure: Verdict['actual']): number =>
  figure?.state === 'number' ? figure.value : 0

const isCoded = (index: Index, { form, row, column }: Place): boolean =>
  (column === undefined ? index.indicators.get(row) : index.columns.get(`${form}.${column}`))?.row
    .choices !== undefined

/** "12 kỳ trước từ 210 đến 331, trung vị 268; kỳ này 1.290, gấp 4,8 lần trung vị." */
function usual(value: number, track: Verdict['track']): string {
  if (!track) return ''
  const { count, least, most, median } = track
  const range =
    least === most
      ? `đều là ${printNumber(median)}`
      : `từ ${printNumber(least)} đến ${printNumber(most)}, trung vị ${printNumber(median, Number.isInteger(median) ? undefined : 1)}`
  const times =
    median > 0 && value > median ? `, gấp ${printNumber(roundHalfUp(value / median, 1))} lần` : ''
  const share =
    median > 0 && value < median
      ? `, bằng ${printNumber(roundHalfUp((value / median) * 100, 1))}%`
      : ''
  const of = times || share ? (least === most ? ' mức ấy' : ' trung vị') : ''
  return `${count} kỳ trước ${range}; kỳ này ${printNumber(value)}${times}${share}${of}.`
}

/** A rate that moves from 47 % to 67,73 % rises by 20,73 points and by 44,11 % of itself. */
function saidOfRate({ quote, as, now, before }: SaidChange): string {
  const unclear = `“${quote}” của một tỷ lệ chưa rõ là điểm phần trăm hay phần trăm của tỷ lệ ấy.`
  if (!before) return unclear
  const { period, value } = before
  const [points, share] = [now - value, ((now - value) / value) * 100].map(one =>
    printNumber(roundHalfUp(one, 2)),
  )
  const follows = `${periodName(period)} là ${printNumber(roundHalfUp(value, 2))}%, kỳ này ${printNumber(now)}%, chênh lệch ${points} điểm phần trăm, tức ${share}% của tỷ lệ ấy`
  return as === 'unsaid' ? `${unclear} ${follows}.` : `“${quote}” nhưng ${follows}.`
}

const print = (figure: Verdict['actual']): string => (figure ? printFigure(figure) : '')

/** "322. Cột 7 biểu II.06a cộng được 319 + 2 + 0 = 321, lệch 1." */
function compared({ actual, expected, derivation }: Verdict, says: string): string {
  if (actual?.state !== 'number' && actual?.state !== 'none') return ''
  if (!expected) return ''
  const shown = actual.state === 'number' ? actual : { state: 'number' as const, value: 0 }
  const decimals = shown.decimals ?? (Number.isInteger(expected.value) ? undefined : 2)
  const total = printNumber(expected.value, decimals)
  const sum = derivation ? printArithmetic(derivation.expression, derivation.figureOf) : total
  // a single operand is its own sum
  const shownSum = sum !== total && /[-+×÷]/u.test(sum) ? `${sum} = ${total}` : total
  const gap = printNumber(Math.abs(shown.value - expected.value), decimals)
  const verb = expected.operator === '=' ? 'lệch' : expected.operator === '<=' ? 'vượt' : 'thiếu'
  const printed = printFigure(actual, shown.decimals)
  // a sum judged at one of its parts is not what stands in that cell, so the words say whose figure it is
  const stated = says.includes('#') ? says.replace('#', printed) : `${printed}. ${says}`
  return `${stated} ${shownSum}, ${verb} ${gap}.`
}

/** What was declared about a figure the comparison reads: "Đã khai báo loại trừ 4 TTHC thông báo (…)." */
const declared = ({ operands }: Verdict, { exclusions = [] }: Subject): string =>
  exclusions
    .filter(({ excluded }) => operands.some(([at]) => at === excluded))
    .map(({ name, basis }) => ` Đã khai báo loại trừ “${name}” theo ${basis}.`)
    .join('')

/** " (ô E10)" behind the place a sentence begins with; nothing before a layout has placed it. */
export const inCell = (cell: string | undefined): string => (cell ? ` (ô ${cell})` : '')

/** What findings speak of that stand at no figure. */
const wholeSheet: { readonly [K in Rule['check']]?: string } = {
  window: 'Thời gian chốt số liệu',
  'months-missing': 'Số liệu cộng theo tháng',
}

/** @param cell "E10", once a layout has placed the sheet */
export function messageOf(
  index: Index,
  rule: Rule,
  verdict: Verdict,
  subject: Subject,
  naming: Naming,
  cell?: string,
): string {
  const where = wholeSheet[rule.check] ?? placeName(index, verdict.place, naming.rowName)
  const what = sentences[rule.check](index, rule, verdict, subject, naming)
  return `${where}${inCell(cell)}: ${what} ${rule.fix}`
}
