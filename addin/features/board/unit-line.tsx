/** One unit on the board: its state in a word, who and when, how much it explained; pressing it opens its report. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { printInstant } from '../../../shared/period.ts'
import type { PeriodSummary, UnitProgress } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { AlertRegular } from '../parts/icons.ts'
import { useLineButton } from '../parts/layout.tsx'
import { openReview } from '../review/reviewing.ts'
import { useStore } from '../store.ts'
import { Letter } from './letter.tsx'
import { reminderFor } from './reminder.ts'
import { isAwaited } from './standing.ts'
import { StateIcon } from './state-icon.tsx'

const useStyles = makeStyles({
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingBlock: '2px' },
  row: { display: 'flex', alignItems: 'flex-start', gap: '4px' },
  line: { display: 'grid', gridTemplateColumns: '20px 1fr', columnGap: '8px', minWidth: 0 },
  words: { minWidth: 0 },
  name: { display: 'block' },
  state: { fontWeight: tokens.fontWeightSemibold },
  quiet: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  still: { padding: '6px 8px', flexGrow: 1 },
  // under the words of its unit, past the icon
  note: { margin: 0, padding: '0 8px 6px 36px', overflowWrap: 'anywhere' },
  remind: { flexShrink: 0, marginTop: '4px' },
})

type Props = { unit: UnitProgress; period: PeriodSummary }

export function UnitLine({ unit, period }: Props) {
  const styles = useStyles()
  const line = useLineButton()
  const store = useStore()
  const [letter, setLetter] = useState<string | null>(null)
  const words = <Words unit={unit} />
  return (
    <li className={styles.item}>
      <div className={styles.row}>
        {unit.revision === null ? (
          <div className={mergeClasses(styles.line, styles.still)}>{words}</div>
        ) : (
          <button
            type="button"
            className={mergeClasses(line, styles.line)}
            data-unit={unit.unit}
            onClick={() => openReview(store, unit.unit)}
          >
            {words}
          </button>
        )}
        {period.state === 'open' && isAwaited(unit) && letter === null && (
          <Button
            className={styles.remind}
            size="small"
            icon={<AlertRegular />}
            aria-label={office().board.remindOf(unit.name)}
            onClick={() => setLetter(reminderFor(unit, period, Date.now()))}
          >
            {office().board.remind}
          </Button>
        )}
      </div>
      {unit.state === 'returned' && unit.review && (
        <p className={mergeClasses(styles.quiet, styles.note)}>
          {office().board.unit.returnedNote(printInstant(unit.review.at), unit.review.note)}
        </p>
      )}
      {letter !== null && <Letter text={letter} onClose={() => setLetter(null)} />}
    </li>
  )
}

function Words({ unit }: { unit: UnitProgress }) {
  const styles = useStyles()
  const words = office().board.unit
  const { state, timing, revision, receivedAt, preparedBy, findings } = unit
  const overdue = timing === 'missing'
  const facts = [
    revision !== null && words.revision(revision),
    receivedAt !== null && words.received(printInstant(receivedAt)),
    timing === 'late' && words.late,
    unit.changedSinceAccepted && state === 'submitted' && words.changedSinceAccepted,
    findings && findings.explained > 0 && words.explained(findings.explained),
    findings && findings.remarks > 0 && words.remarks(findings.remarks),
  ].filter(Boolean)
  return (
    <>
      <StateIcon state={state} overdue={overdue} size="20px" />
      <span className={styles.words}>
        <span className={styles.name}>{unit.name}</span>
        <span className={styles.quiet}>
          <span className={styles.state}>
            {state === 'not-started' ? (overdue ? words.overdue : words.missing) : words[state]}
          </span>
          {facts.length > 0 && ` · ${facts.join(' · ')}`}
        </span>
        {preparedBy && <span className={styles.quiet}>{words.by(preparedBy)}</span>}
      </span>
    </>
  )
}
