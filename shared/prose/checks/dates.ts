/** Dates and symbols of documents: days there are none of, years that differ, one document with two dates, the window. */
import { statutoryWindow } from '../../period.ts'
import { type Finding, placesOf, type Read, type Verdict } from '../finding.ts'
import { reportTimeOf } from '../scope.ts'
import type { Span } from '../text.ts'
import { words } from '../words.ts'

type Day = Span & {
  readonly printed: string
  readonly iso: string
  readonly isReal: boolean
  readonly year: number
}
type Cited = Span & {
  readonly symbol: string
  readonly year: number | undefined
  readonly day: Day
}

const dayForms: readonly RegExp[] = [
  /(?<![\d/.,])(?<day>\d{1,2})[/.](?<month>\d{1,2})[/.](?<year>(?:19|20)\d\d)(?!\d)/gu,
  /ngày\s+(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})\s+năm\s+(?<year>(?:19|20)\d\d)/giu,
]
const symbolForm =
  /(?<![\p{L}\d/])(?<symbol>\d+(?:\/(?<year>\d{4}))?[/-]\p{Lu}[\p{L}\d]*(?:[-/][\p{L}\d]+)*)[\s,;]*(?:\(?\s*ngày|ngày|,)\s*$/u
/** Decrees and circulars carry their year since 1997. */
const needsYear = /^\d+\/(?:NĐ-CP|TT-(?!CP)\p{Lu}+)$/u

export function dateFindings(read: Read): Finding[] {
  const days = daysIn(read.prose.plain)
  const cited = citedIn(read.prose.plain, days)
  return [
    ...days
      .filter(({ isReal }) => !isReal)
      .map(day => finding(read, 'DATE', 'wrong', words.noSuchDay(day.printed), [day])),
    ...cited.flatMap(one => symbolFinding(read, one) ?? []),
    ...twoDates(read, cited),
    ...timeFindings(read, days, cited),
  ]
}

const finding = (
  read: Read,
  rule: string,
  verdict: Verdict,
  message: string,
  spans: readonly Span[],
): Finding => ({
  rule,
  verdict,
  message,
  arithmetic: '',
  places: placesOf(read, spans),
})

function daysIn(plain: string): Day[] {
  return dayForms
    .flatMap(form =>
      [...plain.matchAll(form)].flatMap(({ 0: printed, index, groups }) => {
        const [day, month, year] = [groups?.day, groups?.month, groups?.year].map(Number)
        if (day === undefined || month === undefined || year === undefined) return []
        const iso = `${year}-${pad(month)}-${pad(day)}`
        const isReal = isDay(iso)
        return [{ from: index, to: index + printed.length, printed, iso, isReal, year }]
      }),
    )
    .sort((a, b) => a.from - b.from)
}

const pad = (n: number) => String(n).padStart(2, '0')
const isDay = (iso: string): boolean => {
  const at = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso)
}

/** Symbols with the date right after them: "278/QĐ-UBND ngày 21/3/2025". */
function citedIn(plain: string, days: readonly Day[]): Cited[] {
  return days.flatMap(day => {
    // "ngày" may be part of what was matched as the date
    const lead = /^ngày/iu.test(day.printed) ? 'ngày ' : ''
    const before = `${plain.slice(Math.max(0, day.from - 60), day.from)}${lead}`
    const found = symbolForm.exec(before)
    const symbol = found?.groups?.symbol
    if (!found || !symbol || !day.isReal) return []
    const from = Math.max(0, day.from - 60) + found.index
    const year = found.groups?.year ? Number(found.groups.year) : undefined
    return [{ from, to: from + symbol.length, symbol, year, day }]
  })
}

function symbolFinding(read: Read, { symbol, year, day, ...span }: Cited): Finding | undefined {
  if (year !== undefined && year !== day.year)
    return finding(read, 'DOC-SYMBOL', 'wrong', words.symbolYear(symbol, day.printed), [span, day])
  if (year === undefined && needsYear.test(symbol) && day.year >= 1997)
    return finding(read, 'DOC-SYMBOL', 'note', words.noYear(symbol, day.year), [span])
  return undefined
}

/** "của UBND huyện Sơn Động": symbols do not say which one. */
const issuerAfter = /^\s*của\s+([^,;.()\n]{3,40})/u

