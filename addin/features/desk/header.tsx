/** Who, which period, how it stands: always in the same place at the top of the pane. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ComponentType } from 'react'
import { formName } from '../../../shared/catalogue/catalogue.ts'
import { printInstant } from '../../../shared/period.ts'
import { t } from '../../i18n/words.ts'
import {
  ArrowSyncRegular,
  ArrowUndoRegular,
  CheckmarkCircleFilled,
  CheckmarkCircleRegular,
  CircleRegular,
  ClockAlarmRegular,
  CloudOffRegular,
  EditRegular,
  LockClosedRegular,
  SaveRegular,
} from '../parts/icons.ts'
import { DueDate, PeriodChoice, PeriodWindow } from '../period/period-line.tsx'
import { chosenPeriod } from '../period/periods.ts'
import type { State } from '../state.ts'
import { usePart } from '../store.ts'
import { pendingChanges } from '../submit/summary.ts'
import { factsOf, type Standing, standingOf } from './standing.ts'

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
  status: { display: 'inline-flex', alignItems: 'flex-start', gap: '4px' },
  icon: { display: 'flex', flexShrink: 0, paddingTop: '1px', fontSize: '18px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  pressing: { color: tokens.colorStatusWarningForeground1 },
  busy: { color: tokens.colorBrandForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  form: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
})

const icons: Record<Standing, ComponentType> = {
  none: CircleRegular,
  kept: SaveRegular,
  changed: EditRegular,
  waiting: CloudOffRegular,
  serverBusy: ClockAlarmRegular,
  sending: ArrowSyncRegular,
  submitted: CheckmarkCircleRegular,
  again: CheckmarkCircleRegular,
  returned: ArrowUndoRegular,
  accepted: CheckmarkCircleFilled,
  locked: LockClosedRegular,
}
const inks: Record<Standing, 'quiet' | 'good' | 'pressing' | 'busy'> = {
  none: 'quiet',
  kept: 'good',
  changed: 'pressing',
  waiting: 'pressing',
  serverBusy: 'pressing',
  sending: 'busy',
  submitted: 'good',
  again: 'good',
  returned: 'pressing',
  accepted: 'good',
  locked: 'quiet',
}

const standing = (state: State): Standing => standingOf(factsOf(state))

function words(state: State): string {
  const { book } = state.fill
  const current = book?.sheet.current ?? null
  const revision = current?.revision ?? null
  const received = current ? printInstant(current.receivedAt) : ''
  const changes = pendingChanges(state).length
  const decided = book?.sheet.standing.review?.at
  const said: Record<Standing, () => string> = {
    none: () => t.status.none,
    kept: () => t.status.kept(changes, revision),
    changed: () => t.status.changed(changes, revision ?? 0),
    waiting: () => t.status.waiting,
    serverBusy: () => t.status.serverBusy,
    sending: () => t.status.sending,
    submitted: () => t.status.submitted(revision ?? 0, received),
    again: () => t.status.again(revision ?? 0, received),
    returned: () => t.status.returned(revision ?? 0),
    accepted: () => t.status.accepted(revision ?? 0, decided ? printInstant(decided) : ''),
    locked: () => t.status.locked(revision),
  }
  return said[standing(state)]()
}

/** The form of the sheet the person is on. */
function formUnderCursor({ fill }: State): string {
  const { book, selection } = fill
  const sheet = book?.sheets.find(laid => laid.sheet === selection?.sheet)
  const form = sheet && book?.index.forms.get(sheet.form)
  if (!form) return ''
  const title = formName(form)
  return title === form.short ? title : `${form.short} · ${title}`
}

export function Header() {
  const styles = useStyles()
  const period = usePart(chosenPeriod)
  const session = usePart(state => state.access.session)
  const book = usePart(state => state.fill.book)
  const kind = usePart(standing)
  const text = usePart(words)
  const unit = book?.sheet.agency.units.find(({ key }) => key === book.sheet.unit)?.name
  const form = usePart(formUnderCursor)
  const Icon = icons[kind]
  return (
    <header className={styles.header}>
      <h1 className={styles.unit}>{unit ?? session?.who.name}</h1>
      <div className={styles.line}>
        <PeriodChoice />
        {period && <DueDate period={period} settled={isIn(book)} />}
      </div>
      {period && <PeriodWindow period={period} />}
      {form && (
        <span className={styles.form} title={form}>
          {form}
        </span>
      )}
      {book && (
        <span className={styles.status} role="status">
          <span className={mergeClasses(styles.icon, styles[inks[kind]])} aria-hidden>
            <Icon />
          </span>
          {text}
        </span>
      )}
    </header>
  )
}

/** The unit has done its part, so lateness is no longer news. */
const isIn = (book: State['fill']['book']): boolean =>
  book?.sheet.current != null && book.sheet.standing.state !== 'returned'
