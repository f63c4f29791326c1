/** How a round and a problem stand: an icon, and words beside it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { printDate } from '../../../shared/period.ts'
import type { FoundProblem, Round } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import {
  CheckmarkCircleFilled,
  CircleFilled,
  CircleRegular,
  ClockAlarmRegular,
  EditRegular,
} from '../parts/icons.ts'
import { nearness } from '../period/due.ts'

const useStyles = makeStyles({
  line: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  icon: { display: 'flex', fontSize: '16px', lineHeight: 1 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  on: { color: tokens.colorCompoundBrandForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
})

const icons = {
  good: CheckmarkCircleFilled,
  on: CircleFilled,
  bad: ClockAlarmRegular,
  quiet: CircleRegular,
  draft: EditRegular,
}
type Look = keyof typeof icons

export function Mark({ look, children }: { look: Look; children: ReactNode }) {
  const styles = useStyles()
  const Icon = icons[look]
  return (
    <span className={styles.line}>
      <span
        className={mergeClasses(styles.icon, styles[look === 'draft' ? 'quiet' : look])}
        aria-hidden
      >
        <Icon />
      </span>
      <span>{children}</span>
    </span>
  )
}

const looks = { draft: 'draft', open: 'on', concluded: 'good' } as const

export const RoundState = ({ state }: { state: Round['state'] }) => (
  <Mark look={looks[state]}>{works().inspection.states[state]}</Mark>
)

/** How near a day is, in words. */
export function dueWords(dueDate: string, now: number): string {
  const { when, days } = nearness(dueDate, now)
  return works().inspection.due[when](printDate(dueDate), days)
}

export function ProblemState({ problem }: { problem: FoundProblem }) {
  const { standing, resolvedOn, resolution, dueDate } = problem
  const words = works().inspection.problem
  if (resolvedOn)
    return (
      <Mark look="good">
        {words.resolvedOn(printDate(resolvedOn), resolution)}
        {standing === 'resolved-late' && ` (${words.late})`}
      </Mark>
    )
  const past = nearness(dueDate, Date.now()).when === 'past'
  return <Mark look={past ? 'bad' : 'quiet'}>{dueWords(dueDate, Date.now())}</Mark>
}
