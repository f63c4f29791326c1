/** How far a figure can be relied upon, beside every figure that leaves for the province. */
import * as z from 'zod'

/**
 * `final`: the period is locked. Otherwise `late`: the due date has passed and not everyone who owes a part of it has reported;
 * `incomplete`: the same before the due date, or a longer period made of some of its months; `provisional`: everyone has
 * reported, the office may still change it. A final figure of some of its units says so by its coverage.
 */
export const figureStatuses = ['final', 'provisional', 'late', 'incomplete'] as const
export const figureStatusSchema = z.enum(figureStatuses)
export type FigureStatus = z.infer<typeof figureStatusSchema>

const count = z.number().int().nonnegative()
/** Of those who owe a part of a figure, how many have reported it. */
export const coverageSchema = z.strictObject({ expected: count, reported: count })
export type WireCoverage = z.infer<typeof coverageSchema>

/**
 * A line of a table: how far its numbers can be relied upon, and those of its columns that stand otherwise (a column only the
 * lead of a task owes).
 */
export const lineStandingShape = {
  status: figureStatusSchema,
  coverage: coverageSchema,
  except: z
    .record(z.string(), z.strictObject({ status: figureStatusSchema, coverage: coverageSchema }))
    .exactOptional(),
}
/** What stands in the columns of a table: the column's name with the groups above it, and its unit of measure. */
export const columnsSchema = z.record(
  z.string(),
  z.strictObject({ name: z.string(), unit: z.string().nullable() }),
)
export type WireColumns = z.infer<typeof columnsSchema>
