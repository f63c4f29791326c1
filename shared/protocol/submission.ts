/** What a unit files, what it is told about it, and what it gets to go on from. */
import * as z from 'zod'
import { agencySchema } from '../agency.ts'
import {
  contentSchema,
  digestSchema,
  instantSchema,
  revisionNumber,
  windowSchema,
  wireFigureSchema,
  wordsSchema,
} from './figure.ts'
import { periodSummarySchema } from './period.ts'
import { validationReportSchema } from './report.ts'
import { reviewedSchema, unitStandingSchema } from './review.ts'
import { exclusionSchema, ruleStandingSchema } from './rules.ts'
import { rolledUpSchema } from './series.ts'

export const reasonSchema = z.strictObject({
  rule: z.string().max(60),
  at: z.string().max(200),
  text: wordsSchema.max(2000),
})

const { figures, tables, narrative } = contentSchema.shape

/** Body of PUT …/submissions/:id. Key and kind checks against the catalogue follow in the worker. */
export const submissionSchema = z.strictObject({
  catalogue: z.string().max(60),
  basedOn: revisionNumber.nullable(),
  window: windowSchema,
  figures: figures.default({}),
  tables: tables.default({}),
  narrative: narrative.default({}),
  reasons: z.array(reasonSchema).max(500).default([]),
  preparedBy: wordsSchema.trim().min(1).max(120),
  approvedBy: wordsSchema.trim().min(1).max(120),
})
export type Submission = z.infer<typeof submissionSchema>

/** One revision of a unit as the pane needs it to continue. */
export const currentSubmissionSchema = z.strictObject({
  ...contentSchema.shape,
  id: z.guid(),
  revision: revisionNumber,
  receivedAt: instantSchema,
  digest: digestSchema,
  preparedBy: z.string(),
  approvedBy: z.string(),
  reasons: z.array(reasonSchema),
})
export type CurrentSubmission = z.infer<typeof currentSubmissionSchema>

/**
 * What counted of a unit in an earlier period, without words: nothing here is shown but figures. A line of a table stays
 * though all its cells are words, because lists are counted by their lines.
 */
export const earlierFiguresSchema = z.strictObject({
  period: z.string(),
  figures,
  tables: z.record(z.string(), z.record(z.string(), z.record(z.string(), wireFigureSchema))),
})
export type EarlierFigures = z.infer<typeof earlierFiguresSchema>

/** Counted from the inspection rounds of the year; never filled in without the unit. */
export const proposedFigureSchema = z.strictObject({
  at: z.string(),
  value: wireFigureSchema,
  words: z.string(),
})

/** GET /periods/:period/sheet: all a unit needs to fill its forms, offline afterwards. */
export const sheetAnswerSchema = z.strictObject({
  agency: agencySchema,
  unit: z.string(),
  period: periodSummarySchema,
  catalogue: z.string(),
  /** the agency's own word on rules; absent in answers kept from before there was any */
  ruleStandings: z.array(ruleStandingSchema).exactOptional(),
  /** groups declared to stand outside a ratio in this period */
  exclusions: z.array(exclusionSchema).exactOptional(),
  /** forms the unit fills, in the order of the annex */
  forms: z.array(z.string()),
  previous: contentSchema.nullable(),
  /**
   * what the unit filed for the period whose close is this one's opening, where that is not `previous`: for 6 months, 9
   * months and the year what closed on 14/12; null for months and quarters, and where nothing of it is stored
   */
  opening: z.strictObject({ period: z.string(), ...contentSchema.shape }).nullable(),
  samePeriodLastYear: contentSchema.nullable(),
  /** of the twelve periods of the same kind before this one, the oldest first; those without figures are left out */
  history: z.array(earlierFiguresSchema).max(12),
  /** what the months of a longer period come to; null for months, and where no month counts */
  rolledUp: rolledUpSchema.nullable(),
  /** figures the system can count itself, for the unit to take over: the place, the value, what was counted */
  proposed: z.array(proposedFigureSchema).exactOptional(),
  current: currentSubmissionSchema.nullable(),
  standing: unitStandingSchema,
})
export type SheetAnswer = z.infer<typeof sheetAnswerSchema>

export const receiptSchema = z.strictObject({
  id: z.guid(),
  unit: z.string(),
  period: z.string(),
  revision: revisionNumber,
  receivedAt: instantSchema,
  digest: digestSchema,
  state: z.enum(['submitted', 'dry-run']),
  preparedBy: z.string(),
  approvedBy: z.string(),
  report: validationReportSchema,
})
export type Receipt = z.infer<typeof receiptSchema>

/** `state` says what became of the revision; "superseded" is one that a newer one replaced before any decision. */
export const submissionSummarySchema = receiptSchema.omit({ report: true }).extend({
  state: z.enum(['submitted', 'accepted', 'returned', 'superseded']),
  review: reviewedSchema.nullable(),
})
export type SubmissionSummary = z.infer<typeof submissionSummarySchema>
