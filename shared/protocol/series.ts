/**
 * Figures over periods: longer periods out of months, and series of one indicator. Added to the first draft: `content` of
 * a month (without words), `partial` beside `left`, so that `left` is what stands blank and `partial` what stands filled
 * from some of the months only; in the series a period is `absent` when nothing of it is stored.
 * Of a `derived` period a part is what one unit owes for one month, so its coverage counts unit-months; its status is never
 * final, for the period itself is not locked, and late when something of an open month is.
 */
import * as z from 'zod'
import { contentSchema, windowSchema, wireFigureSchema } from './figure.ts'
import { coverageSchema, figureStatusSchema } from './status.ts'

/** How the months of a longer period stand behind what was made of them. */
export const rolledMonthSchema = z.strictObject({
  period: z.string(),
  /** null: nothing of this month counts */
  revision: z.number().int().nullable(),
  window: windowSchema.nullable(),
  /** what counts of it without its words; pane and server make the longer period of these by one function */
  content: contentSchema.nullable(),
  /** of a month that was corrected: the same of the revision before, so that a figure made of that one is told apart */
  before: contentSchema.exactOptional(),
})
export type RolledMonth = z.infer<typeof rolledMonthSchema>

/** What a quarter, 6M, 9M or year of a unit comes to, out of its stored months (part of the sheet answer). */
export const rolledUpSchema = z.strictObject({
  content: contentSchema,
  months: z.array(rolledMonthSchema),
  /** month keys without figures: what is derived is then of the others only */
  missing: z.array(z.string()),
  /** places left blank because a month is missing or the figure cannot be derived, in words by place */
  left: z.array(z.strictObject({ at: z.string(), why: z.string() })),
  /** places filled from some of the months only, in words by place */
  partial: z.array(z.strictObject({ at: z.string(), why: z.string() })),
  /** windows that overlap or leave a gap between the months, in words */
  windows: z.array(z.string()),
})
export type RolledUp = z.infer<typeof rolledUpSchema>

/** Whose figure a line tells: the total of several agencies, an agency's merged one, or what a unit reported. */
export const toldOfSchema = z.strictObject({
  kind: z.enum(['province', 'agency', 'unit']),
  key: z.string(),
  name: z.string(),
})

export const seriesLineSchema = z.strictObject({
  indicator: z.string(),
  name: z.string(),
  /** unit of measure */
  unit: z.string().nullable(),
  of: toldOfSchema,
  /** one for each of `periods`; null: not reported */
  values: z.array(wireFigureSchema.nullable()),
  /** one for each of `periods`; null where the period is absent */
  statuses: z.array(figureStatusSchema.nullable()),
  /** one for each of `periods`; null where the period is absent */
  coverage: z.array(coverageSchema.nullable()),
})
export type SeriesLine = z.infer<typeof seriesLineSchema>

/**
 * GET /series?indicators=a,b&from=2025-M01&to=2025-M12&units=qltm,ktat&limit=&after=: clerk, dashboard. Indicators: a key,
 * FORM.column (the total of a column) or FORM.row.column (a cell). `units`: those units beside the merged line, `*` all.
 * GET /province/series: the same with `agencies` instead of `units`: the total's line, then the agencies'.
 */
export const seriesAnswerSchema = z.strictObject({
  /** null: over several agencies */
  agency: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  periods: z.array(
    z.strictObject({
      period: z.string(),
      state: z.enum(['provisional', 'final', 'derived', 'absent']),
      /** of a derived one: months it lacks */
      missing: z.array(z.string()),
    }),
  ),
  series: z.array(seriesLineSchema),
  /** lines are paged: how many there are, the number of those before this page, what to pass as `after` for the next page */
  page: z.strictObject({
    lines: z.number().int(),
    before: z.number().int(),
    next: z.number().int().nullable(),
  }),
})
export type SeriesAnswer = z.infer<typeof seriesAnswerSchema>
