/** What a view needs of a paper: what stands in its fields, and putting a letter into one. */
import { useMemo } from 'react'
import { usePart, useStore } from '../store.ts'
import { at, savedOf } from './papers.ts'
import type { Paper, PaperKind, Typed } from './state.ts'
import { isStale, write, writingOf } from './writing.ts'

export const paperOf = (kind: PaperKind, round: string, id = ''): Paper => ({ kind, round, id })

const nothing: Typed = {}

/** @param first what a paper begins with that nobody has written yet; must stay the same object */
export function usePaper(paper: Paper, first: Typed = nothing) {
  const store = useStore()
  const inspection = usePart(state => state.inspection)
  const writing = writingOf(inspection, paper)
  const { answer, problems } = inspection
  const saved = useMemo(() => savedOf({ answer, problems }, paper), [answer, problems, paper])
  const typed = writing?.typed ?? (saved.number === 0 ? first : saved.typed)
  return {
    writing,
    saved,
    typed,
    stale: isStale(inspection, paper),
    sending: inspection.sending !== null,
    text: (name: string) => at(typed, name),
    put: (changed: Typed) => write(store, paper, changed, first),
  }
}

/** The agency's units as the office's board knows them. */
export function useUnits() {
  const units = usePart(state => state.board.progress?.units)
  return useMemo(() => {
    const known = (units ?? []).map(({ unit, name }) => ({ unit, name }))
    const names = new Map(known.map(({ unit, name }) => [unit, name]))
    return { units: known, nameOf: (unit: string) => names.get(unit) ?? unit }
  }, [units])
}
