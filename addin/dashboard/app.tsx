/** The session and the language of the page; what it shows is chosen by the address. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Session } from '../../shared/protocol.ts'
import { type Kept, keptIn, permitted } from '../features/kept.ts'
import { speak, t } from '../i18n/dashboard.ts'
import type { Language } from '../i18n/words.ts'
import { answersBy } from './answers.ts'
import { fetched, signOut } from './asking.ts'
import { Board } from './board.tsx'
import { SignIn } from './sign-in.tsx'
import { SignedIn } from './using.ts'

/** Gone with the tab. */
const session = (): Kept =>
  keptIn(
    permitted(() => sessionStorage),
    () => 'dashboard.',
  )
/** The same choice as in the pane, on this machine. */
const lasting = (): Kept =>
  keptIn(
    permitted(() => localStorage),
    () => '',
  )

export const rememberedLanguage = (): Language =>
  lasting().read<unknown>('language') === 'en' ? 'en' : 'vi'

function resumed(): Session | null {
  const kept = session().read<Session>('session')
  return kept && Date.parse(kept.expiresAt) > Date.now() ? kept : null
}

export function App({ begun }: { begun: Language }) {
  const [signed, setSigned] = useState(resumed)
  const [isExpired, setExpired] = useState(false)
  const [language, setLanguage] = useState(begun)
  const turn = async () => {
    const other = language === 'vi' ? 'en' : 'vi'
    try {
      await speak(other)
    } catch {
      // English is a file of its own, and the network may be gone
      return
    }
    lasting().write('language', other)
    setLanguage(other)
  }
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const enter = (entered: Session) => {
    session().write('session', entered)
    setExpired(false)
    setSigned(entered)
  }
  const leave = useCallback((why: 'expired' | 'asked') => {
    session().write('session', null)
    setExpired(why === 'expired')
    setSigned(null)
  }, [])
  const held = useMemo(
    () =>
      signed && {
        session: signed,
        answers: answersBy(
          (path, tag) => fetched(path, signed.token, tag),
          () => leave('expired'),
        ),
      },
    [signed, leave],
  )
  useEffect(() => {
    if (!signed) document.title = t.product
  })
  if (!held) return <SignIn isExpired={isExpired} enter={enter} />
  return (
    <SignedIn value={held}>
      <Board
        language={language}
        turn={turn}
        leave={() => {
          signOut(held.session.token)
          leave('asked')
        }}
      />
    </SignedIn>
  )
}
