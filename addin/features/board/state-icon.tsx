/** The icon of a unit's state in its ink; a word always stands beside it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { UnitState } from '../../../shared/protocol.ts'
import {
  ArrowUndoRegular,
  CheckmarkCircleFilled,
  CircleFilled,
  CircleRegular,
  ClockAlarmRegular,
} from '../parts/icons.ts'

const useStyles = makeStyles({
  icon: { display: 'flex', alignItems: 'flex-start', lineHeight: 1 },
  accepted: { color: tokens.colorStatusSuccessForeground1 },
  submitted: { color: tokens.colorCompoundBrandForeground1 },
  returned: { color: tokens.colorStatusWarningForeground1 },
  'not-started': { color: tokens.colorNeutralForeground3 },
  overdue: { color: tokens.colorStatusDangerForeground1 },
})

const icons = {
  accepted: CheckmarkCircleFilled,
  submitted: CircleFilled,
  returned: ArrowUndoRegular,
  'not-started': CircleRegular,
} satisfies Record<UnitState, unknown>

type Props = { state: UnitState; overdue?: boolean; size: string }

export function StateIcon({ state, overdue = false, size }: Props) {
  const styles = useStyles()
  const Icon = overdue ? ClockAlarmRegular : icons[state]
  return (
    <span
      className={mergeClasses(styles.icon, overdue ? styles.overdue : styles[state])}
      style={{ fontSize: size }}
      aria-hidden
    >
      <Icon />
    </span>
  )
}
