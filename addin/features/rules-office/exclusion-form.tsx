/** One declaration: which ratio, which figure counts the group, its name, the document, from when to when. */
import { Field, Input } from '@fluentui/react-components'
import { useId } from 'react'
import type { Index } from '../../../shared/catalogue/catalogue.ts'
import { exclusionFault } from '../../../shared/exclusions.ts'
import type { Exclusion, ExclusionAnswer } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { useAttempt } from '../board/attempt.ts'
import { StepForm } from '../periods-office/step-form.tsx'
import { usePart, useStore } from '../store.ts'
import { useLooks } from './looks.ts'
import { declare, idFrom } from './ruling.ts'
import type { ExclusionDraft } from './state.ts'

type Props = {
  index: Index
  typed: ExclusionDraft
  /** null: a new one */
  entry: ExclusionAnswer | null
  /** with what was recorded, or null */
  onClose: (said: string | null) => void
}

/** What is typed is kept while the person looks elsewhere. */
export function ExclusionForm({ index, typed, entry, onClose }: Props) {
  const store = useStore()
  const looks = useLooks()
  const attempt = useAttempt()
  const words = works().rules
  const list = usePart(state => state.rules.exclusions) ?? []
  const type = (change: Partial<ExclusionDraft>) =>
    store.dispatch({ type: 'exclusion-typed', draft: { ...typed, ...change } })
  const rows = [...index.indicators.values()].map(({ form, row }) => ({
    key: row.key,
    label: `${form.short}, ${row.code} ${row.name}`,
    isCount: row.kind === 'integer' && row.formula === undefined,
  }))
  const ratios = rows.filter(
    ({ key }) => exclusionFault(index, { indicator: key, excluded: '' }) !== 'no-ratio',
  )
  const ready = [typed.indicator, typed.excluded, typed.name, typed.basis, typed.from].every(
    text => text.trim() !== '',
  )
  const record = async () => {
    const taken = new Set(list.map(({ exclusion }) => exclusion.id))
    const exclusion: Exclusion = {
      ...typed,
      id: entry?.exclusion.id ?? idFrom(typed.name, taken),
      until: typed.until === '' ? null : typed.until,
    }
    if (await attempt.run(() => declare(store, exclusion.id, entry?.number ?? 0, exclusion)))
      onClose(words.recorded(typed.name.trim()))
  }
  return (
    <StepForm
      attempt={attempt}
      command={words.recordExclusion}
      unready={!ready}
      onSubmit={record}
      onClose={() => onClose(null)}
    >
      <Choice
        label={words.ratio}
        among={ratios}
        value={typed.indicator}
        onChoose={indicator => type({ indicator })}
      />
      <Choice
        label={words.group}
        among={rows.filter(({ isCount }) => isCount)}
        value={typed.excluded}
        onChoose={excluded => type({ excluded })}
      />
      <Field label={words.name} required hint={words.nameHint}>
        <Input
          value={typed.name}
          maxLength={500}
          onChange={(_, { value }) => type({ name: value })}
        />
      </Field>
      <Field label={words.document} required hint={words.documentHint}>
        <Input
          value={typed.basis}
          maxLength={500}
          onChange={(_, { value }) => type({ basis: value })}
        />
      </Field>
      <div className={looks.days}>
        <Field label={words.fromDay} required>
          <Input
            type="date"
            value={typed.from}
            onChange={(_, { value }) => type({ from: value })}
          />
        </Field>
        <Field label={words.untilDay}>
          <Input
            type="date"
            value={typed.until}
            onChange={(_, { value }) => type({ until: value })}
          />
        </Field>
      </div>
    </StepForm>
  )
}

type ChoiceProps = {
  label: string
  among: readonly { key: string; label: string }[]
  value: string
  onChoose: (key: string) => void
}

function Choice({ label, among, value, onChoose }: ChoiceProps) {
  const looks = useLooks()
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={looks.choice}
        value={value}
        required
        onChange={({ target }) => onChoose(target.value)}
      >
        <option value="">{works().rules.choose}</option>
        {among.map(({ key, label: said }) => (
          <option key={key} value={key}>
            {said}
          </option>
        ))}
      </select>
    </div>
  )
}
