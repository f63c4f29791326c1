/** Without a network: a calm line that says where the figures are and what will happen. */
import { printInstant } from '../../../shared/period.ts'
import { t } from '../../i18n/words.ts'
import { Quiet } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { usePart } from '../store.ts'

export function OfflineLine() {
  const { away, copiedAt } = usePart(state => state.offline)
  const open = usePart(state => state.fill.book !== null)
  if (!open || (away === null && copiedAt === null)) return null
  const copied = copiedAt && t.offline.copied(printInstant(copiedAt))
  return (
    <Notice tone="info">
      {away && t.offline[away]}
      {copied && (away ? <Quiet>{copied}</Quiet> : copied)}
    </Notice>
  )
}
