/** Who, which period, how it stands: always in the same place at the top of the pane. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { printInstant } from '../../../shared/period.ts'
import { t } from '../../i18n/words.ts'
import {
  ArrowSyncRegular,
  CheckmarkCircleFilled,
  CircleRegular,
  CloudOffRegular,
  EditRegular,
} from '../parts/icons.ts'
import { DueDate, PeriodChoice, PeriodWindow } from '../period/period-line.tsx'
import { chosenPeriod } from '../period/periods.ts'
import type { State } from '../state.ts'
import { usePart } from '../store.ts'
import { pendingChanges } from '../submit/summary.ts'

const useStyles = makeStyles({
  header: { display: 'flex', flexDirection: 'column', gap: '4px' },
  // the host's own menu floats over the top right corner
  unit: {
    margin: 0,
    paddingRight: '36px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px' },
  status: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  icon: { display: 'flex', flexShrink: 0, fontSize: '18px' },
  submitted: { color: tokens.colorStatusSuccessForeground1 },
  changed: { color: tokens.colorStatusWarningForeground1 },
  waiting: { color: tokens.colorStatusWarningForeground1 },
  sending: { color: tokens.colorBrandForeground1 },
  none: { color: tokens.colorNeutralForeground3 },
})

type Standing = keyof typeof icons
const icons = {
  none: CircleRegular,
  submitted: CheckmarkCircleFilled,
  changed: EditRegular,
  sending: ArrowSyncRegular,
  waiting: CloudOffRegular,
}

/** One of five, from the most pressing. */
function standing(state: State): Standing {
  const { sending, pending } = state.submit
  if (sending.state === 'sending') return 'sending'
  if (pending) return 'waiting'
  if (!state.fill.book?.sheet.current) return 'none'
  return pendingChanges(state).length > 0 ? 'changed' : 'submitted'
}

function words(state: State): string {
  const current = state.fill.book?.sheet.current
  const submitted = current
    ? t.status.submitted(current.revision, printInstant(current.receivedAt))
    : t.status.none
  return {
    none: t.status.none,
    submitted,
    changed: t.status.changed(pendingChanges(state).length, current?.revision ?? 0),
    sending: t.status.sending,
    waiting: t.status.waiting,
  }[standing(state)]
}

export function Header() {
  const styles = useStyles()
  const period = usePart(chosenPeriod)
  const session = usePart(state => state.access.session)
  const book = usePart(state => state.fill.book)
  const kind = usePart(standing)
  const text = usePart(words)
  const unit = book?.sheet.agency.units.find(({ key }) => key === book.sheet.unit)?.name
  const Icon = icons[kind]
  return (
    <header className={styles.header}>
      <h1 className={styles.unit}>{unit ?? session?.who.name}</h1>
      <div className={styles.line}>
        <PeriodChoice />
        {period && <DueDate period={period} settled={book?.sheet.current != null} />}
      </div>
      {period && <PeriodWindow period={period} />}
      {book && (
        <span className={styles.status} role="status">
          <span className={`${styles.icon} ${styles[kind]}`} aria-hidden>
            <Icon />
          </span>
          {text}
        </span>
      )}
    </header>
  )
}
