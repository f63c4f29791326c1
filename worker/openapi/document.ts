/** The description of the protocol, made from the table of operations and the schemas the worker itself uses. */
import * as z from 'zod'
import { roleNames } from '../messages.ts'
import { problems, type Slug } from '../problem.ts'
import { actions } from '../roles.ts'
import { examples, parameters } from './examples.ts'
import { type Answer, queries, tags } from './operation.ts'
import { type Route, refusalsOf, routes } from './operations.ts'
import { type SchemaName, schemas, sent } from './schemas.ts'

type Json = Record<string, unknown>

const title = 'Biểu mẫu CCHC'
const about =
  'Các đơn vị của một Sở nộp số liệu cải cách hành chính, Văn phòng tổng hợp, hệ thống của tỉnh đọc kết quả. Đăng nhập ở POST /api/v1/sessions, rồi gửi kèm “Authorization: Bearer <mã phiên>”. Mọi lần từ chối là application/problem+json với câu giải thích bằng tiếng Việt.'

/** OpenAPI 3.1 as JSON-ready objects. */
export function openapi(): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/gu, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title,
      version: '1.0.0',
      description: about,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'Máy chủ đang trả lời' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: { ...schemasOf(true), ...schemasOf(false) },
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'Mã phiên nhận khi đăng nhập' },
      },
    },
  }
}

function operationOf(route: Route): Json {
  const { id, tag, action, does, query = [], body, file, fileIs, answers } = route.operation
  const asked = action ? (['agency', ...query] as const) : query
  const inPath = [...route.path.matchAll(/:(\w+)/gu)].map(([, name = '']) => name)
  return {
    operationId: id,
    tags: [tag],
    summary: does,
    description: action
      ? `Dành cho: ${actions[action].map(role => roleNames[role]).join(', ')}.`
      : 'Không cần đăng nhập.',
    security: action ? [{ session: [] }] : [],
    ...(inPath.length + asked.length > 0
      ? {
          parameters: [
            ...inPath.map(name => ({ in: 'path', name, required: true, ...parameters[name] })),
            ...asked.map(name => ({
              in: 'query',
              name,
              description: queries[name],
              schema: { type: 'string' },
            })),
          ],
        }
      : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: reference(body),
                ...(examples[body] ? { examples: examples[body] } : {}),
              },
            },
          },
        }
      : {}),
    ...(file ? { requestBody: fileSent(file, route.path, fileIs ?? 'workbook') } : {}),
    responses: Object.fromEntries([
      ...Object.entries(answers).map(([status, answer]) => [status, answerOf(answer)]),
      ...(Object.values(answers).some(({ tagged }) => tagged)
        ? [['304', { description: 'Không đổi so với ETag đã gửi trong If-None-Match' }]]
        : []),
      ...refusalsByStatus(refusalsOf(route)),
    ]),
  }
}

/** Media types of answers that have no schema of ours. */
const documents = {
  workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  document: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  description: 'application/json',
} as const

/** Where the same address gives a file to GET, that file is the example. */
const fileSent = (description: string, path: string, of: 'workbook' | 'document'): Json => ({
  description,
  required: true,
  content: {
    [documents[of]]: {
      schema: {},
      ...(routes.some(one => one.method === 'GET' && one.path === path)
        ? {
            examples: {
              downloaded: {
                summary: 'Tệp tải về, chưa điền',
                externalValue: path.replace(
                  /:(\w+)/gu,
                  (_, name: string) => parameters[name]?.example ?? name,
                ),
              },
            },
          }
        : {}),
    },
  },
})

const isDocument = (of: SchemaName | keyof typeof documents): of is keyof typeof documents =>
  Object.hasOwn(documents, of)

function answerOf({ of, says, tagged }: Answer): Json {
  const content =
    of === null
      ? {}
      : isDocument(of)
        ? {
            content: {
              [documents[of]]: { schema: of === 'description' ? { type: 'object' } : {} },
            },
          }
        : {
            content: {
              'application/json': {
                schema: reference(of),
                ...(examples[of] ? { examples: examples[of] } : {}),
              },
            },
          }
  return {
    description: says,
    ...(tagged ? { headers: { ETag: { schema: { type: 'string' } } } } : {}),
    ...content,
  }
}

function refusalsByStatus(slugs: ReadonlySet<Slug>): [string, Json][] {
  const all = [...slugs].map(slug => ({ slug, ...problems[slug] }))
  return [...new Set(all.map(({ status }) => status))].map(status => [
    String(status),
    {
      description: all
        .filter(one => one.status === status)
        .map(({ slug, title }) => `${slug}: ${title}`)
        .join('; '),
      content: { 'application/problem+json': { schema: reference('Problem') } },
    },
  ])
}

const reference = (name: SchemaName): Json => ({ $ref: `#/components/schemas/${name}` })

/** Names of an object that is `SchemaName → …` are schema names. */
const names = Object.keys(schemas) as SchemaName[]

/** A message that is sent may leave out what has a default; one that is answered never does. */
function schemasOf(isSent: boolean): Json {
  const registry = z.registry<{ id: string; description: string }>()
  for (const name of names) {
    const [schema, description] = schemas[name]
    registry.add(schema, { id: name, description })
  }
  const made = z.toJSONSchema(registry, {
    target: 'draft-2020-12',
    io: isSent ? 'input' : 'output',
    uri: name => `#/components/schemas/${name}`,
    override: ({ jsonSchema }) => {
      // the format says it; zod's pattern beside it is half a page
      if (jsonSchema.format) delete jsonSchema.pattern
    },
  })
  return Object.fromEntries(
    names
      .filter(name => sent.has(name) === isSent)
      .map(name => {
        const { $schema: _, $id: __, id: ___, ...schema } = made.schemas[name] ?? {}
        return [name, { description: schemas[name][1], ...schema }]
      }),
  )
}
