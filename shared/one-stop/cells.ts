/** From the columns of the file to those of the form: parts added up, and what covers several columns kept undivided. */
import type { Undivided } from '../protocol/one-stop.ts'
import type { FileColumn } from './headings.ts'
import type { FileLine } from './lines.ts'
import { columnsOf } from './vocabulary.ts'

export type LineCells = {
  readonly cells: Readonly<Record<string, number>>
  readonly undivided: readonly Undivided[]
  /** sums of the file that stand beside their parts and can only be checked */
  readonly beside: readonly Undivided[]
  /** columns of the form whose cell in the file is blank */
  readonly blank: readonly string[]
}

/** @param keys columns the form has */
export function cellsOf(
  line: FileLine,
  columns: readonly FileColumn[],
  keys: ReadonlySet<string>,
): LineCells {
  const cells: Record<string, number> = {}
  const blank = new Set<string>()
  const sums: Undivided[] = []
  for (const { at, heading, means } of columns) {
    const stand = columnsOf[means].filter(key => keys.has(key))
    const [key] = stand
    if (key === undefined) continue
    const count = line.counts.get(at)
    if (count === undefined) for (const one of stand) blank.add(one)
    else if (stand.length > 1) sums.push({ heading, columns: [...stand], sum: count })
    else cells[key] = (cells[key] ?? 0) + count
  }
  // a part that is blank leaves its whole unknown
  for (const key of blank) delete cells[key]
  const [beside, open] = [
    sums.filter(sum => told(sum, cells)),
    sums.filter(sum => !told(sum, cells)),
  ]
  const undivided = open.flatMap(one => divided(one, cells))
  return { cells, undivided, beside, blank: [...blank] }
}

const told = ({ columns, sum }: Undivided, cells: Readonly<Record<string, number>>): boolean =>
  columns.every(key => cells[key] !== undefined) ||
  columns.reduce((left, key) => left - (cells[key] ?? 0), sum) < 0

/** What the sum already tells is no guess: nothing divides into nothing, and one unknown part is the rest. */
function divided(one: Undivided, cells: Record<string, number>): Undivided[] {
  const open = one.columns.filter(key => cells[key] === undefined)
  const rest = one.columns.reduce((left, key) => left - (cells[key] ?? 0), one.sum)
  if (rest > 0 && open.length > 1) return [one]
  for (const key of open) cells[key] = rest
  return []
}

export type Identity = {
  readonly whole: string
  readonly parts: readonly string[]
}
/** 3 = 4 + 5 + 6, 7 = 8 + 9 + 10, 11 = 12 + 13 of II.06a (domain §2.2). */
export const identities: readonly Identity[] = [
  { whole: 'received_total', parts: ['received_online', 'received_direct', 'carried_over'] },
  { whole: 'resolved_total', parts: ['resolved_early', 'resolved_on_time', 'resolved_late'] },
  { whole: 'pending_total', parts: ['pending_in_time', 'pending_overdue'] },
]
/** 3 = 7 + 11 */
export const balance: Identity = {
  whole: 'received_total',
  parts: ['resolved_total', 'pending_total'],
}
