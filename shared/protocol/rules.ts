/**
 * Rules over their life: draft, rehearsal, active, off; and what one would have said of what is stored.
 * Added to the first draft: `compares`, `change`, `unrehearsed` of GET /rules, `confirm` of a change, `judges`/`skipped` of a rehearsal.
 */
import * as z from 'zod'
import { ruleStatuses } from '../rules/statuses.ts'
import { instantSchema, isoDate, wordsSchema } from './figure.ts'

/** `draft`: written, judged by nobody; `rehearsal`: judged only when asked; `active`: judges; `off`: no longer */
export const ruleStatusSchema = z.enum(ruleStatuses)
export type RuleStatus = z.infer<typeof ruleStatusSchema>

/** An agency's own word on a rule of the catalogue; the newest of a rule holds. Dates are days of period windows' ends. */
export const ruleStandingSchema = z.strictObject({
  rule: z.string(),
  status: ruleStatusSchema,
  /** judged in periods whose window ends on a day from `from` to `until`, both included; null: no bound */
  from: isoDate.nullable(),
  until: isoDate.nullable(),
})
export type RuleStanding = z.infer<typeof ruleStandingSchema>

/** GET /rules: clerk, admin */
export const ruleListSchema = z.array(
  z.strictObject({
    rule: z.string(),
    version: z.number().int(),
    formerId: z.string().nullable(),
    title: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    basis: z.string(),
    fix: z.string(),
    /** what it compares and what each line or column is; null: the title says it all (`rules/in-words.ts`) */
    compares: z
      .strictObject({
        words: z.string(),
        terms: z.array(z.strictObject({ at: z.string(), name: z.string() })),
      })
      .nullable(),
    /** why the catalogue's version differs from the one before; null: it says nothing of that */
    change: z.string().nullable(),
    standing: ruleStandingSchema,
    /** it came from draft straight into force: nobody has seen what it says of stored figures */
    unrehearsed: z.boolean(),
    /** who set it so and why, newest first; empty: as the catalogue has it */
    changes: z.array(
      ruleStandingSchema.extend({
        number: z.number().int(),
        reason: z.string(),
        by: z.string(),
        at: instantSchema,
      }),
    ),
  }),
)
export type RuleList = z.infer<typeof ruleListSchema>

/** PUT /rules/:rule (clerk) */
export const ruleChangeSchema = z.strictObject({
  /** number of the newest change of this rule that was seen, 0 before the first */
  basedOn: z.number().int().nonnegative(),
  status: ruleStatusSchema,
  from: isoDate.nullable(),
  until: isoDate.nullable(),
  reason: wordsSchema.trim().min(10).max(2000),
  /** the rule's id once more: needed where a rule that blocks is to judge fewer periods than now */
  confirm: z.string().max(60).exactOptional(),
})
export type RuleChange = z.infer<typeof ruleChangeSchema>

/** GET /rules/:rule/rehearsal?from=2025-M01&to=2025-M12: the stored revisions that count, judged as if it were active */
export const rehearsalSchema = z.strictObject({
  rule: z.string(),
  title: z.string(),
  from: z.string(),
  to: z.string(),
  /** `agency`: it only judges merged figures, so every period counts as one submission of the agency */
  judges: z.enum(['unit', 'agency']),
  /** periods whose catalogue lacks a figure the rule reads */
  skipped: z.array(z.string()),
  /** revisions read */
  submissions: z.number().int(),
  /** of them, those with at least one failure */
  failing: z.number().int(),
  units: z.array(
    z.strictObject({
      unit: z.string(),
      name: z.string(),
      submissions: z.number().int(),
      failing: z.number().int(),
      findings: z.number().int(),
    }),
  ),
  /** at most 200 sentences, the newest period first; `hidden` counts the rest */
  findings: z.array(
    z.strictObject({
      unit: z.string(),
      period: z.string(),
      revision: z.number().int(),
      message: z.string(),
      at: z.string(),
    }),
  ),
  hidden: z.number().int(),
})
export type Rehearsal = z.infer<typeof rehearsalSchema>

/**
 * A group left out of a ratio's denominator by declaration: the four notification procedures of the Bắc Giang report. The
 * ratio is shown with and without it. The newest entry of an id holds.
 */
export const exclusionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/u),
  /** key of the ratio */
  indicator: z.string(),
  /** key of the figure that counts the group, taken off the denominator */
  excluded: z.string(),
  name: wordsSchema.trim().min(1).max(500),
  /** the document that allows it: "Công văn số 12/SCT-VP ngày 5/3/2025" */
  basis: wordsSchema.trim().min(1).max(500),
  from: isoDate,
  until: isoDate.nullable(),
})
export type Exclusion = z.infer<typeof exclusionSchema>
/** GET /exclusions; PUT /exclusions/:id {basedOn, exclusion|null} by the clerk */
export const exclusionAnswerSchema = z.strictObject({
  number: z.number().int(),
  exclusion: exclusionSchema,
  by: z.string(),
  at: instantSchema,
})
export type ExclusionAnswer = z.infer<typeof exclusionAnswerSchema>
export const exclusionWritingSchema = z.strictObject({
  basedOn: z.number().int().nonnegative(),
  exclusion: exclusionSchema.nullable(),
})
export type ExclusionWriting = z.infer<typeof exclusionWritingSchema>
