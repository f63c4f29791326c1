/** What differs between two revisions of a unit, or between two pulls of the agency's figures. */
import * as z from 'zod'
import { digestSchema, instantSchema, revisionNumber, wireFigureSchema } from './figure.ts'
import { submissionSummarySchema } from './submission.ts'

const side = z.union([wireFigureSchema, z.string()]).nullable()

/** A figure or text that differs between two revisions, or that follows from such figures. */
export const differenceSchema = z.strictObject({
  /** as `shared/place.ts` writes it */
  at: z.string(),
  /** form, code and name of the row in Vietnamese */
  name: z.string(),
  old: side,
  new: side,
})
export type WireDifference = z.infer<typeof differenceSchema>

/** GET …/differences?from=&to= */
export const revisionDifferencesSchema = z.strictObject({
  from: submissionSummarySchema,
  to: submissionSummarySchema,
  /** with the reason the unit gave at the place in the newer revision */
  figures: z.array(differenceSchema.extend({ reason: z.string().nullable() })),
  /** sums and ratios that moved as a result */
  moved: z.array(differenceSchema),
})
export type RevisionDifferences = z.infer<typeof revisionDifferencesSchema>

export const consolidationState = z.enum(['provisional', 'final'])

/** What happened between an earlier pull of a consolidation and this one. */
export const changesSinceSchema = z.strictObject({
  since: digestSchema,
  /** UTC instant the earlier one was handed out */
  takenAt: instantSchema,
  state: z.strictObject({ old: consolidationState, new: consolidationState }).nullable(),
  figures: z.array(
    differenceSchema.extend({
      /** null: the office's adjustment */
      unit: z.string().nullable(),
      unitName: z.string(),
      /** revisions whose figures counted then and now */
      revisions: z.strictObject({ old: revisionNumber.nullable(), new: revisionNumber.nullable() }),
      who: z.string(),
      when: instantSchema,
      why: z.string().nullable(),
    }),
  ),
  /** sums and ratios of the agency that moved as a result */
  moved: z.array(differenceSchema),
})
export type ChangesSince = z.infer<typeof changesSinceSchema>
