/**
 * What each document costs a server: CPU and peak memory of the process, per request, of one client that asks for the
 * same document again and again. On workerd the processes are the isolate's own and the local D1's.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { seed, submissionOf } from './corpus.ts'
import { cpuOf, familyOf } from './processes.ts'
import {
  filingPath,
  granted,
  index,
  measured,
  openProvince,
  overTheWire,
  sent,
} from './province.ts'
import type { Runtime } from './runtimes.ts'
import { median, percentile } from './table.ts'

export type DocumentCost = {
  readonly runtime: string
  readonly document: string
  readonly bytes: number
  /** milliseconds */
  readonly first: number
  readonly p50: number
  readonly p95: number
  readonly cpu: number
  /** MB: before the requests, and the highest while they ran */
  readonly idle: number
  readonly peak: number
}

const times = 15

export async function documents(runtime: Runtime, big: number): Promise<DocumentCost[]> {
  return [...(await ofAgency(runtime, 12, true)), ...(await ofAgency(runtime, big, false))]
}

async function ofAgency(
  runtime: Runtime,
  unitsEach: number,
  all: boolean,
): Promise<DocumentCost[]> {
  const server = await runtime.start({ agencies: 1, unitsEach })
  try {
    const ask = overTheWire(server.base)
    const { clients, offices } = await openProvince(ask, server.province)
    for (const [i, { unit, token }] of clients.entries()) {
      const path = `${filingPath(measured, unit)}/${crypto.randomUUID()}`
      const body = { ...submissionOf(index, measured, seed + i), basedOn: null }
      await granted(ask('PUT', path, token, body))
    }
    const clerk = offices[0]?.clerk
    const [client] = clients
    const sheet = `/periods/${measured}/units/${client?.unit ?? ''}/sheet.xlsx`
    const get = (path: string, token?: string) => () => granted(ask('GET', path, token))
    const filled = new Uint8Array(await (await get(sheet, client?.token)()).arrayBuffer())
    const upload = () =>
      granted(
        fetch(`${server.base}/api/v1${sheet}`, {
          ...sent(client?.token),
          method: 'POST',
          body: filled,
        }),
      )
    const jobs: [string, () => Promise<Response>][] = [
      [`annex of ${unitsEach} units`, get(`/periods/${measured}/annex.xlsx`, clerk)],
      [`report of ${unitsEach} units`, get(`/periods/${measured}/report.docx`, clerk)],
      ...(all
        ? ([
            ['sheet.xlsx', get(sheet, client?.token)],
            [`upload of ${Math.round(filled.length / 1000)} kB`, upload],
          ] as [string, () => Promise<Response>][])
        : []),
    ]
    const costs: DocumentCost[] = []
    for (const [document, job] of jobs)
      costs.push({ runtime: runtime.name, document, ...(await costOf(server.pid, job)) })
    return costs
  } finally {
    await server.stop()
  }
}

async function costOf(pid: number, job: () => Promise<Response>) {
  forgetPeak(pid)
  const idle = memoryOf(pid, 'VmRSS')
  const waits: number[] = []
  let bytes = 0
  let cpu = 0
  for (let i = 0; i <= times; i++) {
    // the first request compiles what the others only run
    if (i === 1) cpu = cpuOf(pid)
    const start = performance.now()
    bytes = (await (await job()).arrayBuffer()).byteLength
    waits.push(performance.now() - start)
  }
  const [first = 0, ...following] = waits
  return {
    bytes,
    first,
    p50: median(following),
    p95: percentile(following, 0.95),
    cpu: (cpuOf(pid) - cpu) / times,
    idle,
    peak: memoryOf(pid, 'VmHWM'),
  }
}

/** The largest process of the family: the one that runs the worker's code. */
const memoryOf = (pid: number, field: 'VmRSS' | 'VmHWM'): number =>
  Math.max(
    ...familyOf(pid).map(one => {
      const found = new RegExp(`${field}:\\s+(\\d+) kB`, 'u').exec(
        readFileSync(`/proc/${one}/status`, 'utf8'),
      )
      return Number(found?.[1] ?? 0) / 1024
    }),
  )

/** proc(5), clear_refs: 5 sets the peak back to what is resident now. */
function forgetPeak(pid: number): void {
  for (const one of familyOf(pid)) writeFileSync(`/proc/${one}/clear_refs`, '5')
}
