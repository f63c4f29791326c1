/**
 * The inspection round within an agency (kiểm tra CCHC): the decision, what the units say of themselves, what the team
 * found, and what is still to be put right. Papers: the notice (.docx) and its annex (.xlsx). That a round names units,
 * a team, a basis is not the schema's to say but `shared/inspection/faults.ts`, line by line (422 invalid-inspection).
 * Additions: `part` of an item (what of group 2.2 it is about), `reminded` of a listed problem.
 */
import * as z from 'zod'
import { instantSchema, isoDate, windowSchema, wireFigureSchema, wordsSchema } from './figure.ts'

const words = (max: number) => wordsSchema.trim().max(max)
const named = words(200).min(1)
/** Counts up with every writing; 0 before the first. A stale `basedOn`: 409 with what is there now. */
const number = z.number().int().nonnegative()

export const roundSchema = z.strictObject({
  year: z.number().int().min(2000).max(2100),
  /** "Kế hoạch số 12/KH-SCT ngày 05/02/2025": what the round is held by */
  basis: words(500),
  title: words(500),
  /** at least one */
  team: z.array(z.strictObject({ name: words(200), title: words(200), duty: words(200) })).max(30),
  /** what the units report about */
  window: windowSchema,
  /** the day each unit is visited; a unit appears once, at least one */
  units: z.array(z.strictObject({ unit: z.string(), visitOn: isoDate.nullable() })).max(60),
  /** until when the units report themselves */
  dueDate: isoDate,
  /** draft: units do not see it; open: they report; concluded: statements are closed, findings go on being resolved */
  state: z.enum(['draft', 'open', 'concluded']),
})
export type Round = z.infer<typeof roundSchema>
/** PUT /inspections/:id (UUID by the client): clerk */
export const roundWritingSchema = z.strictObject({ basedOn: number, round: roundSchema })
export type RoundWriting = z.infer<typeof roundWritingSchema>

/** What a unit says of one item of the form; all blank: not answered. */
export const itemAnswerSchema = z.strictObject({
  statement: words(4000),
  figure: wireFigureSchema.nullable(),
  /** documents that prove it: number and date */
  evidence: words(1000),
})
/** PUT /inspections/:id/units/:unit/statement: the unit itself, while the round is open */
export const statementWritingSchema = z.strictObject({
  basedOn: number,
  /** item code → answer */
  answers: z.record(z.string(), itemAnswerSchema),
  preparedBy: named,
  approvedBy: named,
})
export type StatementWriting = z.infer<typeof statementWritingSchema>
export type ItemAnswer = z.infer<typeof itemAnswerSchema>

/** PUT /inspections/:id/problems/:problem (UUID by the client): clerk, for the team. `problem` null withdraws it. */
export const problemWritingSchema = z.strictObject({
  basedOn: number,
  problem: z
    .strictObject({
      unit: z.string(),
      /** item code of the form */
      item: z.string(),
      words: words(2000),
      /** what is asked of the unit */
      request: words(2000),
      dueDate: isoDate,
      resolvedOn: isoDate.nullable(),
      /** how it was put right, with the document */
      resolution: words(2000),
    })
    .nullable(),
})
export type ProblemWriting = z.infer<typeof problemWritingSchema>

/** PUT /inspections/:id/judgement: what the notice says beside the facts; clerk */
export const judgementWritingSchema = z.strictObject({
  basedOn: number,
  /** unit → what is good, what is lacking */
  units: z.record(z.string(), z.strictObject({ strengths: words(4000), weaknesses: words(4000) })),
  /** III: what the team asks of the units and the leaders */
  requests: words(6000),
})
export type JudgementWriting = z.infer<typeof judgementWritingSchema>

/** An item of the form units report themselves on; groups are 1 and the six of the notice (2.1–2.6). */
export const inspectionItemSchema = z.strictObject({
  code: z.string(),
  group: z.string(),
  /** where a group falls into several: "Công khai thủ tục hành chính" */
  part: z.string().exactOptional(),
  name: z.string(),
  /** unit of measure when a figure belongs to it */
  measure: z.string().nullable(),
  prompt: z.string(),
})

const edited = { number, by: z.string(), at: instantSchema }
export const statementSchema = z.strictObject({
  ...edited,
  unit: z.string(),
  answers: z.record(z.string(), itemAnswerSchema),
  preparedBy: z.string(),
  approvedBy: z.string(),
})
export const foundProblemSchema = z.strictObject({
  ...edited,
  id: z.guid(),
  round: z.guid(),
  unit: z.string(),
  item: z.string(),
  words: z.string(),
  request: z.string(),
  dueDate: isoDate,
  resolvedOn: isoDate.nullable(),
  resolution: z.string(),
  /** by today's date in Vietnam */
  standing: z.enum(['open', 'due-soon', 'overdue', 'resolved', 'resolved-late']),
})
export type FoundProblem = z.infer<typeof foundProblemSchema>

/** GET /inspections: clerk all; a unit those it is part of that are not drafts. Newest first. */
export const roundSummarySchema = z.strictObject({
  id: z.guid(),
  year: z.number().int(),
  title: z.string(),
  state: roundSchema.shape.state,
  units: z.number().int(),
  /** units that have reported themselves */
  stated: z.number().int(),
  problems: z.number().int(),
  resolved: z.number().int(),
  dueDate: isoDate,
})
export type RoundSummary = z.infer<typeof roundSummarySchema>

/** GET /inspections/:id: a unit gets its own statement, problems and judgement only. */
export const inspectionAnswerSchema = z.strictObject({
  id: z.guid(),
  ...edited,
  round: roundSchema,
  groups: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  items: z.array(inspectionItemSchema),
  statements: z.array(statementSchema),
  problems: z.array(foundProblemSchema),
  judgement: judgementWritingSchema.omit({ basedOn: true }).extend({ number }),
})
export type InspectionAnswer = z.infer<typeof inspectionAnswerSchema>

/** GET /problems?state=open: problems of all rounds, the most overdue first; a unit its own. */
export const problemListSchema = z.array(
  foundProblemSchema.extend({
    roundTitle: z.string(),
    unitName: z.string(),
    itemName: z.string(),
    /** reminders the clock has made for its due date, the oldest first */
    reminded: z.array(
      z.strictObject({ kind: z.enum(['due-soon', 'overdue']), madeAt: instantSchema }),
    ),
  }),
)
export type ProblemList = z.infer<typeof problemListSchema>
