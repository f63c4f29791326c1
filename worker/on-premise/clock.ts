/**
 * Calls what time brings about, as Cloudflare's cron triggers do there: every hour, every minute, and both at the start,
 * because the machine may have been off. A failure is a line in the log and is tried again the next time. Node only.
 */
import { onTheHour } from '../clock.ts'
import type { Env } from '../env.ts'
import { tellDue } from '../webhook/telling.ts'

const minute = 60_000
const hour = 60 * minute

/** @returns ends it, once what is under way is done */
export function startClock(env: Env): () => Promise<void> {
  // apart from each other: a receiver that is slow must not delay a reminder
  const ends = [every(hour, onTheHour, env), every(minute, tellDue, env)]
  return async () => {
    await Promise.all(ends.map(end => end()))
  }
}

function every(time: number, work: (env: Env) => Promise<void>, env: Env): () => Promise<void> {
  let running = Promise.resolve()
  const run = () => {
    running = running.then(() => work(env)).catch(error => env.log?.(failure(error)))
  }
  run()
  const timer = setInterval(run, time)
  return async () => {
    clearInterval(timer)
    await running
  }
}

/** Never the message: it may quote what was filed. */
const failure = (error: unknown): string =>
  JSON.stringify({ clock: 'failed', error: error instanceof Error ? error.name : 'unknown' })
