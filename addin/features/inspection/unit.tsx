/** The inspections to a unit: the rounds it is part of, what it has to put right, and the round that is open. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect } from 'react'
import { printDate } from '../../../shared/period.ts'
import type { InspectionAnswer } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { List, Quiet, Section, Stack } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import { Frame, RoundMissing, SubHeading, Words } from './frame.tsx'
import { itemName } from './labels.ts'
import { ProblemLine } from './problem-line.tsx'
import { RoundList } from './round-list.tsx'
import { go } from './rounds.ts'
import { dueWords, RoundState } from './standing.tsx'
import { Statement } from './statement.tsx'

const useStyles = makeStyles({
  where: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

export default function UnitInspections() {
  const store = useStore()
  const where = usePart(state => state.inspection.where)
  useEffect(() => go(store, store.state().inspection.where), [store])
  return where.view === 'list' ? <Rounds /> : <Round round={where.round} />
}

function Rounds() {
  const styles = useStyles()
  const problems = usePart(state => state.inspection.problems)
  const words = works().inspection
  return (
    <Stack>
      <Section title={words.rounds}>
        <RoundList />
      </Section>
      {problems && problems.length > 0 && (
        <Section title={words.own.problems(problems.length)}>
          <Quiet>{words.own.tellResolved}</Quiet>
          <List>
            {problems.map(problem => (
              <ProblemLine
                key={problem.id}
                problem={problem}
                heading={
                  <span className={styles.where}>
                    {words.open.where(`${problem.item} ${problem.itemName}`, problem.roundTitle)}
                  </span>
                }
              />
            ))}
          </List>
        </Section>
      )}
    </Stack>
  )
}

function Round({ round }: { round: string }) {
  const answer = usePart(state => state.inspection.answer)
  const unit = usePart(state => state.access.session?.who.unit)
  const words = works().inspection
  return (
    <Frame
      title={answer?.round.title ?? words.loadingRound}
      back={words.back}
      to={{ view: 'list' }}
      key={answer ? 'known' : 'awaited'}
    >
      {answer && unit ? (
        <>
          <Facts answer={answer} />
          <Said answer={answer} unit={unit} />
          <Statement answer={answer} unit={unit} />
        </>
      ) : (
        <RoundMissing round={round} />
      )}
    </Frame>
  )
}

function Facts({ answer: { round } }: { answer: InspectionAnswer }) {
  const words = works().inspection
  const { from, to } = round.window
  return (
    <div>
      <RoundState state={round.state} />
      <Quiet>{words.round.facts(round.basis, printDate(from), printDate(to))}</Quiet>
      <Quiet>
        {round.state === 'open'
          ? dueWords(round.dueDate, Date.now())
          : words.dueOn(printDate(round.dueDate))}
      </Quiet>
    </div>
  )
}

/** What the team has found at this unit and asks of it. */
function Said({ answer, unit }: { answer: InspectionAnswer; unit: string }) {
  const styles = useStyles()
  const { problems, judgement, items } = answer
  const words = works().inspection
  const judged = judgement.units[unit]
  const open = problems.filter(one => one.resolvedOn === null).length
  const nameOf = (code: string) => {
    const item = items.find(one => one.code === code)
    return item ? itemName(item) : code
  }
  const said = [
    { title: words.own.strengths, text: judged?.strengths ?? '' },
    { title: words.own.weaknesses, text: judged?.weaknesses ?? '' },
    { title: words.own.requests, text: judgement.requests },
  ].filter(({ text }) => text !== '')
  return (
    <>
      {problems.length > 0 && (
        <Section title={open > 0 ? words.own.problems(open) : words.own.allResolved}>
          {open > 0 && <Quiet>{words.own.tellResolved}</Quiet>}
          <List>
            {problems.map(problem => (
              <ProblemLine
                key={problem.id}
                problem={problem}
                heading={<span className={styles.where}>{nameOf(problem.item)}</span>}
              />
            ))}
          </List>
        </Section>
      )}
      {said.map(({ title, text }) => (
        <div key={title}>
          <SubHeading>{title}</SubHeading>
          <Words>{text}</Words>
        </div>
      ))}
    </>
  )
}
