/** What the office reads before it decides about a unit's newest revision. */
import * as z from 'zod'
import { agencySchema } from '../agency.ts'
import { contentSchema } from './figure.ts'
import { periodSummarySchema } from './period.ts'
import { validationReportSchema } from './report.ts'
import { unitStandingSchema } from './review.ts'
import { currentSubmissionSchema } from './submission.ts'

/** GET …/review */
export const reviewSheetSchema = z.strictObject({
  agency: agencySchema,
  unit: z.string(),
  period: periodSummarySchema,
  catalogue: z.string(),
  /** forms the unit fills, in the order of the annex */
  forms: z.array(z.string()),
  /** the newest revision */
  current: currentSubmissionSchema,
  /** what the check said when it came in, with the unit's reasons */
  report: validationReportSchema,
  /** the unit's figures of the period before */
  previous: contentSchema.nullable(),
  standing: unitStandingSchema,
})
export type ReviewSheet = z.infer<typeof reviewSheetSchema>
