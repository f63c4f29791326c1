// A printed formula, computed by the workbook over what people type, means what `evaluate` gives over the figures read
// from the same cells: for random expressions and random states.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Workbook } from '../../../addin/preview/workbook/workbook.ts'
import { type Figure, notReported, numberFigure, readFigure } from '../../../shared/figure.ts'
import { type Expression, evaluate, printExcel, type Reference } from '../../../shared/formula.ts'

const keys = ['a', 'b', 'c', 'd'] as const
const reference = (key: string): Reference => ({ kind: 'reference', key })
const cellOf = ({ key }: Reference): string => `E${keys.indexOf(key as (typeof keys)[number]) + 1}`

/** What people type: numbers in Vietnamese style, the words for none and for not applicable, nothing. */
const typed = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -40, max: 400 }).map(String) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 40 }).map(n => `${n},5`) },
  { weight: 2, arbitrary: fc.constant('0') },
  { weight: 3, arbitrary: fc.constantFrom('Không phát sinh', 'không', '-', 'Chưa có') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'Không áp dụng',
      'Không áp dụng: không được giao vốn',
      'Không được giao vốn đầu tư công',
      'không áp dụng (đơn vị mới)',
    ),
  },
  { weight: 2, arbitrary: fc.constant('') },
)

const chosen = (
  ...[condition, yes, otherwise]: [Expression, Expression, Expression]
): Expression => ({
  kind: 'choice',
  condition,
  // biome-ignore lint/suspicious/noThenProperty: the tree's own word, and no promise reads it
  then: yes,
  otherwise,
})
const leaf: fc.Arbitrary<Expression> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...keys).map(reference) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 0, max: 12 })
      .map((value): Expression => ({ kind: 'literal', value })),
  },
)
const operation = (
  operators: readonly (Expression & { kind: 'operation' })['operator'][],
  part: fc.Arbitrary<Expression>,
): fc.Arbitrary<Expression> =>
  fc
    .record({ operator: fc.constantFrom(...operators), left: part, right: part })
    .map(parts => ({ kind: 'operation', ...parts }))

// quotients are not compared: where a third of a third ends is Excel's own rounding
const { whole } = fc.letrec<{ whole: Expression }>(tie => ({
  whole: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    operation(['+', '-', '*'], tie('whole')),
    tie('whole').map((operand): Expression => ({ kind: 'negation', operand })),
  ),
}))
const condition = operation(['<', '<=', '>', '>=', '='], whole)
const { expression } = fc.letrec<{ expression: Expression }>(tie => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    whole,
    operation(['+', '-', '*', '/', '/'], tie('expression')),
    condition,
    fc
      .tuple(condition, tie('expression'), tie('expression'))
      .map(([test, yes, no]): Expression => chosen(test, yes, no)),
  ),
}))

const read = (raw: unknown): Figure => {
  const reading = readFigure(raw)
  return reading.ok
    ? reading.figure
    : { state: 'not-applicable', why: `unreadable: ${reading.text}` }
}

/** A reason is words; how they were introduced ("Không áp dụng: …") may differ. */
const meaning = (figure: Figure) =>
  figure.state === 'number'
    ? { state: figure.state, value: Number(figure.value.toPrecision(10)) + 0 }
    : figure

function computed(formula: string, texts: readonly string[]): { raw: unknown; inputs: Figure[] } {
  const workbook = new Workbook()
  const sheet = workbook.activeSheet
  for (const [row, text] of texts.entries()) workbook.type(sheet, row, 4, text)
  sheet.write({ row: 9, column: 4, rows: 1, columns: 1 }, [[`=${formula}`]])
  return { raw: sheet.content(9, 4), inputs: texts.map((_, row) => read(sheet.content(row, 4))) }
}

test.each([1, 100])('over random expressions and states, scaled by %i', scale => {
  fc.assert(
    fc.property(
      expression,
      fc.array(typed, { minLength: keys.length, maxLength: keys.length }),
      (node, texts) => {
        const formula = printExcel(node, cellOf, scale) ?? ''
        // Excel refuses longer formulas; the catalogue's are far shorter
        fc.pre(formula.length <= 8192)
        const { raw, inputs } = computed(formula, texts)
        const result = evaluate(node, ({ key }) => inputs[keys.indexOf(key as 'a')] ?? notReported)
        const expected = result.state === 'number' ? numberFigure(result.value * scale) : result
        expect(meaning(read(raw)), `=${formula} over ${texts.join(' | ')}`).toEqual(
          meaning(expected),
        )
      },
    ),
    { numRuns: 600 },
  )
})

test.each([
  ['not applicable over a number', 'Không được giao vốn', '12', 'Không được giao vốn'],
  ['none over a number', 'Không phát sinh', '12', 0],
  ['a number over zero', '12', '0', 'Không phát sinh'],
  ['a number over none', '12', '-', '-'],
  ['a blank', '12', '', ''],
])('a share of %s', (_name, part, of, shown) => {
  const share: Expression = {
    kind: 'operation',
    operator: '/',
    left: reference('a'),
    right: reference('b'),
  }
  expect(computed(printExcel(share, cellOf, 100) ?? '', [part, of]).raw).toBe(shown)
})
