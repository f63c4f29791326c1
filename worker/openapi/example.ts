/** The words of the tables of examples. */
import type { SchemaName } from './schemas.ts'

export type Example = { readonly summary: string; readonly value: unknown }
export type Examples = Readonly<Record<string, Example>>
/** By the message they are examples of. */
export type ExamplesOf = Partial<Record<SchemaName, Examples>>
