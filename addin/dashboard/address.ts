/**
 * What is looked at, kept in the address (?agency=&period=&unit=) so that it can be bookmarked, passed on and gone back
 * to. Never a code, never a token.
 */
import { useCallback, useSyncExternalStore } from 'react'

export type Filters = {
  readonly agency: string | null
  readonly period: string | null
  readonly unit: string | null
}

const names = ['agency', 'period', 'unit'] as const satisfies readonly (keyof Filters)[]

export function filtersIn(search: string): Filters {
  const given = new URLSearchParams(search)
  const named = (name: keyof Filters) => given.get(name)?.trim().slice(0, 80) || null
  return { agency: named('agency'), period: named('period'), unit: named('unit') }
}

/** "?agency=…&period=…", "" without any. */
export function searchOf(filters: Filters): string {
  const said = new URLSearchParams()
  for (const name of names) if (filters[name]) said.set(name, filters[name])
  const text = said.toString()
  return text === '' ? '' : `?${text}`
}

/** A unit belongs to its agency. */
export function changed(filters: Filters, change: Partial<Filters>): Filters {
  const moved = change.agency !== undefined && change.agency !== filters.agency
  return { ...filters, ...(moved ? { unit: null } : {}), ...change }
}

const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('popstate', listener)
  }
}

/** The filters of the address, and how to change some of them; every change can be gone back from. */
export function useFilters(): readonly [Filters, (change: Partial<Filters>) => void] {
  const search = useSyncExternalStore(subscribe, () => location.search)
  const change = useCallback((to: Partial<Filters>) => {
    const next = searchOf(changed(filtersIn(location.search), to))
    if (next === location.search) return
    history.pushState(null, '', `${location.pathname}${next}`)
    tell()
  }, [])
  return [filtersIn(search), change]
}
