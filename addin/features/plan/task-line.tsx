/** One task: what, who, until when, and how far its lead says it is; the form opens in its place. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { printDate } from '../../../shared/period.ts'
import type { Plan, PlanTask } from '../../../shared/plan/schema.ts'
import { works } from '../../i18n/works.ts'
import { EditRegular } from '../parts/icons.ts'
import { Quiet } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import { nameIn, statusName, supportingWords, unitsOf } from './naming.ts'
import type { Change } from './parts.ts'
import { Standing } from './status.tsx'
import { TaskForm } from './task-form.tsx'
import { stepOf, type TaskStanding } from './tasks.ts'

const useStyles = makeStyles({
  item: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    paddingBlock: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  words: { display: 'flex', flexDirection: 'column', gap: '2px', flexGrow: 1, minWidth: 0 },
  name: { margin: 0 },
  details: {
    '& > summary': {
      cursor: 'pointer',
      minHeight: '24px',
      lineHeight: '24px',
      fontSize: tokens.fontSizeBase200,
      color: tokens.colorBrandForegroundLink,
      ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    },
  },
  code: { fontWeight: tokens.fontWeightSemibold },
  mark: {
    marginLeft: '4px',
    paddingInline: '4px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
  },
})

/** That a line differs from what is stored. */
export function Mark({ change }: { change: Change['what'] | undefined }) {
  const styles = useStyles()
  if (!change || change === 'removed') return null
  return <span className={styles.mark}>{works().plan.changed[change]}</span>
}

type Props = {
  task: PlanTask
  plan: Plan
  standing: TaskStanding | undefined
  change: Change['what'] | undefined
}

export function TaskLine({ task, plan, standing, change }: Props) {
  const styles = useStyles()
  const store = useStore()
  const key = `task:${task.code}`
  const open = usePart(state => state.plan.editing === key)
  const units = usePart(unitsOf)
  const words = works().plan
  if (open)
    return (
      <li>
        <TaskForm plan={plan} task={task} code={task.code} />
      </li>
    )
  const supporting = supportingWords(units, task)
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <p className={styles.name}>
          <span className={styles.code}>{task.code}</span> {task.name}
          <Mark change={change} />
        </p>
        <Said standing={standing} />
        <Quiet>{words.lead(nameIn(units)(task.lead))}</Quiet>
        <details className={styles.details}>
          <summary aria-label={words.detailsOf(task.code)}>{words.details}</summary>
          {[
            standing?.evidence && words.evidence(standing.evidence),
            supporting && words.supporting(supporting),
            [words.kinds[task.recurring ? 'recurring' : 'once'], task.timeline]
              .filter(Boolean)
              .join(' · '),
            task.deliverable && words.deliverable(task.deliverable),
          ].map(line => line && <Quiet key={line}>{line}</Quiet>)}
        </details>
      </div>
      <Button
        id={`plan-edit-${key}`}
        size="small"
        icon={<EditRegular />}
        aria-label={words.editOf(words.taskName(task.code))}
        onClick={() => store.dispatch({ type: 'plan-stands', now: { editing: key } })}
      />
    </li>
  )
}

/** The lead's word counts; what a supporting unit says otherwise is worth a call. */
function Said({ standing }: { standing: TaskStanding | undefined }) {
  const units = usePart(unitsOf)
  const index = usePart(state => state.plan.index)
  const words = works().plan
  if (!standing) return null
  const { status, doneOn, said } = standing
  const others = said.filter(one => !one.lead && one.status !== null && one.status !== status)
  return (
    <>
      <Standing step={stepOf(status)}>
        {[statusName(index, status), doneOn && words.doneOn(printDate(doneOn))]
          .filter(Boolean)
          .join(' · ')}
      </Standing>
      {others.map(one => (
        <Quiet key={one.unit}>
          {words.saidBy(nameIn(units)(one.unit), statusName(index, one.status))}
        </Quiet>
      ))}
    </>
  )
}
