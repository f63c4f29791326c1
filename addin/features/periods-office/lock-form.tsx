/** Locking a period: first who is missing, returned, unread or late, then what a lock does. */
import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { UnitProgress } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { useAttempt } from '../board/attempt.ts'
import { StateIcon } from '../board/state-icon.tsx'
import { List, Quiet, Section } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import { changePeriod } from './changing.ts'
import type { StepProps } from './period-card.tsx'
import { StepForm } from './step-form.tsx'

export function LockForm({ period, onDone, onClose }: StepProps) {
  const store = useStore()
  const attempt = useAttempt()
  const [note, setNote] = useState('')
  const units = usePart(state => state.board.progress?.units)
  const whole = units?.every(unit => unit.state === 'accepted') ?? false
  const lock = async () => {
    const change = { state: 'locked' as const, note: note.trim() }
    if (await attempt.run(() => changePeriod(store, period.period, change)))
      onDone(office().periods.locked(period.name))
  }
  return (
    <StepForm
      attempt={attempt}
      command={whole ? office().periods.lockNow : office().periods.lockAnyway}
      onSubmit={lock}
      onClose={onClose}
    >
      {units && <Unfinished units={units} />}
      <Quiet>{office().periods.lockAbout}</Quiet>
      <Field label={office().periods.lockNote}>
        <Input value={note} maxLength={2000} onChange={(_, { value }) => setNote(value)} />
      </Field>
    </StepForm>
  )
}

/** Those a lock would leave as they are, the most serious first. */
function Unfinished({ units }: { units: readonly UnitProgress[] }) {
  const those = (is: (unit: UnitProgress) => boolean) => units.filter(is)
  const groups = [
    { title: office().periods.missing, of: those(unit => unit.state === 'not-started') },
    { title: office().periods.returned, of: those(unit => unit.state === 'returned') },
    { title: office().periods.waiting, of: those(unit => unit.state === 'submitted') },
    { title: office().periods.late, of: those(unit => unit.timing === 'late') },
  ].filter(({ of }) => of.length > 0)
  if (groups.length === 0) return <Quiet>{office().periods.allIn}</Quiet>
  return groups.map(({ title, of }) => (
    <Section key={title(of.length)} title={title(of.length)}>
      <List>
        {of.map(unit => (
          <li key={unit.unit} style={{ display: 'flex', gap: '6px' }}>
            <StateIcon state={unit.state} overdue={unit.timing === 'missing'} size="16px" />
            {unit.name}
          </li>
        ))}
      </List>
    </Section>
  ))
}
