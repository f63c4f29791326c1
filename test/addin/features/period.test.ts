import { expect, test } from 'vitest'
import { fileName } from '../../../addin/api.ts'
import { nearness, shortDate } from '../../../addin/features/period/due.ts'
import { inOrder } from '../../../addin/features/period/state.ts'
import { period } from './qltm.ts'

const at = (utc: string) => Date.parse(utc)

test('days to the due date are days of Vietnam', () => {
  expect(nearness('2025-04-15', at('2025-04-13T16:59:00Z'))).toEqual({ when: 'ahead', days: 2 })
  // midnight has passed in Hà Nội
  expect(nearness('2025-04-15', at('2025-04-13T17:01:00Z'))).toEqual({ when: 'ahead', days: 1 })
  expect(nearness('2025-04-15', at('2025-04-15T09:55:00Z'))).toEqual({ when: 'today', days: 0 })
  expect(nearness('2025-04-15', at('2025-04-18T01:00:00Z'))).toEqual({ when: 'past', days: 3 })
})

test('the year of a date is said only when it is another one', () => {
  expect(shortDate('2025-04-15', at('2025-04-01T00:00:00Z'))).toBe('15/4')
  expect(shortDate('2025-04-15', at('2026-04-01T00:00:00Z'))).toBe('15/4/2025')
})

test('the newest open period comes first', () => {
  const march = { ...period, period: '2025-M03', dueDate: '2025-03-15' }
  const locked = { ...period, period: '2025-M05', dueDate: '2025-05-15', state: 'locked' as const }
  expect(inOrder([locked, march, period]).map(one => one.period)).toEqual([
    '2025-M04',
    '2025-M03',
    '2025-M05',
  ])
})

test('the file keeps the name the server gives it', () => {
  const name = 'attachment; filename="pl.xlsx"; filename*=UTF-8\'\'Ph%E1%BB%A5%20l%E1%BB%A5c.xlsx'
  expect(fileName(name)).toBe('Phụ lục.xlsx')
  expect(fileName('attachment; filename="pl.xlsx"')).toBe('pl.xlsx')
  expect(fileName(null)).toBe('phu-luc.xlsx')
})
