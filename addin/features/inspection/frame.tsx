/** What every view of an inspection stands in: heading and way back, what was done, what was refused, what is kept. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, useEffect, useRef } from 'react'
import { printInstant } from '../../../shared/period.ts'
import { works } from '../../i18n/works.ts'
import { ArrowLeftRegular } from '../parts/icons.ts'
import { Quiet, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { ResultHeading } from '../parts/result-heading.tsx'
import { Working } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import { keyOf } from './papers.ts'
import { go, loadRound } from './rounds.ts'
import type { DoneKind, Paper, Where } from './state.ts'
import { bringBack, writingOf } from './writing.ts'

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  fold: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingBlock: '4px',
    '& > summary': {
      cursor: 'pointer',
      minHeight: '28px',
      lineHeight: '20px',
      paddingBlock: '4px',
      borderRadius: tokens.borderRadiusSmall,
      overflowWrap: 'anywhere',
      ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    },
  },
  words: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  sub: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
})

type Held = { children: ReactNode }

export const Actions = ({ children }: Held) => <div className={useStyles().actions}>{children}</div>

/** Words as they were typed, line by line. */
export const Words = ({ children }: { children: string }) => (
  <p className={useStyles().words} lang="vi">
    {children}
  </p>
)

export const SubHeading = ({ children }: Held) => <h3 className={useStyles().sub}>{children}</h3>

/** A view one step further in, with the way back. */
export function Frame({
  title,
  back,
  to,
  children,
}: Held & { title: string; back: string; to: Where }) {
  const store = useStore()
  return (
    <Stack>
      <div>
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          onClick={() => go(store, to)}
        >
          {back}
        </Button>
      </div>
      <ResultHeading text={title} />
      {children}
    </Stack>
  )
}

/** The round that is open is not there yet, or cannot be read. */
export function RoundMissing({ round }: { round: string }) {
  const store = useStore()
  const trouble = usePart(state => state.inspection.answerTrouble)
  if (!trouble) return <Working words={works().inspection.loadingRound} />
  return (
    <Notice
      tone="warning"
      actions={<Button onClick={() => loadRound(store, round)}>{works().inspection.retry}</Button>}
    >
      {trouble}
    </Notice>
  )
}

/** What takes the line away it was asked for at. */
const leaving: readonly DoneKind[] = ['resolved', 'withdrawn']

type DoneProps = {
  readonly of: readonly DoneKind[]
  /** only about a problem at this item; null: about no problem; absent: about any */
  readonly item?: string | null
}

/** What was done last, where it was done; always there, so that a screen reader hears it. */
export function DoneLine({ of, item }: DoneProps) {
  const store = useStore()
  const last = usePart(state => state.inspection.done)
  const words = works().inspection
  const here = last && of.includes(last.what) && (item === undefined || last.item === item)
  const done = here ? last : null
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (done?.before && leaving.includes(done.what) && document.hasFocus())
      line.current?.querySelector('button')?.focus()
  }, [done])
  return (
    <div role="status" ref={line}>
      {done && (
        <Notice
          tone="success"
          quiet
          actions={
            done.before && <Button onClick={() => void bringBack(store)}>{words.undo}</Button>
          }
        >
          {words.done[done.what]}
        </Notice>
      )}
    </div>
  )
}

export function Refusal({ of }: { of: string }) {
  const refused = usePart(state => state.inspection.refused)
  if (refused?.of !== of) return null
  return (
    <Notice tone="error">
      <Words>{refused.why}</Words>
    </Notice>
  )
}

/** Says that the machine keeps what is typed only once it keeps the last letter of it. */
export function KeptLine({ paper }: { paper: Paper }) {
  const writing = usePart(state => writingOf(state.inspection, paper))
  const { kept, sending } = usePart(state => state.inspection)
  const words = works().inspection
  if (sending === keyOf(paper)) return <Working words={words.sending} />
  if (!writing) return null
  if (kept && kept.at < writing.at) return <Quiet>{words.keeping}</Quiet>
  const certain = kept === null || kept.at > writing.at || kept.certain
  return <Quiet>{(certain ? words.kept : words.keptWindow)(printInstant(writing.at))}</Quiet>
}

type FoldProps = {
  readonly summary: ReactNode
  readonly open: boolean
  readonly onTurn: (open: boolean) => void
  /** drawn only while it is open: a form has some hundred fields */
  readonly children: () => ReactNode
}

export function Group({ summary, open, onTurn, children }: FoldProps) {
  return (
    <details
      className={useStyles().fold}
      open={open}
      onToggle={event => {
        if (event.currentTarget.open !== open) onTurn(event.currentTarget.open)
      }}
    >
      <summary>{summary}</summary>
      {open && children()}
    </details>
  )
}
