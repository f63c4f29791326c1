/** When a webhook that failed is tried again: soon at first, daily at last, and after five days no more by itself. */

const minute = 60_000
const hour = 60 * minute
const delays = [minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour, 24 * hour]
/** Milliseconds of failing after which it stops. */
export const patience = 5 * 24 * hour
/** Part of a delay that chance adds, so that a receiver that comes back is not asked by everybody at once. */
const jitter = 0.1

/**
 * @param failures of the entry so far, this one included
 * @param failingSince first of these, milliseconds since 1970
 * @param chance 0 to 1
 * @param wished milliseconds the receiver asked for (Retry-After), 0 for none
 * @returns instant of the next try in milliseconds since 1970; null when it stops
 */
export function nextTry(
  failures: number,
  {
    now,
    failingSince,
    chance,
    wished,
  }: Readonly<Record<'now' | 'failingSince' | 'chance' | 'wished', number>>,
): number | null {
  const last = failingSince + patience
  if (now >= last) return null
  const delay = delays[Math.min(failures, delays.length) - 1] ?? minute
  const asked = Math.min(wished, 24 * hour)
  return Math.min(last, now + Math.max(delay, asked) * (1 + jitter * chance))
}
