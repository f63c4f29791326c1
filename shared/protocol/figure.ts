/** Figures, words and dates as they travel, and the parts every other message is made of. */
import * as z from 'zod'
import type { WireContent } from '../content.ts'
import type { WireFigure } from '../figure.ts'

/**
 * Words of people. Characters that show nothing (Unicode Cc and Cf: NUL, zero width, direction marks, BOM) are left
 * out, because whoever pasted them cannot see them to remove them; tabs and line ends stay. In NFC, so that what is
 * stored has the length that was measured.
 */
export const wordsSchema = z
  .string()
  .overwrite(text => text.replace(/(?![\t\n\r])[\p{Cc}\p{Cf}]/gu, '').normalize('NFC'))

export const wireFigureSchema = z.union([
  z.number(),
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({ state: z.literal('not-applicable'), why: wordsSchema.trim().min(1).max(500) }),
])
/** A cell of a list may hold words. */
export const wireCellSchema = z.union([wireFigureSchema, wordsSchema.max(2000)])

/** A day in Vietnam. */
export const isoDate = z.iso.date()
/** UTC, with milliseconds. */
export const instantSchema = z.iso.datetime()
/** SHA-256 in lower-case hex. */
export const digestSchema = z.string().regex(/^[0-9a-f]{64}$/u)
export const revisionNumber = z.number().int().positive()

export const windowSchema = z.strictObject({ from: isoDate, to: isoDate })

/** Any names, each with its value. Not `z.record`: that one checks every name as well, at half the price of a submission. */
const byName = <T extends z.ZodType>(value: T) => z.object({}).catchall(value)

const content = {
  figures: byName(wireFigureSchema),
  tables: byName(byName(byName(wireCellSchema))),
  narrative: byName(wordsSchema.max(20_000)),
}
/** What a unit reports; a key that is absent is not reported. */
export const contentSchema = z.strictObject(content)

/** The compiler's proof that the wire and the subject mean the same: this fails to compile when they do not. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
type Proof<T extends true> = T
export type FigureProof = Proof<Same<z.infer<typeof wireFigureSchema>, WireFigure>>
export type ContentProof = Proof<Same<z.infer<typeof contentSchema>, WireContent>>
