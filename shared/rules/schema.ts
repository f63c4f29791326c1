/**
 * A rule as data (domain §4, research of peers §6.3): id, severity, what is compared, what to do, and examples that
 * prove it. An id is never reused; a changed meaning gets a new id.
 */
import * as z from 'zod'

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
  /** procedures per field, for rules about rows */
  procedures: z.record(z.string(), z.number()).optional(),
  window: z.strictObject({ from: z.string(), to: z.string() }).optional(),
  /** second reports of an owner's figure: key → units */
  conflicts: z.record(z.string(), z.array(z.string())).optional(),
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
])

export type Rule = z.infer<typeof ruleSchema>
export type CompareRule = Extract<Rule, { check: 'compare' }>
export type Example = z.infer<typeof exampleSchema>
export type Severity = Rule['severity']
