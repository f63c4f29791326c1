/** Reopening a locked period, with the reason the audit keeps. */
import { Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { office } from '../../i18n/office.ts'
import { useAttempt } from '../board/attempt.ts'
import { Quiet } from '../parts/layout.tsx'
import { useStore } from '../store.ts'
import { changePeriod } from './changing.ts'
import type { StepProps } from './period-card.tsx'
import { StepForm } from './step-form.tsx'

export function ReopenForm({ period, onDone, onClose }: StepProps) {
  const store = useStore()
  const attempt = useAttempt()
  const [note, setNote] = useState('')
  const reopen = async () => {
    const change = { state: 'open' as const, note: note.trim() }
    if (await attempt.run(() => changePeriod(store, period.period, change)))
      onDone(office().periods.reopened(period.name))
  }
  return (
    <StepForm
      attempt={attempt}
      command={office().periods.reopen(period.name)}
      unready={note.trim() === ''}
      onSubmit={reopen}
      onClose={onClose}
    >
      <Quiet>{office().periods.reopenAbout}</Quiet>
      <Field label={office().periods.reopenNote} required hint={office().periods.reopenNeeded}>
        <Textarea
          value={note}
          rows={2}
          maxLength={2000}
          onChange={(_, { value }) => setNote(value)}
        />
      </Field>
    </StepForm>
  )
}
