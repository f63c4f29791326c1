/**
 * Asks every reading route with odd queries, parts and headers: never a fault of the server, every refusal a problem in
 * Vietnamese that the description knows, every answer what the description promises.
 */
import { app } from '../../worker/index.ts'
import { askedBy, queryExamples } from '../../worker/openapi/examples/queries.ts'
import { parameters } from '../../worker/openapi/examples.ts'
import type { Query } from '../../worker/openapi/operation.ts'
import { type Route, routes } from '../../worker/openapi/operations.ts'
import { actions } from '../../worker/roles.ts'
import { misfit, routeOf } from '../worker/conformance.ts'
import { type Chance, chance } from './chance.ts'
import { oddHeaders, oddNames, oddParts } from './odd.ts'
import { inspectionRound, period, unit, type World } from './world.ts'

export const reading: readonly Route[] = routes.filter(({ method }) => method === 'GET')

/** Answered with a workbook or a document. */
export const isFile = ({ operation }: Route): boolean =>
  ['workbook', 'document'].includes(operation.answers[200]?.of ?? '')

const long = (one: string): string => one.repeat(Math.ceil(4000 / one.length))

/** What a query is said to be, as it stands in the address. */
const oddAnswers: readonly string[] = [
  ...['', '+', '*', ',', ',,,', "'--", '<x>', '.', '...'],
  ...'%00 % %E1 %F0%9F%98%80 %25 %2B %EF%BB%BF %E2%80%AE'.split(' '),
  ...'0 -1 1e3 0x10 00 1.5 NaN 999999 9999999 999999999999999'.split(' '),
  ...'2025-M04 2025-M01 2025-M13 2025-Q1 2025-6M 9999-Y 9999-M12 0000-Y 2000-M01 2025'.split(' '),
  ...'__proto__ constructor toString a.b.c.d KSTT-06a KSTT-06a. KSTT-06a..x'.split(' '),
  ...'KSTT-06a.__proto__.received_online KSTT-06a.received_online on_time_rate'.split(' '),
  ...'json csv CSV json-stat xlsx vi all sct-mot sct-hai sct-mot,sct-hai sct-mot,sct-mot'.split(
    ' ',
  ),
  ...['9', 'x', 'a,', 'qltm,', '%E1%BA%BF', '.', 'KSTT-06a.a.'].map(long),
]
const oddFields: readonly (readonly [string, string])[] = [
  ...oddHeaders,
  ['Accept', 'text/csv'],
  ['Accept', 'application/vnd.json-stat+json'],
  ['Accept', long('a/b;q=0.1,')],
  ['Accept', `a/b;q="${long('\\"')}`],
  ['If-None-Match', long('W/"x", ')],
  ['If-None-Match', long('"')],
  ['Origin', 'https://bang.example.gov.vn.'],
  ['Accept-Encoding', 'identity;q=0'],
]

/** Of this world, where the examples tell of another. */
const own: Readonly<Partial<Record<Query, string>>> = {
  ...{ agency: 'sct-mot', agencies: 'sct-mot', after: '1', limit: '2', since: 'x' },
}

function addressOf({ path, operation }: Route, dice: Chance): string {
  const parts: Readonly<Record<string, string>> = {
    period,
    unit,
    year: '2025',
    id: inspectionRound,
  }
  const filled = path.replace(/:(\w+)/gu, (_, name: string) =>
    dice.once(6) ? dice.pick(oddParts) : (parts[name] ?? parameters[name]?.example ?? 'x'),
  )
  const asked = askedBy[operation.id] ?? {}
  const query = (operation.query ?? []).flatMap((name: Query): string[] => {
    if (dice.once(asked[name]?.needed ? 20 : 2)) return []
    const usual = own[name] ?? asked[name]?.example ?? queryExamples[name]
    const value = dice.once(5) ? dice.pick(oddAnswers) : encodeURIComponent(usual)
    return dice.once(20) ? [`${name}=${value}`, `${name}=`] : [`${name}=${value}`]
  })
  if (dice.once(8)) query.push(`${encodeURIComponent(dice.pick(oddNames).toWellFormed())}=1`)
  return `${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

export type Reads = { readonly byStatus: Map<number, number>; readonly faults: string[] }

/** @param count requests to the route; the same seed makes the same ones */
export async function readsOf(
  world: World,
  route: Route,
  count: number,
  seed: number,
): Promise<Reads> {
  const dice = chance(seed)
  const byStatus = new Map<number, number>()
  const faults: string[] = []
  const roles = route.operation.action ? actions[route.operation.action] : ['unit' as const]
  for (let i = 0; i < count; i++) {
    const role = dice.pick(roles)
    const asker = dice.once(8)
      ? dice.pick(world.askers)
      : world.asker(role, undefined, role === 'unit' ? unit : null)
    const address = addressOf(route, dice)
    const headers: Record<string, string> = { Authorization: `Bearer ${asker.token}` }
    if (dice.once(3)) Object.assign(headers, Object.fromEntries([dice.pick(oddFields)]))
    let request: Request
    try {
      request = new Request(`http://localhost${address}`, { headers })
    } catch {
      // no client could have sent it
      continue
    }
    const response = await app.fetch(request, world.env)
    byStatus.set(response.status, (byStatus.get(response.status) ?? 0) + 1)
    const fault =
      response.status >= 500
        ? `${response.status}: ${await response.text()}`
        : await misfit(routeOf('GET', new URL(request.url).pathname), response)
    if (fault)
      faults.push(
        `seed ${seed} request ${i}: ${fault}\n  ${JSON.stringify({ address, headers }).slice(0, 700)}`,
      )
  }
  return { byStatus, faults }
}
