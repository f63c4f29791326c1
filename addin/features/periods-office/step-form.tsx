/** The frame of every step: fields, what was refused, one command, and a way back. */
import { Button, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { office } from '../../i18n/office.ts'
import type { useAttempt } from '../board/attempt.ts'
import { Notice } from '../parts/notice.tsx'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

type Props = {
  attempt: ReturnType<typeof useAttempt>
  command: string
  /** nothing can be sent yet */
  unready?: boolean
  onSubmit: () => void
  onClose?: () => void
  children: ReactNode
}

export function StepForm({ attempt, command, unready, onSubmit, onClose, children }: Props) {
  const styles = useStyles()
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        if (!unready && !attempt.busy) onSubmit()
      }}
    >
      {children}
      {attempt.why && <Notice tone="error">{attempt.why}</Notice>}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabled={unready || attempt.busy}>
          {attempt.busy ? office().periods.working : command}
        </Button>
        {onClose && <Button onClick={onClose}>{office().periods.cancel}</Button>}
      </div>
    </form>
  )
}
