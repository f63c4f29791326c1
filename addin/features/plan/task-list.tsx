/** The tasks under their headings with how far each is; those of one step or with certain words alone. */
import { Button, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { Plan } from '../../../shared/plan/schema.ts'
import { works } from '../../i18n/works.ts'
import { chip, chosenChip } from '../parts/chip.ts'
import { AddRegular } from '../parts/icons.ts'
import { List, Quiet, Section, Stack } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import { nameIn, unitsOf } from './naming.ts'
import { changesBetween } from './parts.ts'
import { StepIcon } from './status.tsx'
import { TaskForm } from './task-form.tsx'
import { TaskLine } from './task-line.tsx'
import { type Group, groupsOf, matches, nextCode, type Step, stepOf, steps } from './tasks.ts'

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: '4px', border: 'none', margin: 0, padding: 0 },
  filter: { ...chip, display: 'flex', alignItems: 'center', gap: '4px', padding: '0 8px' },
  chosen: chosenChip,
  list: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
})

export function TaskList({ plan }: { plan: Plan }) {
  const { standing, answer } = usePart(state => state.plan)
  const units = usePart(unitsOf)
  const [step, setStep] = useState<Step | 'all'>('all')
  const [typed, setTyped] = useState('')
  const words = works().plan
  const said = useMemo(() => {
    // what the units report is on the tasks of the plan in force, not on those of other years
    const tasks = standing?.plan.year === plan.year ? standing.tasks : []
    return new Map(tasks.map(one => [one.code, one]))
  }, [standing, plan.year])
  const changed = useMemo(
    () => new Map(changesBetween(answer?.plan ?? null, plan).map(one => [one.key, one.what])),
    [answer, plan],
  )
  const stepAt = (code: string) => stepOf(said.get(code)?.status)
  const found = plan.tasks.filter(task => matches(task, typed, nameIn(units), plan.groups))
  const listed = found.filter(({ code }) => step === 'all' || stepAt(code) === step)
  const count = (wanted: Step) => found.filter(({ code }) => stepAt(code) === wanted).length
  const groups = groupsOf(plan, listed)
  return (
    <Stack>
      <Filters count={count} all={found.length} step={step} onStep={setStep} />
      <Field label={words.search} hint={words.searchHint}>
        <Input type="search" value={typed} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      {listed.length === 0 && plan.tasks.length > 0 && <Quiet>{words.noneFound}</Quiet>}
      {groups.map(group => (
        <Heading key={group.code ?? ''} group={group} plan={plan}>
          {group.tasks.map(task => (
            <TaskLine
              key={task.code}
              task={task}
              plan={plan}
              standing={said.get(task.code)}
              change={answer ? changed.get(`task:${task.code}`) : undefined}
            />
          ))}
        </Heading>
      ))}
      {plan.groups.length === 0 && <Adding group={null} plan={plan} />}
    </Stack>
  )
}

function Filters({
  count,
  all,
  step,
  onStep,
}: {
  count: (step: Step) => number
  all: number
  step: Step | 'all'
  onStep: (step: Step | 'all') => void
}) {
  const styles = useStyles()
  const words = works().plan
  const shown = steps.filter(one => one === step || count(one) > 0)
  return (
    <fieldset className={styles.filters}>
      <legend hidden>{words.filterLabel}</legend>
      {(['all', ...shown] as const).map(one => (
        <button
          type="button"
          key={one}
          className={mergeClasses(styles.filter, one === step && styles.chosen)}
          aria-pressed={one === step}
          onClick={() => onStep(one)}
        >
          {one !== 'all' && <StepIcon step={one} />}
          {words.counted(words.steps[one], one === 'all' ? all : count(one))}
        </button>
      ))}
    </fieldset>
  )
}

function Heading({
  group,
  plan,
  children,
}: {
  group: Group
  plan: Plan
  children: React.ReactNode
}) {
  const styles = useStyles()
  const { otherGroup, allTasks } = works().plan
  const title =
    group.code !== null
      ? `${group.code}. ${group.name}`
      : plan.groups.length > 0
        ? otherGroup
        : allTasks
  return (
    <Section title={title}>
      <div className={styles.list}>
        <List>{children}</List>
      </div>
      {group.code !== null && <Adding group={group} plan={plan} />}
    </Section>
  )
}

function Adding({ group, plan }: { group: Group | null; plan: Plan }) {
  const store = useStore()
  const code = group?.code ?? '1'
  const key = `task+${code}`
  const open = usePart(state => state.plan.editing === key)
  const words = works().plan
  if (open) return <TaskForm plan={plan} task={null} code={nextCode(plan.tasks, code)} />
  return (
    <div>
      <Button
        id={`plan-edit-${key}`}
        size="small"
        icon={<AddRegular />}
        aria-label={group ? words.addTaskTo(`${group.code}. ${group.name}`) : words.addTask}
        onClick={() => store.dispatch({ type: 'plan-stands', now: { editing: key } })}
      >
        {words.addTask}
      </Button>
    </div>
  )
}
