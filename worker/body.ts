/**
 * Reads what a request sends. Text becomes JSON here and nowhere else; what does not fit its schema is refused with a
 * pointer to each place, and what was sent is never echoed.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type * as z from 'zod'
import type { App } from './env.ts'
import { faultOf } from './json-text.ts'
import { say } from './messages.ts'
import { Problem } from './problem.ts'
import { uploadWords } from './upload/words.ts'

/** The largest submission of the catalogue is about 20 KB; words take the rest. */
export const largestBody = 256 * 1024
/** A filled workbook is about 0.1 MB; pictures and other people's sheets take the rest. */
const largestFile = 5 * 1024 * 1024

/** Only what is sent to the address of a workbook or of a document is one. */
const isFile = ({ req }: Context<App>): boolean =>
  req.method === 'POST' && /(?:\.xlsx|\.docx|\/workbook)$/u.test(req.path)
const largestOf = (c: Context<App>): number => (isFile(c) ? largestFile : largestBody)

const tooLarge = (c: Context<App>): never => {
  throw new Problem(
    'too-large',
    isFile(c) ? uploadWords.tooLarge(largestFile / 1024 / 1024) : say.tooLarge(largestBody / 1024),
  )
}
const counted = {
  body: bodyLimit({ maxSize: largestBody, onError: tooLarge }),
  file: bodyLimit({ maxSize: largestFile, onError: tooLarge }),
}

const hasNoBody = ({ req }: Context<App>): boolean => req.method === 'GET' || req.method === 'HEAD'

/** A length that was said beforehand is enough; to count bytes, Node would first have to make a stream of them. */
export const bodyLimited: MiddlewareHandler<App> = function bodyLimited(c, next) {
  if (hasNoBody(c)) return next()
  const length = c.req.header('Content-Length')
  if (length === undefined || c.req.header('Transfer-Encoding') !== undefined)
    return (isFile(c) ? counted.file : counted.body)(c, next)
  return Number(length) > largestOf(c) ? tooLarge(c) : next()
}

/** Reads what a refusal left unread: a proxy that is still sending would report a broken connection instead. */
export const drained: MiddlewareHandler<App> = async function drained(c, next) {
  await next()
  const { raw } = c.req
  if (hasNoBody(c) || raw.bodyUsed || !raw.body) return
  const reader = raw.body.getReader()
  for (let left = 4 * largestOf(c); left > 0; ) {
    const { done, value } = await reader.read()
    if (done) return
    left -= value.byteLength
  }
  await reader.cancel()
}

/** Broken bytes are refused, never replaced: a letter lost on the way would be stored as another. */
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** @throws Problem not-json, malformed */
export async function jsonOf(c: Context<App>): Promise<unknown> {
  const type = c.req.header('Content-Type') ?? ''
  if (!/^application\/json\s*(?:;|$)/iu.test(type)) throw new Problem('not-json', say.notJson())
  const { text, json } = read(await c.req.arrayBuffer())
  const found = faultOf(text, json)
  if (!found) return json
  if (found.fault === 'too-deep') throw new Problem('malformed', say.tooDeep())
  const { fault, at } = found
  const detail = {
    reserved: say.reservedName,
    repeated: () => say.repeatedName(at),
    'half-character': () => say.halfCharacter(at),
  }[fault]()
  throw new Problem('malformed', detail, { errors: [{ pointer: pointer(at), detail }] })
}

function read(bytes: ArrayBuffer): { text: string; json: unknown } {
  try {
    const text = utf8.decode(bytes)
    return { text, json: JSON.parse(text) }
  } catch {
    throw new Problem('malformed', say.notReadable())
  }
}

/** @throws Problem not-json, malformed with a pointer to every fault */
export async function bodyOf<T>(c: Context<App>, schema: z.ZodType<T>): Promise<T> {
  const result = schema.safeParse(await jsonOf(c))
  if (result.success) return result.data
  const issues = named(result.error.issues)
  const errors = issues.slice(0, mostNamed).map(issue => ({
    pointer: pointer(issue.path),
    detail: misshapen(issue),
  }))
  throw new Problem('malformed', say.misshapenBody(issues.length), { errors })
}

/** Nobody reads more, and an answer should not be many times its question. */
export const mostNamed = 100

/** One issue per place: every name that is not of the protocol by itself, and of a choice the nearest shape. */
export function named(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue): z.core.$ZodIssue[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(key => ({ ...issue, keys: [key], path: [...issue.path, key] }))
    if (issue.code !== 'invalid_union') return [issue]
    const [nearest] = [...issue.errors].sort((a, b) => a.length - b.length)
    return nearest === undefined
      ? [issue]
      : named(nearest).map(one => ({ ...one, path: [...issue.path, ...one.path] }))
  })
}

/** What is wrong at one place, in a sentence. */
export function misshapen({ path, code }: z.core.$ZodIssue): string {
  const name = String(path.at(-1) ?? '')
  if (code === 'unrecognized_keys') return say.unknownField(name)
  if (name === 'basedOn' || name === 'revision') return say.notARevision(name)
  return say.misshapen(path, code)
}

/** RFC 6901 in fragment form, for a path into the body. */
export const pointer = (path: readonly PropertyKey[]): string =>
  `#${path.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`
