/** The rounds one line each, with how far they are; one begun on this machine and not saved stands first. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect } from 'react'
import type { RoundSummary } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { List, Quiet, useLineButton } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Working } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import { at } from './papers.ts'
import { go, loadRounds } from './rounds.ts'
import { dueWords, Mark, RoundState } from './standing.tsx'
import type { Where, Writing } from './state.ts'

const useStyles = makeStyles({
  words: { display: 'flex', flexDirection: 'column', gap: '2px' },
  name: { fontWeight: tokens.fontWeightSemibold },
  facts: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

const lineId = (round: string): string => `round-${round}`
let left: string | null = null

export function RoundList() {
  const store = useStore()
  const { list, trouble } = usePart(state => state.inspection)
  const writings = usePart(state => state.inspection.writings)
  const role = usePart(state => state.access.session?.who.role)
  const words = works().inspection
  // whoever comes back finds the line they left
  useEffect(() => {
    if (left && list) {
      document.getElementById(lineId(left))?.focus()
      left = null
    }
  }, [list])
  const open = (where: Where & { readonly round: string }) => {
    left = where.round
    go(store, where)
  }
  const begun = Object.values(writings).filter(
    ({ paper }) => paper.kind === 'round' && list?.every(({ id }) => id !== paper.round),
  )
  return (
    <>
      {trouble && (
        <Notice
          tone="warning"
          actions={<Button onClick={() => loadRounds(store)}>{words.retry}</Button>}
        >
          {trouble}
        </Notice>
      )}
      {!list && !trouble && <Working words={words.loading} />}
      {list?.length === 0 && begun.length === 0 && (
        <Quiet>{role === 'unit' ? words.noneUnit : words.none}</Quiet>
      )}
      <List>
        {begun.map(writing => (
          <BegunLine
            key={writing.paper.round}
            writing={writing}
            onOpen={() => open({ view: 'form', round: writing.paper.round })}
          />
        ))}
        {list?.map(round => (
          <Line
            key={round.id}
            round={round}
            unit={role === 'unit'}
            onOpen={() => open({ view: 'round', round: round.id })}
          />
        ))}
      </List>
    </>
  )
}

function BegunLine({ writing, onOpen }: { writing: Writing; onOpen: () => void }) {
  const styles = useStyles()
  const line = useLineButton()
  return (
    <li>
      <button type="button" id={lineId(writing.paper.round)} className={line} onClick={onOpen}>
        <span className={styles.words}>
          <span className={styles.name}>{at(writing.typed, 'title')}</span>
          <Mark look="draft">{works().inspection.begun}</Mark>
        </span>
      </button>
    </li>
  )
}

type LineProps = { round: RoundSummary; unit: boolean; onOpen: () => void }

function Line({ round, unit, onOpen }: LineProps) {
  const styles = useStyles()
  const line = useLineButton()
  const words = works().inspection
  const problems =
    round.problems > 0 ? words.resolved(round.resolved, round.problems) : words.noProblems
  const said = unit
    ? words[round.stated > 0 ? 'unitStated' : 'unitNotStated']
    : words.stated(round.stated, round.units)
  const facts = [
    words.yearOf(round.year),
    ...(round.state === 'draft' ? [] : [said, problems]),
    ...(round.state === 'open' ? [dueWords(round.dueDate, Date.now())] : []),
  ]
  return (
    <li>
      <button type="button" id={lineId(round.id)} className={line} onClick={onOpen}>
        <span className={styles.words}>
          <span className={styles.name}>{round.title}</span>
          <RoundState state={round.state} />
          <span className={styles.facts}>{facts.join(' · ')}</span>
        </span>
      </button>
    </li>
  )
}
