/** Works as lines to open, and the frame around the one that is open: its name and the way back. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, useEffect, useRef } from 'react'
import { t } from '../../i18n/words.ts'
import { ArrowLeftRegular } from '../parts/icons.ts'
import { Quiet, Stack } from '../parts/layout.tsx'
import { useStore } from '../store.ts'
import { focusOnLeft, leave, lineId } from './returning.ts'
import type { Work } from './state.ts'

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: { display: 'flex', flexDirection: 'column', gap: '16px', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '2px',
    listStyle: 'none',
  },
})

export function WorkLines({
  works,
  about,
  onOpen,
}: {
  works: readonly Work[]
  about: (work: Work) => string
  onOpen: (work: Work) => void
}) {
  const styles = useStyles()
  useEffect(() => focusOnLeft(), [])
  return (
    <ul className={styles.list}>
      {works.map(work => (
        <li key={work} className={styles.line}>
          <Button id={lineId(work)} onClick={() => onOpen(work)}>
            {t.work.names[work]}
          </Button>
          <Quiet>{about(work)}</Quiet>
        </li>
      ))}
    </ul>
  )
}

export function WorkView({
  title,
  back,
  children,
}: {
  title: string
  back: string
  children: ReactNode
}) {
  const styles = useStyles()
  const store = useStore()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const close = () => {
    leave(store.state().work.open)
    store.dispatch({ type: 'work-opened', work: null })
  }
  return (
    <Stack>
      <div>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={close}>
          {back}
        </Button>
      </div>
      <h2 className={styles.title} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </Stack>
  )
}
