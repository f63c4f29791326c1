/** Fields of a paper: a line, several lines, a day. What is typed goes to the writing at once. */
import { Field, Input, Textarea } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { printDate } from '../../../shared/period.ts'

type Props = {
  readonly label: string
  readonly value: string
  readonly onType: (text: string) => void
  readonly hint?: string | undefined
  readonly wrong?: string | undefined
  readonly required?: boolean
  readonly id?: string
  readonly onFocus?: () => void
  readonly onBlur?: () => void
}

/** Of a form that was just asked for, the first field words go into has the focus. */
export function useFirstWords(asked: boolean) {
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (asked && document.hasFocus()) form.current?.querySelector('textarea')?.focus()
  }, [asked])
  return form
}

const state = (wrong: string | undefined) =>
  wrong ? ({ validationState: 'error', validationMessage: wrong } as const) : {}

export const LineField = ({
  label,
  value,
  onType,
  hint,
  wrong,
  required = false,
  id,
  onFocus,
  onBlur,
  most = 200,
}: Props & { most?: number }) => (
  <Field label={label} required={required} hint={hint ?? ''} {...state(wrong)}>
    <Input
      value={value}
      maxLength={most}
      lang="vi"
      // an input is otherwise wider than the narrowest pane leaves room for
      style={{ minWidth: 0 }}
      {...(id ? { id } : {})}
      onFocus={onFocus}
      onBlur={onBlur}
      onChange={(_, given) => onType(given.value)}
    />
  </Field>
)

export const WordsField = ({
  label,
  value,
  onType,
  hint,
  wrong,
  required = false,
  rows = 3,
  most,
}: Props & { rows?: number; most: number }) => (
  <Field label={label} required={required} hint={hint ?? ''} {...state(wrong)}>
    <Textarea
      value={value}
      maxLength={most}
      rows={rows}
      resize="vertical"
      lang="vi"
      onChange={(_, given) => onType(given.value)}
    />
  </Field>
)

/** The box writes dates as the machine does, the line beneath as officials do. */
export const DayField = ({ label, value, onType, hint, wrong, required = false }: Props) => (
  <Field
    label={label}
    required={required}
    hint={value ? printDate(value) : (hint ?? '')}
    {...state(wrong)}
  >
    <Input
      type="date"
      value={value}
      style={{ minWidth: 0 }}
      onChange={(_, given) => onType(given.value)}
    />
  </Field>
)