/** Offices number from 1 each year, so one symbol has one day a year; the office is part of the symbol, or named. */
function twoDates(read: Read, cited: readonly Cited[]): Finding[] {
  const { plain } = read.prose
  const issuerOf = ({ day }: Cited) => issuerAfter.exec(plain.slice(day.to, day.to + 60))?.[1]
  const same = Map.groupBy(cited, ({ symbol, day }) => `${symbol} ${day.year}`)
  return [...same.values()].flatMap(all => {
    const [first] = all
    const other = all.find(({ day }) => day.iso !== first?.day.iso)
    if (!first || !other) return []
    const [one, two] = [issuerOf(first), issuerOf(other)]
    if (one !== undefined && two !== undefined && one !== two) return []
    return [
      finding(read, 'SAME-DOCUMENT', 'doubt', words.twoDates(first.symbol), [first.day, other.day]),
    ]
  })
}

// ---------------------------------------------------------------- the report's own time

const placeAndDay = /,\s*ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}/u
const dataUntil =
  /(?:số liệu|hồ sơ|tiếp nhận)[^.;\n]{0,80}?(?:đến|hết)\s+(?:hết\s+)?(?:ngày\s+)?(?<day>\d{1,2})\/(?<month>\d{1,2})(?:\/(?<year>\d{4}))?|(?<=\()(?:tính|số liệu)\s+đến\s+(?:hết\s+)?(?:ngày\s+)?(?<day2>\d{1,2})\/(?<month2>\d{1,2})(?:\/(?<year2>\d{4}))?(?=\))/giu

function timeFindings(read: Read, days: readonly Day[], cited: readonly Cited[]): Finding[] {
  const { plain } = read.prose
  const own = placeAndDay.exec(plain.slice(0, 800))
  const reported =
    own && days.find(({ from }) => from >= own.index && from < own.index + own[0].length)
  const late = reported?.isReal
    ? cited
        .filter(({ day }) => day.iso > reported.iso)
        .map(({ day }) =>
          finding(read, 'DATE', 'doubt', words.afterReport(day.printed, reported.printed), [day]),
        )
    : []
  return [...late, ...cutOffFindings(read), ...outside(read, cited)]
}

/** The day figures were taken on, against the closing day of Nghị định 09/2019/NĐ-CP (PERIOD-CUTOFF). */
function cutOffFindings(read: Read): Finding[] {
  const { period, year } = reportTimeOf(read.prose)
  if (period === undefined || year === undefined) return []
  const window = statutoryWindow(period)
  return [...read.prose.plain.matchAll(dataUntil)]
    .slice(0, 3)
    .flatMap(({ 0: said, index, groups }) => {
      const day = Number(groups?.day ?? groups?.day2)
      const month = Number(groups?.month ?? groups?.month2)
      const stated = Number(groups?.year ?? groups?.year2 ?? year)
      const iso = `${stated}-${pad(month)}-${pad(day)}`
      if (!isDay(iso) || stated !== year || iso === window.to) return []
      const marked = /\d{1,2}\/\d{1,2}(?:\/\d{4})?$/u.exec(said)
      const from = index + (marked?.index ?? 0)
      const span = { from, to: index + said.length }
      return [
        finding(read, 'PERIOD-CUTOFF', 'doubt', words.cutOff(marked?.[0] ?? said, window.to), [
          span,
        ]),
      ]
    })
}

const issued =
  /(?:trong kỳ|trong tháng|trong quý|tháng\s+\d{1,2}(?:\/\d{4})?|trong năm)[^.;]{0,140}?ban hành\s+(?:\p{L}+\s+){0,3}(?:số\s*:?\s*)?$/iu

/** Documents said to be issued in the period, dated outside it (T-08). */
function outside(read: Read, cited: readonly Cited[]): Finding[] {
  const { period } = reportTimeOf(read.prose)
  if (period === undefined) return []
  const { from, to } = statutoryWindow(period)
  // units count by the calendar as often as by the window
  const until = `${to.slice(0, 8)}31`
  return cited.flatMap(({ day, ...span }) => {
    if (!issued.test(read.prose.plain.slice(Math.max(0, span.from - 240), span.from))) return []
    if (day.iso >= from && day.iso <= until) return []
    return [finding(read, 'T-08', 'note', words.outsideWindow(day.printed, from, to), [day])]
  })
}
