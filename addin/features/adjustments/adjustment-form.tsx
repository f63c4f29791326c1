/** Value and reason of one adjustment, with the figure it is made upon and what it comes to. */
import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { printFigure } from '../../../shared/figure.ts'
import type { Adjustment } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { t } from '../../i18n/words.ts'
import { useAttempt } from '../board/attempt.ts'
import { Notice } from '../parts/notice.tsx'
import { useStore } from '../store.ts'
import { adjust } from './adjusting.ts'
import { basisOf, type Target } from './targets.ts'
import { resultOf, valueFrom } from './typed-value.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px' },
  result: { margin: 0, fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  select: { minHeight: '32px', font: 'inherit', maxWidth: '100%' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

type Props = {
  target: Target
  list: readonly Adjustment[]
  onDone: (words: string) => void
  onClose: () => void
}

export function AdjustmentForm({ target, list, onDone, onClose }: Props) {
  const styles = useStyles()
  const store = useStore()
  const attempt = useAttempt()
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  // one entry however often it is sent; other words are another entry
  const [id, setId] = useState(() => crypto.randomUUID())
  const value = valueFrom(target, typed)
  const result = resultOf(basisOf(target, list), value)
  const unread = typed.trim() !== '' && value === undefined
  const ready = value !== undefined && reason.trim() !== ''
  const changed = (set: (text: string) => void) => (text: string) => {
    set(text)
    setId(crypto.randomUUID())
  }
  const record = async () => {
    if (value === undefined) return
    const entry = { id, place: target.at, value, reason: reason.trim() }
    if (await attempt.run(() => adjust(store, entry)))
      onDone(office().adjustments.recorded(target.label))
  }
  const change = changed(setTyped)
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        if (ready && !attempt.busy) void record()
      }}
    >
      <p style={{ margin: 0 }}>{office().adjustments.now(nowWords(target))}</p>
      <Field
        label={target.adds ? office().adjustments.addsValue : office().adjustments.replacesValue}
        required
        {...(unread
          ? { validationState: 'warning', validationMessage: office().adjustments.notANumber }
          : {})}
      >
        {target.choices ? (
          <select
            className={styles.select}
            value={typed}
            onChange={event => change(event.target.value)}
          >
            <option value="">{office().adjustments.choose}</option>
            {target.choices.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        ) : (
          <Input value={typed} maxLength={200} onChange={(_, given) => change(given.value)} />
        )}
      </Field>
      {result && <p className={styles.result}>{office().adjustments.becomes(...result)}</p>}
      <Field label={office().adjustments.reason} required hint={office().adjustments.reasonHint}>
        <Textarea
          value={reason}
          rows={2}
          maxLength={2000}
          resize="vertical"
          onChange={(_, given) => changed(setReason)(given.value)}
        />
      </Field>
      {attempt.why && <Notice tone="error">{attempt.why}</Notice>}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabled={!ready || attempt.busy}>
          {attempt.busy ? office().adjustments.recording : office().adjustments.record}
        </Button>
        <Button onClick={onClose}>{office().adjustments.other}</Button>
      </div>
    </form>
  )
}

function nowWords({ now, choices }: Target): string {
  const code = now.state === 'text' ? now.text : now.state === 'number' ? now.value : undefined
  const chosen = choices?.find(one => one.code === code)
  if (chosen) return chosen.label
  if (now.state === 'text') return now.text
  return now.state === 'not-reported' ? t.place.blank : printFigure(now)
}
