/** Alt + arrow: from finding to finding and to its cell, wherever in the pane the focus is. */
import { useEffect } from 'react'
import type { Place } from '../../../shared/place.ts'
import { goTo } from '../fill/opening.ts'
import type { State } from '../state.ts'
import { type Store, useStore } from '../store.ts'
import { bySheet, type Group, grouped, onlyOf, severities } from './findings.ts'
import { questionedFigures } from './questioned.ts'
import { findingsNow } from './server-findings.ts'

/** Something in the list that has a cell: a questioned figure or a finding. */
export type Stop = { readonly key: string; readonly at: Place }

export const questionedKey = (place: string): string => `?|${place}`

/** In the order of the list. */
export function stopsOf({ fill, check }: State): readonly Stop[] {
  const { book } = fill
  if (!book) return []
  const groups = onlyOf(grouped(findingsNow(check)), check.onlyForm)
  const stop = ({ key, finding }: Group): Stop => ({ key, at: finding.at })
  return [
    ...questionedFigures(book, check.review).map(({ place, text }) => ({
      key: questionedKey(text),
      at: place,
    })),
    ...severities.flatMap(severity =>
      bySheet(book.index, groups[severity]).flatMap(sheet => sheet.groups.map(stop)),
    ),
  ]
}

/**
 * Goes one stop on, round at the ends, and selects its cell.
 * @param from key of the stop that has the focus, when one has it
 * @returns whether there was anywhere to go
 */
export function step(store: Store, by: 1 | -1, from?: string): boolean {
  const stops = stopsOf(store.state())
  const { visited, review } = store.state().check
  const held = stops.findIndex(({ key }) => key === (from ?? visited?.key))
  // a finding that was mended leaves its place to the one after it
  const before = held >= 0 ? held : visited && by > 0 ? visited.index - 1 : visited?.index
  const start = before ?? (by > 0 ? -1 : stops.length)
  const index = (start + by + stops.length) % stops.length
  const next = stops[index]
  if (!next) return false
  store.dispatch({ type: 'tab-opened', tab: 'check' })
  store.dispatch({ type: 'finding-visited', visited: { key: next.key, index } })
  void goTo(store, review?.locate(next.at))
  return true
}

const steps: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 }

/** Listens while the unit's desk is open. Lists that open with the same keys keep them. */
export function useStepKeys(): void {
  const store = useStore()
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const by = event.altKey && !event.ctrlKey && !event.metaKey ? steps[event.key] : undefined
      const { target } = event
      if (!by || event.defaultPrevented || !(target instanceof Element)) return
      if (target.matches('select, [role=combobox]')) return
      const from = target.closest<HTMLElement>('[data-stop]')?.dataset.stop
      if (step(store, by, from)) event.preventDefault()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [store])
}
