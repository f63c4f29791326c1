/** What every refusal looks like: RFC 9457, with pointers (RFC 6901) into the request body. */
import * as z from 'zod'
import { instantSchema, revisionNumber } from './figure.ts'
import { validationReportSchema } from './report.ts'
import { agencyNameSchema } from './session.ts'

/** One thing that is wrong, where and in words. */
export const faultSchema = z.strictObject({ pointer: z.string(), detail: z.string() })

export const problemSchema = z.strictObject({
  /** the slug itself, a relative reference (RFC 9457 §3.1.1) */
  type: z.string(),
  title: z.string(),
  status: z.number().int().min(400).max(599),
  detail: z.string().optional(),
  instance: z.string().optional(),
  errors: z.array(faultSchema).optional(),
  /** findings: what the rules objected to */
  report: validationReportSchema.optional(),
  /** catalogue-outdated: the one of the period */
  catalogue: z.string().optional(),
  /** revision-stale: the revision that was edited, and the one that is there */
  basedOn: revisionNumber.nullish(),
  current: z
    .strictObject({
      revision: revisionNumber,
      receivedAt: instantSchema,
      preparedBy: z.string(),
    })
    .nullish(),
  /** agency-needed: those the session may read */
  agencies: z.array(agencyNameSchema).optional(),
})
export type ProblemDocument = z.infer<typeof problemSchema>
