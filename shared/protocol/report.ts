/** The validation report: what the rule engine found, with who, when and of which content. */
import * as z from 'zod'
import type { Finding, Outcome } from '../rules/engine.ts'
import { digestSchema, instantSchema, isoDate, revisionNumber } from './figure.ts'

const severity = z.enum(['error', 'warning', 'info'])
const count = z.number().int().nonnegative()

export const findingSchema: z.ZodType<Finding> = z.strictObject({
  rule: z.string(),
  ruleVersion: z.number().int().positive(),
  severity,
  outcome: z.enum(['fail', 'accepted']),
  message: z.string(),
  at: z.strictObject({
    form: z.string(),
    row: z.string(),
    column: z.string().exactOptional(),
    place: z.string(),
    sheet: z.string().exactOptional(),
    cell: z.string().exactOptional(),
  }),
  /** places of the other operands */
  related: z.array(z.string()),
  expected: z.strictObject({ operator: z.string(), value: z.number() }).exactOptional(),
  actual: z.number().exactOptional(),
  difference: z.number().exactOptional(),
  fix: z.string(),
  /** the operand values, so that a reason dies when one of them changes */
  boundTo: z.string(),
  justification: z.string().exactOptional(),
  /** another finding is the cause; mending that one mends this */
  causedBy: z.string().exactOptional(),
})
export const findingsSchema: z.ZodType<readonly Finding[]> = z.array(findingSchema)

const aggregates: z.ZodType<Outcome['aggregates']> = z.array(
  z.strictObject({ rule: z.string(), checked: count, failed: count, na: count }),
)

export const validationReportSchema = z.strictObject({
  schema: z.literal('cchc-validation-report/1'),
  run: z.strictObject({
    time: instantSchema,
    ruleset: z.string(),
    trigger: z.enum(['check', 'submit']),
  }),
  subject: z.strictObject({
    agency: z.string(),
    unit: z.string(),
    period: z.string(),
    window: z.tuple([isoDate, isoDate]),
    revision: revisionNumber.nullable(),
    sha256: digestSchema,
  }),
  verdict: z.enum(['rejected', 'needs-reason', 'accepted', 'clean']),
  counts: z.strictObject({
    checks: count,
    pass: count,
    fail: count,
    na: count,
    accepted: count,
    error: count,
    warning: count,
    info: count,
  }),
  truncated: z.null(),
  results: findingsSchema,
  aggregates,
})
export type ValidationReport = z.infer<typeof validationReportSchema>
