/**
 * The reform plan of an agency as it travels: editions by year, the units' work on its tasks, and whether its targets are
 * attained. Domain §8; the published plan of Gia Lai has the task record.
 * Added to the first draft of the contract: `former` of the standing, what was said of tasks a later edition left out.
 */
import * as z from 'zod'
import { planSchema } from '../plan/schema.ts'
import { digestSchema, instantSchema, isoDate, wireFigureSchema } from './figure.ts'
import { faultSchema } from './problem.ts'
import { figureStatusSchema } from './status.ts'

const year = z.number().int().min(2000).max(2100)
/** Counts up with every edition of a year; 0: none was ever stored and the tasks are those of the agency's document. */
const number = z.number().int().nonnegative()

/** GET /plans: the newest edition of each year, the latest year first */
export const planSummarySchema = z.strictObject({
  year,
  until: year,
  title: z.string(),
  number,
  tasks: z.number().int(),
  targets: z.number().int(),
  by: z.string().nullable(),
  at: instantSchema.nullable(),
})
export type PlanSummary = z.infer<typeof planSummarySchema>

/** GET /plans/:year: the plan in force in that year, which may have begun earlier. */
export const planAnswerSchema = z.strictObject({
  number,
  digest: digestSchema,
  by: z.string().nullable(),
  at: instantSchema.nullable(),
  plan: planSchema,
})
export type PlanAnswer = z.infer<typeof planAnswerSchema>

/** PUT /plans/:year; `basedOn` is the number of the edition that was open, 0 before the first. Stale: 409. */
export const planWritingSchema = z.strictObject({ basedOn: number, plan: planSchema })
export type PlanWriting = z.input<typeof planWritingSchema>

/** POST /plans/:year/workbook: what a workbook says, nothing stored. `plan` is null when something is refused. */
export const planReadingSchema = z.strictObject({
  plan: planSchema.nullable(),
  /** each names sheet and line: "Nhiệm vụ, dòng 12: …" */
  faults: z.array(faultSchema),
  /** read, but a person should look: names taken for a unit, a kind guessed */
  remarks: z.array(z.string()),
})
export type PlanReading = z.infer<typeof planReadingSchema>

/** One unit's word on a task; the lead's counts. */
export const taskWordSchema = z.strictObject({
  unit: z.string(),
  lead: z.boolean(),
  revision: z.number().int(),
  /** code of the choice in form PLAN, null: not said */
  status: z.string().nullable(),
  evidence: z.string(),
  doneOn: isoDate.nullable(),
})

export const taskStandingSchema = z.strictObject({
  code: z.string(),
  /** the lead's; null: not reported */
  status: z.string().nullable(),
  /** one of the five words the report knows: "đã hoàn thành" … */
  words: z.string(),
  evidence: z.string(),
  doneOn: isoDate.nullable(),
  said: z.array(taskWordSchema),
})

export const attainmentSchema = z.strictObject({
  target: z.string(),
  name: z.string(),
  /** the indicator it is measured by; null: nothing in the catalogue measures it */
  indicator: z.string().nullable(),
  year,
  comparison: z.enum(['>=', '<=']),
  threshold: z.number(),
  unit: z.string(),
  lead: z.string().nullable(),
  value: wireFigureSchema.nullable(),
  /** null: cannot be told, `words` says why */
  attained: z.boolean().nullable(),
  /** how many more (or fewer) of what people count: 37 "hồ sơ" */
  gap: z.strictObject({ count: z.number().int(), unit: z.string() }).nullable(),
  /** of a target of a later year: this is where it stands, not whether it is missed */
  due: z.boolean(),
  /** as the report says it */
  words: z.string(),
})
export type Attainment = z.infer<typeof attainmentSchema>
/** With how far its value can be relied upon; null: nothing in the catalogue measures it. */
export const toldAttainmentSchema = attainmentSchema.extend({
  status: figureStatusSchema.nullable(),
})
export type ToldAttainment = z.infer<typeof toldAttainmentSchema>

/** GET /periods/:period/plan: unit (all tasks, its own are those it leads or supports), clerk, dashboard */
export const planStandingSchema = z.strictObject({
  period: z.string(),
  number,
  plan: planSchema,
  counts: z.strictObject({
    total: z.number().int(),
    done: z.number().int(),
    recurring: z.number().int(),
    open: z.number().int(),
    unsaid: z.number().int(),
  }),
  tasks: z.array(taskStandingSchema),
  /** what was reported on tasks that the plan no longer has; counted nowhere */
  former: z.array(taskStandingSchema),
  attainment: z.array(toldAttainmentSchema),
})
export type PlanStanding = z.infer<typeof planStandingSchema>
