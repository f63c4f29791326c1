/** Judges one comparison rule where it stands: among the indicators or in a row of a table. */
import type { Index, Scope } from '../catalogue/catalogue.ts'
import { type Figure, numberFigure, quantity } from '../figure.ts'
import { type Expression, evaluate, operandsOf, parseFormula, type Reference } from '../formula.ts'
import type { Place } from '../place.ts'
import type { CompareRule } from './schema.ts'
import { alike, equals, type Subject, type Verdict, verdict } from './subject.ts'

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
  // a ratio over nothing is neither 0 % nor 100 %: nothing to compare, and any printed figure is wrong
  const overNothing = wanted.state === 'none' && rule.right.includes('/')
  if (overNothing && !printed) return verdict(place, 'na', { operands })
  const relation = {
    '=': rule.tolerance === 'printed' && printed ? equals(b, printed) : alike(a, b),
    '<=': a <= b || alike(a, b),
    '>=': a >= b || alike(a, b),
  }[rule.operator]
  const holds = relation && !overNothing
  return verdict(place, holds ? 'pass' : 'fail', {
    operands,
    actual: printed ? { state: 'number', ...printed } : actual,
    expected: { operator: rule.operator, value: b },
    derivation: { expression: right, figureOf: r => known(rightOf(r)) },
  })
}
