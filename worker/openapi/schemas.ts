/** The messages of the protocol by the names they have in the description, each with a sentence for who reads it there. */
import { answeredSchemas } from './schemas/answered.ts'
import { sentSchemas } from './schemas/sent.ts'

export const schemas = { ...sentSchemas, ...answeredSchemas } as const

export type SchemaName = keyof typeof schemas

export const isSent = (name: SchemaName): boolean => Object.hasOwn(sentSchemas, name)
