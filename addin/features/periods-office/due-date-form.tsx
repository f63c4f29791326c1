/** Another due date for a period that is open. */
import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { printDate } from '../../../shared/period.ts'
import { office } from '../../i18n/office.ts'
import { useAttempt } from '../board/attempt.ts'
import { useStore } from '../store.ts'
import { changePeriod } from './changing.ts'
import type { StepProps } from './period-card.tsx'
import { StepForm } from './step-form.tsx'

export function DueDateForm({ period, onDone, onClose }: StepProps) {
  const store = useStore()
  const attempt = useAttempt()
  const [dueDate, setDueDate] = useState(period.dueDate)
  const change = async () => {
    if (await attempt.run(() => changePeriod(store, period.period, { dueDate })))
      onDone(office().periods.dueChanged(printDate(dueDate)))
  }
  return (
    <StepForm
      attempt={attempt}
      command={office().periods.changeDue}
      unready={dueDate === '' || dueDate === period.dueDate}
      onSubmit={change}
      onClose={onClose}
    >
      {/* the box writes dates as the machine does, the line beneath as officials do */}
      <Field label={office().periods.due} required hint={dueDate && printDate(dueDate)}>
        <Input type="date" value={dueDate} onChange={(_, { value }) => setDueDate(value)} />
      </Field>
    </StepForm>
  )
}
