/** What the description names once and refers to: schemas and examples. */
import * as z from 'zod'
import { problems } from '../problem.ts'
import { formatExamples } from './examples/formats.ts'
import { refusedBy } from './examples/refusals.ts'
import { examples } from './examples.ts'
import { refusalsOf, routes } from './operations.ts'
import { isSent, type SchemaName, schemas } from './schemas.ts'

export type Json = Record<string, unknown>

/** Every example once, however many operations show it. */
export function examplesOfAll(): Json {
  const messages = names.flatMap(name =>
    Object.entries(examples[name] ?? {}).map(([key, one]) => [`${name}.${key}`, one]),
  )
  const refusals = routes.flatMap(route =>
    [...refusalsOf(route)].flatMap(slug => {
      const refused = refusedBy(route, slug)
      if (!refused) return []
      const { status, title } = problems[slug]
      const value = { type: slug, title, status, detail: refused.detail, instance: requestId }
      return [[refused.name, { summary: title, value }]]
    }),
  )
  return { ...Object.fromEntries([...messages, ...refusals]), ...formatExamples }
}

/** The examples of a message by their places among all. */
export const shownFor = (name: SchemaName): Json =>
  examples[name]
    ? {
        examples: Object.fromEntries(
          Object.keys(examples[name]).map(key => [
            key,
            { $ref: `#/components/examples/${name}.${key}` },
          ]),
        ),
      }
    : {}

const requestId = 'urn:uuid:8c0d6a52-3f1e-4b7a-9d24-7e5f0b1c2a33'

export const reference = (name: SchemaName): Json => ({ $ref: `#/components/schemas/${name}` })

/** Names of an object that is `SchemaName → …` are schema names. */
const names = Object.keys(schemas) as SchemaName[]

export const schemasOfAll = (): Json => ({ ...describedFor('input'), ...describedFor('output') })

/** A message that is sent may leave out what has a default; one that is answered never does. */
function describedFor(io: 'input' | 'output'): Json {
  const registry = z.registry<{ id: string; description: string }>()
  for (const name of names) {
    const [schema, description] = schemas[name]
    registry.add(schema, { id: name, description })
  }
  const made = z.toJSONSchema(registry, {
    target: 'draft-2020-12',
    io,
    uri: name => `#/components/schemas/${name}`,
    override: ({ jsonSchema }) => {
      // no format of JSON Schema: strict validators refuse it, and the pattern says it
      if (jsonSchema.format === 'includes') delete jsonSchema.format
      // the format says it; zod's pattern beside it is half a page
      if (jsonSchema.format) delete jsonSchema.pattern
    },
  })
  return Object.fromEntries(
    names
      .filter(name => isSent(name) === (io === 'input'))
      .map(name => {
        const { $schema: _, $id: __, id: ___, ...schema } = made.schemas[name] ?? {}
        return [name, { description: schemas[name][1], ...schema }]
      }),
  )
}
