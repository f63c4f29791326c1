/** Above the steps: this machine holds figures the workbook does not have. What they are, and the person's choice. */
import { Button } from '@fluentui/react-components'
import { printInstant } from '../../../shared/period.ts'
import { t } from '../../i18n/words.ts'
import { leadOf } from '../desk/lead.ts'
import type { Book } from '../fill/book.ts'
import { AskedAgain } from '../parts/asked-again.tsx'
import { Fold, Quiet } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { usePart, useStore } from '../store.ts'
import { Changes } from '../submit/summary-list.tsx'
import { dropDraft } from './keeping.ts'
import { offerOf, takeBack } from './offer.ts'

export function DraftBar({ book }: { book: Book }) {
  const store = useStore()
  const offer = usePart(offerOf)
  const leads = usePart(leadOf) === 'draft'
  if (!offer) return null
  const { draft, changes, elsewheres } = offer
  const held = elsewheres ? t.drafts.heldElsewhere : t.drafts.held
  return (
    <Notice
      // each draft is asked about anew
      key={draft.id}
      tone="info"
      title={held(printInstant(draft.at), changes.length)}
      actions={
        <>
          <Button
            appearance={leads ? 'primary' : 'secondary'}
            onClick={() => takeBack(store, book, draft)}
          >
            {t.drafts.takeBack}
          </Button>
          <AskedAgain
            label={t.drafts.drop}
            consequence={t.drafts.dropping(changes.length)}
            yes={t.drafts.dropForGood}
            no={t.drafts.keep}
            onYes={() => dropDraft(store, draft)}
          />
        </>
      }
    >
      <Fold summary={t.drafts.changes(changes.length)}>
        <Changes book={book} changes={changes} />
      </Fold>
      <Quiet>{t.drafts.takingBack}</Quiet>
    </Notice>
  )
}
