/** What the plan's forms are made of: fields one under another, a choice, the buttons, and where the focus goes after. */
import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { type ReactNode, useEffect, useRef } from 'react'
import { works } from '../../i18n/works.ts'
import { Notice } from '../parts/notice.tsx'
import { type Store, useStore } from '../store.ts'

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '10px 12px',
    marginBlock: '4px',
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  beside: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: '8px',
    alignItems: 'start',
  },
  // a field is as wide as its place, not as its text
  field: { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
  select: { minHeight: '32px', font: 'inherit', width: '100%', minWidth: 0 },
})

/** The form goes, and who pressed is back at the button it was opened with. */
function closeForm(store: Store, key: string): void {
  store.dispatch({ type: 'plan-stands', now: { editing: null } })
  backTo(key)
}

export const backTo = (key: string): void => {
  requestAnimationFrame(() => document.getElementById(`plan-edit-${key}`)?.focus())
}

type FormProps = {
  title: string
  /** key of the part, as `editing` has it */
  at: string
  onApply: () => void
  /** what was typed is given up */
  onCancel: () => void
  /** null: there is nothing to remove */
  onRemove: (() => void) | null
  /** that a field is wrong has been said at it; where they are many, here too */
  wrong: boolean
  children: ReactNode
}

export function Form({ title, at, onApply, onCancel, onRemove, wrong, children }: FormProps) {
  const styles = useStyles()
  const store = useStore()
  const box = useRef<HTMLFormElement>(null)
  const words = works().plan
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [])
  return (
    <form
      ref={box}
      className={styles.form}
      aria-label={title}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        onApply()
        // whoever sent a form that is wrong goes on at the first wrong field
        requestAnimationFrame(() =>
          box.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(),
        )
      }}
      onKeyDown={event => {
        // what was typed is there when it is opened again
        if (event.key === 'Escape') closeForm(store, at)
      }}
    >
      <h3 className={styles.title}>{title}</h3>
      {children}
      {wrong && (
        <Notice tone="warning" quiet>
          {words.wrong.look}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary">
          {words.apply}
        </Button>
        <Button
          onClick={() => {
            onCancel()
            closeForm(store, at)
          }}
        >
          {words.cancel}
        </Button>
        {onRemove && <Button onClick={onRemove}>{words.remove}</Button>}
      </div>
    </form>
  )
}

export const Beside = ({ children }: { children: ReactNode }) => (
  <div className={useStyles().beside}>{children}</div>
)

type TextProps = {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  wrong?: string | undefined
  required?: boolean
  /** lines of a text; absent: one line */
  rows?: number
  most?: number
}

export function Text({ label, value, onChange, hint, wrong, required, rows, most }: TextProps) {
  const styles = useStyles()
  const shared = { value, maxLength: most ?? 2000 }
  return (
    <Field
      className={styles.field}
      label={label}
      {...(hint ? { hint } : {})}
      {...(required ? { required } : {})}
      {...(wrong ? { validationState: 'error', validationMessage: wrong } : {})}
    >
      {rows ? (
        <Textarea
          {...shared}
          rows={rows}
          resize="vertical"
          lang="vi"
          onChange={(_, given) => onChange(given.value)}
        />
      ) : (
        <Input {...shared} onChange={(_, given) => onChange(given.value)} />
      )}
    </Field>
  )
}

type ChoiceProps = {
  label: string
  value: string
  choices: readonly { readonly key: string; readonly name: string }[]
  onChange: (value: string) => void
  wrong?: string | undefined
  required?: boolean
}

export function Choice({ label, value, choices, onChange, wrong, required }: ChoiceProps) {
  const styles = useStyles()
  return (
    <Field
      className={styles.field}
      label={label}
      {...(required ? { required } : {})}
      {...(wrong ? { validationState: 'error', validationMessage: wrong } : {})}
    >
      {control => (
        <select
          {...control}
          className={styles.select}
          value={value}
          onChange={event => onChange(event.target.value)}
        >
          {choices.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
