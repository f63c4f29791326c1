/**
 * What the clerk has begun to write about a report, kept while the window lives: closing the report, turning to another
 * period or closing the pane must not cost a note half written.
 */
import type { Store } from '../store.ts'
import type { ReviewState } from './state.ts'

export type Note = Pick<ReviewState, 'note' | 'questioned' | 'returning'>

export const notesBox = 'review.notes'
type Notes = Readonly<Record<string, Note>>

function keyOf(store: Store, unit: string): string {
  const { access, periods } = store.state()
  const { agency, name } = access.session?.who ?? {}
  return [agency, name, periods.chosen, unit].join('/')
}

export const noteFor = (store: Store, unit: string): Note | null =>
  store.kept.read<Notes>(notesBox)?.[keyOf(store, unit)] ?? null

/** Keeps what is written as it is written. @returns stop */
export function keepNotes(store: Store): () => void {
  let before = store.state().review
  return store.subscribe(() => {
    const { review } = store.state()
    const same = (['note', 'questioned', 'returning'] as const).every(
      part => before[part] === review[part],
    )
    const stays = before.unit === review.unit
    before = review
    // a report that is being opened or closed says nothing about its note
    if (same || !stays || review.unit === null) return
    const { note, questioned, returning } = review
    const { [keyOf(store, review.unit)]: _old, ...others } = store.kept.read<Notes>(notesBox) ?? {}
    const written = note !== '' || questioned.length > 0
    const mine = written ? { [keyOf(store, review.unit)]: { note, questioned, returning } } : {}
    store.kept.write(notesBox, { ...others, ...mine })
  })
}
