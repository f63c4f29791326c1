/** The units of the agency: those still missing on top, because they are what the clerk is waiting for. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { printInstant } from '../../../shared/period.ts'
import type { UnitProgress } from '../../../shared/protocol.ts'
import { t } from '../../i18n/words.ts'
import {
  ArrowUndoRegular,
  CheckmarkCircleFilled,
  CheckmarkCircleRegular,
  CircleRegular,
  ClockAlarmRegular,
} from '../parts/icons.ts'
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
  const missing = units.filter(isAwaited)
  const done = units.filter(unit => !isAwaited(unit))
  return (
    <>
      {missing.length > 0 && (
        <Section title={t.board.missing(missing.length)}>
          <List>
            {missing.map(unit => (
              <Unit key={unit.unit} {...unit} />
            ))}
          </List>
        </Section>
      )}
      {done.length > 0 && (
        <Section title={missing.length > 0 ? t.board.done(done.length) : t.board.everyone}>
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

/** Nothing came in, or the office sent it back: the clerk is waiting for these. */
const isAwaited = ({ state }: UnitProgress): boolean =>
  state === 'not-started' || state === 'returned'

const icons = {
  'not-started': CircleRegular,
  submitted: CheckmarkCircleRegular,
  accepted: CheckmarkCircleFilled,
  returned: ArrowUndoRegular,
} satisfies Record<UnitProgress['state'], unknown>

function Unit(unit: UnitProgress) {
  const { name, state, timing, preparedBy } = unit
  const styles = useStyles()
  const overdue = timing === 'missing'
  const Icon = overdue ? ClockAlarmRegular : icons[state]
  const ink =
    overdue || state === 'returned'
      ? styles.late
      : isAwaited(unit)
        ? styles.waiting
        : styles.submitted
  return (
    <li className={styles.unit}>
      <span className={mergeClasses(styles.icon, ink)} aria-hidden>
        <Icon />
      </span>
      <div>
        <p className={styles.name}>{name}</p>
        <Quiet>{wordsOn(unit)}</Quiet>
        {preparedBy && <Quiet>{t.board.unit.by(preparedBy)}</Quiet>}
      </div>
    </li>
  )
}

function wordsOn({
  state,
  revision,
  receivedAt,
  timing,
  review,
  changedSinceAccepted,
}: UnitProgress) {
  const words = t.board.unit
  if (revision === null || receivedAt === null)
    return timing === 'missing' ? words.late : words.missing
  return [
    words.submitted(revision, printInstant(receivedAt)),
    ...(timing === 'late' ? [words.lateSubmitted] : []),
    ...(state === 'accepted' ? [words.accepted] : []),
    ...(state === 'returned' ? [words.returned(review?.note ?? '')] : []),
    ...(state === 'submitted' && changedSinceAccepted ? [words.changedSinceAccepted] : []),
  ].join(' · ')
}
