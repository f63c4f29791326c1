/** 304 for a consolidation that has not changed since the caller's copy, one request after the other on loopback. */
import { previousPeriod } from '../../shared/period.ts'
import { measured, openProvince, overTheWire } from './province.ts'
import type { Runtime } from './runtimes.ts'
import { percentile } from './table.ts'

export type Unchanged = {
  readonly runtime: string
  readonly requests: number
  readonly p50: number
  readonly p95: number
  readonly worst: number
}

export async function unchanged(runtime: Runtime, requests = 500): Promise<Unchanged> {
  const server = await runtime.start({ agencies: 1, unitsEach: 12 })
  try {
    const { offices } = await openProvince(overTheWire(server.base), server.province)
    const headers = { Authorization: `Bearer ${offices[0]?.clerk ?? ''}` }
    // the period before is the one every unit has filed
    const url = `${server.base}/api/v1/periods/${previousPeriod(measured)}/consolidation`
    const first = await fetch(url, { headers })
    await first.arrayBuffer()
    const conditional = {
      headers: { ...headers, 'If-None-Match': first.headers.get('ETag') ?? '' },
    }
    const waits: number[] = []
    for (let i = -50; i < requests; i++) {
      const start = performance.now()
      const response = await fetch(url, conditional)
      await response.arrayBuffer()
      if (i >= 0) waits.push(performance.now() - start)
      if (response.status !== 304) throw new Error(`${response.status} instead of 304`)
    }
    return {
      runtime: runtime.name,
      requests,
      p50: percentile(waits, 0.5),
      p95: percentile(waits, 0.95),
      worst: Math.max(...waits),
    }
  } finally {
    await server.stop()
  }
}
