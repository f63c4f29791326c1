/** What happened to an agency's figures, one line each, without figures and without persons. */
import * as z from 'zod'
import { digestSchema, instantSchema, revisionNumber } from './figure.ts'

export const changeKinds = [
  'period-opened',
  'period-rescheduled',
  'locked',
  'reopened',
  'submitted',
  'accepted',
  'returned',
  'adjusted',
  'plan-changed',
  'rules-changed',
] as const
export const changeKindSchema = z.enum(changeKinds)
export type ChangeKind = z.infer<typeof changeKindSchema>

export const changeSchema = z.strictObject({
  /** place in the agency's audit chain; what to pass as `after` to go on behind it */
  seq: z.number().int().positive(),
  at: instantSchema,
  kind: changeKindSchema,
  period: z.string().nullable(),
  unit: z.string().nullable(),
  revision: revisionNumber.nullable(),
  /** submitted: of the figures; locked: of the consolidation that became final */
  digest: digestSchema.nullable(),
})
export type Change = z.infer<typeof changeSchema>

/** GET /changes?after=120&limit=100: clerk, dashboard. Oldest first; `after` absent or 0 begins with the first. */
export const changesAnswerSchema = z.strictObject({
  agency: z.string(),
  after: z.number().int().nonnegative(),
  changes: z.array(changeSchema),
  /** what to pass as `after` next: the last entry that was looked at, whether or not it was a change */
  next: z.number().int().nonnegative(),
  /** there are more entries behind `next` already */
  more: z.boolean(),
  /** place of the newest entry: whoever wants the latest changes only begins a little before it */
  head: z.number().int().nonnegative(),
})
export type ChangesAnswer = z.infer<typeof changesAnswerSchema>
