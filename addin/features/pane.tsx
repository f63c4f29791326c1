/** The shell: theme, the one view that fits who is signed in, unexpected errors on top, help and leaving at the foot. */
import {
  FluentProvider,
  makeStyles,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components'
import { lazy, Suspense, useEffect, useState } from 'react'
import { isDark, onReturn } from '../host/appearance.ts'
import { t } from '../i18n/words.ts'
import { Notice } from './parts/notice.tsx'
import { Working } from './parts/working.tsx'
import { loadPeriods } from './period/periods.ts'
import { Foot } from './sign-in/foot.tsx'
import { SignIn } from './sign-in/sign-in.tsx'
import { usePart, useStore } from './store.ts'
import { Guard, Trouble } from './trouble/trouble.tsx'

// fetched while the person types the code, so that the first paint carries only what it shows
const unit = () => import('./desk/unit.tsx')
const board = () => import('./board/board.tsx')
const Unit = lazy(unit)
const Board = lazy(board)

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
})

export function Pane() {
  const styles = useStyles()
  const store = useStore()
  const [dark, setDark] = useState(isDark)
  const place = usePart(state => state.place)
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
  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme}>
      <div className={styles.ground} style={{ colorScheme: dark ? 'dark' : 'light' }}>
        <main className={styles.pane}>
          <Trouble />
          <Guard onError={text => store.dispatch({ type: 'failed', text })}>
            <View />
          </Guard>
          <Foot />
        </main>
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
    if (fills) void loadPeriods(store)
  }, [store, fills])
  if (!role) return <SignIn />
  if (role === 'dashboard' || role === 'admin')
    return (
      <Notice tone="info" title={session.who.name}>
        {t.signIn.otherRoles[role]}
      </Notice>
    )
  if (trouble) return <Notice tone="warning">{trouble}</Notice>
  if (!list) return <Working words={t.period.loading} />
  if (list.length === 0) return <Notice tone="info">{t.period.none}</Notice>
  return (
    <Suspense fallback={<Working words={t.fill.loading} />}>
      {role === 'unit' ? <Unit /> : <Board />}
    </Suspense>
  )
}
