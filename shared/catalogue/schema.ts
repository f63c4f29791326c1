/**
 * What a catalogue file may say. The schema refuses a bad catalogue with the path and the reason before anything is
 * built on it; the checks that need the whole catalogue (unknown keys, cycles) are in `catalogue.ts`.
 */
import * as z from 'zod'

const key = z.string().regex(/^[a-z][a-z0-9_]*$/u, 'a key is lower snake case')
const source = z.string().min(1)
const certainty = z.enum(['high', 'medium', 'low'])

/** How a figure is merged over the units of an agency (domain §5.1). */
export const mergeSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('sum') }),
  z.strictObject({ by: z.literal('owner') }),
  z.strictObject({ by: z.literal('recompute') }),
  z.strictObject({ by: z.literal('or') }),
  z.strictObject({
    by: z.literal('union'),
    of: z.enum(['document', 'procedure', 'task', 'field', 'name']),
    /**
     * `count`: only a count is collected, so the owner's count stands. `members`: rows of this list form are counted once.
     * `plan`: the tasks of the agency's plan are counted, those of a kind, and where `where` says so only those of which
     * the lead unit chose one of these words in a column of this table; nobody types it.
     */
    collect: z.union([
      z.literal('count'),
      z.strictObject({ members: z.string() }),
      z.strictObject({
        plan: z.string(),
        tasks: z.enum(['all', 'recurring', 'one-off']),
        where: z
          .strictObject({ column: z.string(), among: z.array(z.string()).min(1) })
          .exactOptional(),
      }),
    ]),
  }),
  z.strictObject({ by: z.literal('concatenate') }),
  z.strictObject({ by: z.literal('none') }),
])

const overPeriods = z.enum(['sum', 'last', 'first', 'recompute', 'or', 'union', 'rewrite', 'none'])

/** Whether more of it is better or worse, for best and worst years; left out where neither can be said. */
const better = z.enum(['more', 'less']).optional()

const choice = z.strictObject({ code: z.union([z.number().int(), z.string()]), label: z.string() })

const common = {
  code: z.string().min(1),
  key,
  name: z.string().min(1),
  note: z.string().optional(),
  source,
  certainty,
}

const indicatorBase = z.strictObject({
  ...common,
  parent: z.string().nullable().default(null),
  kind: z.enum(['heading', 'integer', 'decimal', 'percent', 'choice']),
  /** unit of measure (đơn vị tính) */
  unit: z.string().nullable().default(null),
  formula: z.string().optional(),
  merge: mergeSchema.optional(),
  overPeriods: overPeriods.optional(),
  /** role of the units that report it; the agency says which units play the role */
  owner: z.string().optional(),
  /** "trong đó": never more than this other key (rule SUBSET) */
  within: z.string().optional(),
  /** over the periods: `cumulative` never falls within a year (T-03), `base-year` never changes (T-05) */
  overTime: z.enum(['cumulative', 'base-year']).optional(),
  /** key of the figure that counts what this one leaves out: what "thuộc diện" does not cover */
  leavesOut: z.string().optional(),
  better,
  choices: z.array(choice).optional(),
})

export const indicatorSchema = indicatorBase.superRefine((row, context) => {
  const lacks = (what: string) => context.addIssue({ code: 'custom', message: what })
  if (row.kind === 'heading') return
  if (!row.merge) lacks('merge (aggregation over units) is missing')
  if (!row.overPeriods) lacks('overPeriods (aggregation over periods) is missing')
  if (row.kind !== 'choice' && !row.unit) lacks('unit of measure is missing')
  if (row.kind === 'choice' && !row.choices?.length) lacks('choices are missing')
  if (!row.formula && !row.owner && row.merge?.by !== 'union') lacks('owner is missing')
  if (row.formula && row.merge?.by !== 'recompute') lacks('a computed row merges by recompute')
  if (!row.formula && row.merge?.by === 'recompute') lacks('recompute needs a formula')
})

const columnSchema = z
  .strictObject({
    ...common,
    kind: z.enum(['integer', 'decimal', 'percent', 'choice', 'text', 'date']),
    unit: z.string().nullable().default(null),
    /** heading over neighbouring columns, outermost first */
    group: z.array(z.string()).default([]),
    formula: z.string().optional(),
    merge: mergeSchema,
    overPeriods: overPeriods.default('none'),
    within: z.string().optional(),
    better,
    /** comes from the agency's reference list, not from the unit */
    given: z.boolean().default(false),
    /** the unit names the row here: the code of a listed procedure */
    rowKey: z.boolean().default(false),
    choices: z.array(choice).optional(),
    width: z.number().positive().optional(),
  })
  .superRefine((column, context) => {
    if (column.kind === 'choice' && !column.choices?.length)
      context.addIssue({ code: 'custom', message: 'choices are missing' })
    if (column.kind === 'integer' && !column.unit)
      context.addIssue({ code: 'custom', message: 'unit of measure is missing' })
  })

const sectionSchema = z.strictObject({
  ...common,
  parent: z.string().nullable().default(null),
  /** role of the units that edit the merged text */
  owner: z.string(),
  /** role of the units that may write a part of it */
  contributors: z.string(),
  merge: mergeSchema,
  overPeriods,
  periods: z.string().optional(),
})

const formCommon = {
  id: z.string().regex(/^[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/u),
  title: z.string().min(1),
  /** name of the worksheet, at most 31 characters and none of : \ / ? * [ ] */
  sheet: z.string().regex(/^[^:\\/?*[\]]{1,31}$/u),
  /** how messages call it: "Biểu 3" */
  short: z.string().min(1),
  basis: z.string(),
  unitLine: z.string().optional(),
}

export const formSchema = z.discriminatedUnion('layout', [
  z.strictObject({
    ...formCommon,
    layout: z.literal('indicators'),
    rows: z.array(indicatorSchema).min(1),
  }),
  z.strictObject({
    ...formCommon,
    layout: z.literal('table'),
    /** what a row is: a field or task of the agency's list, or a member the unit names itself */
    rowsBy: z.enum(['field', 'task', 'procedure']),
    /** role of the units that fill the table; for `field` and `task` each unit has its own rows */
    owner: z.string(),
    totalRow: z.boolean().default(false),
    columns: z.array(columnSchema).min(1),
  }),
  z.strictObject({
    ...formCommon,
    layout: z.literal('narrative'),
    sections: z.array(sectionSchema).min(1),
  }),
])

export const catalogueHeadSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9.-]+$/u),
  name: z.string(),
  effectiveFrom: z.iso.date(),
  effectiveTo: z.iso.date().nullable(),
  /** forms in the order of the annex */
  forms: z.array(z.string()).min(1),
  /** roles an owner may be, in the words of the forms */
  roles: z.record(z.string(), z.string()),
})

export type Merge = z.infer<typeof mergeSchema>
/** Which tasks of the plan a row counts. */
export type PlanCount = Extract<
  Extract<Merge, { by: 'union' }>['collect'],
  { readonly plan: string }
>
export type Indicator = z.infer<typeof indicatorBase>
export type Column = z.infer<typeof columnSchema>
export type Section = z.infer<typeof sectionSchema>
export type Form = z.infer<typeof formSchema>
export type IndicatorForm = Extract<Form, { layout: 'indicators' }>
export type TableForm = Extract<Form, { layout: 'table' }>
export type NarrativeForm = Extract<Form, { layout: 'narrative' }>
export type CatalogueHead = z.infer<typeof catalogueHeadSchema>
