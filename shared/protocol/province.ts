/**
 * Several agencies at once: which a code may read, and their figures merged as the units' are merged in each of them. Added
 * to the first draft: status and coverage of each contribution, which has them in the agency's own consolidation too.
 */
import * as z from 'zod'
import { digestSchema, instantSchema, wireFigureSchema } from './figure.ts'
import { columnsSchema, coverageSchema, figureStatusSchema, lineStandingShape } from './status.ts'

const count = z.number().int().nonnegative()
const named = { name: z.string() }

/** GET /agencies: those the session may read, its own first. */
export const agenciesSchema = z.strictObject({
  agencies: z.array(
    z.strictObject({
      agency: z.string(),
      ...named,
      superior: z.string(),
      place: z.string(),
      units: z.array(z.strictObject({ unit: z.string(), ...named })),
      fields: z.array(z.strictObject({ field: z.string(), ...named })),
      /** how many were opened, counted up to 60: 60 says 60 or more */
      periods: count,
      /** the youngest period that was opened */
      newest: z.string().nullable(),
    }),
  ),
})
export type Agencies = z.infer<typeof agenciesSchema>

export const provinceFigureSchema = z.strictObject({
  value: wireFigureSchema.nullable(),
  /** unit of measure */
  unit: z.string().nullable(),
  status: figureStatusSchema,
  /** agencies that owe a part of it, and those whose figures hold it */
  coverage: coverageSchema,
  /** what each agency's own figure is, how far it can be relied upon, and how many of its units' parts are in it */
  contributions: z.array(
    z.strictObject({
      agency: z.string(),
      value: wireFigureSchema,
      status: figureStatusSchema,
      coverage: coverageSchema,
    }),
  ),
})
export type ProvinceFigure = z.infer<typeof provinceFigureSchema>

/** GET /province/periods/:period?agencies=a,b: the totals of the agencies the code covers, or of those named. */
export const provinceConsolidationSchema = z.strictObject({
  period: z.string(),
  digest: digestSchema,
  asOf: instantSchema.nullable(),
  agencies: z.array(
    z.strictObject({
      agency: z.string(),
      ...named,
      /** absent: it has not opened the period */
      state: z.enum(['provisional', 'final', 'absent']),
      units: z.strictObject({
        expected: count,
        submitted: count,
        accepted: count,
        returned: count,
        late: count,
        missing: count,
      }),
    }),
  ),
  figures: z.record(z.string(), provinceFigureSchema),
  tables: z.record(
    z.string(),
    z.strictObject({
      /** a unit of measure is of every cell in the column */
      columns: columnsSchema,
      rows: z.record(
        z.string(),
        z.strictObject({
          ...named,
          /** of the cells: agencies that owe the line, and those of whose part nothing is missing */
          ...lineStandingShape,
          cells: z.record(z.string(), wireFigureSchema),
        }),
      ),
      total: z.record(z.string(), provinceFigureSchema),
    }),
  ),
})
export type ProvinceConsolidation = z.infer<typeof provinceConsolidationSchema>
