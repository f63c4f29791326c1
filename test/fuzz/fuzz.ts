/**
 * Sends mutated requests to one route and looks at every answer: never a fault of the server, every refusal a problem in
 * Vietnamese that the description knows, and in the end only that stored which was acknowledged to whoever may.
 */
import { app } from '../../worker/index.ts'
import type { Route } from '../../worker/openapi/operations.ts'
import { misfit, routeOf } from '../worker/conformance.ts'
import { chance } from './chance.ts'
import { askerFor, draftOf, type Memory } from './drafts.ts'
import { fileMaker } from './files.ts'
import { type Draft, mutated } from './mutate.ts'
import { kept, storedFaults } from './stored.ts'
import { type Asker, openWorld, unit, type World } from './world.ts'

export type Tally = { readonly byStatus: Map<number, number>; readonly faults: string[] }

/** Requests that one database sees: histories stay as long as those of real agencies. */
const perWorld = 1000

/** @param count requests, mutated and not; the same seed makes the same ones */
export async function fuzz(route: Route, count: number, seed: number): Promise<Tally> {
  const byStatus = new Map<number, number>()
  const faults: string[] = []
  for (let sent = 0; sent < count; sent += perWorld) {
    const world = await openWorld()
    try {
      const dice = chance(seed + sent)
      const before = await kept(world.db)
      const acknowledged: Acknowledged[] = []
      const memory: Memory = { revision: 1, ids: [], webhook: world.webhook }
      const file = await fileMaker(route, world)
      if (file) memory.file = file
      for (let i = sent; i < Math.min(count, sent + perWorld); i++) {
        if (i % 50 === 0) await turn()
        const asker = askerFor(route, world, dice)
        const draft = mutated(draftOf(route, asker, dice, memory), dice)
        const answered = await answerTo(draft, world)
        if (!answered) continue
        const { response, path } = answered
        byStatus.set(response.status, (byStatus.get(response.status) ?? 0) + 1)
        const found = await faultOf(draft.method, path, response)
        if (found) faults.push(`seed ${seed} request ${i}: ${found}\n  ${shown(draft)}`)
        if (response.ok) {
          const change = await changeOf(routeOf(draft.method, path), asker, response)
          if (change) acknowledged.push(change)
          if (change?.revision && asker === world.asker('unit', undefined, unit))
            memory.revision = change.revision
        }
        if (response.status === 204) asker.token = await renewed(world, asker, acknowledged)
      }
      faults.push(...(await storedFaults(world.db, before, acknowledged)))
      for (const line of world.lines)
        if (JSON.parse(line).error) faults.push(`the log tells of a fault: ${line}`)
    } finally {
      world.close()
    }
  }
  return { byStatus, faults }
}

/**
 * In one process nothing here waits for the network, so the event loop would not turn before the end, and what the
 * runtime lets go of only between turns (readers of bodies) would pile up as no server sees it.
 */
const turn = (): Promise<void> => new Promise(resume => setImmediate(resume))

/** A change that an answer promised, and to whom. */
export type Acknowledged = {
  readonly agency: string
  readonly unit: string | null
  readonly operation: string
  readonly revision?: number
  /** the answer is the same when it was so already, and then nothing is written */
  readonly perhaps: boolean
}

/** Their 200 says how things are, not whether this request made them so. */
const restating: ReadonlySet<string> = new Set(['changePeriod'])

/** They answer a question or do something outside, and no figure or right changes. */
const asking: ReadonlySet<string> = new Set(['checkText', 'tryWebhook'])

/** Undefined when no client could have sent it. */
async function answerTo(
  { method, path, query, headers, body }: Draft,
  { env }: World,
): Promise<{ response: Response; path: string } | undefined> {
  let request: Request
  try {
    const withBody = method === 'GET' || method === 'HEAD' || body === undefined ? {} : { body }
    const url = `http://localhost${path}${query === '' ? '' : `?${query}`}`
    request = new Request(url, { method, headers, ...withBody })
  } catch {
    return undefined
  }
  const response = await app.fetch(request, env)
  return { response, path: new URL(request.url).pathname }
}

async function faultOf(method: string, path: string, response: Response) {
  if (response.status >= 500) return `${response.status}: ${await response.clone().text()}`
  if (method === 'HEAD') return undefined
  return misfit(routeOf(method, path), response)
}

/** Created and changed things leave an entry; repeated ones and dry runs do not. */
async function changeOf(
  route: Route | undefined,
  { agency, unit: own }: Asker,
  response: Response,
): Promise<Acknowledged | undefined> {
  if (!route || route.method === 'GET' || route.operation.file || asking.has(route.operation.id))
    return undefined
  const { id, answers } = route.operation
  if (response.status === 200 && 201 in answers) return undefined
  const body: unknown = response.status === 204 ? {} : await response.clone().json()
  const revision =
    id === 'submit' && body !== null && typeof body === 'object' && 'revision' in body
      ? { revision: Number(body.revision) }
      : {}
  return { agency, unit: own, operation: id, perhaps: restating.has(id), ...revision }
}

async function renewed(world: World, asker: Asker, acknowledged: Acknowledged[]): Promise<string> {
  const { agency, unit: own, code } = asker
  acknowledged.push({ agency, unit: own, operation: 'signIn', perhaps: false })
  return world.signIn(code)
}

const shown = ({ method, path, query, headers, body }: Draft): string =>
  JSON.stringify({ method, path, query, headers, body: body?.slice(0, 400) }).slice(0, 1500)
