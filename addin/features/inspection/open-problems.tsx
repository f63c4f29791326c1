/** What is still to be put right, of all rounds, the most overdue first; a letter to remind, and marking one as done. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { dateInVietnam, printDate } from '../../../shared/period.ts'
import type { ProblemList } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { Letter } from '../board/letter.tsx'
import { AlertRegular } from '../parts/icons.ts'
import { List, Quiet, Section } from '../parts/layout.tsx'
import { DoneLine } from './frame.tsx'
import { ProblemLine } from './problem-line.tsx'
import { reminderOf } from './reminder.ts'

const useStyles = makeStyles({
  unit: { fontWeight: tokens.fontWeightSemibold },
  where: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

/** What the clock has reminded the unit of, for whoever is about to remind it again. */
function Reminded({ problem: { reminded } }: { problem: ProblemList[number] }) {
  const words = works().inspection.open
  if (reminded.length === 0) return null
  const times = reminded.map(({ kind, madeAt }) =>
    words.reminders[kind](printDate(dateInVietnam(Date.parse(madeAt)))),
  )
  return <Quiet>{words.reminded(times.join('; '))}</Quiet>
}

export function OpenProblems({ problems }: { problems: ProblemList }) {
  const styles = useStyles()
  const words = works().inspection.open
  // whom a letter is to, a unit or all; and the line it was asked for at
  const [letter, setLetter] = useState<string | null>(null)
  const units = new Set(problems.map(({ unit }) => unit))
  const remind = (to: readonly ProblemList[number][]) => reminderOf(to, Date.now())
  return (
    <Section title={words.title(problems.length)}>
      <DoneLine of={['found', 'resolved', 'reopened', 'dropped', 'chosen']} />
      {problems.length === 0 && <Quiet>{words.none}</Quiet>}
      {units.size > 1 &&
        (letter === 'all' ? (
          <Letter text={remind(problems)} onClose={() => setLetter(null)} />
        ) : (
          <div>
            <Button size="small" icon={<AlertRegular />} onClick={() => setLetter('all')}>
              {words.remindAll(units.size)}
            </Button>
          </div>
        ))}
      <List>
        {problems.map(problem => (
          <ProblemLine
            key={problem.id}
            problem={problem}
            office
            heading={
              <>
                <span className={styles.unit}>{problem.unitName}</span>
                <span className={styles.where}>
                  {words.where(`${problem.item} ${problem.itemName}`, problem.roundTitle)}
                </span>
              </>
            }
            facts={<Reminded problem={problem} />}
            below={
              letter === problem.id && (
                <Letter
                  text={remind(problems.filter(one => one.unit === problem.unit))}
                  onClose={() => setLetter(null)}
                />
              )
            }
            actions={
              <Button
                size="small"
                aria-label={words.remindOf(problem.unitName)}
                onClick={() => setLetter(problem.id)}
              >
                {words.remind}
              </Button>
            }
          />
        ))}
      </List>
    </Section>
  )
}
