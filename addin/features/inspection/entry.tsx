/** The way to the inspections from a unit's desk, with what is due; nothing where the unit is part of none. */
import { useEffect } from 'react'
import { printDate } from '../../../shared/period.ts'
import type { ProblemList, RoundSummary } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { usePart, useStore } from '../store.ts'
import { focusOnLeft } from '../work/returning.ts'
import { EntryLine } from '../work/unit-entry.tsx'
import { loadRounds } from './rounds.ts'
import { dueWords } from './standing.tsx'

export default function InspectionEntry() {
  const store = useStore()
  const list = usePart(state => state.inspection.list)
  const problems = usePart(state => state.inspection.problems)
  const shown = list !== null && list.length > 0
  useEffect(() => void loadRounds(store), [store])
  useEffect(() => {
    if (shown) focusOnLeft()
  }, [shown])
  if (!shown) return null
  return <EntryLine work="inspection" words={entryWords(list, problems ?? [])} />
}

/** What is to be done next: a report that is missing, then what is to be put right; otherwise only the name. */
function entryWords(list: readonly RoundSummary[], problems: ProblemList): string {
  const words = works().inspection.entry
  const awaited = list.find(({ state, stated }) => state === 'open' && stated === 0)
  if (awaited) return words.report(dueWords(awaited.dueDate, Date.now()))
  const [first] = problems
  if (!first) return words.name
  const late = problems.filter(({ standing }) => standing === 'overdue').length
  return late > 0
    ? words.overdue(problems.length, late)
    : words.problems(problems.length, printDate(first.dueDate))
}
