/** Whoever comes back from a work finds the line they opened it with. */
import type { Work } from './state.ts'

export const lineId = (work: Work): string => `work-${work}`

let left: Work | null = null

export function leave(work: Work | null): void {
  left = work
}

/** Once the lines stand there again; some come later than others. */
export function focusOnLeft(): void {
  const line = left && document.getElementById(lineId(left))
  if (!line) return
  line.focus()
  left = null
}
