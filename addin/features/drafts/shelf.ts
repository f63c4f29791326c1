/**
 * What this machine keeps over a crash or a closed pane: a few boxes of entries under keys. Where the machine refuses,
 * the window keeps them as long as it lives, and nobody is told that they are safe.
 */
import type { Kept } from '../kept.ts'

export const boxes = [
  'drafts',
  'outbox',
  'receipts',
  'names',
  'books',
  'periods',
  'narratives',
  'inspections',
  'plans',
] as const
export type Box = (typeof boxes)[number]

/** Days nothing is kept beyond: as long as a figure may still be asked for, a quarter and its correction. */
export const longestDays = 120

export type Shelf = {
  /** every entry of a box, in no order; empty when the machine refuses */
  all<T>(box: Box): Promise<readonly T[]>
  /** null forgets. @returns whether a crash of the machine's programs leaves it there */
  write(box: Box, key: string, value: unknown): Promise<boolean>
}

export const windowShelf = (kept: Kept): Shelf => {
  const entries = <T>(box: Box) => kept.read<Record<string, T>>(box) ?? {}
  return {
    all: async <T>(box: Box) => Object.values(entries<T>(box)),
    write: async (box, key, value) => {
      const { [key]: _before, ...others } = entries<unknown>(box)
      kept.write(box, value === null ? others : { ...others, [key]: value })
      return false
    },
  }
}
