/** What the code printed on an annex or a report belongs to (GET /check/:code). No figures: whoever holds the paper has them. */
import * as z from 'zod'
import { consolidationState } from './difference.ts'
import { instantSchema } from './figure.ts'

export const checkedCodeSchema = z.strictObject({
  /** as printed, "K7M2Q-9XB4T" */
  code: z.string(),
  /** its name, as it was then */
  agency: z.string(),
  period: z.string(),
  /** of the figures under this code; a period that was locked and opened again has codes of both */
  state: consolidationState,
  /** of the newest thing it is made of, and of the first time it was handed out */
  asOf: instantSchema,
  takenAt: instantSchema,
  /** which revision of each unit counts in it */
  units: z.array(
    z.strictObject({ unit: z.string(), name: z.string(), revision: z.number().int().nullable() }),
  ),
  /** whether the period still stands as it did under this code */
  current: z.boolean(),
  /** of the newest figures handed out; null when these are current, or when no newer ones were handed out yet */
  newerCode: z.string().nullable(),
})
export type CheckedCode = z.infer<typeof checkedCodeSchema>
