/** Keeps the focus in the list while findings come and go: what is mended hands it to the next one, never to the page. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { usePart } from '../store.ts'
import type { Visited } from './state.ts'

/** Coming back to the list later must not take the focus again. */
const reached = new WeakSet<Visited>()

const stopsIn = (list: HTMLElement): HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('[data-stop]'),
]
const focusOf = (stop: HTMLElement | undefined) =>
  stop?.querySelector<HTMLElement>('[data-finding]') ?? undefined

/** @param rest takes the focus when the last finding is gone */
export function useFocusKeeping(
  list: RefObject<HTMLElement | null>,
  rest: RefObject<HTMLElement | null>,
): void {
  const visited = usePart(state => state.check.visited)
  const held = useRef<{ readonly key: string; readonly index: number } | null>(null)

  // before anything takes the focus, so that the first to take it is known
  useEffect(() => {
    const entered = ({ target }: FocusEvent) => {
      const stop = target instanceof Element ? target.closest<HTMLElement>('[data-stop]') : null
      const index = stop && list.current ? stopsIn(list.current).indexOf(stop) : -1
      held.current = stop && index >= 0 ? { key: stop.dataset.stop ?? '', index } : null
    }
    document.addEventListener('focusin', entered)
    return () => document.removeEventListener('focusin', entered)
  }, [list])

  useEffect(() => {
    if (!visited || !list.current || reached.has(visited)) return
    reached.add(visited)
    const button = focusOf(stopsIn(list.current).find(stop => stop.dataset.stop === visited.key))
    button?.focus()
    button?.scrollIntoView({ block: 'nearest' })
  }, [list, visited])

  // after every change of the list, and when the person comes back from the sheet
  const restore = () => {
    const { activeElement } = document
    if (!held.current || !list.current || (activeElement && activeElement !== document.body)) return
    // taking the focus while somebody types in the sheet would swallow what they type
    if (!document.hasFocus()) return
    const stops = stopsIn(list.current)
    const same = stops.find(stop => stop.dataset.stop === held.current?.key)
    const next = focusOf(same ?? stops[Math.min(held.current.index, stops.length - 1)])
    ;(next ?? rest.current)?.focus()
  }
  useLayoutEffect(restore)
  useEffect(() => {
    addEventListener('focus', restore)
    return () => removeEventListener('focus', restore)
  })
}
