/**
 * What a filled plain workbook says, read back (POST …/sheet.xlsx). Nothing is stored: the pane shows what was repaired
 * and what the rules find, and submits by the same door as ever.
 */
import * as z from 'zod'
import { contentSchema, revisionNumber, windowSchema } from './figure.ts'
import { validationReportSchema } from './report.ts'

/** What had to be put right to read the file, in words; `at` is a place when it concerns one figure. */
export const repairSchema = z.strictObject({
  kind: z.enum([
    'sheet-renamed',
    'sheet-missing',
    'moved',
    'line-missing',
    'line-doubled',
    'line-strange',
    'name-lost',
    'number-from-text',
    'ambiguous',
    'unread',
    'formula',
    'identity',
    /** the unit's newest revision is another one than the file was filled from */
    'outdated',
  ]),
  at: z.string().nullable(),
  /** the tab and the cell of the file: "Biểu 3", "E12"; null when it concerns more than one cell */
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  message: z.string(),
  /** false: nothing was lost; true: a person must look, because something typed has no place or two meanings */
  needsLook: z.boolean(),
})
export type Repair = z.infer<typeof repairSchema>

export const uploadedSheetSchema = z.strictObject({
  period: z.string(),
  unit: z.string(),
  catalogue: z.string(),
  window: windowSchema,
  /** the revision the file was filled from: what the submission must name as `basedOn` */
  basedOn: revisionNumber.nullable(),
  content: contentSchema,
  repairs: z.array(repairSchema),
  /** what the rules say of the content, as a dry run would */
  report: validationReportSchema,
})
export type UploadedSheet = z.infer<typeof uploadedSheetSchema>
