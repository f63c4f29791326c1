/**
 * Whether the address asks only for what its route knows, by the table of operations: `?unit=qltm` for `units=` would be
 * answered with other figures than were meant, and nobody would see it. Of what other systems read; the pane's own routes
 * are asked by the pane alone.
 */
import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { App } from './env.ts'
import { say } from './messages.ts'
import { nearest } from './nearest.ts'
import { queriesOf } from './openapi/operation.ts'
import { isRead, routes } from './openapi/operations.ts'
import { Problem } from './problem.ts'

/** By the path as the router writes it. */
const known: ReadonlyMap<string, readonly string[]> = new Map(
  routes
    .filter(isRead)
    .map(({ path, operation }): [string, readonly string[]] => [path, queriesOf(operation)]),
)

/** @throws Problem malformed naming the part of the address, the nearest and all there are */
export const queriesKnown: MiddlewareHandler<App> = async function queriesKnown(c, next) {
  const address = c.req.url
  if (address.includes('?') && (c.req.method === 'GET' || c.req.method === 'HEAD')) {
    // a path is there once for each of its handlers
    const names = [...new Set(matchedRoutes(c).flatMap(({ path }) => known.get(path) ?? []))]
    const stranger = Object.keys(c.req.query()).find(name => !names.includes(name))
    if (names.length > 0 && stranger !== undefined)
      throw new Problem('malformed', say.unknownQuery(stranger, nearest(stranger, names), names))
    const [twice] = Object.entries(c.req.queries()).filter(([, values]) => values.length > 1)
    // the first would be answered and the others left out unsaid
    if (names.length > 0 && twice)
      throw new Problem('malformed', say.queryTwice(twice[0], twice[1].length))
  }
  await next()
}
