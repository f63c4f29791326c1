/**
 * What each kind of check looks at. A check yields one verdict per place it judged; it never decides severity and
 * never writes a message. The rules themselves are data (`shared/rules/<version>/*.json`).
 */
import { type Entry, type Index, isComputed, type Scope } from '../catalogue/catalogue.ts'
import { kinds } from '../catalogue/kinds.ts'
import type { Values } from '../content.ts'
import { type Figure, notReported, numberFigure, quantity, roundHalfUp } from '../figure.ts'
import { type Expression, evaluate, operandsOf, parseFormula, type Reference } from '../formula.ts'
import { statutoryWindow, type Window } from '../period.ts'
import type { Place } from '../place.ts'
import { placeOf } from '../place.ts'
import { enumerations, quotations } from './narrative.ts'
import type { CompareRule, Rule } from './schema.ts'

/** A value as it was printed, with the decimals that decide how it is compared; a cell's own number has none. */
export type Stated = { readonly value: number; readonly decimals?: number }

const equals = (exact: number, { value, decimals }: Stated): boolean =>
  decimals === undefined ? alike(exact, value) : roundHalfUp(exact, decimals) === value

export type Subject = {
  /** one unit's figures, or the merged figures of the agency */
  readonly level: 'unit' | 'agency'
  readonly period: string
  readonly values: Values
  /** printed values of computed places: overwritten cells, uploaded sheets, published reports */
  readonly stated?: ReadonlyMap<string, Stated>
  /** place → text found where a figure belongs */
  readonly unread?: ReadonlyMap<string, string>
  readonly window?: Window
  /** indicator → units other than the owner that reported it too */
  readonly conflicts?: ReadonlyMap<string, readonly string[]>
}

export type Verdict = {
  readonly place: Place
  readonly outcome: 'pass' | 'fail' | 'na'
  /** the figures judged, for messages and for binding a reason to the values it explains */
  readonly operands: readonly (readonly [string, Figure])[]
  readonly actual?: Figure
  readonly expected?: { readonly operator: '=' | '<=' | '>='; readonly value: number }
  /** how the expected value came about, for the arithmetic in the message */
  readonly derivation?: {
    readonly expression: Expression
    readonly figureOf: (r: Reference) => Figure
  }
  /** words the message needs: the text that could not be read, the units in conflict */
  readonly words?: string
}

type Check<R extends Rule> = (index: Index, rule: R, subject: Subject) => Verdict[]
type Checks = { [K in Rule['check']]: Check<Extract<Rule, { check: K }>> }

const verdict = (
  place: Place,
  outcome: Verdict['outcome'],
  rest: Partial<Verdict> = {},
): Verdict => ({
  place,
  outcome,
  operands: [],
  ...rest,
})

/** Places the catalogue has for an entry: the indicator, or one per row of its table. */
function placesOf(subject: Subject, { form, row }: Entry): Place[] {
  if (form.layout === 'indicators') return [{ form: form.id, row: row.key }]
  const rows = subject.values.content.tables.get(form.id)?.keys() ?? []
  return [...rows].map(name => ({ form: form.id, row: name, column: row.key }))
}

function figureAt(values: Values, place: Place): Figure {
  if (place.column === undefined) return values.figure(place.row)
  if (place.row === '') return values.total(place.form, place.column)
  const cell = values.cell(place.form, place.row, place.column)
  return cell.state === 'text' ? notReported : cell
}

const everyEntry = (index: Index): Entry[] => [
  ...index.indicators.values(),
  ...index.columns.values(),
]

// ---------------------------------------------------------------- comparisons

const parsed = new Map<string, Expression>()
function expressionOf(text: string): Expression {
  const known = parsed.get(text) ?? parseFormula(text)
  parsed.set(text, known)
  return known
}

const textOf = (index: Index, reference: Reference, scope: Scope): string => {
  const table = reference.form ?? scope.table
  if (reference.of || table === undefined || !index.tables.has(table)) return reference.key
  const row = reference.sameRow || !reference.form ? (scope.row ?? '') : ''
  return `${table}/${row}/${reference.key}`
}

/** Two doubles that print alike are alike; sums of money carry binary dust. */
const alike = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

