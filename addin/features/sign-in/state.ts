/** Who is signed in, and what the server said about the last try. */
import type { Session } from '../../../shared/protocol.ts'
import type { Action } from '../state.ts'

export type AccessState = {
  readonly session: Session | null
  readonly busy: boolean
  readonly refusal: string | null
}
export type AccessAction =
  | { readonly type: 'signing-in' }
  | { readonly type: 'signed-in'; readonly session: Session }
  | { readonly type: 'sign-in-refused'; readonly why: string }
  /** `why` when it was not the person's own wish */
  | { readonly type: 'signed-out'; readonly why?: string }

export const initialAccess: AccessState = { session: null, busy: false, refusal: null }

export function reduceAccess(state: AccessState, action: Action): AccessState {
  switch (action.type) {
    case 'signing-in':
      return { session: null, busy: true, refusal: null }
    case 'signed-in':
      return { session: action.session, busy: false, refusal: null }
    case 'sign-in-refused':
      return { session: null, busy: false, refusal: action.why }
    case 'signed-out':
      return { ...initialAccess, refusal: action.why ?? null }
    default:
      return state
  }
}
