/** Tra mã kiểm chứng: a code from a paper, and what it belongs to. The view below stays as it was, only unseen. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { checkCodeWords } from '../../i18n/check-code.ts'
import { Quiet, Section, Stack } from '../parts/layout.tsx'
import { Working } from '../parts/working.tsx'
import { useStore } from '../store.ts'
import { type Answered, ask } from './asking.ts'

const useStyles = makeStyles({
  title: {
    margin: 0,
    paddingRight: '36px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  said: { margin: '0 0 6px', userSelect: 'text' },
  units: { margin: 0, paddingLeft: '18px', userSelect: 'text' },
})

export default function CheckCode() {
  const styles = useStyles()
  const store = useStore()
  const words = checkCodeWords()
  const [typed, setTyped] = useState('')
  const [answered, setAnswered] = useState<Answered | 'asking' | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    field.current?.focus()
    return () => {
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  const enter = (event: FormEvent) => {
    event.preventDefault()
    if (answered === 'asking') return
    setAnswered('asking')
    void ask(store.api, words, typed).then(setAnswered)
  }
  const known = answered !== null && answered !== 'asking' ? answered : null
  const refusal = known && 'refusal' in known ? known.refusal : null
  return (
    <Stack>
      <h1 className={styles.title}>{words.title}</h1>
      <Quiet>{words.lead}</Quiet>
      <form className={styles.form} onSubmit={enter} noValidate>
        <Field
          label={words.label}
          {...(refusal ? { validationState: 'error', validationMessage: refusal } : {})}
        >
          <Input
            input={{ ref: field }}
            value={typed}
            onChange={(_, { value }) => setTyped(value)}
            placeholder="K7M2Q-9XB4T"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
        </Field>
        <div className={styles.actions}>
          <Button type="submit" appearance="primary">
            {words.ask}
          </Button>
          <Button onClick={() => store.dispatch({ type: 'checking-code', open: false })}>
            {words.close}
          </Button>
        </div>
      </form>
      {answered === 'asking' && <Working words={words.asking} />}
      <div role="status">
        {known && 'sentences' in known && (
          <>
            {known.sentences.map(sentence => (
              <p key={sentence} className={styles.said}>
                {sentence}
              </p>
            ))}
            <Section title={words.units}>
              <ul className={styles.units}>
                {known.units.map(unit => (
                  <li key={unit}>{unit}</li>
                ))}
              </ul>
            </Section>
          </>
        )}
      </div>
    </Stack>
  )
}
