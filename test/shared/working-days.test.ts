// Days off move deadlines and reminders (Bộ luật Lao động 2019, Điều 112; Bộ luật Dân sự 2015, Điều 148).
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween } from '../../shared/period.ts'
import {
  type Holiday,
  isWorkingDay,
  nextWorkingDay,
  reminderDue,
  workingDaysBetween,
} from '../../shared/working-days.ts'

/** Tết Ất Tỵ and Giỗ Tổ of 2025, as the province announced them */
const holidays: Holiday[] = [
  ...['27', '28', '29', '30', '31'].map(day => ({ day: `2025-01-${day}`, name: 'Tết Ất Tỵ' })),
  { day: '2025-04-07', name: 'Giỗ Tổ Hùng Vương' },
  { day: '2025-09-01', name: 'Quốc khánh, ngày liền kề' },
]

test.each<[string, string, boolean]>([
  ['2025-04-15', 'a Tuesday', true],
  ['2025-02-15', 'a Saturday', false],
  ['2025-06-15', 'a Sunday', false],
  ['2025-01-01', 'New Year', false],
  ['2025-04-30', 'Chiến thắng', false],
  ['2025-05-01', 'Quốc tế lao động', false],
  ['2025-09-02', 'Quốc khánh', false],
  ['2025-09-01', 'the day before it, as set that year', false],
  ['2026-09-01', 'the day before it in another year', true],
  ['2025-01-29', 'Tết', false],
  ['2025-04-07', 'Giỗ Tổ', false],
  ['2024-02-29', 'a leap day', true],
])('%s, %s, is a working day: %s', (day, _what, works) => {
  expect(isWorkingDay(day, holidays)).toBe(works)
})

test.each([
  ['2025-04-15', '2025-04-15'],
  ['2025-02-15', '2025-02-17'],
  ['2025-04-30', '2025-05-02'],
  ['2025-08-30', '2025-09-03'],
  ['2025-01-25', '2025-02-03'],
  ['2024-12-29', '2024-12-30'],
])('the next working day from %s is %s', (day, next) => {
  expect(nextWorkingDay(day, holidays)).toBe(next)
})

test.each<[string, string, number]>([
  ['2025-04-14', '2025-04-15', 0],
  ['2025-04-11', '2025-04-15', 1],
  ['2025-01-24', '2025-02-04', 1],
  ['2025-04-15', '2025-04-15', 0],
  ['2025-04-16', '2025-04-15', 0],
])('between %s and %s lie %i working days', (from, to, count) => {
  expect(workingDaysBetween(from, to, holidays)).toBe(count)
})

test.each<[due: string, today: string, reminder: string | undefined]>([
  // due on Tuesday: Monday and Friday are the two working days before
  ['2025-04-15', '2025-04-10', undefined],
  ['2025-04-15', '2025-04-11', 'due-soon'],
  ['2025-04-15', '2025-04-13', 'due-soon'],
  ['2025-04-15', '2025-04-14', 'due-soon'],
  ['2025-04-15', '2025-04-15', 'due-today'],
  ['2025-04-15', '2025-04-16', 'overdue'],
  // Tết lies between
  ['2025-02-04', '2025-01-23', undefined],
  ['2025-02-04', '2025-01-24', 'due-soon'],
  ['2025-02-04', '2025-01-30', 'due-soon'],
  // a clerk may set a Saturday: Friday and Thursday are before it
  ['2025-02-15', '2025-02-12', undefined],
  ['2025-02-15', '2025-02-13', 'due-soon'],
  // Wednesday off counts for nothing: Friday and Thursday still
  ['2025-05-05', '2025-04-29', 'due-soon'],
  ['2025-05-05', '2025-04-28', undefined],
])('due %s: on %s it is %s', (due, today, reminder) => {
  expect(reminderDue(due, today, holidays)).toBe(reminder)
})

const anyDay = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

test('the next working day works and none is skipped; counting agrees with asking each day', () => {
  const anyOff = fc.array(anyDay, { maxLength: 5 })
  fc.assert(
    fc.property(anyDay, anyOff, (day, more) => {
      const off = [...holidays, ...more.map(one => ({ day: one, name: 'Nghỉ bù' }))]
      const next = nextWorkingDay(day, off)
      expect(isWorkingDay(next, off)).toBe(true)
      expect(workingDaysBetween(day, next, off)).toBe(0)
      expect(isWorkingDay(day, off)).toBe(next === day)
      expect(daysBetween(day, next)).toBeGreaterThanOrEqual(0)
      expect(nextWorkingDay(next, off)).toBe(next)
    }),
  )
})

test('reminders come in order: nothing, soon on two working days, today, overdue', () => {
  fc.assert(
    fc.property(anyDay, due => {
      const days = Array.from({ length: 31 }, (_, i) =>
        new Date(Date.parse(due) + (i - 20) * 86_400_000).toISOString().slice(0, 10),
      )
      const told = days.map(day => reminderDue(due, day, holidays))
      const order = [undefined, 'due-soon', 'due-today', 'overdue']
      const ranks = told.map(reminder => order.indexOf(reminder))
      expect(ranks).toEqual([...ranks].sort())
      const soon = days.filter((_, i) => told[i] === 'due-soon')
      expect(soon.filter(day => isWorkingDay(day, holidays))).toHaveLength(2)
      expect(isWorkingDay(soon[0] ?? '', holidays)).toBe(true)
    }),
  )
})
