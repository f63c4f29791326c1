/** Why the unit cannot submit yet: the first thing to do, or null when nothing is in the way. */
import type { Counts } from '../check/findings.ts'
import type { Names } from './submission.ts'

export type Obstacle =
  | {
      readonly kind:
        | 'locked'
        | 'outdated'
        | 'not-read'
        | 'empty'
        | 'unchanged'
        | 'names'
        | 'approval'
    }
  | { readonly kind: 'errors' | 'reasons'; readonly count: number }

export type Readiness = {
  readonly locked: boolean
  /** the workbook stands on another revision than the unit's newest, and nobody has chosen yet */
  readonly outdated: boolean
  /** null while the workbook has not been read */
  readonly counts: Counts | null
  readonly empty: boolean
  /** there is something the current revision does not say */
  readonly changed: boolean
  readonly names: Names
  readonly approved: boolean
}

export function obstacle({
  locked,
  outdated,
  counts,
  empty,
  changed,
  names,
  approved,
}: Readiness): Obstacle | null {
  if (locked) return { kind: 'locked' }
  if (outdated) return { kind: 'outdated' }
  if (!counts) return { kind: 'not-read' }
  if (empty) return { kind: 'empty' }
  if (counts.errors > 0) return { kind: 'errors', count: counts.errors }
  if (counts.unexplained > 0) return { kind: 'reasons', count: counts.unexplained }
  if (!changed) return { kind: 'unchanged' }
  if (!names.preparedBy.trim() || !names.approvedBy.trim()) return { kind: 'names' }
  return approved ? null : { kind: 'approval' }
}
