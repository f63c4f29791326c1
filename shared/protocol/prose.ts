/** A report's text held against its own figures and the consolidation. Nothing of it is stored. */
import * as z from 'zod'
import { wordsSchema } from './figure.ts'

/** POST /periods/:period/prose (clerk): JSON with the text, or the bytes of a .docx or .txt file. */
export const proseAskingSchema = z.strictObject({ text: wordsSchema.max(120_000) })

const offset = z.number().int().nonnegative()

export const proseFindingSchema = z.strictObject({
  rule: z.string(),
  /** `wrong`: cannot be true as written; `doubt`: a person has to look; `note`: nothing needs to change */
  verdict: z.enum(['wrong', 'doubt', 'note']),
  message: z.string(),
  /** "3.924 / 6.279 = 62,49 %, văn bản ghi 67,73 %"; empty where there is none */
  arithmetic: z.string(),
  /** sentences with the numbers meant, in the order of the text; both places of a contradiction */
  at: z.array(
    z.strictObject({
      /** line of the text, from 1 */
      line: z.number().int().positive(),
      sentence: z.string(),
      /** from and to in `sentence`, in UTF-16 units */
      marks: z.array(z.tuple([offset, offset])),
    }),
  ),
  /** place of the consolidation it was held against */
  figure: z.string().nullable(),
})
export type ProseFinding = z.infer<typeof proseFindingSchema>

export const proseAnswerSchema = z.strictObject({
  period: z.string(),
  /** the period the text names at its head; its figures are held against the consolidation only when it is this one or none */
  told: z.string().nullable(),
  lines: z.number().int().nonnegative(),
  /** numbers that were understood, so that silence about them says something */
  figures: z.number().int().nonnegative(),
  findings: z.array(proseFindingSchema),
})
export type ProseAnswer = z.infer<typeof proseAnswerSchema>
