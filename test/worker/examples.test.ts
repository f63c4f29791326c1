/**
 * Examples of the description: every operation has them for what is sent, for every answer and for its refusals, and each
 * is one the worker's own schemas would take.
 */
import { describe, expect, test } from 'vitest'
import { openapi } from '../../worker/openapi/document.ts'
import { examples, parameters } from '../../worker/openapi/examples.ts'
import { routes } from '../../worker/openapi/operations.ts'
import { type SchemaName, schemas } from '../../worker/openapi/schemas.ts'

type Json = { [member: string]: Json | undefined }
const document = openapi() as Json
const membersOf = (of: Json | undefined): [string, Json][] =>
  Object.entries(of ?? {}).flatMap(([name, value]) => (value ? [[name, value]] : []))

/** Where an example is wanted, and what is there. */
const wanted = membersOf(document.paths).flatMap(([path, methods]) =>
  membersOf(methods).flatMap(([method, operation]) => {
    const at = `${method.toUpperCase()} ${path}`
    const contents = [
      ...membersOf(operation.requestBody?.content).map(one => [`${at} takes`, ...one] as const),
      ...membersOf(operation.responses).flatMap(([status, { content }]) =>
        membersOf(content).map(one => [`${at} answers ${status}`, ...one] as const),
      ),
    ]
    return contents.map(([where, type, content]) => ({ where: `${where} ${type}`, type, content }))
  }),
)
/** A file is no example one can read; the page says where it is downloaded. */
const isFile = (type: string): boolean => type.includes('officedocument')
/** What no example of ours can say better: the id of the request that failed, and this description itself. */
const saysEnough = (where: string): boolean =>
  where.includes('answers 500') || where.startsWith('GET /api/openapi.json answers 200')

describe('every operation', () => {
  test('has an example of what it takes, of every answer and of every refusal', () => {
    const lacking = wanted.filter(
      ({ where, type, content }) =>
        !isFile(type) &&
        !saysEnough(where) &&
        content.example === undefined &&
        membersOf(content.examples).length === 0,
    )
    expect(lacking.map(({ where }) => where)).toEqual([])
  })

  test('has an example for every parameter', () => {
    const lacking = membersOf(document.paths).flatMap(([path, methods]) =>
      membersOf(methods).flatMap(([method, { parameters: asked }]) =>
        membersOf(asked)
          .filter(([, parameter]) => parameter.example === undefined)
          .map(([, parameter]) => `${method} ${path}: ${parameter.name}`),
      ),
    )
    expect(lacking).toEqual([])
  })

  test('is shown examples that are there', () => {
    const shared = Object.keys(document.components?.examples ?? {})
    const referred = [...JSON.stringify(document).matchAll(/#\/components\/examples\/([^"]+)/gu)]
    expect([...new Set(referred.map(([, name]) => name))].sort()).toEqual(shared.sort())
  })
})

describe('every example', () => {
  const named = Object.entries(examples) as [SchemaName, (typeof examples)[SchemaName]][]

  test.each(named)('of %s is one the worker takes or gives', (name, shown = {}) => {
    for (const [key, { value }] of Object.entries(shown)) {
      const { error } = schemas[name][0].safeParse(value)
      expect([key, error?.message]).toEqual([key, undefined])
    }
  })

  test('says in Vietnamese what it shows', () => {
    const mute = named.flatMap(([name, shown = {}]) =>
      Object.entries(shown)
        .filter(([, { summary }]) => !/[^\x20-\x7e]/u.test(summary))
        .map(([key]) => `${name}.${key}`),
    )
    expect(mute).toEqual([])
  })

  test('of a path fits the pattern beside it', () => {
    const inPaths = new Set(routes.flatMap(({ path }) => path.match(/(?<=:)\w+/gu) ?? []))
    for (const name of inPaths) {
      const { schema, example = '' } = parameters[name] ?? {}
      expect([name, example]).toEqual([name, expect.stringMatching(String(schema?.pattern ?? '.'))])
    }
  })
})
