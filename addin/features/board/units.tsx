/** The units of the agency: those still missing on top, because they are what the clerk is waiting for. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { printInstant } from '../../../shared/period.ts'
import type { UnitProgress } from '../../../shared/protocol.ts'
import { vi } from '../../i18n/vi.ts'
import { CheckmarkCircleFilled, CircleRegular, ClockAlarmRegular } from '../parts/icons.ts'
import { List, Quiet, Section } from '../parts/layout.tsx'

const useStyles = makeStyles({
  unit: {
    display: 'grid',
    gridTemplateColumns: '20px 1fr',
    columnGap: '8px',
    paddingBlock: '6px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { display: 'flex', fontSize: '20px' },
  submitted: { color: tokens.colorStatusSuccessForeground1 },
  waiting: { color: tokens.colorNeutralForeground3 },
  late: { color: tokens.colorStatusDangerForeground1 },
  name: { margin: 0, overflowWrap: 'anywhere' },
})

export function Units({ units }: { units: readonly UnitProgress[] }) {
  const missing = units.filter(unit => unit.state !== 'submitted')
  const done = units.filter(unit => unit.state === 'submitted')
  return (
    <>
      {missing.length > 0 && (
        <Section title={vi.board.missing(missing.length)}>
          <List>
            {missing.map(unit => (
              <Unit key={unit.unit} {...unit} />
            ))}
          </List>
        </Section>
      )}
      {done.length > 0 && (
        <Section title={missing.length > 0 ? vi.board.done(done.length) : vi.board.everyone}>
          <List>
            {done.map(unit => (
              <Unit key={unit.unit} {...unit} />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}

function Unit({ name, state, revision, receivedAt, preparedBy, late }: UnitProgress) {
  const styles = useStyles()
  const submitted = state === 'submitted' && revision !== null && receivedAt !== null
  const Icon = submitted ? CheckmarkCircleFilled : late ? ClockAlarmRegular : CircleRegular
  const ink = submitted ? styles.submitted : late ? styles.late : styles.waiting
  const words = submitted
    ? [
        vi.board.unit.submitted(revision, printInstant(receivedAt)),
        ...(late ? [vi.board.unit.lateSubmitted] : []),
      ].join(' · ')
    : late
      ? vi.board.unit.late
      : vi.board.unit.missing
  return (
    <li className={styles.unit}>
      <span className={mergeClasses(styles.icon, ink)} aria-hidden>
        <Icon />
      </span>
      <div>
        <p className={styles.name}>{name}</p>
        <Quiet>{words}</Quiet>
        {preparedBy && <Quiet>{vi.board.unit.by(preparedBy)}</Quiet>}
      </div>
    </li>
  )
}
