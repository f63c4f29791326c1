// Keys, windows and neighbours of reporting periods (domain §3, Nghị định 09/2019/NĐ-CP).
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  daysBetween,
  defaultDueDate,
  isPeriodKey,
  monthsOf,
  parsePeriod,
  periodKey,
  periodName,
  previousPeriod,
  printDate,
  printInstant,
  samePeriodLastYear,
  statutoryWindow,
} from '../../shared/period.ts'

test.each([
  // key, from, to, name, previous, months
  ['2025-M04', '2025-03-15', '2025-04-14', 'Tháng 4/2025', '2025-M03', 1],
  ['2025-M01', '2024-12-15', '2025-01-14', 'Tháng 1/2025', '2024-M12', 1],
  ['2025-Q1', '2024-12-15', '2025-03-14', 'Quý I/2025', '2024-Q4', 3],
  ['2025-Q2', '2025-03-15', '2025-06-14', 'Quý II/2025', '2025-Q1', 3],
  ['2025-Q3', '2025-06-15', '2025-09-14', 'Quý III/2025', '2025-Q2', 3],
  ['2021-6M', '2020-12-15', '2021-06-14', '6 tháng đầu năm 2021', '2020-6M', 6],
  ['2025-9M', '2024-12-15', '2025-09-14', '9 tháng năm 2025', '2024-9M', 9],
  ['2025-Y', '2024-12-15', '2025-12-14', 'Năm 2025', '2024-Y', 12],
])('%s runs from %s to %s', (key, from, to, name, previous, months) => {
  expect(statutoryWindow(key)).toEqual({ from, to })
  expect(periodName(key)).toBe(name)
  expect(previousPeriod(key)).toBe(previous)
  expect(monthsOf(key)).toHaveLength(months)
})

test.each<[string, string]>([
  ['2025-M04', '2025-04-15'],
  // a Saturday and a Sunday move on
  ['2025-M02', '2025-02-17'],
  ['2025-M03', '2025-03-17'],
  ['2025-Q2', '2025-06-16'],
  ['2025-Y', '2025-12-15'],
])('%s is due on %s, the 15th or the next working day', (key, due) => {
  expect(defaultDueDate(key)).toBe(due)
})

test('a day the agency lists as off moves the due date on', () => {
  const holidays = ['2029-02-15', '2029-02-16'].map(day => ({ day, name: 'Tết Kỷ Dậu' }))
  expect(defaultDueDate('2029-M02')).toBe('2029-02-15')
  expect(defaultDueDate('2029-M02', holidays)).toBe('2029-02-19')
})

test.each(['2025-M13', '2025-M4', '2025-Q5', '2025-12M', '25-M04', '2025-M04 ', ''])(
  '%j is not a period',
  key => {
    expect(isPeriodKey(key)).toBe(false)
    expect(() => parsePeriod(key)).toThrow(RangeError)
  },
)

const anyKey = fc.oneof(
  fc
    .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => periodKey({ kind: 'M', year, ordinal: month })),
  fc
    .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 4 }))
    .map(([year, quarter]) => periodKey({ kind: 'Q', year, ordinal: quarter })),
  fc
    .tuple(fc.integer({ min: 2000, max: 2099 }), fc.constantFrom('6M', '9M', 'Y'))
    .map(([year, kind]) => `${year}-${kind}`),
)

test('a window starts the day after the window before it, and last year is one year back', () => {
  fc.assert(
    fc.property(anyKey, key => {
      const period = parsePeriod(key)
      expect(periodKey(period)).toBe(key)
      expect(parsePeriod(samePeriodLastYear(key)).year).toBe(period.year - 1)
      if (period.kind === 'M' || period.kind === 'Q')
        expect(
          daysBetween(statutoryWindow(previousPeriod(key)).to, statutoryWindow(key).from),
        ).toBe(1)
      const months = monthsOf(key).map(statutoryWindow)
      expect({ from: months[0]?.from, to: months.at(-1)?.to }).toEqual(statutoryWindow(key))
    }),
  )
})

test('dates and instants are printed as officials write them, in Vietnam time', () => {
  expect(printDate('2025-04-14')).toBe('14/4/2025')
  expect(printInstant('2025-04-15T01:12:00Z')).toBe('15/4/2025 08:12')
  expect(printInstant('2025-04-14T17:30:00Z')).toBe('15/4/2025 00:30')
})
