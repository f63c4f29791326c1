/** A JSON-stat 2.0 dataset as this worker writes one, for the API's description and the check of every answer in the tests. */
import * as z from 'zod'
import { figureStatusSchema } from '../../shared/protocol.ts'

const byPlace = <T extends z.ZodType>(value: T) => z.record(z.string().regex(/^\d+$/u), value)
const words = z.record(z.string(), z.string())

const dimension = z.strictObject({
  label: z.string(),
  category: z.strictObject({
    index: z.array(z.string()),
    label: words,
    unit: z.record(z.string(), z.strictObject({ label: z.string() })).exactOptional(),
  }),
})

export const jsonStatSchema = z.strictObject({
  version: z.literal('2.0'),
  class: z.literal('dataset'),
  label: z.string(),
  source: z.string(),
  updated: z.iso.datetime().exactOptional(),
  id: z.tuple([z.literal('of'), z.literal('indicator'), z.literal('period')]),
  size: z.array(z.number().int().nonnegative()).length(3),
  role: z.strictObject({ time: z.array(z.string()), metric: z.array(z.string()) }),
  dimension: z.strictObject({ of: dimension, indicator: dimension, period: dimension }),
  /** every place of the cube, or by place where most are empty */
  value: z.union([z.array(z.number().nullable()), byPlace(z.number())]),
  status: byPlace(figureStatusSchema),
  extension: z.strictObject({
    /** of a place without a number: why; of a place that is no observation nothing */
    states: byPlace(z.enum(['none', 'not-applicable', 'not-reported'])),
    reasons: byPlace(z.string()),
    /** who owes a part of the figure, who has reported it */
    coverage: byPlace(z.tuple([z.number().int(), z.number().int()])),
    words: z.strictObject({ status: words, states: words }),
    page: z
      .strictObject({
        lines: z.number().int(),
        before: z.number().int(),
        next: z.number().int().nullable(),
      })
      .exactOptional(),
  }),
})
