/** What the code printed on an annex or a report belongs to (GET /check/:code). No figures: whoever holds the paper has them. */
import * as z from 'zod'
import { consolidationState } from './difference.ts'
import { instantSchema } from './figure.ts'

export const checkedCodeSchema = z.strictObject({
  /** as printed, "K7M2Q-9XB4T" */
  code: z.string(),
  agency: z.string(),
  period: z.string(),
  state: consolidationState,
  /** of the newest thing it is made of, and of the first time it was handed out */
  asOf: instantSchema,
  takenAt: instantSchema,
  /** which revision of each unit counts in it */
  units: z.array(
    z.strictObject({ unit: z.string(), name: z.string(), revision: z.number().int().nullable() }),
  ),
  /** false: figures have changed since, and this is the newest code; null when the newer figures were never handed out */
  current: z.boolean(),
  newerCode: z.string().nullable(),
})
export type CheckedCode = z.infer<typeof checkedCodeSchema>
