/**
 * Dossiers by field as the one-stop software exports them, matched with the fields of the unit's own table
 * (POST …/dossiers.xlsx). Nothing is stored: the pane shows the preview and fills the table when the person says so.
 */
import * as z from 'zod'

/** One figure of the file that covers several columns of the form: only the unit's records say how it divides. */
export const undividedSchema = z.strictObject({
  /** as the file heads it: "Trả đúng thời hạn" */
  heading: z.string(),
  /** column keys of the form whose sum it is */
  columns: z.array(z.string()).min(2),
  sum: z.number(),
})
export type Undivided = z.infer<typeof undividedSchema>

export const dossierLineSchema = z.strictObject({
  /** row of the file, from 1 */
  row: z.number().int().positive(),
  /** what the file calls the field */
  label: z.string(),
  /** field of the unit's table it was matched with; null: none, and then `candidates` says which come near */
  field: z.string().nullable(),
  candidates: z.array(z.string()),
  /** keys of the other units that report this field; nothing of it goes into this unit's table unless `field` says so */
  elsewhere: z.array(z.string()),
  /** column key of the form → figure as read, the totals of the form (columns 3, 7, 11) included */
  cells: z.record(z.string(), z.number()),
  undivided: z.array(undividedSchema),
})
export type DossierLine = z.infer<typeof dossierLineSchema>

export const importedDossiersSchema = z.strictObject({
  /** the form that is filled: "KSTT-06a" */
  form: z.string(),
  layout: z.enum(['II.06a', '07a']),
  sheet: z.string(),
  /** period or window as the file's heading words it; null when it says none */
  heading: z.string().nullable(),
  /** matched lines added up by field, ready for the table: field → input column → figure; computed columns are not in it */
  table: z.record(z.string(), z.record(z.string(), z.number())),
  /** field → what is left for a person to divide; its columns are not in `table` */
  undivided: z.record(z.string(), z.array(undividedSchema)),
  lines: z.array(dossierLineSchema),
  /** what was left out or looks wrong, in words: total rows, a sum that does not agree, columns nobody asks for */
  notes: z.array(z.strictObject({ message: z.string(), needsLook: z.boolean() })),
})
export type ImportedDossiers = z.infer<typeof importedDossiersSchema>
