/**
 * Whether an answer is one that the description promises: its status, its media type, its content without any member
 * more, and of a refusal a known slug with a Vietnamese sentence. Every request of the tests passes here.
 */
import type { ProblemDocument } from '../../shared/protocol.ts'
import { formats } from '../../worker/formats/format.ts'
import { type Route, refusalsOf, routes } from '../../worker/openapi/operations.ts'
import { schemas } from '../../worker/openapi/schemas.ts'
import { problems, type Slug } from '../../worker/problem.ts'

const shapes = routes.map(route => ({
  route,
  shape: new RegExp(`^${route.path.replaceAll('.', '\\.').replace(/:\w+/gu, '[^/]+')}$`, 'u'),
}))

/** The row of the table a request falls under, if any. */
export const routeOf = (method: string, path: string): Route | undefined =>
  shapes.find(({ route, shape }) => route.method === method && shape.test(path.split('?')[0] ?? ''))
    ?.route

/** Words of the language; a sentence without one is in another. */
const vietnamese = /[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/iu

/** @throws Error saying what the answer has that the description does not */
export async function conforming(
  method: string,
  path: string,
  response: Response,
): Promise<Response> {
  // a browser asking before it asks (worker/cors.ts) is no route's business
  if (method === 'OPTIONS' && response.status === 204) return response
  const fault = await misfit(routeOf(method, path), response)
  if (fault) throw new Error(`${method} ${path} → ${response.status}: ${fault}`)
  return response
}

export async function misfit(
  route: Route | undefined,
  response: Response,
): Promise<string | undefined> {
  const type = response.headers.get('Content-Type') ?? ''
  if (response.status >= 400) {
    if (!type.startsWith('application/problem+json')) return `a refusal as ${type}`
    return refusalFault(route, response.status, await response.clone().json())
  }
  if (!route) return 'no such route, and yet an answer'
  const { answers } = route.operation
  if (response.status === 304)
    return Object.values(answers).some(({ tagged }) => tagged) ? undefined : 'nothing is tagged'
  const promised = answers[response.status]
  if (!promised) return 'the description has no such status'
  if (promised.tagged && !response.headers.get('ETag') && !isPersonal(response)) return 'no ETag'
  if (promised.of === null || promised.of === 'workbook' || promised.of === 'document')
    return undefined
  if (promised.formats && type.startsWith(formats.csv.type)) return undefined
  const isCube = promised.formats && type.startsWith(formats['json-stat'].type)
  if (!isCube && !type.startsWith('application/json')) return `an answer as ${type}`
  if (promised.of === 'description') return undefined
  const [schema] = schemas[isCube ? 'JsonStat' : promised.of]
  const result = schema.safeParse(await response.clone().json())
  return result.error && `not a ${promised.of}: ${result.error.message}`
}

/** What is made for one asker, such as the changes since an earlier pull, has no tag. */
const isPersonal = ({ headers }: Response) => headers.get('Cache-Control') === 'no-store'

function refusalFault(route: Route | undefined, status: number, body: unknown): string | undefined {
  const result = schemas.Problem[0].safeParse(body)
  if (!result.success) return `not a Problem: ${result.error.message}`
  const { type, title, detail = '', errors = [] }: ProblemDocument = result.data
  const slug = type as Slug
  if (problems[slug].status !== status) return `${slug} is not a ${status}`
  const known = route ? refusalsOf(route) : unrouted
  if (!known.has(slug)) return `the description does not say ${slug}`
  const mute = [title, detail, ...errors.map(error => error.detail)].find(
    text => !vietnamese.test(text),
  )
  return mute === undefined ? undefined : `not a sentence: "${mute}"`
}

/** What an address or a method that is not there may say. */
const unrouted: ReadonlySet<Slug> = new Set<Slug>([
  'not-found',
  'method-not-allowed',
  'sign-in-needed',
  'not-yours',
  'slow-down',
  'too-large',
])
