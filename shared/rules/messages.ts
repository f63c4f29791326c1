/**
 * Findings in words, always in the same order: where, what is, what follows, what to do; the arithmetic is shown.
 * The only dictionary for findings: pane, worker, sheet and report print the same sentence.
 */
import { type Index, isProcedureCode } from '../catalogue/catalogue.ts'
import { printFigure, printNumber, readFigure } from '../figure.ts'
import { printArithmetic } from '../formula.ts'
import { periodName, printDate, statutoryWindow } from '../period.ts'
import { placeName, placeOf } from '../place.ts'
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
  compare: (_index, rule, verdict) => compared(verdict, rule.check === 'compare' ? rule.says : ''),
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
}

const outOfRange = {
  'NONNEG-INT': (value: number) => (value < 0 ? 'là số âm' : 'không phải số nguyên'),
  NONNEG: () => 'là số âm',
  'RATE-RANGE': () => 'nằm ngoài khoảng từ 0 đến 100%',
}
const quantityOf = (figure: Verdict['actual']): number =>
  figure?.state === 'number' ? figure.value : 0

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

/** " (ô E10)" behind the place a sentence begins with; nothing before a layout has placed it. */
export const inCell = (cell: string | undefined): string => (cell ? ` (ô ${cell})` : '')

/** @param cell "E10", once a layout has placed the sheet */
export function messageOf(
  index: Index,
  rule: Rule,
  verdict: Verdict,
  subject: Subject,
  naming: Naming,
  cell?: string,
): string {
  const where =
    rule.check === 'window'
      ? 'Thời gian chốt số liệu'
      : placeName(index, verdict.place, naming.rowName)
  const what = sentences[rule.check](index, rule, verdict, subject, naming)
  return `${where}${inCell(cell)}: ${what} ${rule.fix}`
}
