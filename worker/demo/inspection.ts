/** The demo's inspection round, written as of the days on which it happened. Invented throughout. */
import type { ProblemWriting, Round, StatementWriting } from '../../shared/protocol.ts'

type Problem = NonNullable<ProblemWriting['problem']>
export type DemoInspection = {
  readonly id: string
  readonly openedAt: string
  readonly round: Round
  readonly statements: Readonly<
    Record<string, { readonly at: string } & Omit<StatementWriting, 'basedOn'>>
  >
  readonly found: readonly {
    readonly id: string
    readonly at: string
    readonly problem: Problem
    readonly resolvedAt?: string
    readonly resolved?: Partial<Problem>
  }[]
  readonly judgedAt: string
  readonly judgement: object
  readonly concludedAt: string
}
/** @param unit null: the office */
export type Put = (at: string, unit: string | null, path: string, body: object) => Promise<unknown>

export async function writeInspection(demo: DemoInspection, put: Put): Promise<void> {
  const { round, statements, found, judgement } = demo
  const path = `/inspections/${demo.id}`
  await put(demo.openedAt, null, path, { basedOn: 0, round })
  for (const [unit, { at, ...said }] of Object.entries(statements))
    await put(at, unit, `${path}/units/${unit}/statement`, { basedOn: 0, ...said })
  for (const { id, at, problem } of found)
    await put(at, null, `${path}/problems/${id}`, { basedOn: 0, problem })
  await put(demo.judgedAt, null, `${path}/judgement`, { basedOn: 0, ...judgement })
  const concluded = { ...round, state: 'concluded' }
  await put(demo.concludedAt, null, path, { basedOn: 1, round: concluded })
  for (const { id, problem, resolvedAt, resolved } of found)
    if (resolvedAt !== undefined)
      await put(resolvedAt, null, `${path}/problems/${id}`, {
        basedOn: 1,
        problem: { ...problem, ...resolved },
      })
}
