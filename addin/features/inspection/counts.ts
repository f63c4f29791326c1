/** How far a round is, as both sides count it. */
import type { InspectionAnswer } from '../../../shared/protocol.ts'
import { isAnswered, typedStatement } from './papers.ts'
import type { Typed } from './state.ts'

/** Items with anything in them. */
export const answeredIn = (typed: Typed, items: InspectionAnswer['items']): number =>
  items.filter(({ code }) => isAnswered(typed, code)).length

export type UnitCount = {
  readonly unit: string
  readonly visitOn: string | null
  /** null: has not reported itself */
  readonly answered: number | null
  readonly problems: number
  readonly resolved: number
}

export const unitCounts = ({ round, statements, items, problems }: InspectionAnswer): UnitCount[] =>
  round.units.map(({ unit, visitOn }) => {
    const statement = statements.find(one => one.unit === unit)
    const own = problems.filter(one => one.unit === unit)
    return {
      unit,
      visitOn,
      answered: statement ? answeredIn(typedStatement(statement), items) : null,
      problems: own.length,
      resolved: own.filter(({ resolvedOn }) => resolvedOn !== null).length,
    }
  })

/** Whether an item is the first of its part of the group. */
export const beginsPart = (items: InspectionAnswer['items'], nth: number): boolean =>
  items[nth]?.part !== items[nth - 1]?.part

/** The groups of the form with their items, those without any left out. */
export const groupsOf = ({ groups, items }: InspectionAnswer) =>
  groups
    .map(group => ({ ...group, items: items.filter(item => item.group === group.code) }))
    .filter(group => group.items.length > 0)
