/**
 * What the narrative says over time: by how much a rate rose or fell against another period, and which documents were
 * issued in this one. Both are judged only where the words leave no doubt what is meant.
 */
import type { Index } from '../catalogue/catalogue.ts'
import { kinds } from '../catalogue/kinds.ts'
import { numberFigure, quantity, readFigure, roundHalfUp } from '../figure.ts'
import {
  lastMonthOf,
  type PeriodKind,
  parsePeriod,
  previousPeriod,
  samePeriodLastYear,
  statutoryWindow,
} from '../period.ts'
import { even, literal, sections } from './narrative.ts'
import { perCatalogue } from './per-catalogue.ts'
import type { Rule } from './schema.ts'
import { type Subject, type Verdict, verdict } from './subject.ts'

// ---------------------------------------------------------------- T-06

/** "67,73%, tăng 20,73% so với tháng trước" */
export type SaidChange = {
  /** as the text has it */
  readonly quote: string
  /** percent or points, negative for a fall */
  readonly by: number
  /** as the text says: points, a share of the rate, or neither */
  readonly as: 'points' | 'share' | 'unsaid'
  readonly now: number
  /** the rate as stored for the period it is compared with, where the words name one */
  readonly before?: { readonly period: string; readonly value: number }
}

const change =
  /(?<lead>[^.;%\n]{0,140}?)(?<rate>\d[\d.,]*)\s*%(?<between>[^.;%\d]{0,40}?)(?<verb>tăng|giảm)\s+(?:thêm\s+|lên\s+|xuống\s+|được\s+|đi\s+)?(?<by>\d[\d.,]*)\s*(?<unit>%|điểm(?:\s*(?:phần trăm|%))?)(?<rest>[^.;]{0,60})/giu
