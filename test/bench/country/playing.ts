/** An hour played faster than life. A wait counts from the instant it was due, not from when it was sent. */
import { cpuOf } from '../processes.ts'
import { percentile } from '../table.ts'
import type { Event, Kind } from './hour.ts'

type Waits = {
  readonly kind: Kind | 'all'
  readonly requests: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}
export type Round = {
  /** times as fast as life */
  readonly factor: number
  readonly perSecond: number
  readonly submissionsPerSecond: number
  readonly waits: readonly Waits[]
  readonly errors: number
  /** of one processor, by the server */
  readonly busy: number
  /** ms after the last instant of the plan until everything was answered */
  readonly behind: number
  readonly keptUp: boolean
}
/** Longer behind than this, or slower than a second at the 95th percentile, is not keeping up. */
const patience = 1000

export async function played(
  events: readonly Event[],
  factor: number,
  pid: number,
): Promise<Round> {
  const waits = new Map<Kind, number[]>()
  let errors = 0
  const cpu = cpuOf(pid)
  const begun = performance.now()
  const answered: Promise<void>[] = []
  for (const { kind, at, send } of events) {
    const when = begun + (at * 1000) / factor
    const pause = when - performance.now()
    if (pause > 0) await new Promise(resume => setTimeout(resume, pause))
    answered.push(
      (async () => {
        const ok = await send()
          .then(async answer => {
            await answer.arrayBuffer()
            return answer.ok
          })
          .catch(() => false)
        if (!ok) errors++
        waits.set(kind, [...(waits.get(kind) ?? []), performance.now() - when])
      })(),
    )
  }
  await Promise.all(answered)
  const wall = performance.now() - begun
  const planned = 3_600_000 / factor
  const all = waitsOf('all', [...waits.values()].flat())
  const behind = Math.max(0, wall - planned)
  return {
    factor,
    perSecond: (events.length * 1000) / planned,
    submissionsPerSecond: ((waits.get('submission')?.length ?? 0) * 1000) / planned,
    waits: [all, ...[...waits].map(([kind, each]) => waitsOf(kind, each))],
    errors,
    busy: (cpuOf(pid) - cpu) / wall,
    behind,
    keptUp: errors === 0 && behind < patience && all.p95 < patience,
  }
}

const waitsOf = (kind: Waits['kind'], waits: readonly number[]): Waits => ({
  kind,
  requests: waits.length,
  ...{ p50: percentile(waits, 0.5), p95: percentile(waits, 0.95), p99: percentile(waits, 0.99) },
  max: Math.max(...waits),
})
