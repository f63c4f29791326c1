/**
 * The reform plan of a Sở as data (domain §8.2): tasks with lead, support, deliverable and time, targets with indicator,
 * year and threshold. Whether its units exist is the agency's to say.
 */
import * as z from 'zod'
import { wordsSchema } from '../protocol/figure.ts'

const text = (longest: number) => wordsSchema.trim().max(longest)
const words = text(2000).min(1)
const code = text(20).min(1)
const year = z.number().int().min(2000).max(2100)

export const planTaskSchema = z.strictObject({
  /** "1.1": group and number within it, as the plan prints it */
  code,
  name: words,
  deliverable: text(2000),
  /** key of the unit whose status counts */
  lead: z.string(),
  /** keys of units; an empty list with `allUnits` means every other one ("các phòng, đơn vị thuộc Sở") */
  supporting: z.array(z.string()),
  allUnits: z.boolean(),
  /** bodies outside the agency, as the plan names them */
  outside: z.array(words),
  /** "Năm 2021 và những năm tiếp theo" */
  timeline: text(500),
  recurring: z.boolean(),
  /** first and last year it is worked on; null: open-ended */
  from: year.nullable(),
  until: year.nullable(),
})

export const targetSchema = z.strictObject({
  code,
  name: words,
  /** key of the catalogue; null: nothing measures it yet */
  indicator: z.string().nullable(),
  year,
  comparison: z.enum(['>=', '<=']),
  threshold: z.number(),
  /** unit of measure of the threshold: "%" */
  unit: text(40).min(1),
  lead: z.string().nullable(),
})

export const planSchema = z.strictObject({
  /** the first and the last year it is for */
  year,
  until: year,
  title: words,
  /** the document that issued it: "Kế hoạch số 05/KH-SCT ngày 20/12/2021" */
  basis: text(500),
  /** number → heading: "1" → "Cải cách thể chế", in order */
  groups: z.array(z.strictObject({ code, name: words })).max(200),
  tasks: z.array(planTaskSchema).max(500),
  targets: z.array(targetSchema).max(200),
})

export type Plan = z.infer<typeof planSchema>
export type PlanTask = z.infer<typeof planTaskSchema>
export type Target = z.infer<typeof targetSchema>