const isRate = /(?:tỷ lệ|tỉ lệ|mức độ)/iu
/** Attained of a plan, or of money, grows by percent. */
const ofPlan = /^[^.;]{0,20}(?:kế hoạch|dự toán|chỉ tiêu)/iu
const asShare = /^\s*\(?(?:tương đối|so với chính)/iu

export function changesSaid(index: Index, subject: Subject): Verdict[] {
  return [...sections(index, subject.values)].flatMap(({ form, section, text }) =>
    [...text.matchAll(change)].flatMap(({ groups }) => {
      const { lead = '', rate = '', between = '', verb = '', by = '', rest = '' } = groups ?? {}
      const unit = groups?.unit ?? '%'
      const [now, moved] = [readFigure(rate), readFigure(by)]
      if (!isRate.test(lead) || ofPlan.test(between)) return []
      if (!now.ok || now.figure.state !== 'number') return []
      if (!moved.ok || moved.figure.state !== 'number') return []
      const sign = /^giảm/iu.test(verb) ? -1 : 1
      const said: SaidChange = {
        quote: `${verb} ${by}${unit === '%' ? '%' : ` ${unit}`}`,
        by: sign * moved.figure.value,
        as: unit !== '%' ? 'points' : asShare.test(rest) ? 'share' : 'unsaid',
        now: now.figure.value,
        ...stored(index, subject, `${lead}${rate}%`, rest),
      }
      const place = { form, row: section }
      const operands = [[section, numberFigure(said.by)]] as const
      const decimals = moved.figure.decimals ?? 0
      if (said.as === 'unsaid') return [verdict(place, 'fail', { operands, change: said })]
      if (!said.before) return [verdict(place, 'na')]
      const { value } = said.before
      const follows = said.as === 'points' ? said.now - value : ((said.now - value) / value) * 100
      // both rates may have been printed with fewer decimals than the change
      const near = 0.51 * 10 ** -Math.min(decimals, now.figure.decimals ?? 0)
      const holds = Math.abs(roundHalfUp(follows, decimals) - said.by) <= near
      return [verdict(place, holds ? 'pass' : 'fail', { operands, change: said })]
    }),
  )
}

/** Wordings a rate is told by: its name on the form, and the sentences whose figures are known. */
const wordings = perCatalogue((index): readonly { said: RegExp; key: string }[] => {
  const rates = [...index.indicators.values()].filter(({ row }) => kinds[row.kind].scale === 100)
  const named = rates.map(({ row }) => ({ text: row.name, key: row.key }))
  const quoted = index.rules.flatMap(rule =>
    rule.check === 'quoted' ? rule.phrases.filter(({ text }) => text.includes('#%')) : [],
  )
  const known = quoted.map(({ text, place }) => ({ text: text.replace(/#%.*$/u, ''), key: place }))
  return [...known, ...named]
    .sort((a, b) => b.text.length - a.text.length)
    .map(({ text, key }) => ({
      key,
      said: new RegExp(`${literal(even(text)).trim()}[^.;%\\d]{0,30}\\d[\\d.,]*%$`, 'iu'),
    }))
})

function stored(
  index: Index,
  { history, period }: Subject,
  text: string,
  rest: string,
): Pick<SaidChange, 'before'> {
  const key = wordings(index).find(({ said }) => said.test(text))?.key
  const compared = comparedPeriod(period, rest)
  if (key === undefined || compared === undefined) return {}
  const value = quantity(history?.values(compared)?.figure(key) ?? { state: 'not-reported' })
  return value ? { before: { period: compared, value } } : {}
}

/** "so với tháng trước", "so với cùng kỳ", "so với 6 tháng đầu năm 2020" */
function comparedPeriod(period: string, words: string): string | undefined {
  const lastYear = samePeriodLastYear(period)
  const { kind, year } = parsePeriod(lastYear)
  const against = /so với\s+(?<what>[^,;.()]{3,50})/iu.exec(words)?.groups?.what ?? ''
  if (/cùng kỳ/iu.test(against)) return lastYear
  if (/(?:kỳ|tháng|quý) trước/iu.test(against)) return previousPeriod(period)
  return named[kind].test(against) && against.includes(String(year)) ? lastYear : undefined
}

/** How texts name a whole period of a year; months and quarters have more than one to a year. */
const named: Record<PeriodKind, RegExp> = {
  M: /(?!)/u,
  Q: /(?!)/u,
  '6M': /^0?6 tháng/iu,
  '9M': /^0?9 tháng/iu,
  Y: /^năm/iu,
}

// ---------------------------------------------------------------- T-08

const issuedNow =
  /(?<when>trong (?:kỳ|tháng|quý)|6 tháng|9 tháng|tháng\s+(?<month>\d{1,2})(?!\d))[^.;\n]{0,160}?ban hành\s+[^.;\n]{0,60}?(?<symbol>\d+(?:\/\d{4})?[/-]\p{Lu}[\p{L}\d]*(?:[-/][\p{L}\d]+)*)[\s,]*ngày\s+(?<day>\d{1,2})\/(?<at>\d{1,2})\/(?<year>\d{4})/giu

/** Documents the narrative says were issued in the period, by their dates. */
export function issuedOutside(
  index: Index,
  _rule: Extract<Rule, { check: 'issued' }>,
  { values, period, window }: Subject,
): Verdict[] {
  const { from, to } = window ?? statutoryWindow(period)
  return [...sections(index, values)].flatMap(({ form, section, text }) =>
    [...text.matchAll(issuedNow)].flatMap(({ groups }) => {
      const { month, symbol = '', day = '', at = '', year = '' } = groups ?? {}
      // another month than the one reported on is said to be another
      if (month !== undefined && Number(month) !== lastMonthOf(period)) return []
      const iso = `${year}-${at.padStart(2, '0')}-${day.padStart(2, '0')}`
      const isInside = iso >= from && iso <= to
      return [
        verdict({ form, row: section }, isInside ? 'pass' : 'fail', {
          words: `${symbol} ngày ${Number(day)}/${Number(at)}/${year}`,
        }),
      ]
    }),
  )
}
