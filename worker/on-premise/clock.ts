/**
 * Calls what time brings about, as Cloudflare's cron trigger does there: every hour, and at the start, because the
 * machine may have been off at the hour. A failure is a line in the log and is tried again an hour later. Node only.
 */
import { onTheHour } from '../clock.ts'
import type { Env } from '../env.ts'

const hour = 3_600_000

/** @returns ends it, once what is under way is done */
export function startClock(env: Env): () => Promise<void> {
  let running = Promise.resolve()
  const run = () => {
    running = running.then(() => onTheHour(env)).catch(error => env.log?.(failure(error)))
  }
  run()
  const timer = setInterval(run, hour)
  return async () => {
    clearInterval(timer)
    await running
  }
}

/** Never the message: it may quote what was filed. */
const failure = (error: unknown): string =>
  JSON.stringify({ clock: 'failed', error: error instanceof Error ? error.name : 'unknown' })
