// The expression language: what it reads, what it gives for the four states, how it shows its arithmetic.
// That Excel gives the same for the printed formula is proved in test/addin/host.
import { describe, expect, test } from 'vitest'
import {
  type Figure,
  noneArising,
  notApplicable,
  notReported,
  numberFigure,
} from '../../shared/figure.ts'
import {
  evaluate,
  FormulaError,
  operandsOf,
  parseFormula,
  printArithmetic,
  printExcel,
} from '../../shared/formula.ts'

const why = notApplicable('không được giao')
const figures: Record<string, Figure> = {
  a: numberFigure(10),
  b: numberFigure(4),
  zero: numberFigure(0),
  none: noneArising,
  excused: why,
  blank: notReported,
}
const figureOf = ({ key }: { key: string }) => figures[key] ?? notReported
const result = (text: string) => evaluate(parseFormula(text), figureOf)

test.each<[string, Figure]>([
  ['a + b - 1', numberFigure(13)],
  ['a - (b - 1)', numberFigure(7)],
  ['a - b - 1', numberFigure(5)],
  ['a * b / 5', numberFigure(8)],
  ['-a + b', numberFigure(-6)],
  ['if(a > b, a, b)', numberFigure(10)],
  ['if(a <= b, a, if(a = 10, 1, 2))', numberFigure(1)],
  ['a + none', numberFigure(10)],
  ['none + none', noneArising],
  ['a + excused', numberFigure(10)],
  ['excused + none', why],
  ['a + blank', notReported],
  ['if(a > b, a, blank)', notReported],
  ['b / a', numberFigure(0.4)],
  ['a / zero', noneArising],
  ['a / none', noneArising],
  ['none / a', numberFigure(0)],
  ['excused / a', why],
  ['a / excused', why],
  ['none * a', noneArising],
])('%s', (text, expected) => {
  expect(result(text)).toEqual(expected)
})

test('operands of other forms, same rows, last period and row facts are told apart', () => {
  const operands = operandsOf(
    parseFormula(
      'CCHC-3.tthc_own - KSTT-06a:received_online + KSTT-06a.pending_total-previous.x+row.y',
    ),
  )
  expect(operands).toEqual([
    { kind: 'reference', form: 'CCHC-3', key: 'tthc_own' },
    { kind: 'reference', form: 'KSTT-06a', key: 'received_online', sameRow: true },
    { kind: 'reference', form: 'KSTT-06a', key: 'pending_total' },
    { kind: 'reference', key: 'x', of: 'previous' },
    { kind: 'reference', key: 'y', of: 'row' },
  ])
})

describe('refuses what it cannot read', () => {
  test.each(['', 'a +', '(a', 'a b', 'a ** b', '"x"', 'if(a, b)', 'next.a', '1.2.3', 'SUM(a)'])(
    '%j',
    text => {
      expect(() => parseFormula(text)).toThrow(FormulaError)
    },
  )
})

test('messages show the arithmetic in Vietnamese style', () => {
  const shown = (text: string) => printArithmetic(parseFormula(text), figureOf)
  expect(shown('a * 1000 + none')).toBe('10 × 1.000 + 0')
  expect(shown('(a - b) / a * 100')).toBe('(10 - 4) ÷ 10 × 100')
  expect(shown('a - (b - 1)')).toBe('10 - (4 - 1)')
})

test('a formula over a row that is not in the workbook is not printed', () => {
  const cellOf = ({ key }: { key: string }) => (key === 'a' ? 'E10' : undefined)
  expect(printExcel(parseFormula('a + b'), cellOf)).toBeUndefined()
  expect(printExcel(parseFormula('a + 1'), cellOf)).toBe(
    'IF(OR(E10=""),"",IF(OR(ISNUMBER(E10),TRUE),(N(E10)+1),E10))',
  )
})
