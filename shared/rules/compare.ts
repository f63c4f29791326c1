/** Judges one comparison rule where it stands: among the indicators or in the rows of a table. */
import type { Index } from '../catalogue/catalogue.ts'
import type { Reading } from '../content.ts'
import { type Figure, notReported, numberFigure, quantity } from '../figure.ts'
import {
  type Computation,
  computationOf,
  type Expression,
  operandsOf,
  parseFormula,
  type Reference,
} from '../formula.ts'
import type { Place } from '../place.ts'
import type { CompareRule } from './schema.ts'
import { alike, equals, type Stated, type Subject, type Verdict, verdict } from './subject.ts'

/** Left or right of the relation. */
type Side = {
  readonly expression: Expression
  readonly operands: readonly Reference[]
  readonly compute: Computation
}

const sides = new Map<string, Side>()
function sideOf(text: string): Side {
  const known = sides.get(text)
  if (known) return known
  const expression = parseFormula(text)
  const side = { expression, operands: operandsOf(expression), compute: computationOf(expression) }
  sides.set(text, side)
  return side
}

const textOf = (index: Index, reference: Reference, table?: string, row = ''): string => {
  const form = reference.form ?? table
  if (reference.of || form === undefined || !index.tables.has(form)) return reference.key
  return `${form}/${reference.sameRow || !reference.form ? row : ''}/${reference.key}`
}

const usable = (figure: Figure) => figure.state === 'number' || figure.state === 'none'

const relations: Record<CompareRule['operator'], (a: number, b: number) => boolean> = {
  '=': alike,
  '<=': (a, b) => a <= b || alike(a, b),
  '>=': (a, b) => a >= b || alike(a, b),
}

/** Whether it compares with the close of the period before. */
export const readsBefore = ({ left, right }: Pick<CompareRule, 'left' | 'right'>): boolean =>
  /(?:^|[^a-z_])previous\./u.test(`${left} ${right}`)

/** The rule made ready for a subject: what it reads is looked up once, however many rows it is asked about. */
export function comparison(
  index: Index,
  rule: CompareRule,
  { values, stated }: Subject,
): (row?: string) => Verdict {
  const { table, operator } = rule
  const [left, right] = [sideOf(rule.left), sideOf(rule.right)]
  const at = rule.at ?? left.operands[0]?.key ?? ''
  const form = table ?? index.indicators.get(at)?.form.id ?? ''
  const printedAt = (reference: Reference, row?: string): Stated | undefined =>
    stated?.get(textOf(index, reference, table, row))
  // the left side is judged as printed; the right side follows from what was reported
  const asPrinted = (reference: Reference): Reading => {
    const read = values.reading(reference, table)
    if (!stated) return read
    return row => {
      const printed = printedAt(reference, row)
      return printed ? numberFigure(printed.value) : read(row)
    }
  }
  const asReported = (reference: Reference): Reading => {
    const read = values.reading(reference, table)
    if (!stated) return read
    return row => {
      const figure = read(row)
      const printed = figure.state === 'not-reported' ? printedAt(reference, row) : undefined
      return printed ? numberFigure(printed.value) : figure
    }
  }
  const known = (figure: Figure): Figure =>
    rule.missing === 'zero' && figure.state === 'not-reported' ? numberFigure(0) : figure
  const readings = [...left.operands.map(asPrinted), ...right.operands.map(asReported)]
  const onTheLeft = left.operands.length

  return row => {
    const place: Place = table ? { form, row: row ?? '', column: at } : { form, row: at }
    const judged = readings.map(read => read(row))
    const missing = rule.missing === 'skip' ? !judged.every(usable) : !judged.some(usable)
    if (missing) return verdict(place, 'na')

    const figures = rule.missing === 'zero' ? judged.map(known) : judged
    const actual = left.compute(figures.slice(0, onTheLeft))
    const wanted = right.compute(figures.slice(onTheLeft))
    const [a, b] = [quantity(actual), quantity(wanted)]
    if (a === undefined || b === undefined) return verdict(place, 'na')
    const printed =
      left.expression.kind === 'reference' ? printedAt(left.expression, row) : undefined
    // a ratio over nothing is neither 0 % nor 100 %: nothing to compare, and any printed figure is wrong
    const overNothing = wanted.state === 'none' && rule.right.includes('/')
    if (overNothing && !printed) return verdict(place, 'na')
    const holds =
      rule.tolerance === 'printed' && printed && operator === '='
        ? equals(b, printed)
        : relations[operator](a, b)
    if (holds && !overNothing) return verdict(place, 'pass')
    return verdict(place, 'fail', {
      operands: [...left.operands, ...right.operands].map((reference, i) => [
        textOf(index, reference, table, row),
        judged[i] ?? notReported,
      ]),
      actual: printed ? { state: 'number', ...printed } : actual,
      expected: { operator, value: b },
      derivation: {
        expression: right.expression,
        figureOf: reference => known(asReported(reference)(row)),
      },
    })
  }
}
