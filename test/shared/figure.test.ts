// A figure has four states; reading what people type and printing it back must never collapse them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cellOf,
  type Figure,
  fromWire,
  noneArising,
  notApplicable,
  notReported,
  numberFigure,
  printFigure,
  printNumber,
  readFigure,
  roundHalfUp,
  sameFigure,
  toWire,
} from '../../shared/figure.ts'

const number = (value: number): Figure => numberFigure(value)

describe('reading what people type (domain §4.4, ZERO-WORDS)', () => {
  test.each<[unknown, Figure]>([
    ['', notReported],
    [null, notReported],
    ['   ', notReported],
    [322, number(322)],
    ['6.279', number(6279)],
    ['3924', number(3924)],
    ['2.801,7', number(2801.7)],
    ['1.234.567', number(1_234_567)],
    ['02', number(2)],
    ['74 %', number(74)],
    ['67,73%', number(67.73)],
    ['-5', number(-5)],
    ['12.5', number(12.5)],
    ['0', number(0)],
    ['không', noneArising],
    ['Không có', noneArising],
    ['KHÔNG PHÁT SINH', noneArising],
    ['chưa có', noneArising],
    ['-', noneArising],
    ['Không áp dụng', notApplicable('')],
    ['Không áp dụng: chưa triển khai', notApplicable('chưa triển khai')],
    ['Không được giao vốn đầu tư công', notApplicable('Không được giao vốn đầu tư công')],
  ])('%j', (typed, expected) => {
    const reading = readFigure(typed)
    expect(reading.ok && sameFigure(reading.figure, expected)).toBe(true)
  })

  test('composed and decomposed letters read alike', () => {
    expect(readFigure('không phát sinh'.normalize('NFD'))).toEqual(
      readFigure('không phát sinh'.normalize('NFC')),
    )
  })

  test.each(['41,7 TTHC', 'abc', '1.2.3', '12,3,4', '1,234.5', '=1+1', '37/42', '9'.repeat(30)])(
    'hands back %j instead of guessing',
    typed => {
      expect(readFigure(typed)).toEqual({ ok: false, text: typed })
    },
  )

  test('keeps the decimals a percentage was printed with (PCT-PRINT)', () => {
    const decimals = (text: string) => {
      const reading = readFigure(text)
      return reading.ok && reading.figure.state === 'number' ? reading.figure.decimals : undefined
    }
    expect([decimals('13%'), decimals('98,5'), decimals('67,73')]).toEqual([0, 1, 2])
  })
})

describe('printing in Vietnamese style', () => {
  test.each([
    [6279, undefined, '6.279'],
    [1234.5, undefined, '1.234,5'],
    [0, undefined, '0'],
    [-1234567.25, undefined, '-1.234.567,25'],
    [1_000_000_000, undefined, '1.000.000.000'],
    [1_234_567_890.5, undefined, '1.234.567.890,5'],
    [1.005, 2, '1,01'],
    [-999, undefined, '-999'],
    [62.49402771141903, 2, '62,49'],
    [12.765957446808512, 0, '13'],
    [1e-9, undefined, '0'],
    [-0.001, 2, '0,00'],
  ])('%d with %s decimals is %s', (value, decimals, text) => {
    expect(printNumber(value, decimals)).toBe(text)
  })

  test.each([
    [1.005, 2, 1.01],
    [0.5, 0, 1],
    [-0.5, 0, -1],
    [2.675, 2, 2.68],
    [62.494, 2, 62.49],
  ])('rounds %d half-up at %d decimals to %d', (value, decimals, rounded) => {
    expect(roundHalfUp(value, decimals)).toBe(rounded)
  })
})

const anyFigure = fc.oneof(
  fc.integer({ min: -1_000_000, max: 10_000_000 }).map(number),
  fc.integer({ min: -9_999_999, max: 9_999_999 }).map(thousandths => number(thousandths / 1000)),
  fc.constant(noneArising),
  fc.constant(notReported),
  fc
    .string({ minLength: 1 })
    .map(text =>
      text
        .normalize('NFC')
        .replace(/[\s():–-]+/gu, ' ')
        .trim(),
    )
    .filter(text => text !== '')
    .map(notApplicable),
)

test('whatever is printed reads back as the same figure', () => {
  fc.assert(
    fc.property(anyFigure, figure => {
      for (const shown of [cellOf(figure), printFigure(figure)]) {
        const reading = readFigure(shown)
        expect(reading.ok && sameFigure(reading.figure, figure), String(shown)).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

test('the wire carries each state and nothing else', () => {
  fc.assert(
    fc.property(anyFigure, figure => {
      const wire = toWire(figure)
      expect(wire === undefined).toBe(figure.state === 'not-reported')
      expect(sameFigure(fromWire(JSON.parse(JSON.stringify(wire ?? null))), figure)).toBe(true)
    }),
  )
})
