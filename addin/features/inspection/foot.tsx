/** The end of every paper's fields: what is kept, what stands against it, and the command that sends it. */
import { Button, makeStyles } from '@fluentui/react-components'
import { type ReactNode, useEffect, useRef } from 'react'
import { works } from '../../i18n/works.ts'
import { usePart, useStore } from '../store.ts'
import { Conflict } from './conflict.tsx'
import type { usePaper } from './following.ts'
import { Actions, KeptLine, Refusal } from './frame.tsx'
import { keyOf } from './papers.ts'
import type { Hand, Paper } from './state.ts'
import { drop } from './writing.ts'

const useStyles = makeStyles({
  foot: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
})

type Props = {
  readonly paper: Paper
  readonly of: ReturnType<typeof usePaper>
  readonly command: string
  readonly onSend: () => void
  /** there is nothing to send */
  readonly idle?: boolean
  /** who saved the paper last, and when */
  readonly by?: Hand | null
  readonly label: (name: string) => string
  /** a form that goes away: what is typed goes with it */
  readonly onClose?: () => void
  readonly children?: ReactNode
}

export function PaperFoot(props: Props) {
  const { paper, of, command, onSend, idle = false, by = null, label, onClose, children } = props
  const store = useStore()
  const { writing, saved, stale, sending } = of
  const words = works().inspection
  const styles = useStyles()
  const refused = usePart(state => state.inspection.refused)
  const box = useRef<HTMLDivElement>(null)
  const wasStale = useRef(stale)
  useEffect(() => {
    // the choice that had the focus is made; what comes next is sending
    if (wasStale.current && !stale && document.hasFocus())
      box.current?.querySelector('button')?.focus()
    wasStale.current = stale
  }, [stale])
  if (stale && writing)
    return (
      <div className={styles.foot} ref={box}>
        <KeptLine paper={paper} />
        <Conflict
          writing={writing}
          theirs={saved.typed}
          by={by ?? (refused?.of === keyOf(paper) ? refused.by : null)}
          label={label}
        />
      </div>
    )
  return (
    <div className={styles.foot} ref={box}>
      <KeptLine paper={paper} />
      <Refusal of={keyOf(paper)} />
      <Actions>
        <Button
          appearance={idle ? 'secondary' : 'primary'}
          disabledFocusable={idle || sending}
          onClick={onSend}
        >
          {command}
        </Button>
        {children}
        {onClose ? (
          <Button
            onClick={() => {
              drop(store, paper)
              onClose()
            }}
          >
            {words.cancel}
          </Button>
        ) : (
          writing && !sending && <Button onClick={() => drop(store, paper)}>{words.drop}</Button>
        )}
      </Actions>
    </div>
  )
}
