/** Nộp: what will be said, by whom, and the one button. After it the receipt stands here. */
import { Button, Checkbox, Field, Input, makeStyles } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import type { SubmissionSummary } from '../../../shared/protocol.ts'
import { t, type Words } from '../../i18n/words.ts'
import type { Book } from '../fill/book.ts'
import { isOurs } from '../fill/opening.ts'
import { HostTrouble } from '../parts/host-trouble.tsx'
import { Quiet, Stack } from '../parts/layout.tsx'
import { Working } from '../parts/working.tsx'
import type { State } from '../state.ts'
import { usePart, useStore } from '../store.ts'
import { obstacle } from './obstacle.ts'
import { Accepted } from './office-says.tsx'
import { Outcome } from './outcome.tsx'
import { isOutdated } from './outdated.ts'
import { OutdatedNotice } from './outdated-notice.tsx'
import { Receipt } from './receipt.tsx'
import { Revisions } from './revisions.tsx'
import { submit } from './sending.ts'
import { pendingChanges, readinessOf } from './summary.ts'
import { Summary } from './summary-list.tsx'

export function Submit({ book }: { book: Book }) {
  const ours = usePart(isOurs)
  const { receipt, pending, fresh } = usePart(state => state.submit)
  const review = usePart(state => state.check.review)
  const outdated = usePart(isOutdated)
  const [earlier, setEarlier] = useState<SubmissionSummary | null>(null)
  const [listOnPaper, setListOnPaper] = useState(false)
  // a fresh receipt is what the person came for; the form returns with the first change
  const settled = usePart(
    state =>
      state.submit.receipt !== null &&
      (state.submit.fresh !== null || pendingChanges(state).length === 0),
  )
  const printList = () => {
    flushSync(() => setListOnPaper(true))
    window.print()
    setListOnPaper(false)
  }
  const own = receipt && (
    <Receipt book={book} receipt={receipt} news={fresh !== null} offPaper={listOnPaper} />
  )
  return (
    <Stack>
      <HostTrouble />
      <OutdatedNotice book={book} />
      <Outcome />
      {!earlier && settled && own}
      {!pending && settled && <Accepted book={book} />}
      {ours && review && !pending && !settled && !outdated && (
        <Summary book={book} review={review} />
      )}
      {!pending && fresh === null && <Signing book={book} />}
      {!earlier && !settled && own}
      {earlier && (
        <Receipt
          key={earlier.id}
          book={book}
          receipt={earlier}
          news
          offPaper={listOnPaper}
          onClose={() => setEarlier(null)}
        />
      )}
      <Revisions book={book} onOpen={setEarlier} onPaper={listOnPaper} onPrint={printList} />
    </Stack>
  )
}

const obstacleNow = (state: State, words: Words['submit']['obstacles']): string | null => {
  const found = obstacle(readinessOf(state))
  if (!found) return null
  return 'count' in found ? words[found.kind](found.count) : words[found.kind]
}

const useStyles = makeStyles({ form: { display: 'flex', flexDirection: 'column', gap: '8px' } })

type SigningProps = {
  book: Book
  /** what is signed when it is no workbook: how it is sent, and what stands in its way in other words */
  file?: {
    readonly send: () => void
    readonly obstacles: Partial<Words['submit']['obstacles']>
  }
}

export function Signing({ book, file }: SigningProps) {
  const styles = useStyles()
  const store = useStore()
  const { names, approved, sending } = usePart(state => state.submit)
  const words = { ...t.submit.obstacles, ...file?.obstacles }
  const why = usePart(state => obstacleNow(state, words))
  const place = usePart(state => state.place)
  const mended = usePart(state => obstacle(readinessOf(state))?.kind)
  const revision = book.sheet.current?.revision ?? 0
  if (place !== 'workbook' || sending.state === 'stale') return null
  if (sending.state === 'sending') return <Working words={t.submit.sending(revision + 1)} />
  if (mended === 'unchanged') return <Quiet>{why}</Quiet>
  const toCheck = mended === 'errors' || mended === 'reasons'
  // Enter in a name submits as the button does, and not before the button would
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (why !== null) return
    if (file) file.send()
    else void submit(store)
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <Field label={t.submit.preparedBy}>
        <Input
          value={names.preparedBy}
          maxLength={120}
          onChange={(_, { value }) =>
            store.dispatch({ type: 'named', names: { ...names, preparedBy: value } })
          }
        />
      </Field>
      <Field label={t.submit.approvedBy}>
        <Input
          value={names.approvedBy}
          maxLength={120}
          onChange={(_, { value }) =>
            store.dispatch({ type: 'named', names: { ...names, approvedBy: value } })
          }
        />
      </Field>
      <Checkbox
        label={t.submit.approved}
        checked={approved}
        onChange={(_, { checked }) =>
          store.dispatch({ type: 'approved', approved: checked === true })
        }
      />
      <Button
        appearance={toCheck ? 'secondary' : 'primary'}
        size="large"
        // stays reachable, so that the reason is heard
        disabledFocusable={why !== null}
        aria-describedby="obstacle"
        type="submit"
      >
        {t.submit.send(revision + 1)}
      </Button>
      <Quiet id="obstacle">{why ?? (revision > 0 ? t.submit.kept(revision) : '')}</Quiet>
      {toCheck && !file && (
        <Button
          appearance="primary"
          onClick={() => store.dispatch({ type: 'tab-opened', tab: 'check' })}
        >
          {t.submit.toCheck}
        </Button>
      )}
    </form>
  )
}
