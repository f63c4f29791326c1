/** The agency's figures of a period as the province's system reads them. */
import * as z from 'zod'
import type { WireFigure } from '../figure.ts'
import { changesSinceSchema, consolidationState } from './difference.ts'
import {
  digestSchema,
  instantSchema,
  revisionNumber,
  windowSchema,
  wireFigureSchema,
} from './figure.ts'
import { toldAttainmentSchema } from './plan.ts'
import { findingsSchema } from './report.ts'
import { standingShape } from './review.ts'
import { exclusionSchema } from './rules.ts'
import { columnsSchema, coverageSchema, figureStatusSchema, lineStandingShape } from './status.ts'

/** A unit's part of a merged figure, or the office's entry beside the units'. */
const contributionOf = <T>(value: z.ZodType<T>) =>
  z.union([
    z.strictObject({ unit: z.string(), revision: revisionNumber, value }),
    z.strictObject({
      unit: z.null(),
      revision: z.null(),
      value,
      /** the clerk's name and the UTC instant */
      adjustment: z.strictObject({ reason: z.string(), by: z.string(), at: instantSchema }),
    }),
  ])
export type WireContribution<T> = z.infer<ReturnType<typeof contributionOf<T>>>

export const consolidatedFigureSchema = z.strictObject({
  /** null: not reported by anyone yet */
  value: wireFigureSchema.nullable(),
  /** unit of measure */
  unit: z.string().nullable(),
  status: figureStatusSchema,
  coverage: coverageSchema,
  previous: wireFigureSchema.nullable(),
  samePeriodLastYear: wireFigureSchema.nullable(),
  contributions: z.array(contributionOf<WireFigure>(wireFigureSchema)),
})
export type ConsolidatedFigure = z.infer<typeof consolidatedFigureSchema>

/** Typed and computed cells of a row; words where the column holds words. */
const cells = z.record(z.string(), z.union([wireFigureSchema, z.string()]))
export type WireCells = z.infer<typeof cells>

export const consolidatedTableSchema = z.strictObject({
  /** of numbers and of words; a unit of measure is of every cell and contribution in the column */
  columns: columnsSchema,
  rows: z.record(
    z.string(),
    z.strictObject({
      name: z.string(),
      /** of the merged cells */
      ...lineStandingShape,
      cells,
      contributions: z.array(contributionOf<WireCells>(cells)),
    }),
  ),
  total: z.record(z.string(), consolidatedFigureSchema),
})
export type ConsolidatedTable = z.infer<typeof consolidatedTableSchema>

const { review: _, ...standing } = standingShape

/** GET /periods/:period/consolidation */
export const consolidationSchema = z.strictObject({
  agency: z.string(),
  period: z.string(),
  catalogue: z.string(),
  digest: digestSchema,
  asOf: instantSchema,
  state: consolidationState,
  window: windowSchema,
  units: z.array(
    z.strictObject({
      unit: z.string(),
      name: z.string(),
      ...standing,
      /** of every figure the unit contributed; what the office entered stands as `state` says */
      status: figureStatusSchema,
    }),
  ),
  /** the periods whose figures stand beside as `previous` and `samePeriodLastYear`; their own status is told by themselves */
  compared: z.strictObject({ previous: z.string(), samePeriodLastYear: z.string() }),
  figures: z.record(z.string(), consolidatedFigureSchema),
  tables: z.record(z.string(), consolidatedTableSchema),
  narrative: z.record(z.string(), z.array(contributionOf<string>(z.string()))),
  findings: findingsSchema,
  /** the office's entries that no longer stand because the figure they were made upon changed */
  lapsed: z.array(
    z.strictObject({
      at: z.string(),
      name: z.string(),
      reason: z.string(),
      by: z.string(),
      time: instantSchema,
    }),
  ),
  /**
   * ratios with a group that is declared to stand outside them: percent as if it belonged to the ratio and without it; null
   * where not reported
   */
  exclusions: z.array(
    exclusionSchema.extend({
      /** unit of measure of `count`; the two ratios are percent */
      unit: z.string().nullable(),
      /** of all three, as of the indicator */
      status: figureStatusSchema,
      count: wireFigureSchema.nullable(),
      including: wireFigureSchema.nullable(),
      excluding: wireFigureSchema.nullable(),
    }),
  ),
  /**
   * units whose figures were closed on other days than the period's, or on days that overlap or leave a gap against their
   * own period before; they are in the sums all the same
   */
  windows: z.array(
    z.strictObject({ unit: z.string(), window: windowSchema, says: z.array(z.string()) }),
  ),
  /** the targets of the plan in force, when it has any */
  attainment: z.array(toldAttainmentSchema).exactOptional(),
  /** only when asked for with `since` */
  changes: changesSinceSchema.exactOptional(),
})
export type Consolidation = z.infer<typeof consolidationSchema>
