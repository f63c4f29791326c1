/** The inspection figures of the office's own form, counted from the rounds: offered, shown first, undone by one press. */
import { Button } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { works } from '../../i18n/works.ts'
import type { Book } from '../fill/book.ts'
import { Preview } from '../fill/bring-forward.tsx'
import { isOurs } from '../fill/opening.ts'
import { usePart } from '../store.ts'
import { proposedFor } from './proposed.ts'

export default function InspectionFigures({ book }: { book: Book }) {
  const ours = usePart(isOurs)
  const review = usePart(state => state.check.review)
  const [open, setOpen] = useState(false)
  const list = useMemo(() => (review ? proposedFor(book, review) : []), [book, review])
  const words = works().inspection.proposals
  if (!ours || (list.length === 0 && !open)) return null
  return open ? (
    <Preview list={list} words={words} kind="proposed" onClose={() => setOpen(false)} />
  ) : (
    <div>
      <Button size="small" onClick={() => setOpen(true)}>
        {words.offer(list.length)}
      </Button>
    </div>
  )
}
