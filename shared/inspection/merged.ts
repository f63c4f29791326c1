/** What the units of a round say, item by item: each unit's answer in the order of the round, and the figures added up. */
import { type Figure, fromWire, notReported, quantity } from '../figure.ts'
import type { ItemAnswer, Round } from '../protocol/inspection.ts'
import { isBlank } from './faults.ts'
import type { FormItem, InspectionForm } from './form.ts'

export type Statements = ReadonlyMap<string, Readonly<Record<string, ItemAnswer>>>
export type UnitAnswer = {
  readonly unit: string
  readonly statement: string
  readonly evidence: string
  readonly figure: Figure
}
export type MergedItem = {
  readonly item: FormItem
  /** of units that said anything; words trimmed */
  readonly answers: readonly UnitAnswer[]
  /** sum of the figures; not reported where no unit gave one, none or not applicable where all that did say so */
  readonly total: Figure
}

/** @param statements unit → item → answer; units that have not reported are left out */
export const mergedItems = (
  form: InspectionForm,
  units: Round['units'],
  statements: Statements,
): MergedItem[] =>
  form.items.map(item => {
    const answers = units.flatMap(({ unit }): UnitAnswer[] => {
      const answer = statements.get(unit)?.[item.code]
      if (!answer || isBlank(answer)) return []
      const { statement, evidence, figure } = answer
      return [{ unit, statement, evidence, figure: fromWire(figure) }]
    })
    return { item, answers, total: sumOf(answers.map(({ figure }) => figure)) }
  })

function sumOf(figures: readonly Figure[]): Figure {
  const reported = figures.filter(({ state }) => state !== 'not-reported')
  const counted = reported.flatMap(figure => quantity(figure) ?? [])
  if (reported.some(({ state }) => state === 'number'))
    return { state: 'number', value: counted.reduce((sum, n) => sum + n, 0) }
  return reported.find(({ state }) => state === 'none') ?? reported[0] ?? notReported
}
