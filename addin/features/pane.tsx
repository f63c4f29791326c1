/** The shell: theme and language, the one view that fits who is signed in, what stands in the way on top, help at the foot. */
import {
  Button,
  FluentProvider,
  makeStyles,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { isDark, onReturn } from '../host/appearance.ts'
import { t } from '../i18n/words.ts'
import { Notice } from './parts/notice.tsx'
import { Working } from './parts/working.tsx'
import { loadPeriods } from './period/periods.ts'
import { keepFocus } from './shell/focus.ts'
import { Foot } from './shell/foot.tsx'
import { SkipLink, UnseenHeading } from './shell/landmarks.tsx'
import { markOfficial } from './shell/official.ts'
import { Reach } from './shell/reach.tsx'
import { SignIn } from './sign-in/sign-in.tsx'
import { usePart, useStore } from './store.ts'
import { noteFailure } from './trouble/failures.ts'
import { Guard, Trouble } from './trouble/trouble.tsx'

// fetched while the person types the code, so that the first paint carries only what it shows
const unit = () => import('./desk/unit.tsx')
const board = () => import('./board/board.tsx')
const Unit = lazy(unit)
const Board = lazy(board)
const CheckCode = lazy(() => import('./check-code/check-code.tsx'))
const Diagnostics = lazy(() => import('./diagnostics/diagnostics.tsx'))

const useStyles = makeStyles({
  ground: {
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'break-word',
  },
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    maxWidth: '560px',
    marginInline: 'auto',
    padding: '12px 12px 16px',
  },
  main: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
})

export function Pane() {
  const styles = useStyles()
  const store = useStore()
  const [dark, setDark] = useState(isDark)
  const place = usePart(state => state.place)
  // a changed language is a change of everything below
  const { language, diagnosing, checkingCode } = usePart(state => state.shell)
  const covered = diagnosing || checkingCode
  const pane = useRef<HTMLDivElement>(null)
  useEffect(() => (pane.current ? keepFocus(pane.current) : undefined), [])
  useEffect(() => {
    if (pane.current && language !== 'vi') return markOfficial(pane.current)
    return undefined
  }, [language])
  // the theme is known for certain once the host has answered
  useEffect(() => {
    if (place !== 'opening') setDark(isDark())
    return onReturn(() => setDark(isDark()))
  }, [place])
  useEffect(() => {
    const ahead = () => {
      void unit().catch(() => undefined)
      void board().catch(() => undefined)
    }
    const timer = setTimeout(ahead, 300)
    return () => clearTimeout(timer)
  }, [])
  const fail = (error: unknown, text: string) => {
    noteFailure(error)
    store.dispatch({ type: 'failed', text })
  }
  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme}>
      <div className={styles.ground} style={{ colorScheme: dark ? 'dark' : 'light' }}>
        <div className={styles.pane} ref={pane}>
          <SkipLink />
          <main className={styles.main}>
            <Trouble />
            <Reach />
            {diagnosing && (
              <Suspense fallback={<Working words={t.diagnostics.loading} />}>
                <Diagnostics />
              </Suspense>
            )}
            {checkingCode && (
              <Suspense fallback={<Working words={t.shell.checkCode} />}>
                <CheckCode />
              </Suspense>
            )}
            {/* stays as it is while something lies over it; the ear on the workbook too */}
            <div className={covered ? '' : styles.main} hidden={covered}>
              <Guard onError={fail}>
                <View />
              </Guard>
            </div>
          </main>
          <Foot />
        </div>
      </div>
    </FluentProvider>
  )
}

function View() {
  const store = useStore()
  const session = usePart(state => state.access.session)
  const { list, trouble } = usePart(state => state.periods)
  const role = session?.who.role
  const fills = role === 'unit' || role === 'clerk'
  useEffect(() => {
    if (!fills) return
    void loadPeriods(store)
    // a pane that opened to nothing fills by itself
    const back = () => {
      if (!store.state().periods.list) void loadPeriods(store)
    }
    addEventListener('online', back)
    return () => removeEventListener('online', back)
  }, [store, fills])
  if (!role) return <SignIn />
  if (role === 'dashboard' || role === 'admin')
    return (
      <>
        <UnseenHeading />
        <Notice
          tone="info"
          title={session.who.name}
          actions={
            role === 'dashboard' && (
              <Button as="a" href="/dashboard" target="_blank" rel="noreferrer">
                {t.signIn.toDashboard}
              </Button>
            )
          }
        >
          {t.signIn.otherRoles[role]}
        </Notice>
      </>
    )
  // what is known stays when it cannot be read again; the office opens the first period itself
  if (!list || (list.length === 0 && role === 'unit'))
    return (
      <>
        <UnseenHeading />
        {trouble ? (
          <Notice
            tone="warning"
            actions={<Button onClick={() => loadPeriods(store)}>{t.host.retry}</Button>}
          >
            {trouble}
          </Notice>
        ) : list ? (
          <Notice tone="info">{t.period.none}</Notice>
        ) : (
          <Working words={t.period.loading} />
        )}
      </>
    )
  return (
    <Suspense
      fallback={
        <>
          <UnseenHeading />
          <Working words={t.fill.loading} />
        </>
      }
    >
      {role === 'unit' ? <Unit /> : <Board />}
    </Suspense>
  )
}
