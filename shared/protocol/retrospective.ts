/**
 * The multi-year review (tổng kết giai đoạn): yearly values of every indicator against a base year, with typed history.
 * The base comes first among `years` unless it lies within the span; `forms` names them as sheets do ("Biểu 3").
 */
import * as z from 'zod'
import { instantSchema, wireFigureSchema, wordsSchema } from './figure.ts'
import { faultSchema } from './problem.ts'
import { figureStatusSchema } from './status.ts'

const year = z.number().int().min(2000).max(2100)
const number = z.number().int().nonnegative()

/**
 * PUT /past-years/:year (clerk): figures of a year before the system; the newest writing of a year holds, one without
 * figures withdraws it. A key is an indicator's or "FORM.column" for the total of a column; sums and ratios may be stated.
 */
export const pastYearWritingSchema = z.strictObject({
  basedOn: number,
  /** the document they are taken from: "Báo cáo số 120/BC-SCT ngày 15/12/2020" */
  source: wordsSchema.trim().min(1).max(500),
  figures: z.record(z.string(), wireFigureSchema),
})
export type PastYearWriting = z.infer<typeof pastYearWritingSchema>
/** GET /past-years */
export const pastYearSchema = z.strictObject({
  year,
  number,
  source: z.string(),
  figures: z.record(z.string(), wireFigureSchema),
  by: z.string(),
  at: instantSchema,
})
export type PastYear = z.infer<typeof pastYearSchema>
/** POST /past-years/workbook: a filled sheet of years read, nothing stored; GET /past-years/sheet.xlsx?from=&to= makes one. */
export const pastYearsReadingSchema = z.strictObject({
  years: z.array(pastYearSchema.pick({ year: true, source: true, figures: true })),
  /** each names sheet, line and column; with any of them nothing may be stored */
  faults: z.array(faultSchema),
  remarks: z.array(z.string()),
})
export type PastYearsReading = z.infer<typeof pastYearsReadingSchema>

/** GET /retrospective?from=2021&to=2025&base=2020: clerk, dashboard. Also `.xlsx` and `.docx` (clerk). */
export const retrospectiveSchema = z.strictObject({
  agency: z.string(),
  from: year,
  to: year,
  base: year,
  years: z.array(
    z.strictObject({
      year,
      /** stored: the year's own period; derived: out of its months; typed: history; missing: nothing */
      origin: z.enum(['stored', 'derived', 'typed', 'missing']),
      words: z.string(),
      /**
       * of every value of the year, by how many units' reports are in it: never final when derived; typed is final, out of
       * the paper that `words` names; null when missing
       */
      status: figureStatusSchema.nullable(),
    }),
  ),
  /** those the indicators are of, in their order */
  forms: z.array(z.strictObject({ form: z.string(), name: z.string() })),
  indicators: z.array(
    z.strictObject({
      form: z.string(),
      /** an indicator's, or "FORM.column" for the total of a column */
      key: z.string(),
      code: z.string(),
      name: z.string(),
      unit: z.string().nullable(),
      /** one for each of `years`; null: not there */
      values: z.array(wireFigureSchema.nullable()),
      /** last year that has a value against the base: points for ratios, percent for counts and money */
      change: z
        .strictObject({ kind: z.enum(['points', 'percent']), value: z.number(), until: year })
        .nullable(),
      /** null where more is not better or worse, or fewer than two years have a value */
      best: year.nullable(),
      worst: year.nullable(),
      missing: z.array(year),
      /** "Tăng 12,5 điểm % so với năm 2020" */
      words: z.string(),
    }),
  ),
})
export type Retrospective = z.infer<typeof retrospectiveSchema>
