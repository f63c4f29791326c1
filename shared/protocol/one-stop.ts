/**
 * Dossiers by field as the one-stop software exports them, matched with the fields of the unit's own table
 * (POST …/dossiers.xlsx). Nothing is stored: the pane shows the preview and fills the table when the person says so.
 */
import * as z from 'zod'

export const dossierLineSchema = z.strictObject({
  /** row of the file, from 1 */
  row: z.number().int().positive(),
  /** what the file calls the field */
  label: z.string(),
  /** field of the unit's table it was matched with; null: none, and then `candidates` says which come near */
  field: z.string().nullable(),
  candidates: z.array(z.string()),
  /** column key of the form → figure as read */
  cells: z.record(z.string(), z.number()),
})
export type DossierLine = z.infer<typeof dossierLineSchema>

export const importedDossiersSchema = z.strictObject({
  /** the form that is filled: "KSTT-06a" */
  form: z.string(),
  layout: z.enum(['II.06a', '07a']),
  sheet: z.string(),
  /** period or window as the file's heading words it; null when it says none */
  heading: z.string().nullable(),
  /** matched lines added up by field, ready for the table: field → column key → figure */
  table: z.record(z.string(), z.record(z.string(), z.number())),
  lines: z.array(dossierLineSchema),
  /** what was left out or looks wrong, in words: total rows, a sum that does not agree, columns nobody asks for */
  notes: z.array(z.strictObject({ message: z.string(), needsLook: z.boolean() })),
})
export type ImportedDossiers = z.infer<typeof importedDossiersSchema>
