/** Coming in by a code. It is typed here and nowhere else, and leaves no trace in the address. */
import { type FormEvent, useId, useRef, useState } from 'react'
import type { Session } from '../../shared/protocol.ts'
import { Refused } from '../api.ts'
import { t } from '../i18n/dashboard.ts'
import { signIn, signOut } from './asking.ts'

type Given = { readonly isExpired: boolean; readonly enter: (session: Session) => void }

export function SignIn({ isExpired, enter }: Given) {
  const [code, hint, trouble] = [useId(), useId(), useId()]
  const field = useRef<HTMLInputElement>(null)
  const [says, setSays] = useState(isExpired ? t.signIn.expired : '')
  const [isBusy, setBusy] = useState(false)
  const refuse = (sentence: string) => {
    setSays(sentence)
    setBusy(false)
    field.current?.focus()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const typed = field.current?.value.trim() ?? ''
    if (typed === '') return refuse(t.signIn.needed)
    setBusy(true)
    setSays(t.signIn.entering)
    try {
      const session = await signIn(typed)
      const stranger = strangerSays(session)
      if (stranger === null) return enter(session)
      signOut(session.token)
      refuse(stranger)
    } catch (error) {
      refuse(failureSays(error))
    }
  }
  return (
    <main className="sign-in">
      <h1>{t.product}</h1>
      <p>{t.signIn.lead}</p>
      <form onSubmit={submit} noValidate>
        <label htmlFor={code}>{t.signIn.code}</label>
        <input
          ref={field}
          id={code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby={`${trouble} ${hint}`}
          aria-invalid={says !== '' && !isBusy && !isExpired}
        />
        <button type="submit" disabled={isBusy}>
          {t.signIn.enter}
        </button>
        <p id={trouble} className="trouble" role="status">
          {says}
        </p>
        <p id={hint} className="quiet">
          {t.signIn.hint}
        </p>
      </form>
    </main>
  )
}

/** Why somebody with a good code has nothing to see here; null for those who have. */
function strangerSays({ who: { role } }: Session): string | null {
  if (role === 'dashboard' || role === 'clerk') return null
  return role === 'unit' ? t.signIn.unitCode : t.signIn.adminCode
}

function failureSays(error: unknown): string {
  if (!(error instanceof Refused)) return t.signIn.offline
  const { detail, title, status } = error.problem
  return detail || title || t.signIn.server(status)
}
