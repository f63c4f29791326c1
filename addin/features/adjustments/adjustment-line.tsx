/** One entry of the office with what became of it; one that stands can be withdrawn with a reason. */
import { Button, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { cellFromWire } from '../../../shared/content.ts'
import { printFigure } from '../../../shared/figure.ts'
import { printInstant } from '../../../shared/period.ts'
import type { Adjustment } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { useAttempt } from '../board/attempt.ts'
import {
  ArrowUndoRegular,
  CheckmarkCircleFilled,
  CircleRegular,
  WarningRegular,
} from '../parts/icons.ts'
import { Quiet } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { useStore } from '../store.ts'
import { adjust } from './adjusting.ts'

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    paddingBlock: '6px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  past: { color: tokens.colorNeutralForeground2 },
  state: { display: 'flex', alignItems: 'center', gap: '4px', fontSize: tokens.fontSizeBase200 },
  icon: { display: 'flex', fontSize: '16px' },
  stands: { color: tokens.colorStatusSuccessForeground1 },
  lapsed: { color: tokens.colorStatusWarningForeground1 },
  replaced: { color: tokens.colorNeutralForeground3 },
  withdrawn: { color: tokens.colorNeutralForeground3 },
  line: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '4px' },
})

const icons = {
  stands: CheckmarkCircleFilled,
  lapsed: WarningRegular,
  replaced: CircleRegular,
  withdrawn: ArrowUndoRegular,
} satisfies Record<Adjustment['state'], unknown>

type Props = {
  adjustment: Adjustment
  locked: boolean
  onDone: (words: string | null) => void
}

export function AdjustmentLine({ adjustment, locked, onDone }: Props) {
  const styles = useStyles()
  const { state, name, value, reason, by, time } = adjustment
  const Icon = icons[state]
  const [withdrawing, setWithdrawing] = useState(false)
  return (
    <li className={mergeClasses(styles.item, state !== 'stands' && styles.past)}>
      <span className={styles.state}>
        <span className={mergeClasses(styles.icon, styles[state])} aria-hidden>
          <Icon />
        </span>
        {office().adjustments.states[state]}
      </span>
      <p className={styles.line}>{name}</p>
      {value !== null && (
        <p className={styles.line}>{office().adjustments.value(printed(value))}</p>
      )}
      <p className={styles.line}>“{reason}”</p>
      <Quiet>{office().adjustments.by(by, printInstant(time))}</Quiet>
      {state === 'stands' &&
        !locked &&
        (withdrawing ? (
          <Withdrawing
            adjustment={adjustment}
            onDone={onDone}
            onClose={() => setWithdrawing(false)}
          />
        ) : (
          <div>
            <Button
              size="small"
              aria-label={office().adjustments.withdrawOf(name)}
              onClick={() => setWithdrawing(true)}
            >
              {office().adjustments.withdraw}
            </Button>
          </div>
        ))}
    </li>
  )
}

function printed(value: NonNullable<Adjustment['value']>): string {
  const cell = cellFromWire(value)
  return cell.state === 'text' ? cell.text : printFigure(cell)
}

type WithdrawingProps = Pick<Props, 'adjustment' | 'onDone'> & { onClose: () => void }

function Withdrawing({ adjustment, onDone, onClose }: WithdrawingProps) {
  const styles = useStyles()
  const store = useStore()
  const attempt = useAttempt()
  const [reason, setReason] = useState('')
  const [id] = useState(() => crypto.randomUUID())
  const withdraw = async () => {
    const entry = { id, place: adjustment.at, value: null, reason: reason.trim() }
    if (await attempt.run(() => adjust(store, entry)))
      onDone(office().adjustments.withdrawn(adjustment.name))
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (reason.trim() !== '') void withdraw()
      }}
    >
      <Field label={office().adjustments.withdrawReason} required>
        <Input value={reason} maxLength={2000} onChange={(_, { value }) => setReason(value)} />
      </Field>
      {attempt.why && <Notice tone="error">{attempt.why}</Notice>}
      <div className={styles.actions}>
        <Button type="submit" size="small" disabled={attempt.busy || reason.trim() === ''}>
          {attempt.busy ? office().adjustments.recording : office().adjustments.confirmWithdraw}
        </Button>
        <Button size="small" onClick={onClose}>
          {office().adjustments.cancel}
        </Button>
      </div>
    </form>
  )
}