function compareAt(index: Index, rule: CompareRule, subject: Subject, scope: Scope): Verdict {
  const [left, right] = [expressionOf(rule.left), expressionOf(rule.right)]
  const computed = subject.values.operand(scope)
  const stated = (reference: Reference) => subject.stated?.get(textOf(index, reference, scope))
  // the left side is judged as printed; the right side follows from what was reported
  const leftOf = (reference: Reference): Figure => {
    const printed = stated(reference)
    return printed ? numberFigure(printed.value) : computed(reference)
  }
  const rightOf = (reference: Reference): Figure => {
    const figure = computed(reference)
    const printed = stated(reference)
    return figure.state === 'not-reported' && printed ? numberFigure(printed.value) : figure
  }
  const known = (figure: Figure): Figure =>
    rule.missing === 'zero' && figure.state === 'not-reported' ? numberFigure(0) : figure
  const [leftOperands, rightOperands] = [operandsOf(left), operandsOf(right)]
  const operands = [
    ...leftOperands.map(r => [textOf(index, r, scope), leftOf(r)] as const),
    ...rightOperands.map(r => [textOf(index, r, scope), rightOf(r)] as const),
  ]
  const at = rule.at ?? leftOperands[0]?.key ?? ''
  const place: Place = scope.table
    ? { form: scope.table, row: scope.row ?? '', column: at }
    : { form: index.indicators.get(at)?.form.id ?? '', row: at }

  const usable = (figure: Figure) => figure.state === 'number' || figure.state === 'none'
  const missing =
    rule.missing === 'skip'
      ? operands.some(([, figure]) => !usable(figure))
      : !operands.some(([, figure]) => usable(figure))
  if (missing) return verdict(place, 'na', { operands })

  const actual = evaluate(left, r => known(leftOf(r)))
  const wanted = evaluate(right, r => known(rightOf(r)))
  const [a, b] = [quantity(actual), quantity(wanted)]
  if (a === undefined || b === undefined) return verdict(place, 'na', { operands })
  const printed = left.kind === 'reference' ? stated(left) : undefined
  const holds = {
    '=': rule.tolerance === 'printed' && printed ? equals(b, printed) : alike(a, b),
    '<=': a <= b || alike(a, b),
    '>=': a >= b || alike(a, b),
  }[rule.operator]
  return verdict(place, holds ? 'pass' : 'fail', {
    operands,
    actual: printed ? { state: 'number', ...printed } : actual,
    expected: { operator: rule.operator, value: b },
    derivation: { expression: right, figureOf: r => known(rightOf(r)) },
  })
}

// ---------------------------------------------------------------- the table

export const checks: Checks = {
  compare: (index, rule, subject) => {
    if (rule.level !== 'both' && rule.level !== subject.level) return []
    if (!rule.table) return [compareAt(index, rule, subject, {})]
    const rows = subject.values.content.tables.get(rule.table)?.keys() ?? []
    return [...rows].map(row => compareAt(index, rule, subject, { table: rule.table ?? '', row }))
  },

  range: (index, rule, subject) =>
    everyEntry(index)
      .filter(({ row }) => !isComputed(row) && kinds[row.kind].range?.rule === rule.range)
      .flatMap(entry => {
        const range = kinds[entry.row.kind].range
        return placesOf(subject, entry).map(place => {
          const actual = figureAt(subject.values, place)
          if (actual.state !== 'number') return verdict(place, 'na')
          const { value } = actual
          const fits =
            value >= 0 &&
            (range?.max === undefined || value <= range.max) &&
            (!range?.whole || Number.isInteger(value))
          return verdict(place, fits ? 'pass' : 'fail', { actual, operands: [[place.row, actual]] })
        })
      }),

  within: (index, _rule, subject) =>
    everyEntry(index).flatMap(entry => {
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
    const judgedElsewhere = new Set(
      index.catalogue.rules.flatMap(rule =>
        rule.check === 'compare' && rule.operator === '='
          ? [`${rule.table ?? ''}.${rule.left}`]
          : [],
      ),
    )
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
                  expression: entry.expression,
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
    [...(subject.unread ?? [])].flatMap(([text, words]) => {
      const place = placeOf(index, text)
      return place ? [verdict(place, 'fail', { words })] : []
    }),

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
      ({ section, form, printed, exact, place }) =>
        verdict(
          { form, row: section },
          quantity(exact) === undefined
            ? 'na'
            : alike(printed, quantity(exact) ?? 0)
              ? 'pass'
              : 'fail',
          {
            operands: [[place, exact]],
            actual: numberFigure(printed),
            ...(quantity(exact) === undefined
              ? {}
              : { expected: { operator: '=' as const, value: quantity(exact) ?? 0 } }),
            words: place,
          },
        ),
    ),

  enumerated: (index, _rule, subject) =>
    enumerations(index, subject.values).map(({ section, form, stated, listed, what }) =>
      verdict({ form, row: section }, stated === listed ? 'pass' : 'fail', {
        actual: numberFigure(stated),
        expected: { operator: '=', value: listed },
        words: what,
      }),
    ),
}
