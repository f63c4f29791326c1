/**
 * Rows 2.1.1–2.2.2 of CCHC-1 as they follow from the inspection rounds, offered to the office and never filled in for it.
 * Units are counted over the year so far (`overPeriods` last), problems in the window (`overPeriods` sum); of the problems
 * resolved only those found in the same window are counted, because 2.2.2 is a part of 2.2.1.
 */
import type { WireFigure } from '../figure.ts'
import { parsePeriod, statutoryWindow, type Window } from '../period.ts'
import { inspectionWords } from './words.ts'

export type InspectedRound = {
  readonly state: 'draft' | 'open' | 'concluded'
  readonly units: readonly { readonly unit: string; readonly visitOn: string | null }[]
}
export type CountedProblem = {
  /** the day of the visit, or the day it was recorded where no visit is dated */
  readonly foundOn: string
  readonly resolvedOn: string | null
}
/** A figure for the place, with what was counted in words. */
export type Proposal = { readonly at: string; readonly value: WireFigure; readonly words: string }

const rows = ['units_total', 'units_inspected', 'issues_found', 'issues_resolved'] as const
export const inspectionRows: readonly string[] = rows

/**
 * @param units keys of all units of the agency
 * @param period whose figures are wanted @param window its data window
 * @returns nothing while the year has no visit and the window no problem
 */
export function inspectionFigures(
  units: readonly string[],
  rounds: readonly InspectedRound[],
  problems: readonly CountedProblem[],
  period: string,
  window: Window,
): Proposal[] {
  // the year of reports, 15/12 to 14/12, so that the months of a year are its parts
  const year = statutoryWindow(`${parsePeriod(period).year}-Y`)
  const visited = new Set(
    rounds
      .filter(({ state }) => state !== 'draft')
      .flatMap(round => round.units)
      .filter(({ visitOn }) => visitOn !== null && visitOn >= year.from && visitOn <= window.to)
      .map(({ unit }) => unit)
      .filter(unit => units.includes(unit)),
  )
  const within = (day: string | null) => day !== null && day >= window.from && day <= window.to
  const found = problems.filter(({ foundOn }) => within(foundOn))
  const doneBy = ({ resolvedOn }: CountedProblem) => resolvedOn !== null && resolvedOn <= window.to
  const resolved = found.filter(doneBy)
  // resolved in this window, found before it: said, so that nobody misses them, but counted where they were found
  const earlier = problems.filter(one => one.foundOn < window.from && within(one.resolvedOn)).length
  if (visited.size === 0 && found.length === 0 && earlier === 0) return []
  const words = inspectionWords.proposals
  const none = { state: 'none' } as const
  const [total, inspected, came, went] = [units.length, visited.size, found.length, resolved.length]
  return [
    { at: rows[0], value: total, words: words.unitsTotal(total) },
    { at: rows[1], value: inspected, words: words.unitsInspected(inspected, year.from, window.to) },
    { at: rows[2], value: came || none, words: words.issuesFound(came, window) },
    {
      at: rows[3],
      value: came === 0 ? none : went,
      words: words.issuesResolved(went, came, window.to, earlier),
    },
  ]
}
