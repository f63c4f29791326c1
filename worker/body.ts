/**
 * Reads what a request sends. Text becomes JSON here and nowhere else; what does not fit its schema is refused with a
 * pointer to each place, and what was sent is never echoed.
 */
import type { Context, MiddlewareHandler } from 'hono'
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

/** Reads what a refusal left unread: a proxy that is still sending would report a broken connection instead. */
export const drained: MiddlewareHandler<App> = async function drained(c, next) {
  await next()
  const { body, bodyUsed } = c.req.raw
  if (!body || bodyUsed) return
  const reader = body.getReader()
  for (let left = 4 * largestBody; left > 0; ) {
    const { done, value } = await reader.read()
    if (done) return
    left -= value.byteLength
  }
  await reader.cancel()
}

/** @throws Problem not-json, malformed */
export async function jsonOf(c: Context<App>): Promise<unknown> {
  const type = c.req.header('Content-Type') ?? ''
  if (!/^application\/json\s*(?:;|$)/iu.test(type)) throw new Problem('not-json', say.notJson())
  const text = await c.req.text()
  let reserved = false
  try {
    const json: unknown = JSON.parse(text, (key, value) => {
      // such a name would be dropped without a word by whatever copies the object
      if (key === '__proto__') reserved = true
      return value
    })
    if (!reserved) return json
  } catch {
    throw new Problem('malformed', say.notReadable())
  }
  throw new Problem('malformed', say.reservedName())
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
