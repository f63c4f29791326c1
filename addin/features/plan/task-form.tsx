/** The form of one task, new or in the plan; what it says goes into what is being changed, not to the server. */
import { Checkbox, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { Plan, PlanTask } from '../../../shared/plan/schema.ts'
import { works } from '../../i18n/works.ts'
import { usePart, useStore } from '../store.ts'
import { begunForms } from './begun.ts'
import { change } from './drafting.ts'
import { Beside, backTo, Choice, Form, Text } from './form.tsx'
import { unitsOf } from './naming.ts'
import { placed } from './parts.ts'
import { readTask, type TypedTask, typedTask } from './typed.ts'

const useStyles = makeStyles({
  units: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  list: { display: 'flex', flexDirection: 'column' },
  legend: { padding: 0 },
})

const begun = begunForms<TypedTask>()

type Props = { plan: Plan; task: PlanTask | null; code: string }

export function TaskForm({ plan, task, code }: Props) {
  const store = useStore()
  const units = usePart(unitsOf)
  const at = usePart(state => state.plan.editing) ?? ''
  const [typed, setTyped] = useState(() => begun.read(store, at) ?? typedTask(task, code, plan))
  const [asked, setAsked] = useState(false)
  const words = works().plan
  const read = readTask(typed, plan, task?.code ?? null)
  const wrong = asked && !read.ok ? read.wrong : {}
  const set = (part: Partial<TypedTask>) => {
    const next = { ...typed, ...part }
    begun.write(store, at, next)
    setTyped(next)
  }
  const forget = () => begun.write(store, at, null)
  const named = words.taskName(read.ok ? read.value.code : typed.code)
  const apply = () => {
    setAsked(true)
    if (!read.ok) return
    forget()
    const { value } = read
    const others = plan.tasks.filter(one => one !== task)
    const stays = task && task.code === value.code
    const tasks = stays
      ? plan.tasks.map(one => (one === task ? value : one))
      : placed(others, value)
    change(store, { ...plan, tasks }, task ? 'edited' : 'added', named)
    backTo(`task:${value.code}`)
  }
  const remove = () => {
    forget()
    const tasks = plan.tasks.filter(one => one !== task)
    change(store, { ...plan, tasks }, 'removed', named)
    requestAnimationFrame(() => document.getElementById('plan-undo')?.focus())
  }
  return (
    <Form
      title={task ? words.taskForm(task.code) : words.newTask}
      at={at}
      onApply={apply}
      onCancel={forget}
      onRemove={task && remove}
      wrong={asked && !read.ok}
    >
      <Text
        label={words.fields.name}
        value={typed.name}
        rows={4}
        required
        wrong={wrong.name}
        onChange={name => set({ name })}
      />
      <Text
        label={words.fields.code}
        value={typed.code}
        hint={words.codeHint}
        required
        most={20}
        wrong={wrong.code}
        onChange={value => set({ code: value })}
      />
      <Text
        label={words.fields.deliverable}
        value={typed.deliverable}
        rows={2}
        onChange={deliverable => set({ deliverable })}
      />
      <Choice
        label={words.fields.lead}
        value={typed.lead}
        required
        choices={[
          ...(typed.lead ? [] : [{ key: '', name: words.choose }]),
          ...units,
          // a unit the agency no longer has stays until somebody else is chosen
          ...(typed.lead && !units.some(({ key }) => key === typed.lead)
            ? [{ key: typed.lead, name: typed.lead }]
            : []),
        ]}
        wrong={wrong.lead}
        onChange={lead => set({ lead })}
      />
      <Supporting typed={typed} onChange={set} />
      <Text
        label={words.fields.outside}
        value={typed.outside}
        hint={words.outsideHint}
        rows={2}
        onChange={outside => set({ outside })}
      />
      <Text
        label={words.fields.timeline}
        value={typed.timeline}
        hint={words.timelineHint}
        most={500}
        onChange={timeline => set({ timeline })}
      />
      <Choice
        label={words.fields.recurring}
        value={typed.recurring ? 'recurring' : 'once'}
        choices={[
          { key: 'once', name: words.kinds.once },
          { key: 'recurring', name: words.kinds.recurring },
        ]}
        onChange={kind => set({ recurring: kind === 'recurring' })}
      />
      <Beside>
        <Text
          label={words.fields.from}
          value={typed.from}
          most={4}
          wrong={wrong.from}
          onChange={from => set({ from })}
        />
        <Text
          label={words.fields.until}
          value={typed.until}
          hint={words.yearHint}
          most={4}
          wrong={wrong.until}
          onChange={until => set({ until })}
        />
      </Beside>
    </Form>
  )
}

function Supporting({
  typed,
  onChange,
}: {
  typed: TypedTask
  onChange: (part: Partial<TypedTask>) => void
}) {
  const styles = useStyles()
  const units = usePart(unitsOf)
  const words = works().plan
  const { supporting, allUnits, lead } = typed
  return (
    <fieldset className={styles.units}>
      <legend className={styles.legend}>{words.fields.supporting}</legend>
      <div className={styles.list}>
        <Checkbox
          label={words.fields.allUnits}
          checked={allUnits}
          onChange={(_, { checked }) => onChange({ allUnits: checked === true })}
        />
        {!allUnits &&
          units
            .filter(({ key }) => key !== lead)
            .map(({ key, name }) => (
              <Checkbox
                key={key}
                label={name}
                checked={supporting.includes(key)}
                onChange={(_, { checked }) =>
                  onChange({
                    supporting: checked
                      ? [...supporting, key]
                      : supporting.filter(unit => unit !== key),
                  })
                }
              />
            ))}
      </div>
    </fieldset>
  )
}
