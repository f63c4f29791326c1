/** What was written in the pane for a period, kept while the window lives: reasons, names, an unanswered submission. */
import type { Reasons } from '../check/reasons.ts'
import type { Book } from '../fill/book.ts'
import type { Kept } from '../kept.ts'
import type { Names, Pending } from './submission.ts'

type Draft = { readonly of: string; readonly reasons: [string, string][]; readonly names: Names }

const owner = ({ identity: { agency, unit, period } }: Book) => `${agency}/${unit}/${period}`

export function readDraft(
  kept: Kept,
  book: Book,
): { reasons: Reasons; names: Names | null; pending: Pending | null } {
  const draft = kept.read<Draft>('draft')
  const own = draft?.of === owner(book) ? draft : null
  const pending = kept.read<Pending>('pending')
  const { unit, period } = book.identity
  return {
    reasons: new Map(own?.reasons),
    names: own?.names ?? null,
    pending: pending?.unit === unit && pending.period === period ? pending : null,
  }
}

export function keepDraft(kept: Kept, book: Book, reasons: Reasons, names: Names): void {
  const draft: Draft = { of: owner(book), reasons: [...reasons], names }
  kept.write('draft', draft)
}
