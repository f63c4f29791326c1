/**
 * A rule as data (domain §4, research of peers §6.3): id, severity, what is compared, what to do, and examples that
 * prove it. An id is never reused; a changed meaning gets a new id.
 */
import * as z from 'zod'
import { ruleStatusSchema } from '../protocol/rules.ts'

const figure = z.union([
  z.number(),
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({ state: z.literal('not-applicable'), why: z.string() }),
])

/** A small submission and what the rule must say of it. `stated` are printed values of computed places. */
export const exampleSchema = z.strictObject({
  outcome: z.enum(['pass', 'fail', 'na']),
  figures: z.record(z.string(), figure).default({}),
  tables: z
    .record(z.string(), z.record(z.string(), z.record(z.string(), z.union([figure, z.string()]))))
    .default({}),
  narrative: z.record(z.string(), z.string()).default({}),
  /** place → the number as printed, "67,73" */
  stated: z.record(z.string(), z.string()).default({}),
  /** place → text that is not a figure */
  unread: z.record(z.string(), z.string()).default({}),
  previous: z
    .strictObject({
      figures: z.record(z.string(), figure).default({}),
      tables: z
        .record(
          z.string(),
          z.record(z.string(), z.record(z.string(), z.union([figure, z.string()]))),
        )
        .default({}),
    })
    .optional(),
  period: z.string().default('2025-M04'),
  /** what the unit reported before: period → figures and tables; periods of the same kind, the oldest first */
  history: z
    .record(
      z.string(),
      z.strictObject({
        figures: z.record(z.string(), figure).default({}),
        tables: z
          .record(z.string(), z.record(z.string(), z.record(z.string(), figure)))
          .default({}),
      }),
    )
    .default({}),
  /** procedures per field, for rules about rows */
  procedures: z.record(z.string(), z.number()).optional(),
  window: z.strictObject({ from: z.string(), to: z.string() }).optional(),
  /** second reports of an owner's figure: key → units */
  conflicts: z.record(z.string(), z.array(z.string())).optional(),
  /** months the period is made of, in order; null: nothing of the month counts */
  months: z
    .array(
      z.strictObject({
        period: z.string(),
        figures: z.record(z.string(), figure).nullable(),
      }),
    )
    .optional(),
})

const common = {
  id: z.string().regex(/^[A-Z0-9][A-Z0-9-]*$/u),
  version: z.number().int().positive().default(1),
  title: z.string().min(1),
  severity: z.enum(['error', 'warning', 'info']),
  /** what the person should do, as a sentence */
  fix: z.string().min(1),
  basis: z.string().min(1),
  examples: z.array(exampleSchema).default([]),
  /** as the catalogue has it, before the agency says otherwise (`standing.ts`); active when not said */
  status: ruleStatusSchema.optional(),
  /** judges periods whose window ends from the one day to the other, both included */
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().optional(),
  /** why it is no longer what it was in the version before */
  change: z.string().min(1).optional(),
  /** what it was called while it meant something else */
  formerId: z.string().optional(),
}

const ofTable = { table: z.string().optional() }

export const ruleSchema = z.discriminatedUnion('check', [
  z.strictObject({
    ...common,
    check: z.literal('compare'),
    ...ofTable,
    /** `unit`: one unit's figures; `agency`: only the merged ones; `both` */
    level: z.enum(['unit', 'agency', 'both']).default('both'),
    left: z.string(),
    operator: z.enum(['=', '<=', '>=']),
    right: z.string(),
    /** `skip`: any blank operand makes the rule not applicable; `zero`: blanks count as 0 when something is reported */
    missing: z.enum(['skip', 'zero']).default('skip'),
    /** `printed`: equal when the exact value rounded half-up at the printed decimals is the stated one (PCT-PRINT) */
    tolerance: z.enum(['exact', 'printed']).default('exact'),
    /** key of the cell the finding points at; the left side's first operand otherwise */
    at: z.string().optional(),
    /** the right side in words: "Cột 7 biểu II.06a cộng được"; "#" stands for the left side's figure, otherwise it goes before */
    says: z.string(),
  }),
  z.strictObject({
    ...common,
    check: z.literal('range'),
    range: z.enum(['NONNEG-INT', 'NONNEG', 'RATE-RANGE']),
  }),
  z.strictObject({ ...common, check: z.literal('within') }),
  z.strictObject({ ...common, check: z.literal('stated') }),
  z.strictObject({ ...common, check: z.literal('total-row') }),
  z.strictObject({ ...common, check: z.literal('unread') }),
  z.strictObject({ ...common, check: z.literal('unlisted') }),
  z.strictObject({ ...common, check: z.literal('member-code') }),
  z.strictObject({ ...common, check: z.literal('window') }),
  z.strictObject({ ...common, check: z.literal('single-owner') }),
  z.strictObject({
    ...common,
    check: z.literal('quoted'),
    /** wording around a figure in the narrative; "#" stands for the number */
    phrases: z.array(z.strictObject({ text: z.string().includes('#'), place: z.string() })),
  }),
  z.strictObject({ ...common, check: z.literal('enumerated') }),
  z.strictObject({
    ...common,
    check: z.literal('kept'),
    /** rows the catalogue marks so by `overTime` */
    rows: z.enum(['cumulative', 'base-year']),
    /** the last period in which the figure was reported lies in this year, or in one before */
    since: z.enum(['this-year', 'earlier-years']),
    /** before the figure of that period; "{}" stands for the period's name */
    says: z.string(),
  }),
  z.strictObject({
    ...common,
    check: z.literal('trend'),
    /** how many earlier periods must have the figure before it is judged */
    periods: z.number().int().positive(),
    /** counts that stay below this are never judged */
    tiny: z.number().positive(),
    /** widths of the usual scatter (`over-time.ts`) from which on, and below which, it is this rule's */
    beyond: z.number().positive(),
    below: z.number().positive().optional(),
  }),
  z.strictObject({ ...common, check: z.literal('change-said') }),
  z.strictObject({ ...common, check: z.literal('issued') }),
  z.strictObject({
    ...common,
    check: z.literal('evidenced'),
    table: z.string(),
    /** a choice of the table, and its answers that a document has to prove */
    column: z.string(),
    among: z.array(z.string()).min(1),
    /** the column that names the document */
    evidence: z.string(),
  }),
  /** every figure against what the months come to, where each of them has it */
  z.strictObject({ ...common, check: z.literal('rolled-up') }),
  /** sums of some of the months left as they are, once for the whole period */
  z.strictObject({ ...common, check: z.literal('months-missing') }),
])

export type Rule = z.infer<typeof ruleSchema>
export type CompareRule = Extract<Rule, { check: 'compare' }>
export type Example = z.infer<typeof exampleSchema>
export type Severity = Rule['severity']
