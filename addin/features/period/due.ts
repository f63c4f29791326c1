/** How near the due date is, in whole days of Vietnam. */
import { dateInVietnam, daysBetween } from '../../../shared/period.ts'

export type Nearness = { readonly when: 'ahead' | 'today' | 'past'; readonly days: number }

export function nearness(dueDate: string, now: number): Nearness {
  const days = daysBetween(dateInVietnam(now), dueDate)
  return { when: days > 0 ? 'ahead' : days === 0 ? 'today' : 'past', days: Math.abs(days) }
}

/** "15/4" of the running year, "15/4/2024" of another: the year is noise while it is this one. */
export function shortDate(iso: string, now: number): string {
  const [year, month, day] = iso.slice(0, 10).split('-')
  const short = `${Number(day)}/${Number(month)}`
  return year === dateInVietnam(now).slice(0, 4) ? short : `${short}/${year}`
}
