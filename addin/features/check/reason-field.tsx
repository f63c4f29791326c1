/** The field for the reason of a warning: what is asked for, why a text does not count yet, what became of the old one. */
import { Field, Textarea } from '@fluentui/react-components'
import { t } from '../../i18n/words.ts'
import { Quiet } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import { emptinessFor, isExplained, isRefused, lapsedReason, reasonFor } from './reasons.ts'
import type { Told } from './server-findings.ts'

export function ReasonField({ finding, label }: { finding: Told; label: string }) {
  const store = useStore()
  const text = usePart(state => reasonFor(state.check.reasons, finding))
  const emptiness = usePart(state => emptinessFor(state.check.reasons, finding))
  const explained = usePart(state => isExplained(state.check.reasons, finding))
  const lapsed = usePart(state => lapsedReason(state.check.reasons, finding))
  const refused = usePart(state => isRefused(state.check.reasons, finding))
  const said = refused
    ? t.check.refusedReason
    : emptiness
      ? t.check.emptiness[emptiness]
      : explained
        ? t.check.explained
        : null
  return (
    <>
      {lapsed !== undefined && <Quiet>{t.check.lapsed(lapsed)}</Quiet>}
      <Field
        label={t.check.reason}
        size="small"
        validationState={emptiness || refused ? 'warning' : explained ? 'success' : 'none'}
        {...(said ? { validationMessage: said } : {})}
      >
        <Textarea
          value={text}
          rows={2}
          maxLength={2000}
          resize="vertical"
          aria-label={`${t.check.reason}: ${label}`}
          onChange={(_, { value }) => store.dispatch({ type: 'reasoned', finding, text: value })}
        />
      </Field>
      {text === '' && lapsed === undefined && <Quiet>{t.check.reasonHint}</Quiet>}
    </>
  )
}
