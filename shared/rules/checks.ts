/**
 * What each kind of check looks at. A check yields one verdict per place it judged; it never decides severity and
 * never writes a message. The rules themselves are data (`shared/rules/<version>/*.json`).
 */
import { type Entry, type Index, isComputed, isProcedureCode } from '../catalogue/catalogue.ts'
import { kinds } from '../catalogue/kinds.ts'
import type { Reading, Values } from '../content.ts'
import {
  type Figure,
  isReasonless,
  notReported,
  numberFigure,
  quantity,
  readFigure,
} from '../figure.ts'
import type { Expression } from '../formula.ts'
import { statutoryWindow } from '../period.ts'
import type { Place } from '../place.ts'
import { placeOf } from '../place.ts'
import { comparison, readsBefore } from './compare.ts'
import { evidenced } from './evidence.ts'
import { enumerations, quotations } from './narrative.ts'
import { changesSaid, issuedOutside } from './narrative-over-time.ts'
import { keptOverTime, trends } from './over-time.ts'
import { perCatalogue } from './per-catalogue.ts'
import { monthsMissing, rolledUp } from './rolled-up.ts'
import type { Rule } from './schema.ts'
import { alike, equals, type Subject, type Verdict, verdict } from './subject.ts'

type Check<R extends Rule> = (index: Index, rule: R, subject: Subject) => Verdict[]
type Checks = { [K in Rule['check']]: Check<Extract<Rule, { check: K }>> }

/** Places the catalogue has for an entry: the indicator, or one per row of its table. */
function placesOf(subject: Subject, { form, row }: Entry): Place[] {
  if (form.layout === 'indicators') return [{ form: form.id, row: row.key }]
  const rows = subject.values.content.tables.get(form.id)?.keys() ?? []
  return [...rows].map(name => ({ form: form.id, row: name, column: row.key }))
}

/** Reads what was reported or follows at each of them. */
const readingOf = (subject: Subject, { form, row }: Entry): Reading =>
  subject.values.reading(
    { kind: 'reference', key: row.key },
    form.layout === 'table' ? form.id : undefined,
  )

function figureAt(values: Values, place: Place): Figure {
  if (place.column === undefined) return values.figure(place.row)
  if (place.row === '') return values.total(place.form, place.column)
  const cell = values.cell(place.form, place.row, place.column)
  return cell.state === 'text' ? notReported : cell
}

/** A percentage is shown as 0–100, so its arithmetic ends in × 100. */
const asPrinted = (left: Expression, scale: number): Expression =>
  scale === 1
    ? left
    : { kind: 'operation', operator: '*', left, right: { kind: 'literal', value: scale } }

const entriesWhere = (fits: (row: Entry['row']) => boolean) =>
  perCatalogue((index): Entry[] =>
    [...index.indicators.values(), ...index.columns.values()].filter(({ row }) => fits(row)),
  )
const partsOfWholes = entriesWhere(row => row.within !== undefined)
const chosen = entriesWhere(row => row.choices !== undefined)
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

/** Computed places that a rule of equality judges as printed. */
const judgedByRules = perCatalogue(
  index =>
    new Set(
      index.catalogue.rules.flatMap(rule =>
        // what it comes to by the figures of other periods says nothing of how it was computed
        rule.check === 'compare' && rule.operator === '=' && !readsBefore(rule)
          ? [`${rule.table ?? ''}.${rule.left}`]
          : [],
      ),
    ),
)

const isRowKey = (row: Entry['row'] | undefined): boolean =>
  row !== undefined && 'rowKey' in row && row.rowKey

/** Texts found where something else belongs, at the places whose row or column is meant. */
function unreadAt(
  index: Index,
  subject: Subject,
  meant: (row: Entry['row'] | undefined) => boolean,
): (readonly [Place, string])[] {
  return [...(subject.unread ?? [])].flatMap(([text, words]) => {
    const place = placeOf(index, text)
    const entry =
      place &&
      (index.indicators.get(place.row) ?? index.columns.get(`${place.form}.${place.column}`))
    return place && meant(entry?.row) ? [[place, words] as const] : []
  })
}

// ---------------------------------------------------------------- the table

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

  stated: (index, _rule, subject) => {
    const judgedElsewhere = judgedByRules(index)
    return [...(subject.stated ?? [])].flatMap(([text, printed]) => {
      const place = placeOf(index, text)
      const entry =
        place &&
        (index.indicators.get(place.row) ?? index.columns.get(`${place.form}.${place.column}`))
      if (!place || !entry || !isComputed(entry.row)) return []
      if (judgedElsewhere.has(`${place.column && place.row ? place.form : ''}.${entry.row.key}`))
        return []
      const exact = figureAt(subject.values, place)
      const value = quantity(exact)
      const actual: Figure = { state: 'number', ...printed }
      const operands = [[text, actual] as const, [`${text}=`, exact] as const]
      if (value === undefined) return [verdict(place, 'na', { operands })]
      const holds = equals(value, printed)
      return [
        verdict(place, holds ? 'pass' : 'fail', {
          operands,
          actual,
          expected: { operator: '=', value },
          ...(entry.expression
            ? {
                derivation: {
                  expression: asPrinted(entry.expression, kinds[entry.row.kind].scale),
                  figureOf: subject.values.operand(
                    place.column
                      ? { table: place.form, ...(place.row ? { row: place.row } : {}) }
                      : {},
                  ),
                },
              }
            : {}),
        }),
      ]
    })
  },

  'total-row': (index, _rule, subject) =>
    [...(subject.stated ?? [])].flatMap(([text, printed]) => {
      const place = placeOf(index, text)
      if (place?.row !== '' || place.column === undefined) return []
      if (index.columns.get(`${place.form}.${place.column}`)?.expression) return []
      const value = quantity(figureAt(subject.values, place))
      const actual: Figure = { state: 'number', ...printed }
      if (value === undefined) return [verdict(place, 'na')]
      return [
        verdict(place, alike(value, printed.value) ? 'pass' : 'fail', {
          operands: [[text, actual]],
          actual,
          expected: { operator: '=', value },
        }),
      ]
    }),

  unread: (index, _rule, subject) =>
    unreadAt(index, subject, row => !row?.choices && !isRowKey(row)).map(([place, words]) => {
      const reading = readFigure(words)
      const fits = reading.ok && !isReasonless(reading.figure)
      return verdict(place, fits ? 'pass' : 'fail', { words })
    }),

  unlisted: (index, _rule, subject) => [
    ...chosen(index).flatMap(entry =>
      placesOf(subject, entry)
        .filter(place => place.column !== undefined)
        .map(place => {
          const cell = subject.values.cell(place.form, place.row, place.column ?? '')
          return verdict(place, cell.state === 'not-reported' ? 'na' : 'pass')
        }),
    ),
    ...unreadAt(index, subject, row => row?.choices !== undefined).map(([place, words]) =>
      verdict(place, 'fail', { words }),
    ),
  ],

  'member-code': (index, _rule, subject) => [
    ...[...index.columns.values()].flatMap(({ form, row: column }) => {
      if (!column.rowKey) return []
      const rows = subject.values.content.tables.get(form.id)?.keys() ?? []
      return [...rows].map(row =>
        verdict(
          { form: form.id, row, column: column.key },
          isProcedureCode(row) ? 'pass' : 'fail',
          {
            words: row,
          },
        ),
      )
    }),
    ...unreadAt(index, subject, isRowKey).map(([place, words]) =>
      verdict(place, 'fail', { words }),
    ),
  ],

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
