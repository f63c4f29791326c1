/** The chain of what happened, as the office reads it. */
import * as z from 'zod'
import { digestSchema, instantSchema } from './figure.ts'

const seq = z.number().int().positive()

/** GET /audit, newest first */
export const auditAnswerSchema = z.strictObject({
  head: z.strictObject({ seq, hash: digestSchema }).nullable(),
  entries: z.array(
    z.strictObject({
      seq,
      at: instantSchema,
      actor: z.string(),
      name: z.string(),
      action: z.string(),
      detail: z.record(z.string(), z.unknown()),
      /** empty at the beginning of the chain */
      prev: z.union([digestSchema, z.literal('')]),
      hash: digestSchema,
    }),
  ),
  /** pass as `before` for older ones; null at the beginning */
  next: seq.nullable(),
})
export type AuditAnswer = z.infer<typeof auditAnswerSchema>
