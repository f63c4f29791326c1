/** How far a task is and whether a target is attained: an icon and a word, never a colour alone. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import {
  CheckmarkCircleFilled,
  CircleFilled,
  CircleRegular,
  ClockAlarmRegular,
  InfoRegular,
  WarningRegular,
} from '../parts/icons.ts'
import type { Attains } from './attaining.ts'
import type { Step } from './tasks.ts'

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'flex-start', gap: '4px', overflowWrap: 'anywhere' },
  icon: { display: 'flex', flexShrink: 0, fontSize: '16px', lineHeight: '20px', paddingTop: '2px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  open: { color: tokens.colorBrandForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
})

type Ink = 'good' | 'bad' | 'open' | 'quiet'

const looks = {
  done: { Icon: CheckmarkCircleFilled, ink: 'good' },
  overdue: { Icon: ClockAlarmRegular, ink: 'bad' },
  open: { Icon: CircleFilled, ink: 'open' },
  'not-started': { Icon: CircleRegular, ink: 'open' },
  unsaid: { Icon: InfoRegular, ink: 'quiet' },
  attained: { Icon: CheckmarkCircleFilled, ink: 'good' },
  early: { Icon: CheckmarkCircleFilled, ink: 'good' },
  missed: { Icon: WarningRegular, ink: 'bad' },
  later: { Icon: CircleRegular, ink: 'quiet' },
  unknown: { Icon: InfoRegular, ink: 'quiet' },
} as const satisfies Record<Step | Attains, { Icon: unknown; ink: Ink }>

export function StepIcon({ step }: { step: Step | Attains }) {
  const styles = useStyles()
  const { Icon, ink } = looks[step]
  return (
    <span className={mergeClasses(styles.icon, styles[ink])} aria-hidden>
      <Icon />
    </span>
  )
}

export function Standing({ step, children }: { step: Step | Attains; children: ReactNode }) {
  return (
    <span className={useStyles().line}>
      <StepIcon step={step} />
      <span>{children}</span>
    </span>
  )
}
