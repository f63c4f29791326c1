/** An inspection round as its latest editions say: from rows of the database to what goes over the wire and onto paper. */
import { type InspectionForm, inspectionForm } from '../../shared/inspection/form.ts'
import { problemStanding } from '../../shared/inspection/standing.ts'
import { dateInVietnam } from '../../shared/period.ts'
import type {
  FoundProblem,
  InspectionAnswer,
  JudgementWriting,
  ProblemWriting,
  Round,
  StatementWriting,
} from '../../shared/protocol.ts'
import type { StandingRow } from '../store/inspections.ts'

/** What is stored of a round: the version of the form stays that of its first edition. */
export type RoundDocument = { readonly form: string; readonly round: Round }
export type StatementDocument = Omit<StatementWriting, 'basedOn'>
export type ProblemDocument = NonNullable<ProblemWriting['problem']>
export type JudgementDocument = Omit<JudgementWriting, 'basedOn'>

type Edited = { readonly number: number; readonly by: string; readonly at: string }
export type Inspection = Edited & {
  readonly id: string
  readonly form: InspectionForm
  readonly round: Round
  readonly statements: readonly (Edited & StatementDocument & { readonly unit: string })[]
  readonly problems: readonly KeptProblem[]
  readonly judgement: JudgementDocument & { readonly number: number }
}
export type KeptProblem = Edited &
  ProblemDocument & { readonly id: string; readonly round: string; readonly begunAt: string }

const edited = ({ number, editedBy, editedAt }: StandingRow): Edited => ({
  number,
  by: editedBy,
  at: editedAt,
})
/** The boundary: written by the routes from bodies their schemas had accepted. */
const documentOf = <T>({ document }: StandingRow): T | null =>
  document === null ? null : (JSON.parse(document) as T)

/** @param rows all of one round; undefined when there is no such round */
export function inspectionFrom(rows: readonly StandingRow[]): Inspection | undefined {
  const row = rows.find(({ part }) => part === 'round')
  const document = row && documentOf<RoundDocument>(row)
  if (!row || !document) return undefined
  const judged = rows.find(({ part }) => part === 'judgement')
  return {
    ...edited(row),
    id: row.round,
    form: inspectionForm(document.form),
    round: document.round,
    statements: rows.flatMap(one => {
      const said = one.part === 'statement' ? documentOf<StatementDocument>(one) : null
      return said ? [{ ...edited(one), ...said, unit: one.name }] : []
    }),
    problems: problemsFrom(rows),
    judgement: {
      ...((judged && documentOf<JudgementDocument>(judged)) ?? { units: {}, requests: '' }),
      number: judged?.number ?? 0,
    },
  }
}

/** Those that were not withdrawn, of any rounds, in the order they were first recorded. */
export const problemsFrom = (rows: readonly StandingRow[]): KeptProblem[] =>
  rows
    .flatMap(row => {
      const problem = row.part === 'problem' ? documentOf<ProblemDocument>(row) : null
      const { name: id, round, begunAt } = row
      return problem ? [{ ...edited(row), ...problem, id, round, begunAt }] : []
    })
    .sort((a, b) => a.begunAt.localeCompare(b.begunAt) || a.id.localeCompare(b.id))

/** @param today in Vietnam */
export const problemOnWire = (
  { begunAt: _, ...problem }: KeptProblem,
  today: string,
): FoundProblem => ({ ...problem, standing: problemStanding(problem, today) })

/** The day a problem counts as found: that of the visit, and never later than the one on which it was first recorded. */
export function foundOn({ unit, begunAt }: KeptProblem, round: Round | undefined): string {
  const recordedOn = dateInVietnam(Date.parse(begunAt))
  const visitOn = round?.units.find(one => one.unit === unit)?.visitOn ?? recordedOn
  return visitOn < recordedOn ? visitOn : recordedOn
}

/** Units that a round can no longer do without. */
export const spokenUnits = ({ statements, problems }: Inspection): ReadonlySet<string> =>
  new Set([...statements, ...problems].map(({ unit }) => unit))

/** @param unit who asks, and sees only what is its own; null: the office @param today in Vietnam */
export function inspectionOnWire(
  { form, ...inspection }: Inspection,
  unit: string | null,
  today: string,
): InspectionAnswer {
  const seen = <T extends { readonly unit: string }>(all: readonly T[]): T[] =>
    all.filter(one => unit === null || one.unit === unit)
  const { units, ...judgement } = inspection.judgement
  const own = Object.entries(units).filter(([key]) => unit === null || key === unit)
  return {
    ...inspection,
    groups: form.groups,
    items: form.items.map(({ within: _, measure = null, ...item }) => ({ ...item, measure })),
    statements: seen(inspection.statements),
    problems: seen(inspection.problems).map(one => problemOnWire(one, today)),
    judgement: { ...judgement, units: Object.fromEntries(own) },
  }
}
