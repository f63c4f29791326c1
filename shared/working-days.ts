/**
 * Days on which offices work: no Saturdays, Sundays or public holidays. The fixed holidays of Bộ luật Lao động 2019,
 * Điều 112 are known; Tết, Giỗ Tổ, the second day of Quốc khánh and days in lieu are set anew each year, so the agency
 * lists them.
 */
import type { ReminderKind } from './protocol.ts'

/** A day the agency listed as off: an ISO date and what it is, in Vietnamese. */
export type Holiday = { readonly day: string; readonly name: string }

/** Điều 112 khoản 1 a, c, d and đ, as far as the solar calendar fixes them. */
const fixedHolidays: ReadonlySet<string> = new Set(['01-01', '04-30', '05-01', '09-02'])

/** @param day ISO date in Vietnam, as everywhere here */
export function isWorkingDay(day: string, holidays: readonly Holiday[] = []): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const weekend = weekday === 0 || weekday === 6
  return !weekend && !fixedHolidays.has(day.slice(5)) && !holidays.some(off => off.day === day)
}

/** The day itself when it is one. A deadline on a day off moves here (Bộ luật Dân sự 2015, Điều 148 khoản 5). */
export function nextWorkingDay(day: string, holidays: readonly Holiday[] = []): string {
  let found = day
  while (!isWorkingDay(found, holidays)) found = dayAfter(found)
  return found
}

/** Working days that lie between two days, neither of them counted; 0 when the second is not later. */
export function workingDaysBetween(
  from: string,
  to: string,
  holidays: readonly Holiday[] = [],
): number {
  let count = 0
  for (let day = dayAfter(from); day < to; day = dayAfter(day))
    if (isWorkingDay(day, holidays)) count += 1
  return count
}

/** What a unit that has not submitted is told on a day: soon from the second working day before the due date on. */
export function reminderDue(
  dueDate: string,
  today: string,
  holidays: readonly Holiday[] = [],
): ReminderKind | undefined {
  if (today > dueDate) return 'overdue'
  if (today === dueDate) return 'due-today'
  return workingDaysBetween(today, dueDate, holidays) < 2 ? 'due-soon' : undefined
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
