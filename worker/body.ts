/**
 * Reads what a request sends. Text becomes JSON here and nowhere else; what does not fit its schema is refused with a
 * pointer to each place, and what was sent is never echoed.
 */
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type * as z from 'zod'
import type { App } from './env.ts'
import { say } from './messages.ts'
import { Problem } from './problem.ts'

/** The largest submission of the catalogue is about 20 KB; words take the rest. */
const largestBody = 256 * 1024

export const bodyLimited = bodyLimit({
  maxSize: largestBody,
  onError: () => {
    throw new Problem('too-large', say.tooLarge(largestBody / 1024))
  },
})

/** @throws Problem not-json, malformed */
export async function jsonOf(c: Context<App>): Promise<unknown> {
  const type = c.req.header('Content-Type') ?? ''
  if (!/^application\/json\s*(?:;|$)/iu.test(type)) throw new Problem('not-json', say.notJson())
  try {
    return await c.req.json()
  } catch {
    throw new Problem('malformed', say.notReadable())
  }
}

/** @throws Problem not-json, malformed with a pointer to every fault */
export async function bodyOf<T>(c: Context<App>, schema: z.ZodType<T>): Promise<T> {
  const result = schema.safeParse(await jsonOf(c))
  if (result.success) return result.data
  const errors = result.error.issues.map(issue => ({
    pointer: pointer(issue.path),
    detail: say.misshapen(issue.path, issue.code),
  }))
  throw new Problem('malformed', say.misshapenBody(errors.length), { errors })
}

/** RFC 6901 in fragment form, for a path into the body. */
export const pointer = (path: readonly PropertyKey[]): string =>
  `#${path.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`
