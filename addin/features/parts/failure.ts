/** A failed request in one sentence; an ended session leads back to the sign-in. */
import { Refused, Unreachable } from '../../api.ts'
import { t } from '../../i18n/words.ts'
import type { Away } from '../offline/state.ts'
import type { Store } from '../store.ts'

/** @throws anything that is not a failed request */
export function sentenceOf(error: unknown): string {
  if (error instanceof Unreachable) return t.trouble.offline
  if (!(error instanceof Refused)) throw error
  const { detail, title, status } = error.problem
  return detail || title || t.trouble.server(status)
}

/** What kind of silence a failed request met; null when the server did decide. */
export function awayBecause(error: unknown): Away | null {
  if (error instanceof Unreachable) return 'network'
  return error instanceof Refused && error.problem.status >= 500 ? 'server' : null
}

const isExpired = (error: unknown): boolean =>
  error instanceof Refused && error.problem.status === 401

/** Whether the session had ended; then the pane is back at the sign-in and there is no more to say. */
export function leftBecauseExpired(store: Store, error: unknown): boolean {
  if (!isExpired(error)) return false
  store.kept.write('session', null)
  store.dispatch({ type: 'signed-out', why: t.signIn.expired })
  return true
}
