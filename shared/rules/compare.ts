/** Judges one comparison rule where it stands: among the indicators or in a row of a table. */
import type { Index, Scope } from '../catalogue/catalogue.ts'
import { type Figure, notReported, numberFigure, quantity } from '../figure.ts'
import {
  type Expression,
  evaluateOver,
  operandsOf,
  parseFormula,
  type Reference,
} from '../formula.ts'
import type { Place } from '../place.ts'
import type { CompareRule } from './schema.ts'
import { alike, equals, type Subject, type Verdict, verdict } from './subject.ts'

const parsed = new Map<string, Expression>()
function expressionOf(text: string): Expression {
  const known = parsed.get(text)
  if (known) return known
  const expression = parseFormula(text)
  parsed.set(text, expression)
  return expression
}

const textOf = (index: Index, reference: Reference, scope: Scope): string => {
  const table = reference.form ?? scope.table
  if (reference.of || table === undefined || !index.tables.has(table)) return reference.key
  const row = reference.sameRow || !reference.form ? (scope.row ?? '') : ''
  return `${table}/${row}/${reference.key}`
}

const usable = (figure: Figure) => figure.state === 'number' || figure.state === 'none'

const relations: Record<CompareRule['operator'], (a: number, b: number) => boolean> = {
  '=': alike,
  '<=': (a, b) => a <= b || alike(a, b),
  '>=': (a, b) => a >= b || alike(a, b),
}

export function compareAt(
  index: Index,
  rule: CompareRule,
  subject: Subject,
  scope: Scope,
): Verdict {
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
  const [leftFigures, rightFigures] = [leftOperands.map(leftOf), rightOperands.map(rightOf)]
  const judged = [...leftFigures, ...rightFigures]
  const at = rule.at ?? leftOperands[0]?.key ?? ''
  const place: Place = scope.table
    ? { form: scope.table, row: scope.row ?? '', column: at }
    : { form: index.indicators.get(at)?.form.id ?? '', row: at }

  const missing =
    rule.missing === 'skip'
      ? judged.some(figure => !usable(figure))
      : !judged.some(figure => usable(figure))
  if (missing) return verdict(place, 'na')

  const actual = evaluateOver(left, leftFigures.map(known))
  const wanted = evaluateOver(right, rightFigures.map(known))
  const [a, b] = [quantity(actual), quantity(wanted)]
  if (a === undefined || b === undefined) return verdict(place, 'na')
  const printed = left.kind === 'reference' ? stated(left) : undefined
  // a ratio over nothing is neither 0 % nor 100 %: nothing to compare, and any printed figure is wrong
  const overNothing = wanted.state === 'none' && rule.right.includes('/')
  if (overNothing && !printed) return verdict(place, 'na')
  const holds =
    rule.tolerance === 'printed' && printed && rule.operator === '='
      ? equals(b, printed)
      : relations[rule.operator](a, b)
  if (holds && !overNothing) return verdict(place, 'pass')
  return verdict(place, 'fail', {
    operands: [...leftOperands, ...rightOperands].map((reference, i) => [
      textOf(index, reference, scope),
      judged[i] ?? notReported,
    ]),
    actual: printed ? { state: 'number', ...printed } : actual,
    expected: { operator: rule.operator, value: b },
    derivation: { expression: right, figureOf: r => known(rightOf(r)) },
  })
}
