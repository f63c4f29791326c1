/** The first thing seen: one sentence, one field, one button. Works while the workbook is still being reached. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { t } from '../../i18n/words.ts'
import { Working } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import { signIn } from './signing.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px', paddingTop: '12px' },
  mark: { display: 'flex', alignItems: 'center', gap: '10px' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
})

export function SignIn() {
  const styles = useStyles()
  const store = useStore()
  const { busy, refusal } = usePart(state => state.access)
  const [code, setCode] = useState('')
  const field = useRef<HTMLInputElement>(null)
  // after a refusal the person types again, so the field gets the focus back
  useEffect(() => {
    if (refusal) field.current?.select()
  }, [refusal])
  const enter = (event: FormEvent) => {
    event.preventDefault()
    void signIn(store, code)
  }
  return (
    <form className={styles.form} onSubmit={enter} noValidate>
      <div className={styles.mark}>
        <img src="/icons/icon-32.png" width={32} height={32} alt="" />
        <h1 className={styles.name}>{t.product}</h1>
      </div>
      <p className={styles.lead}>{t.signIn.lead}</p>
      <Field
        label={t.signIn.code}
        {...(refusal ? { validationState: 'error', validationMessage: refusal } : {})}
      >
        <Input
          input={{ ref: field }}
          size="large"
          value={code}
          onChange={(_, { value }) => setCode(value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus
        />
      </Field>
      {busy ? (
        <Working words={t.signIn.entering} />
      ) : (
        <Button type="submit" appearance="primary" size="large">
          {t.signIn.enter}
        </Button>
      )}
    </form>
  )
}
