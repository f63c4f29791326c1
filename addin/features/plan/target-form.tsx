/** The form of one target; its indicator is found in the forms by what people remember of its name. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { Plan, Target } from '../../../shared/plan/schema.ts'
import { works } from '../../i18n/works.ts'
import { List, Quiet, useLineButton } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import { begunForms } from './begun.ts'
import { change } from './drafting.ts'
import { Beside, backTo, Choice, Form, Text } from './form.tsx'
import { measures, measuresMatching } from './measures.ts'
import { indicatorName, unitsOf } from './naming.ts'
import { readTarget, type TypedTarget, typedTarget } from './typed.ts'

const useStyles = makeStyles({
  chosen: { margin: 0, overflowWrap: 'anywhere' },
  label: { fontWeight: tokens.fontWeightSemibold },
})

/** More than these nobody reads; another word narrows faster. */
const most = 8

const begun = begunForms<TypedTarget>()

type Props = { plan: Plan; target: Target | null; code: string }

export function TargetForm({ plan, target, code }: Props) {
  const store = useStore()
  const units = usePart(unitsOf)
  const at = usePart(state => state.plan.editing) ?? ''
  const [typed, setTyped] = useState(() => begun.read(store, at) ?? typedTarget(target, code, plan))
  const [asked, setAsked] = useState(false)
  const words = works().plan
  const read = readTarget(typed, plan, target?.code ?? null)
  const wrong = asked && !read.ok ? read.wrong : {}
  const set = (part: Partial<TypedTarget>) => {
    const next = { ...typed, ...part }
    begun.write(store, at, next)
    setTyped(next)
  }
  const forget = () => begun.write(store, at, null)
  const named = words.targetName(read.ok ? read.value.code : typed.code)
  const apply = () => {
    setAsked(true)
    if (!read.ok) return
    forget()
    const { value } = read
    const targets = target
      ? plan.targets.map(one => (one === target ? value : one))
      : [...plan.targets, value]
    change(store, { ...plan, targets }, target ? 'edited' : 'added', named)
    backTo(`target:${value.code}`)
  }
  const remove = () => {
    forget()
    const targets = plan.targets.filter(one => one !== target)
    change(store, { ...plan, targets }, 'removed', named)
    requestAnimationFrame(() => document.getElementById('plan-undo')?.focus())
  }
  return (
    <Form
      title={target ? words.targetForm(target.code) : words.newTarget}
      at={at}
      onApply={apply}
      onCancel={forget}
      onRemove={target && remove}
      wrong={asked && !read.ok}
    >
      <Text
        label={words.fields.name}
        value={typed.name}
        rows={2}
        required
        wrong={wrong.name}
        onChange={name => set({ name })}
      />
      <Indicator
        chosen={typed.indicator}
        onChoose={(indicator, unit) => set({ indicator, ...(unit ? { unit } : {}) })}
      />
      <Choice
        label={words.fields.comparison}
        value={typed.comparison}
        choices={[
          { key: '>=', name: words.comparisons['>='] },
          { key: '<=', name: words.comparisons['<='] },
        ]}
        onChange={sign => set({ comparison: sign === '<=' ? '<=' : '>=' })}
      />
      <Beside>
        <Text
          label={words.fields.threshold}
          value={typed.threshold}
          required
          most={20}
          wrong={wrong.threshold}
          onChange={threshold => set({ threshold })}
        />
        <Text
          label={words.fields.unit}
          value={typed.unit}
          required
          most={40}
          wrong={wrong.unit}
          onChange={unit => set({ unit })}
        />
      </Beside>
      <Beside>
        <Text
          label={words.fields.year}
          value={typed.year}
          required
          most={4}
          wrong={wrong.year}
          onChange={year => set({ year })}
        />
        <Text
          label={words.fields.code}
          value={typed.code}
          required
          most={20}
          wrong={wrong.code}
          onChange={value => set({ code: value })}
        />
      </Beside>
      <Choice
        label={words.fields.lead}
        value={typed.lead ?? ''}
        choices={[{ key: '', name: words.noLead }, ...units]}
        onChange={lead => set({ lead: lead || null })}
      />
    </Form>
  )
}

/** What measures the target, or a search for it among the ratios and counts of the forms. */
function Indicator({
  chosen,
  onChoose,
}: {
  chosen: string | null
  onChoose: (indicator: string | null, unit?: string) => void
}) {
  const styles = useStyles()
  const line = useLineButton()
  const index = usePart(state => state.plan.index)
  const [typed, setTyped] = useState('')
  const all = useMemo(() => (index ? measures(index) : []), [index])
  const found = measuresMatching(all, typed, most)
  const words = works().plan
  return (
    <>
      <p className={styles.chosen}>
        <span className={styles.label}>{words.fields.indicator}: </span>
        {chosen ? indicatorName(index, chosen) : words.unmeasured}
      </p>
      {chosen && (
        <div>
          <Button size="small" onClick={() => onChoose(null)}>
            {words.unmeasure}
          </Button>
        </div>
      )}
      <Field label={words.indicatorSearch} hint={words.indicatorHint}>
        <Input type="search" value={typed} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      {typed.trim() !== '' && found.length === 0 && <Quiet>{words.indicatorNone}</Quiet>}
      <List>
        {found.map(({ key, unit, name }) => (
          <li key={key}>
            <button
              type="button"
              className={line}
              onClick={() => {
                onChoose(key, unit)
                setTyped('')
              }}
            >
              {name}
            </button>
          </li>
        ))}
      </List>
    </>
  )
}
