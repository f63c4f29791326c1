/**
 * Everything on the wire, version 1. The worker parses with these schemas; the pane only takes the types, so the schema
 * library stays out of its bundle.
 */
import * as z from 'zod'
import { type Agency, agencySchema } from './agency.ts'
import type { Catalogue } from './catalogue/catalogue.ts'
import type { WireContent } from './content.ts'
import type { WireFigure } from './figure.ts'
import type { Finding, Outcome } from './rules/engine.ts'

export const wireFigureSchema = z.union([
  z.number(),
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({ state: z.literal('not-applicable'), why: z.string().trim().min(1).max(500) }),
])
const cell = z.union([wireFigureSchema, z.string().max(2000)])
const isoDate = z.iso.date()

export const windowSchema = z.strictObject({ from: isoDate, to: isoDate })
export const reasonSchema = z.strictObject({
  rule: z.string().max(60),
  at: z.string().max(200),
  text: z.string().max(2000),
})

/** Body of PUT …/submissions/:id. Key and kind checks against the catalogue follow in the worker. */
export const submissionSchema = z.strictObject({
  catalogue: z.string().max(60),
  basedOn: z.number().int().positive().nullable(),
  window: windowSchema,
  figures: z.record(z.string(), wireFigureSchema).default({}),
  tables: z.record(z.string(), z.record(z.string(), z.record(z.string(), cell))).default({}),
  narrative: z.record(z.string(), z.string().max(20_000)).default({}),
  reasons: z.array(reasonSchema).max(500).default([]),
  preparedBy: z.string().trim().min(1).max(120),
  approvedBy: z.string().trim().min(1).max(120),
})
export type Submission = z.infer<typeof submissionSchema>

export const roles = ['unit', 'clerk', 'dashboard', 'admin'] as const
export type Role = (typeof roles)[number]
export const signInSchema = z.strictObject({ code: z.string().min(1).max(80) })
export type Who = {
  agency: string
  agencyName: string
  unit: string | null
  role: Role
  name: string
}
export type Session = { token: string; expiresAt: string; who: Who }

export const openPeriodSchema = z.strictObject({
  period: z.string(),
  window: windowSchema.optional(),
  dueDate: isoDate.optional(),
})
export const lockPeriodSchema = z.strictObject({
  state: z.enum(['open', 'locked']),
  note: z.string().trim().max(2000).default(''),
})

export type PeriodSummary = {
  period: string
  name: string
  window: { from: string; to: string }
  dueDate: string
  state: 'open' | 'locked'
  catalogue: string
}

/** GET /catalogue?period= */
export type CatalogueAnswer = Catalogue

/** One revision of a unit as the pane needs it to continue. */
export type CurrentSubmission = WireContent & {
  id: string
  revision: number
  receivedAt: string
  digest: string
  preparedBy: string
  approvedBy: string
  reasons: { rule: string; at: string; text: string }[]
}

/** GET /periods/:period/sheet: all a unit needs to fill its forms, offline afterwards. */
export type SheetAnswer = {
  agency: Agency
  unit: string
  period: PeriodSummary
  catalogue: string
  /** forms the unit fills, in the order of the annex */
  forms: string[]
  previous: WireContent | null
  samePeriodLastYear: WireContent | null
  current: CurrentSubmission | null
}

export type ValidationReport = {
  schema: 'cchc-validation-report/1'
  run: { time: string; ruleset: string; trigger: 'check' | 'submit' }
  subject: {
    agency: string
    unit: string
    period: string
    window: [string, string]
    revision: number | null
    sha256: string
  }
  verdict: Outcome['verdict']
  counts: Outcome['counts']
  truncated: null
  results: readonly Finding[]
  aggregates: Outcome['aggregates']
}

export type Receipt = {
  id: string
  unit: string
  period: string
  revision: number
  receivedAt: string
  digest: string
  state: 'submitted' | 'dry-run'
  preparedBy: string
  approvedBy: string
  report: ValidationReport
}

export type SubmissionSummary = Omit<Receipt, 'report'>

export type UnitProgress = {
  unit: string
  name: string
  state: 'not-started' | 'submitted'
  revision: number | null
  receivedAt: string | null
  preparedBy: string | null
  late: boolean
}
export type Progress = {
  period: PeriodSummary
  submitted: number
  expected: number
  units: UnitProgress[]
}

export type WireContribution<T> = { unit: string; revision: number; value: T }
export type ConsolidatedFigure = {
  /** null: not reported by anyone yet */
  value: WireFigure | null
  coverage: { expected: number; reported: number }
  previous: WireFigure | null
  samePeriodLastYear: WireFigure | null
  contributions: WireContribution<WireFigure>[]
}
export type WireCells = Record<string, WireFigure | string>
export type ConsolidatedTable = {
  rows: Record<
    string,
    { name: string; cells: WireCells; contributions: WireContribution<WireCells>[] }
  >
  total: Record<string, ConsolidatedFigure>
}
/** GET /periods/:period/consolidation */
export type Consolidation = {
  agency: string
  period: string
  catalogue: string
  digest: string
  asOf: string
  state: 'provisional' | 'final'
  window: { from: string; to: string }
  units: { unit: string; name: string; state: UnitProgress['state']; revision: number | null }[]
  figures: Record<string, ConsolidatedFigure>
  tables: Record<string, ConsolidatedTable>
  narrative: Record<string, WireContribution<string>[]>
  findings: readonly Finding[]
}

/** RFC 9457 problem with pointers into the request body. */
export type ProblemDocument = {
  type: string
  title: string
  status: number
  detail?: string
  instance?: string
  errors?: { pointer: string; detail: string }[]
  report?: ValidationReport
  [extension: string]: unknown
}

export { agencySchema }
