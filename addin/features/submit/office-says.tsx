/** Above the steps: what the office has decided about the unit's newest revision, and what to do about it. */
import { Button } from '@fluentui/react-components'
import { printInstant } from '../../../shared/period.ts'
import { t } from '../../i18n/words.ts'
import { leadOf } from '../desk/lead.ts'
import type { Book } from '../fill/book.ts'
import { Quiet } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { usePart, useStore } from '../store.ts'

export function OfficeSays({ book }: { book: Book }) {
  const store = useStore()
  const tab = usePart(state => state.tab)
  const pending = usePart(state => state.submit.pending !== null)
  const leads = usePart(leadOf) === 'correct'
  const { state, review: returned, changedSinceAccepted, revision } = book.sheet.standing
  // the answer to the note is on its way
  if (pending) return null
  if (state === 'returned' && returned)
    return (
      <Notice
        tone="warning"
        title={t.decision.returned(returned.revision)}
        actions={
          tab !== 'check' && (
            <Button
              appearance={leads ? 'primary' : 'secondary'}
              onClick={() => store.dispatch({ type: 'tab-opened', tab: 'check' })}
            >
              {t.decision.correct}
            </Button>
          )
        }
      >
        {returned.note}
        <Quiet>{t.decision.by(returned.by, printInstant(returned.at))}</Quiet>
      </Notice>
    )
  if (changedSinceAccepted && revision !== null)
    return <Notice tone="info">{t.decision.again(revision)}</Notice>
  return null
}

/** On the last step, beside the receipt. */
export function Accepted({ book }: { book: Book }) {
  const { state, review } = book.sheet.standing
  if (state !== 'accepted' || !review) return null
  return (
    <Notice
      tone="success"
      title={t.decision.accepted(review.revision, review.by, printInstant(review.at))}
    >
      {review.note}
    </Notice>
  )
}
