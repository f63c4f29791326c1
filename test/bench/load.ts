/**
 * The load generator, a process of its own: each client submits revision after revision of its unit as fast as answers
 * come. Every answer must be 201. Gets its job and gives its tally as messages of the parent process.
 */
import { Agent, request } from 'node:http'
import { seed, submissionOf } from './corpus.ts'
import { type Client, filingPath, index, measured } from './province.ts'

export type Job = {
  readonly base: string
  /** with the revision each unit's next one is based on; 0 for none */
  readonly clients: readonly (Client & { revision: number })[]
  /** submissions of all clients together, warm-up apart */
  readonly count: number
  readonly warmUp: number
}
export type Tally = {
  /** milliseconds from the first request sent to the last answer read, warm-up apart */
  readonly wall: number
  /** milliseconds of each answer, as the client waits for it */
  readonly waits: readonly number[]
  readonly answers: Readonly<Record<string, number>>
  readonly revisions: readonly number[]
  /** ms of the generator's own CPU */
  readonly ownCpu: number
  /** bytes of a request body and of an answer, each the mean */
  readonly sentBytes: number
  readonly receivedBytes: number
}

/** Different figures in turn, so that no answer can be the one before; `basedOn` goes in front of each. */
const bodies = Array.from({ length: 16 }, (_, i) =>
  Buffer.from(`,${JSON.stringify(submissionOf(index, measured, seed + i)).slice(1)}`),
)
const bodyOf = (revision: number): Buffer =>
  Buffer.concat([
    Buffer.from(`{"basedOn":${revision || null}`),
    bodies[revision % bodies.length] ?? Buffer.alloc(0),
  ])

function put(agent: Agent, base: string, client: Client, body: Buffer) {
  return new Promise<{ status: number; bytes: number }>((resolve, reject) => {
    const path = `/api/v1${filingPath(measured, client.unit)}/${crypto.randomUUID()}`
    const headers = {
      Authorization: `Bearer ${client.token}`,
      'Content-Type': 'application/json',
      'Content-Length': body.length,
    }
    const asked = request(`${base}${path}`, { method: 'PUT', agent, headers }, answer => {
      let bytes = 0
      answer.on('data', (part: Buffer) => {
        bytes += part.length
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes }))
      answer.on('error', reject)
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

async function run({ base, clients, count, warmUp }: Job): Promise<Tally> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients.length })
  const revisions = clients.map(client => client.revision)
  const waits: number[] = []
  const answers: Record<string, number> = {}
  let [sentBytes, receivedBytes] = [0, 0]

  const submitAll = async (wanted: number, note: (wait: number) => void) => {
    let left = wanted
    await Promise.all(
      clients.map(async (client, i) => {
        while (left-- > 0) {
          const body = bodyOf(revisions[i] ?? 0)
          const start = performance.now()
          const { status, bytes } = await put(agent, base, client, body)
          note(performance.now() - start)
          answers[status] = (answers[status] ?? 0) + 1
          sentBytes += body.length
          receivedBytes += bytes
          if (status === 201) revisions[i] = (revisions[i] ?? 0) + 1
        }
      }),
    )
  }
  await submitAll(warmUp, () => {})
  process.send?.('warm')
  const before = process.cpuUsage()
  const start = performance.now()
  await submitAll(count, wait => waits.push(wait))
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  agent.destroy()
  const all = warmUp + count
  return {
    wall,
    waits,
    answers,
    revisions,
    ownCpu: (user + system) / 1000,
    sentBytes: sentBytes / all,
    receivedBytes: receivedBytes / all,
  }
}

process.on('message', async (job: Job) => {
  process.send?.(await run(job))
  process.disconnect()
})
