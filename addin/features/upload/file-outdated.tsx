/** The unit has another revision than the file was made from: what differs, and whose figures go on. */
import { Button } from '@fluentui/react-components'
import { printInstant } from '../../../shared/period.ts'
import { files } from '../../i18n/files.ts'
import type { Book } from '../fill/book.ts'
import { Fold, Quiet } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { usePart, useStore } from '../store.ts'
import { isOutdated } from '../submit/outdated.ts'
import { pendingChanges } from '../submit/summary.ts'
import { Changes } from '../submit/summary-list.tsx'
import { keepFile, leaveForNewest } from './submitting.ts'

export function FileOutdated({ book }: { book: Book }) {
  const store = useStore()
  const outdated = usePart(isOutdated)
  const base = usePart(state => state.upload.read?.basedOn ?? null)
  const receipt = usePart(state => state.submit.receipt)
  const changes = usePart(pendingChanges)
  if (!outdated) return null
  const words = files().upload.outdated
  if (!receipt)
    return (
      <Notice
        tone="warning"
        title={words.gone(base)}
        actions={<Button onClick={() => keepFile(store)}>{words.keepFirst}</Button>}
      />
    )
  const { revision, preparedBy, receivedAt } = receipt
  return (
    <>
      <Notice
        tone="warning"
        title={words.since(base, revision, preparedBy, printInstant(receivedAt))}
        actions={
          <>
            <Button onClick={() => leaveForNewest(store)}>{words.take(revision)}</Button>
            <Button onClick={() => keepFile(store)}>{words.keep(revision)}</Button>
          </>
        }
      >
        {words.taking(revision)}
      </Notice>
      {changes.length > 0 ? (
        <Fold summary={words.changes(changes.length, revision)} open>
          <Changes book={book} changes={changes} />
        </Fold>
      ) : (
        <Quiet>{words.same(revision)}</Quiet>
      )}
    </>
  )
}
