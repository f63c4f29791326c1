/** A round to the office: what it is, how far each unit is, what the team asks, its papers, its next step. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useRef } from 'react'
import { printDate } from '../../../shared/period.ts'
import type { InspectionAnswer } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { AskedAgain } from '../parts/asked-again.tsx'
import { ChevronRightRegular } from '../parts/icons.ts'
import { Fold, List, Quiet, Section, useLineButton } from '../parts/layout.tsx'
import { Working } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import { type UnitCount, unitCounts } from './counts.ts'
import { useUnits } from './following.ts'
import { Actions, DoneLine, Frame, Refusal, RoundMissing } from './frame.tsx'
import { Judgement } from './judgement.tsx'
import { PapersLine } from './papers-line.tsx'
import { go } from './rounds.ts'
import { dueWords, RoundState } from './standing.tsx'
import { advance } from './writing.ts'

const useStyles = makeStyles({
  facts: { display: 'flex', flexDirection: 'column', gap: '4px' },
  steps: { display: 'flex', flexDirection: 'column', gap: '8px', ':focus': { outline: 'none' } },
  line: { display: 'flex', alignItems: 'center', gap: '4px' },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
  count: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

export function RoundOffice({ round }: { round: string }) {
  const answer = usePart(state => state.inspection.answer)
  const words = works().inspection
  return (
    <Frame
      title={answer?.round.title ?? words.loadingRound}
      back={words.back}
      to={{ view: 'list' }}
      key={answer ? 'known' : 'awaited'}
    >
      {answer ? <Round answer={answer} /> : <RoundMissing round={round} />}
    </Frame>
  )
}

function Round({ answer }: { answer: InspectionAnswer }) {
  const styles = useStyles()
  const { round, id } = answer
  const words = works().inspection.round
  const { from, to } = round.window
  return (
    <>
      <div className={styles.facts}>
        <RoundState state={round.state} />
        <Quiet>{words.facts(round.basis, printDate(from), printDate(to))}</Quiet>
        {round.state === 'open' && <Quiet>{dueWords(round.dueDate, Date.now())}</Quiet>}
      </div>
      <Fold summary={words.team(round.team.length)}>
        <List>
          {round.team.map(({ name, title, duty }) => (
            <li key={`${name}|${title}`}>{[name, title, duty].filter(Boolean).join(', ')}</li>
          ))}
        </List>
      </Fold>
      <DoneLine of={['saved', 'opened', 'concluded']} />
      <Steps answer={answer} />
      {/* what is left to do of a round that has ended */}
      {round.state === 'concluded' && <PapersLine round={id} />}
      <Section title={words.units}>
        <List>
          {unitCounts(answer).map(count => (
            <UnitLine key={count.unit} count={count} answer={answer} />
          ))}
        </List>
      </Section>
      {round.state !== 'draft' && (
        <>
          <Judgement round={id} unit={null} />
          {round.state === 'open' && <PapersLine round={id} />}
        </>
      )}
    </>
  )
}

function Steps({ answer: { id, round, statements } }: { answer: InspectionAnswer }) {
  const styles = useStyles()
  const store = useStore()
  const sending = usePart(state => state.inspection.sending)
  const { nameOf } = useUnits()
  const words = works().inspection.round
  const missing = round.units.filter(({ unit }) => !statements.some(one => one.unit === unit))
  const missingNames = missing.map(({ unit }) => nameOf(unit)).join(', ')
  const without =
    missing.length > 0 ? `${words.concludingWithout(missing.length, missingNames)} ` : ''
  // what was pressed goes away; the focus stays where the next step will stand
  const box = useRef<HTMLDivElement>(null)
  const step = (state: 'open' | 'concluded') => {
    box.current?.focus()
    void advance(store, state)
  }
  return (
    <div className={styles.steps} ref={box} tabIndex={-1}>
      <Refusal of="open" />
      <Refusal of="concluded" />
      {sending === 'open' || sending === 'concluded' ? (
        <Working words={works().inspection.sending} />
      ) : (
        <Actions>
          {round.state === 'draft' && (
            <AskedAgain
              label={words.open}
              consequence={words.opening(round.units.length, printDate(round.dueDate))}
              yes={words.openYes}
              no={words.openNo}
              onYes={() => step('open')}
            />
          )}
          {round.state === 'open' && (
            <AskedAgain
              label={words.conclude}
              consequence={`${without}${words.concluding}`}
              yes={words.concludeYes}
              no={words.concludeNo}
              onYes={() => step('concluded')}
            />
          )}
          {round.state !== 'concluded' && (
            <Button onClick={() => go(store, { view: 'form', round: id })}>{words.edit}</Button>
          )}
        </Actions>
      )}
    </div>
  )
}

function UnitLine({ count, answer }: { count: UnitCount; answer: InspectionAnswer }) {
  const styles = useStyles()
  const line = useLineButton()
  const store = useStore()
  const { nameOf } = useUnits()
  const words = works().inspection.round
  const said =
    count.answered === null ? words.notStated : words.answered(count.answered, answer.items.length)
  const facts = [
    ...(count.visitOn ? [words.visit(printDate(count.visitOn))] : []),
    ...(answer.round.state === 'draft' ? [] : [said]),
    ...(count.problems > 0 ? [words.problems(count.problems, count.resolved)] : []),
  ]
  const text = (
    <span className={styles.words}>
      <span className={styles.name}>{nameOf(count.unit)}</span>
      {facts.length > 0 && <span className={styles.count}>{facts.join(' · ')}</span>}
    </span>
  )
  // a draft has nothing to be read or found yet
  if (answer.round.state === 'draft') return <li className={styles.line}>{text}</li>
  return (
    <li>
      <button
        type="button"
        className={line}
        onClick={() => go(store, { view: 'unit', round: answer.id, unit: count.unit })}
      >
        <span className={styles.line}>
          {text}
          <ChevronRightRegular aria-hidden />
        </span>
      </button>
    </li>
  )
}
