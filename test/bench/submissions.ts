/**
 * Submissions of 480 values, full rule set, durable: throughput, waits, CPU and memory at 1, 8 and 50 clients, and 50
 * clients in one agency, because the chain of its audit lets one writer pass at a time.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Job, Tally } from './load.ts'
import { cpuOf, cpuOfAll, peakOf } from './processes.ts'
import { type Client, filingPath, measured, openProvince, overTheWire } from './province.ts'
import type { Runtime, Server } from './runtimes.ts'
import { median, percentile } from './table.ts'

export type Row = {
  runtime: string
  agencies: number
  clients: number
  repetitions: number
  submissionsEach: number
  /** per second; worst is the lowest */
  throughput: { median: number; worst: number }
  /** ms */
  p50: number
  p95: { median: number; worst: number }
  p99: number
  /** ms of the server's user and system time per submission */
  cpu: { median: number; worst: number }
  /** processors that processes other than server and generator kept busy meanwhile */
  others: number
  sentBytes: number
  receivedBytes: number
}
export type Submitted = {
  runtime: string
  rows: Row[]
  peakMemory: number
  counted: number
  stored: number
  answers: Record<string, number>
}

const province = { agencies: 5, unitsEach: 10 }
const oneAgency = { agencies: 1, unitsEach: 50 }

/** @param scale 1 takes about a minute on Node */
export async function submissions(
  runtime: Runtime,
  scale: number,
  repetitions = 5,
): Promise<Submitted[]> {
  const spread = await measure(runtime, province, [1, 8, 50], scale, repetitions)
  return [spread, await measure(runtime, oneAgency, [50], scale, repetitions)]
}

const submissionsFor: Record<number, number> = { 1: 400, 8: 1200, 50: 2500 }

async function measure(
  runtime: Runtime,
  shape: typeof province,
  clientCounts: readonly number[],
  scale: number,
  repetitions: number,
): Promise<Submitted> {
  const server = await runtime.start(shape)
  try {
    const { clients } = await openProvince(overTheWire(server.base), server.province, 12)
    const turns = inTurns(clients, shape)
    const revisions = turns.map(() => 0)
    const answers: Record<string, number> = {}
    let counted = 0
    const rows: Row[] = []
    for (const count of clientCounts) {
      const each = Math.ceil((submissionsFor[count] ?? 1000) * scale)
      const tallies: Loaded[] = []
      for (let i = 0; i < repetitions; i++) {
        const now = turns
          .slice(0, count)
          .map((client, j) => ({ ...client, revision: revisions[j] ?? 0 }))
        const warmUp = i === 0 ? Math.ceil(each / 2) : count * 2
        const tally = await loaded(server, { base: server.base, clients: now, count: each, warmUp })
        tally.revisions.forEach((revision, j) => {
          counted += revision - (revisions[j] ?? 0)
          revisions[j] = revision
        })
        for (const [status, n] of Object.entries(tally.answers))
          answers[status] = (answers[status] ?? 0) + n
        tallies.push(tally)
      }
      rows.push(rowOf(runtime, shape, count, each, tallies))
    }
    const peakMemory = peakOf(server.pid)
    return {
      runtime: runtime.name,
      rows,
      peakMemory,
      counted,
      stored: await storedIn(server, clients),
      answers,
    }
  } finally {
    await server.stop()
  }
}

/** First units of all agencies, then second ones: few clients are spread as many are. */
const inTurns = (clients: readonly Client[], { agencies, unitsEach }: typeof province): Client[] =>
  Array.from({ length: clients.length }, (_, i) => {
    const client = clients[(i % agencies) * unitsEach + Math.floor(i / agencies)]
    if (!client) throw new Error(`there is no client ${i}`)
    return client
  })

type Loaded = Tally & { cpu: number; others: number }

/** Runs the generator; CPU is counted from the end of the warm-up to the last answer. */
function loaded(server: Server, job: Job): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const generator = fork(fileURLToPath(new URL('load.ts', import.meta.url)))
    let [cpuBefore, allBefore] = [0, 0]
    generator.on('message', (message: 'warm' | Tally) => {
      if (message === 'warm') {
        cpuBefore = cpuOf(server.pid)
        allBefore = cpuOfAll()
        return
      }
      const taken = cpuOf(server.pid) - cpuBefore
      const others = (cpuOfAll() - allBefore - taken - message.ownCpu) / message.wall
      resolve({ ...message, cpu: taken / job.count, others: Math.max(0, others) })
    })
    generator.once(
      'exit',
      code => code !== 0 && reject(new Error(`the generator ended with ${code}`)),
    )
    generator.send(job)
  })
}

function rowOf(
  runtime: Runtime,
  { agencies }: typeof province,
  clients: number,
  submissionsEach: number,
  tallies: readonly Loaded[],
): Row {
  const throughputs = tallies.map(({ wall }) => (submissionsEach * 1000) / wall)
  const at = (share: number) => tallies.map(({ waits }) => percentile(waits, share))
  const cpus = tallies.map(({ cpu }) => cpu)
  return {
    runtime: runtime.name,
    agencies,
    clients,
    repetitions: tallies.length,
    submissionsEach,
    throughput: { median: median(throughputs), worst: Math.min(...throughputs) },
    p50: median(at(0.5)),
    p95: { median: median(at(0.95)), worst: Math.max(...at(0.95)) },
    p99: median(at(0.99)),
    cpu: { median: median(cpus), worst: Math.max(...cpus) },
    others: median(tallies.map(({ others }) => others)),
    sentBytes: median(tallies.map(tally => tally.sentBytes)),
    receivedBytes: median(tallies.map(tally => tally.receivedBytes)),
  }
}

/** What the API says is stored for the measured period. */
async function storedIn({ base }: Server, clients: readonly Client[]): Promise<number> {
  const ask = overTheWire(base)
  let stored = 0
  for (const { unit, token } of clients) {
    const response = await ask('GET', filingPath(measured, unit), token)
    stored += ((await response.json()) as unknown[]).length
  }
  return stored
}
