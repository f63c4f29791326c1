/** What the office decides: about a unit's revision, and its own entries beside the units' figures. */
import * as z from 'zod'
import { instantSchema, revisionNumber, wireCellSchema, wordsSchema } from './figure.ts'

/** Body of POST …/review. Sending back needs a note: the unit must know what to do. */
export const reviewSchema = z.strictObject({
  revision: revisionNumber.max(1_000_000),
  decision: z.enum(['accept', 'return']),
  note: wordsSchema.trim().max(2000).default(''),
  /** places the unit is to look at again, as `shared/place.ts` writes them; only when sending back */
  questioned: z.array(z.string().min(1).max(300)).max(50).default([]),
})

/** As the pane sends it. */
export type ReviewDecision = z.input<typeof reviewSchema>

/** Body of PUT …/adjustments/:id. Without value it withdraws what stands for the place. */
export const adjustmentSchema = z.strictObject({
  /** as `shared/place.ts` writes it */
  place: z.string().min(1).max(300),
  value: wireCellSchema.nullable(),
  reason: wordsSchema.trim().min(1).max(2000),
})
export type NewAdjustment = z.input<typeof adjustmentSchema>

/** The office's decision about a revision. */
export const reviewedSchema = z.strictObject({
  revision: revisionNumber,
  decision: z.enum(['accept', 'return']),
  note: z.string(),
  /** places the unit is to look at again; empty when the office named none */
  questioned: z.array(z.string()),
  by: z.string(),
  at: instantSchema,
})
export type Review = z.infer<typeof reviewedSchema>

/** Where a unit stands in a period; that the period is locked stands beside it. */
export const unitStates = ['not-started', 'submitted', 'accepted', 'returned'] as const
export type UnitState = (typeof unitStates)[number]

export const standingShape = {
  state: z.enum(unitStates),
  /** the newest one */
  revision: revisionNumber.nullable(),
  /** the one whose figures are in the totals */
  counted: revisionNumber.nullable(),
  /** a newer revision came in after the office had accepted one */
  changedSinceAccepted: z.boolean(),
  /** about the newest revision */
  review: reviewedSchema.nullable(),
}
export const unitStandingSchema = z.strictObject(standingShape)
export type UnitStanding = z.infer<typeof unitStandingSchema>

/** An entry of the office beside the units' figures. */
export const adjustmentEntrySchema = z.strictObject({
  id: z.guid(),
  number: revisionNumber,
  at: z.string(),
  name: z.string(),
  value: wireCellSchema.nullable(),
  basis: wireCellSchema.nullable(),
  reason: z.string(),
  by: z.string(),
  time: instantSchema,
  /** "stands", "lapsed" since the figure it was made upon changed, "replaced" by a later entry for the place, "withdrawn" */
  state: z.enum(['stands', 'lapsed', 'replaced', 'withdrawn']),
})
export type Adjustment = z.infer<typeof adjustmentEntrySchema>
