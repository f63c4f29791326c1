/** Signing in and out; the session lives as long as the window. */
import type { Session } from '../../../shared/protocol.ts'
import { t } from '../../i18n/words.ts'
import { forgetCopies } from '../offline/copies.ts'
import { sentenceOf } from '../parts/failure.ts'
import { notesBox } from '../review/notes.ts'
import type { Store } from '../store.ts'

export async function signIn(store: Store, typed: string): Promise<void> {
  const code = typed.trim()
  if (code === '') return store.dispatch({ type: 'sign-in-refused', why: t.signIn.needed })
  store.dispatch({ type: 'signing-in' })
  try {
    const session = await store.api.signIn(code)
    store.kept.write('session', session)
    store.dispatch({ type: 'signed-in', session })
  } catch (error) {
    store.dispatch({ type: 'sign-in-refused', why: sentenceOf(error) })
  }
}

/** Takes up the session of this window if it has not ended meanwhile. */
export function resume(store: Store, now: number): void {
  const { session: already, busy } = store.state().access
  if (already || busy) return
  const session = store.kept.read<Session>('session')
  if (session && Date.parse(session.expiresAt) > now) store.dispatch({ type: 'signed-in', session })
}

export function signOut(store: Store): void {
  // the server forgets too when it can be reached; the pane does not wait for it
  store.api.signOut().catch(() => undefined)
  void forgetCopies(store)
  // drafts and what waits to be sent stay with their unit
  store.kept.write('session', null)
  store.kept.write(notesBox, null)
  store.dispatch({ type: 'signed-out' })
}
