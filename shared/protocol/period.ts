/** Periods and how far the units are with them. */
import * as z from 'zod'
import { instantSchema, isoDate, windowSchema, wordsSchema } from './figure.ts'
import { standingShape } from './review.ts'

/** Body of POST /periods. */
export const openPeriodSchema = z.strictObject({
  period: z.string(),
  window: windowSchema.optional(),
  dueDate: isoDate.optional(),
})
export type PeriodOpening = z.input<typeof openPeriodSchema>
/** Body of PATCH /periods/:period: lock, reopen with a note, set another due date. */
export const changePeriodSchema = z.strictObject({
  state: z.enum(['open', 'locked']).optional(),
  dueDate: isoDate.optional(),
  note: wordsSchema.trim().max(2000).default(''),
})
export type PeriodChange = z.input<typeof changePeriodSchema>

export const periodSummarySchema = z.strictObject({
  period: z.string(),
  name: z.string(),
  window: windowSchema,
  dueDate: isoDate,
  state: z.enum(['open', 'locked']),
  catalogue: z.string(),
})
export type PeriodSummary = z.infer<typeof periodSummarySchema>

const reminderKinds = ['due-soon', 'due-today', 'overdue'] as const
export type ReminderKind = (typeof reminderKinds)[number]

export const unitProgressSchema = z.strictObject({
  ...standingShape,
  unit: z.string(),
  name: z.string(),
  receivedAt: instantSchema.nullable(),
  preparedBy: z.string().nullable(),
  /** of the newest revision: warnings the unit explained, and remarks that need no reason; null before the first */
  findings: z.strictObject({ explained: z.number().int(), remarks: z.number().int() }).nullable(),
  /** by the first revision: a correction asked for later is not late; "awaited" until the due date has passed */
  timing: z.enum(['on-time', 'late', 'missing', 'awaited']),
  /** kinds of reminders made so far */
  reminders: z.array(z.strictObject({ kind: z.enum(reminderKinds), at: instantSchema })),
})
export type UnitProgress = z.infer<typeof unitProgressSchema>

const count = z.number().int().nonnegative()

/** GET /periods/:period/progress */
export const progressSchema = z.strictObject({
  period: periodSummarySchema,
  expected: count,
  /** units with a revision, whatever became of it */
  submitted: count,
  accepted: count,
  returned: count,
  late: count,
  missing: count,
  units: z.array(unitProgressSchema),
})
export type Progress = z.infer<typeof progressSchema>

/** Body of PUT /holidays/:year: all days off of the year besides weekends and the fixed public holidays. */
export const holidaysSchema = z.strictObject({
  days: z
    .array(z.strictObject({ day: isoDate, name: wordsSchema.trim().min(1).max(200) }))
    .max(100),
})
export const holidaysAnswerSchema = z.strictObject({
  year: z.number().int(),
  days: z.array(z.strictObject({ day: isoDate, name: z.string() })),
})
export type Holidays = z.infer<typeof holidaysAnswerSchema>
