/** The decision about the revision that was read: accept, or send back with a note and marked figures. */
import { Button, makeStyles } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { printInstant } from '../../../shared/period.ts'
import { placeOf } from '../../../shared/place.ts'
import { office } from '../../i18n/office.ts'
import { nextToReview } from '../board/standing.ts'
import { Quiet, Section } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { label } from '../parts/place-words.ts'
import { Working } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import { Returning } from './returning.tsx'
import { decide, openReview } from './reviewing.ts'
import type { UnitFile } from './unit-file.ts'

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

export function Decision({ file }: { file: UnitFile }) {
  const styles = useStyles()
  const store = useStore()
  const { returning, deciding, refused, decided } = usePart(state => state.review)
  const locked = usePart(({ board }) => board.progress?.period.state === 'locked')
  const { standing, current, unit } = file.sheet
  if (decided) return <Decided file={file} />
  if (locked)
    return (
      <Section title={office().review.decision} card>
        <Held file={file} />
        <Quiet>{office().review.locked}</Quiet>
      </Section>
    )
  return (
    <Section title={office().review.decision} card>
      <Held file={file} />
      {refused && (
        <Notice
          tone="error"
          actions={
            <Button onClick={() => openReview(store, unit)}>{office().review.reload}</Button>
          }
        >
          {refused}
        </Notice>
      )}
      {deciding ? (
        <Working words={office().review.deciding} />
      ) : returning ? (
        <Returning file={file} />
      ) : (
        <div className={styles.actions}>
          {standing.state !== 'accepted' && (
            <Button appearance="primary" onClick={() => decide(store, 'accept')}>
              {office().review.accept(current.revision)}
            </Button>
          )}
          <Button onClick={() => store.dispatch({ type: 'review-returning', returning: true })}>
            {standing.state === 'returned' ? office().review.returnAgain : office().review.return}
          </Button>
        </div>
      )}
    </Section>
  )
}

/** What the office decided about this revision before. */
function Held({ file: { sheet, index } }: { file: UnitFile }) {
  const { review } = sheet.standing
  if (!review) return null
  const at = printInstant(review.at)
  if (review.decision === 'accept') return <Quiet>{office().review.accepted(review.by, at)}</Quiet>
  const marked = review.questioned.map(text => {
    const place = placeOf(index, text)
    return place ? label(index, place) : text
  })
  return (
    <div>
      <Quiet>{office().review.returned(review.by, at)}</Quiet>
      <p style={{ margin: 0 }}>“{review.note}”</p>
      {marked.length > 0 && (
        <Quiet>
          {office().review.marked(marked.length)}: {marked.join('; ')}
        </Quiet>
      )}
    </div>
  )
}

/** What was done, and the next report that waits. */
function Decided({ file: { sheet, naming } }: { file: UnitFile }) {
  const store = useStore()
  const decided = usePart(state => state.review.decided)
  const next = usePart(({ board }) => nextToReview(board.progress?.units ?? [], sheet.unit))
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('button')?.focus(), [])
  const words = decided === 'accept' ? office().review.justAccepted : office().review.justReturned
  return (
    <div ref={box}>
      <Notice
        tone="success"
        actions={
          next ? (
            <Button appearance="primary" onClick={() => openReview(store, next.unit)}>
              {office().review.next(next.name)}
            </Button>
          ) : (
            <Button onClick={() => store.dispatch({ type: 'review-closed' })}>
              {office().review.back}
            </Button>
          )
        }
      >
        {words(sheet.current.revision, naming.unitName(sheet.unit))}
        {!next && ` ${office().review.noMore}`}
      </Notice>
    </div>
  )
}
