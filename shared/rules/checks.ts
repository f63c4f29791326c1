/**
 * What each kind of check looks at. A check yields one verdict per place it judged; it never decides severity and
 * never writes a message. The rules themselves are data (`shared/rules/<version>/*.json`).
 */
import { type Entry, type Index, isComputed } from '../catalogue/catalogue.ts'
import { kinds } from '../catalogue/kinds.ts'
import { type Figure, numberFigure, quantity } from '../figure.ts'
import { statutoryWindow } from '../period.ts'
import { type Place, placeOf } from '../place.ts'
import { comparison } from './compare.ts'
import { entriesWhere, figureAt, placesOf, readingOf } from './entries.ts'
import { evidenced } from './evidence.ts'
import { enumerations, quotations } from './narrative.ts'
import { changesSaid, issuedOutside } from './narrative-over-time.ts'
import { keptOverTime, trends } from './over-time.ts'
import { perCatalogue } from './per-catalogue.ts'
import { monthsMissing, rolledUp } from './rolled-up.ts'
import type { Rule } from './schema.ts'
import { statedAsComputed, totalsAsAdded } from './stated.ts'
import { alike, equals, type Subject, type Verdict, verdict } from './subject.ts'
import { memberCodes, unlistedChoices, unreadTexts } from './unread.ts'

type Check<R extends Rule> = (index: Index, rule: R, subject: Subject) => Verdict[]
type Checks = { [K in Rule['check']]: Check<Extract<Rule, { check: K }>> }

const partsOfWholes = entriesWhere(row => row.within !== undefined)
const rangeOf = ({ row }: Entry) => (isComputed(row) ? undefined : kinds[row.kind].range)
/** Those of each rule about ranges. */
const ranged = perCatalogue((index): ReadonlyMap<string, Entry[]> => {
  const entries = new Map<string, Entry[]>()
  for (const entry of [...index.indicators.values(), ...index.columns.values()]) {
    const rule = rangeOf(entry)?.rule
    if (rule) entries.set(rule, [...(entries.get(rule) ?? []), entry])
  }
  return entries
})

export const checks: Checks = {
  compare: (index, rule, subject) => {
    if (rule.level !== 'both' && rule.level !== subject.level) return []
    const judged = comparison(index, rule, subject)
    if (!rule.table) return [judged()]
    const rows = subject.values.content.tables.get(rule.table)?.keys() ?? []
    return [...rows].map(row => judged(row))
  },

  range: (index, rule, subject) =>
    (ranged(index).get(rule.range) ?? []).flatMap(entry => {
      const { max = Number.POSITIVE_INFINITY, whole = false } = rangeOf(entry) ?? {}
      const read = readingOf(subject, entry)
      return placesOf(subject, entry).map(place => {
        const actual = read(place.row)
        if (actual.state !== 'number') return verdict(place, 'na')
        const { value } = actual
        return value >= 0 && value <= max && (!whole || Number.isInteger(value))
          ? verdict(place, 'pass')
          : verdict(place, 'fail', { actual, operands: [[place.row, actual]] })
      })
    }),

  within: (index, _rule, subject) =>
    partsOfWholes(index).flatMap(entry => {
      const { within } = entry.row
      if (within === undefined) return []
      return placesOf(subject, entry).map(place => {
        const whole: Place =
          place.column === undefined
            ? { form: place.form, row: within }
            : { ...place, column: within }
        const [actual, limit] = [figureAt(subject.values, place), figureAt(subject.values, whole)]
        const [part, total] = [quantity(actual), quantity(limit)]
        const operands = [[entry.row.key, actual] as const, [within, limit] as const]
        if (part === undefined || total === undefined) return verdict(place, 'na', { operands })
        return verdict(place, part <= total || alike(part, total) ? 'pass' : 'fail', {
          operands,
          actual,
          expected: { operator: '<=', value: total },
          words: within,
        })
      })
    }),

  stated: (index, _rule, subject) => statedAsComputed(index, subject),
  'total-row': (index, _rule, subject) => totalsAsAdded(index, subject),
  unread: (index, _rule, subject) => unreadTexts(index, subject),
  unlisted: (index, _rule, subject) => unlistedChoices(index, subject),
  'member-code': (index, _rule, subject) => memberCodes(index, subject),

  window: (index, _rule, { window, period }) => {
    const place = { form: index.catalogue.forms[0]?.id ?? '', row: '' }
    if (!window) return [verdict(place, 'na')]
    const statutory = statutoryWindow(period)
    const same = window.from === statutory.from && window.to === statutory.to
    return [verdict(place, same ? 'pass' : 'fail', { words: `${window.from}/${window.to}` })]
  },

  'single-owner': (index, _rule, subject) =>
    [...(subject.conflicts ?? [])].flatMap(([key, units]) => {
      const place = placeOf(index, key)
      const outcome = units.length > 0 ? 'fail' : 'pass'
      return place ? [verdict(place, outcome, { words: units.join(', ') })] : []
    }),

  quoted: (index, rule, subject) =>
    quotations(index, rule.phrases, subject.values).map(
      ({ section, form, printed, exact, place: words }) => {
        const value = quantity(exact)
        const place = { form, row: section }
        const operands = [[words, exact] as const]
        const actual: Figure = { state: 'number', ...printed }
        if (value === undefined) return verdict(place, 'na', { operands, actual, words })
        const outcome = equals(value, printed) ? 'pass' : 'fail'
        return verdict(place, outcome, {
          operands,
          actual,
          expected: { operator: '=', value },
          words,
        })
      },
    ),

  kept: keptOverTime,
  trend: trends,
  'change-said': (index, _rule, subject) => changesSaid(index, subject),
  issued: issuedOutside,
  evidenced,

  enumerated: (index, _rule, subject) =>
    enumerations(index, subject.values).map(({ section, form, stated, listed, what }) =>
      verdict({ form, row: section }, stated === listed ? 'pass' : 'fail', {
        actual: numberFigure(stated),
        expected: { operator: '=', value: listed },
        words: what,
      }),
    ),

  'rolled-up': (_index, _rule, subject) => rolledUp(subject),
  'months-missing': (index, _rule, subject) => monthsMissing(index, subject),
}
