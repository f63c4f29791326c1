/** A consolidation in which every figure the standard sentences tell has a given value, for tests of the wording. */
import type { ConsolidatedFigure, Consolidation } from '../../shared/protocol.ts'
import { type Statement, statementsOf } from '../../shared/report/prose.ts'
import { type Clause, sentences } from '../../shared/report/sentences.ts'
import { index } from '../fixtures/bac-giang.ts'

export const everyClause = (clauses: readonly Clause[]): readonly Clause[] =>
  clauses.flatMap(clause => [
    clause,
    ...everyClause(clause[3] ? ('among' in clause[3] ? clause[3].among : clause[3].against) : []),
  ])

/** Every figure a sentence tells, "FORM.column" for totals. */
export const told = everyClause(sentences.flatMap(({ clauses }) => clauses)).map(([key]) => key)

export const figure = (value: ConsolidatedFigure['value']): ConsolidatedFigure => ({
  value,
  unit: null,
  status: 'provisional',
  coverage: { expected: 1, reported: 1 },
  previous: null,
  samePeriodLastYear: null,
  contributions: [],
})

export type Values = (key: string) => ConsolidatedFigure['value']

export function consolidated(values: Values): Pick<Consolidation, 'period' | 'figures' | 'tables'> {
  const total: Record<string, ConsolidatedFigure> = {}
  const figures: Record<string, ConsolidatedFigure> = {}
  for (const key of told) {
    const [form = '', column] = key.split('.')
    if (column === undefined) figures[form] = figure(values(key))
    else total[column] = figure(values(key))
  }
  return { period: '2025-M04', figures, tables: { 'KSTT-06a': { columns: {}, rows: {}, total } } }
}

export const statements = (values: Values): Statement[] =>
  statementsOf(index, consolidated(values), 'Sở Công Thương')
