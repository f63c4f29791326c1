/** What the office may do with the period on the desk. Each step unfolds in place and says what follows from it. */
import { Button, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { printDate } from '../../../shared/period.ts'
import type { PeriodSummary } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { LockClosedRegular, LockOpenRegular } from '../parts/icons.ts'
import { Quiet, Section } from '../parts/layout.tsx'
import { DueDateForm } from './due-date-form.tsx'
import { LockForm } from './lock-form.tsx'
import { ReopenForm } from './reopen-form.tsx'

const useStyles = makeStyles({
  state: { display: 'flex', alignItems: 'center', gap: '6px', margin: 0 },
  icon: { display: 'flex', fontSize: '16px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

export type StepProps = {
  readonly period: PeriodSummary
  readonly onDone: (words: string) => void
  readonly onClose: () => void
}

type Step = 'due' | 'lock' | 'reopen'
const steps = { due: DueDateForm, lock: LockForm, reopen: ReopenForm }

type Props = { period: PeriodSummary; onDone: (words: string | null) => void }

export function PeriodCard({ period, onDone }: Props) {
  const styles = useStyles()
  const [step, setStep] = useState<Step | null>(null)
  const { name, state, window, dueDate } = period
  const Icon = state === 'open' ? LockOpenRegular : LockClosedRegular
  const Form = step && steps[step]
  const begin = (next: Step) => () => {
    onDone(null)
    setStep(next)
  }
  return (
    <Section title={name} card>
      <p className={styles.state}>
        <span className={styles.icon} aria-hidden>
          <Icon />
        </span>
        {office().periods.state[state]}
      </p>
      <Quiet>
        {office().periods.facts(printDate(window.from), printDate(window.to), printDate(dueDate))}
      </Quiet>
      {Form ? (
        <Form
          period={period}
          onClose={() => setStep(null)}
          onDone={words => {
            setStep(null)
            onDone(words)
          }}
        />
      ) : state === 'open' ? (
        <div className={styles.actions}>
          <Button onClick={begin('due')}>{office().periods.changeDue}</Button>
          <Button onClick={begin('lock')}>{office().periods.lock(name)}</Button>
        </div>
      ) : (
        <div className={styles.actions}>
          <Button onClick={begin('reopen')}>{office().periods.reopen(name)}</Button>
        </div>
      )}
    </Section>
  )
}
