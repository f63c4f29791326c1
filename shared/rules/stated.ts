/** What was printed at a computed place, held against what it comes to by its own parts. */
import { type Index, isComputed } from '../catalogue/catalogue.ts'
import { kinds } from '../catalogue/kinds.ts'
import { type Figure, quantity } from '../figure.ts'
import type { Expression } from '../formula.ts'
import { placeOf } from '../place.ts'
import { readsBefore } from './compare.ts'
import { figureAt } from './entries.ts'
import { perCatalogue } from './per-catalogue.ts'
import { alike, equals, type Subject, type Verdict, verdict } from './subject.ts'

/** A percentage is shown as 0–100, so its arithmetic ends in × 100. */
const asPrinted = (left: Expression, scale: number): Expression =>
  scale === 1
    ? left
    : { kind: 'operation', operator: '*', left, right: { kind: 'literal', value: scale } }

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

/** Sums and ratios, but for those a rule of equality judges. */
export function statedAsComputed(index: Index, subject: Subject): Verdict[] {
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
}

/** Totals of columns that add up their lines. */
export const totalsAsAdded = (index: Index, subject: Subject): Verdict[] =>
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
  })
