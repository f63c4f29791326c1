/** The rate limits of a server that is one process: so many a minute for a key, counted in memory. */
import type { RateLimit } from '../env.ts'

const minute = 60_000
/** Keys remembered at a time: about 10 MB. Beyond that all are forgotten, because the limit must not be what fails. */
const mostKeys = 50_000

/** @param perMinute calls of one key that succeed in each minute of the clock; 0 for no limit at all */
export function rateLimit(perMinute: number, clock = Date.now): RateLimit | undefined {
  if (perMinute === 0) return undefined
  const counts = new Map<string, number>()
  let current = 0
  return {
    async limit({ key }) {
      const window = Math.floor(clock() / minute)
      if (window !== current || counts.size >= mostKeys) counts.clear()
      current = window
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      return { success: count <= perMinute }
    },
  }
}
