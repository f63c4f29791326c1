/** Says that the unit has another revision than the workbook's, shows what differs and lets the person choose. */
import { Button } from '@fluentui/react-components'
import { printInstant } from '../../../shared/period.ts'
import { t } from '../../i18n/words.ts'
import type { Book } from '../fill/book.ts'
import { Fold, Quiet } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import type { State } from '../state.ts'
import { usePart, useStore } from '../store.ts'
import { isOutdated, keepOwn, takeNewest } from './outdated.ts'
import { pendingChanges } from './summary.ts'
import { Changes } from './summary-list.tsx'

function words({ fill, submit }: State): string {
  const base = fill.identity?.revision ?? null
  const { receipt } = submit
  if (!receipt) return t.outdated.gone(base)
  const { revision, preparedBy, receivedAt } = receipt
  return t.outdated.since(base, revision, preparedBy, printInstant(receivedAt))
}

/** On the other steps: the sentence, and the way to the choice. */
export function OutdatedLine() {
  const store = useStore()
  const outdated = usePart(isOutdated)
  const text = usePart(words)
  if (!outdated) return null
  const choose = () => store.dispatch({ type: 'tab-opened', tab: 'submit' })
  return (
    <Notice tone="warning" actions={<Button onClick={choose}>{t.outdated.choose}</Button>}>
      {text}
    </Notice>
  )
}

export function OutdatedNotice({ book }: { book: Book }) {
  const store = useStore()
  const outdated = usePart(isOutdated)
  const text = usePart(words)
  const revision = usePart(state => state.submit.receipt?.revision)
  const changes = usePart(pendingChanges)
  const read = usePart(state => state.check.review !== null)
  if (!outdated) return null
  const keep = revision === undefined ? t.outdated.keepFirst : t.outdated.keep(revision)
  return (
    <>
      <Notice
        tone="warning"
        title={text}
        actions={
          <>
            {revision !== undefined && (
              <Button onClick={() => takeNewest(store)}>{t.outdated.take(revision)}</Button>
            )}
            <Button onClick={() => keepOwn(store)}>{keep}</Button>
          </>
        }
      >
        {revision !== undefined && t.outdated.taking(revision)}
      </Notice>
      {revision !== undefined &&
        read &&
        (changes.length > 0 ? (
          <Fold summary={t.outdated.changes(changes.length, revision)} open>
            <Changes book={book} changes={changes} />
          </Fold>
        ) : (
          <Quiet>{t.outdated.same(revision)}</Quiet>
        ))}
    </>
  )
}
