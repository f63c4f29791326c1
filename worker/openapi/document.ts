/** The description of the protocol, made from the table of operations and the schemas the worker itself uses. */
import { roleNames } from '../messages.ts'
import { problems, type Slug } from '../problem.ts'
import { actions } from '../roles.ts'
import { examplesOfAll, type Json, reference, schemasOfAll, shownFor } from './components.ts'
import { formatContent } from './examples/formats.ts'
import { askedBy, queryExamples } from './examples/queries.ts'
import { refusedBy } from './examples/refusals.ts'
import { parameters } from './examples.ts'
import { type Answer, type Query, queries, queriesOf, tags } from './operation.ts'
import { type Route, refusalsOf, routes } from './operations.ts'
import type { SchemaName } from './schemas.ts'
import { webhooksOf } from './webhooks.ts'

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
    externalDocs: { url: '/docs.html', description: 'Trang hướng dẫn, đọc được khi không có mạng' },
    servers: [{ url: '/', description: 'Máy chủ đang trả lời' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    webhooks: webhooksOf({ schema: reference('WebhookPayload'), ...shownFor('WebhookPayload') }),
    components: {
      schemas: schemasOfAll(),
      examples: examplesOfAll(),
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'Mã phiên nhận khi đăng nhập' },
      },
    },
  }
}

function operationOf(route: Route): Json {
  const { id, tag, action, does, body, file, fileIs, answers } = route.operation
  const asked = queriesOf(route.operation)
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
            ...asked.map(name => queried(id, name)),
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
                ...shownFor(body),
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
      ...refusalsByStatus(route),
    ]),
  }
}

/** A query as this operation means it. */
function queried(operation: string, name: Query): Json {
  const { says, example, needed } = askedBy[operation]?.[name] ?? {}
  return {
    ...{ in: 'query', name, description: says ?? queries[name] },
    ...(needed ? { required: true } : {}),
    ...{ schema: { type: 'string' }, example: example ?? queryExamples[name] },
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
                // no `externalValue`: generators fetch it, and without a session there is nothing
                value: `GET ${path.replace(/:(\w+)/gu, (_, name: string) => parameters[name]?.example ?? name)}`,
              },
            },
          }
        : {}),
    },
  },
})

const isDocument = (of: SchemaName | keyof typeof documents): of is keyof typeof documents =>
  Object.hasOwn(documents, of)

function answerOf({ of, says, tagged, formats }: Answer): Json {
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
                ...shownFor(of),
              },
              ...(formats ? formatContent : {}),
            },
          }
  return {
    description: says,
    ...(tagged ? { headers: { ETag: { schema: { type: 'string' } } } } : {}),
    ...content,
  }
}

function refusalsByStatus(route: Route): [string, Json][] {
  const all = [...refusalsOf(route)].map(slug => ({ slug, ...problems[slug] }))
  const named = (slug: Slug): [string, Json][] => {
    const name = refusedBy(route, slug)?.name
    return name ? [[slug, { $ref: `#/components/examples/${name}` }]] : []
  }
  return [...new Set(all.map(({ status }) => status))].map(status => [
    String(status),
    {
      description: all
        .filter(one => one.status === status)
        .map(({ slug, title }) => `${slug}: ${title}`)
        .join('; '),
      content: {
        'application/problem+json': {
          schema: reference('Problem'),
          examples: Object.fromEntries(
            all.flatMap(one => (one.status === status ? named(one.slug) : [])),
          ),
        },
      },
    },
  ])
}
