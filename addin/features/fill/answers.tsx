/** The answers that are no numbers, by buttons; "không áp dụng" asks why first. Typing the words does the same. */
import { Button, Field, Input, makeStyles } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { t } from '../../i18n/words.ts'
import { usePart, useStore } from '../store.ts'
import { answerWrite, type CellState } from './answering.ts'
import type { Answer } from './state.ts'
import { write } from './writing.ts'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  button: { minWidth: 'auto' },
  why: { display: 'flex', flexDirection: 'column', gap: '6px' },
})

type Props = {
  at: { readonly sheet: string; readonly cell: string }
  /** "Biểu 3 · 3.1.1" */
  label: string
  state: CellState
}

/** Give it the cell as its key: what was begun for one cell is not for the next. */
export function Answers({ at, label, state }: Props) {
  const styles = useStyles()
  const store = useStore()
  const writing = usePart(all => all.fill.writing)
  const [asking, setAsking] = useState(false)
  const buttons = useRef<HTMLDivElement>(null)
  const give = (answer: Answer, why?: string) => {
    const one = answerWrite(at, answer, why)
    if (!one) return false
    void write(store, { kind: 'answer', label, cell: at.cell, says: answer }, [one])
    return true
  }
  const close = () => {
    setAsking(false)
    buttons.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus()
  }
  const pressed = (answer: Answer) => state.state === (answer === 'blank' ? 'not-reported' : answer)
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame around three small buttons */}
      <div className={styles.buttons} ref={buttons} role="group" aria-label={t.fill.answers.label}>
        <Button
          className={styles.button}
          size="small"
          disabledFocusable={writing || pressed('none')}
          onClick={() => give('none')}
        >
          {t.fill.answers.none}
        </Button>
        <Button
          className={styles.button}
          size="small"
          aria-expanded={asking}
          disabledFocusable={writing}
          onClick={() => setAsking(!asking)}
        >
          {t.fill.answers['not-applicable']}
        </Button>
        <Button
          className={styles.button}
          size="small"
          disabledFocusable={writing || pressed('blank')}
          onClick={() => give('blank')}
        >
          {t.fill.answers.blank}
        </Button>
      </div>
      {asking && (
        <Why
          initial={state.state === 'not-applicable' ? state.why : ''}
          onPut={why => {
            const given = give('not-applicable', why)
            if (given) close()
            return given
          }}
          onCancel={close}
        />
      )}
    </>
  )
}

/** @param onPut false when the reason says nothing */
function Why({
  initial,
  onPut,
  onCancel,
}: {
  initial: string
  onPut: (why: string) => boolean
  onCancel: () => void
}) {
  const styles = useStyles()
  const [why, setWhy] = useState(initial)
  const [missing, setMissing] = useState(false)
  return (
    <form
      className={styles.why}
      onSubmit={event => {
        event.preventDefault()
        setMissing(!onPut(why))
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <Field
        label={t.fill.answers.why}
        size="small"
        {...(missing && why.trim() === ''
          ? { validationState: 'error' as const, validationMessage: t.fill.answers.whyNeeded }
          : { hint: t.fill.answers.whyHint })}
      >
        <Input
          value={why}
          maxLength={500}
          // the person has just asked for this field
          autoFocus
          onChange={(_, { value }) => setWhy(value)}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" size="small">
          {t.fill.answers.put}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t.fill.answers.cancel}
        </Button>
      </div>
    </form>
  )
}
