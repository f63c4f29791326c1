/** The field for the reason of a warning: what is asked for, why a text does not count yet, what became of the old one. */
import { Field, Textarea } from '@fluentui/react-components'
import type { Finding } from '../../../shared/rules/engine.ts'
import { t } from '../../i18n/words.ts'
import { Quiet } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import { emptinessFor, isExplained, lapsedReason, reasonFor } from './reasons.ts'

export function ReasonField({ finding, label }: { finding: Finding; label: string }) {
  const store = useStore()
  const text = usePart(state => reasonFor(state.check.reasons, finding))
  const emptiness = usePart(state => emptinessFor(state.check.reasons, finding))
  const explained = usePart(state => isExplained(state.check.reasons, finding))
  const lapsed = usePart(state => lapsedReason(state.check.reasons, finding))
  const said = emptiness ? t.check.emptiness[emptiness] : explained ? t.check.explained : null
  return (
    <>
      {lapsed !== undefined && <Quiet>{t.check.lapsed(lapsed)}</Quiet>}
      <Field
        label={t.check.reason}
        size="small"
        validationState={emptiness ? 'warning' : explained ? 'success' : 'none'}
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
