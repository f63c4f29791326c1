/** Sending back: the note the unit needs, written where the report is read, and the figures that were marked. */
import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { placeOf } from '../../../shared/place.ts'
import { office } from '../../i18n/office.ts'
import { List, Quiet, useLineButton } from '../parts/layout.tsx'
import { label, rowNameAt } from '../parts/place-words.ts'
import { usePart, useStore } from '../store.ts'
import { mostMarked } from './mark.tsx'
import { decide } from './reviewing.ts'
import type { UnitFile } from './unit-file.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

export function Returning({ file }: { file: UnitFile }) {
  const styles = useStyles()
  const store = useStore()
  const note = usePart(state => state.review.note)
  const questioned = usePart(state => state.review.questioned)
  const [asked, setAsked] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const write = () => box.current?.querySelector('textarea')?.focus()
  const empty = note.trim() === ''
  useEffect(() => box.current?.querySelector('textarea')?.focus(), [])
  const send = () => {
    setAsked(true)
    if (empty) write()
    else void decide(store, 'return')
  }
  return (
    <div className={styles.form} ref={box}>
      <Field
        label={office().review.note}
        required
        hint={office().review.noteHint}
        {...(asked && empty
          ? { validationState: 'error', validationMessage: office().review.noteNeeded }
          : {})}
      >
        <Textarea
          value={note}
          rows={4}
          maxLength={2000}
          resize="vertical"
          onChange={(_, { value }) => store.dispatch({ type: 'review-noted', note: value })}
        />
      </Field>
      <Quiet>
        {questioned.length >= mostMarked
          ? office().review.tooMany(mostMarked)
          : office().review.markHint}
      </Quiet>
      <Marked file={file} />
      <div className={styles.actions}>
        <Button appearance="primary" onClick={send}>
          {office().review.send(file.sheet.current.revision)}
        </Button>
        <Button onClick={() => store.dispatch({ type: 'review-returning', returning: false })}>
          {office().review.cancel}
        </Button>
      </div>
    </div>
  )
}

/** The marked figures together; pressing one takes its mark away. */
function Marked({ file }: { file: UnitFile }) {
  const store = useStore()
  const line = useLineButton()
  const questioned = usePart(state => state.review.questioned)
  const places = questioned.flatMap(text => {
    const place = placeOf(file.index, text)
    return place ? [{ text, place, short: label(file.index, place) }] : []
  })
  return (
    <div>
      <div role="status">
        {places.length > 0 && <Quiet>{office().review.marked(places.length)}</Quiet>}
      </div>
      <List>
        {places.map(({ text, place, short }) => (
          <li key={text}>
            <button
              type="button"
              className={line}
              aria-label={office().review.unmark(short)}
              onClick={() => store.dispatch({ type: 'review-marked', place: text, marked: false })}
            >
              ✕ {short} · {rowNameAt(file, place)}
            </button>
          </li>
        ))}
      </List>
    </div>
  )
}
