/** A part of the page under its own heading, and what stands there while its figures are not. */
import { type ReactNode, useId } from 'react'
import { t } from '../i18n/dashboard.ts'
import type { Answer } from './answers.ts'

type Given = {
  readonly title: string
  /** what is to be seen, in a sentence */
  readonly says?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

export function Panel({ title, says, className = '', children }: Given) {
  const id = useId()
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {says && <p className="says">{says}</p>}
      {children}
    </section>
  )
}

/** Says why nothing is shown; nothing itself once there is something. */
export function Waiting({ answer }: { answer: Answer<unknown> }) {
  if (answer.value !== undefined) return null
  const { trouble } = answer
  if (!trouble) return <p className="waiting">{t.loading}</p>
  if (trouble.kind === 'unreachable') return <p className="waiting">{t.unreachable}</p>
  return <p className="waiting">{trouble.says || t.refused(trouble.status)}</p>
}
