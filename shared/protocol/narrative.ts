/** The words of the agency's report, section by section, and the office's own wording of them. */
import * as z from 'zod'
import { digestSchema, instantSchema, wordsSchema } from './figure.ts'

/** A figure a text uses, as it is printed there: "4.251", "98,5 %". `at` is a place. */
export const toldFigureSchema = z.strictObject({
  at: z.string(),
  name: z.string(),
  printed: z.string(),
})
export type ToldFigure = z.infer<typeof toldFigureSchema>

/** What is to be said of a sentence of the office's text. */
export const sentenceRemarkSchema = z.strictObject({
  sentence: z.string(),
  message: z.string(),
  needsLook: z.boolean(),
})

/** The office's text of a section, standing in place of the merged one until it is withdrawn. */
export const sectionEditSchema = z.strictObject({
  number: z.number().int().positive(),
  text: z.string(),
  by: z.string(),
  at: instantSchema,
  /** sentences whose figure is another one by now */
  outdated: z.array(
    z.strictObject({ sentence: z.string(), figure: toldFigureSchema, now: z.string() }),
  ),
  /** numbers that contradict each other, elsewhere in the report or the merged figures, sentence by sentence */
  remarks: z.array(sentenceRemarkSchema),
})
export type SectionEdit = z.infer<typeof sectionEditSchema>

/** What is to be said of a passage; `needsLook` false: for information, nothing to decide. */
export const remarkSchema = z.strictObject({ message: z.string(), needsLook: z.boolean() })
export type Remark = z.infer<typeof remarkSchema>

export const reportSectionSchema = z.strictObject({
  code: z.string(),
  /** with its number: "a) Công tác rà soát …" */
  title: z.string(),
  depth: z.number().int().nonnegative(),
  /**
   * what the report says without the office's edit, in order; `unit` null: a sentence made from the figures. A passage
   * without words is there for its remarks
   */
  merged: z.array(
    z.strictObject({
      unit: z.string().nullable(),
      text: z.string(),
      /** in the order of the text, each as it stands there */
      told: z.array(toldFigureSchema),
      /** repeats, differing numbers, missing units, adjustments; and which sentence a paragraph stands for */
      remarks: z.array(remarkSchema),
    }),
  ),
  edit: sectionEditSchema.nullable(),
})
export type ReportSection = z.infer<typeof reportSectionSchema>

/** GET /periods/:period/narrative */
export const narrativeAnswerSchema = z.strictObject({
  period: z.string(),
  /** of the consolidation the figures are from */
  digest: digestSchema,
  sections: z.array(reportSectionSchema),
})
export type NarrativeAnswer = z.infer<typeof narrativeAnswerSchema>

/**
 * PUT /periods/:period/narrative/:section, answered by the section as it now stands. `basedOn` is the number of the edit
 * that was open, null when the merged text was; `text` null withdraws it.
 */
export const sectionWritingSchema = z.strictObject({
  basedOn: z.number().int().positive().nullable(),
  text: wordsSchema.trim().min(1).max(20_000).nullable(),
})
export type SectionWriting = z.infer<typeof sectionWritingSchema>
