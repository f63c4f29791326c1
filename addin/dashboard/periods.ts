/** The periods there are to choose from: those of the newest years, and of earlier ones once somebody asks for them. */
import { useState } from 'react'
import { isPeriodKey } from '../../shared/period.ts'
import { periodsPath } from './paths.ts'
import { useAnswer } from './using.ts'

/** The server answers with three years that have periods, as long as there are so many. */
const yearsAnswered = 3
const yearsOf = (list: readonly { readonly period: string }[]): number[] =>
  [...new Set(list.map(({ period }) => Number(period.slice(0, 4))))].sort((a, b) => a - b)

/** @param asked the period the address names: where it is of an earlier year, that is looked up too */
export function usePeriods(agency: string | null, asked: string | null) {
  const to = (year: number | null) =>
    agency === null || year === null ? null : periodsPath(agency, year)
  const newest = useAnswer(agency === null ? null : periodsPath(agency))
  const [oldest] = yearsOf(newest.value ?? [])
  const year = asked !== null && isPeriodKey(asked) ? Number(asked.slice(0, 4)) : null
  const isEarlier = year !== null && oldest !== undefined && year < oldest
  const named = useAnswer(to(isEarlier ? year : null))
  /** the last year of those somebody looked back to */
  const [until, setUntil] = useState<number | null>(null)
  const earlier = useAnswer(to(until))
  const last = yearsOf((until === null ? newest : earlier).value ?? [])
  const [first] = last
  const lists = [newest, earlier, named].flatMap(({ value }) => value ?? [])
  return {
    /** waits for the years of the one the address names */
    opened: isEarlier && !named.value ? named : newest,
    periods: [...new Set(lists.map(({ period }) => period))],
    /** asks for the three years before; null: there are none */
    lookBack:
      first !== undefined && last.length === yearsAnswered ? () => setUntil(first - 1) : null,
  }
}
