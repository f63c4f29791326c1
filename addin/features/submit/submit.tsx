/** Nộp: what will be said, by whom, and the one button. After it the receipt stands here. */
import { Button, Checkbox, Field, Input } from '@fluentui/react-components'
import { t } from '../../i18n/words.ts'
import type { Book } from '../fill/book.ts'
import { isOurs } from '../fill/opening.ts'
import { HostTrouble } from '../parts/host-trouble.tsx'
import { Quiet, Section, Stack } from '../parts/layout.tsx'
import { Working } from '../parts/working.tsx'
import type { State } from '../state.ts'
import { usePart, useStore } from '../store.ts'
import { obstacle } from './obstacle.ts'
import { Outcome } from './outcome.tsx'
import { isOutdated } from './outdated.ts'
import { OutdatedNotice } from './outdated-notice.tsx'
import { Receipt } from './receipt.tsx'
import { submit } from './sending.ts'
import { pendingChanges, readinessOf } from './summary.ts'
import { Summary } from './summary-list.tsx'

export function Submit({ book }: { book: Book }) {
  const ours = usePart(isOurs)
  const receipt = usePart(state => state.submit.receipt)
  const pending = usePart(state => state.submit.pending)
  const review = usePart(state => state.check.review)
  const outdated = usePart(isOutdated)
  // a fresh receipt is what the person came for; the form returns with the first change
  const settled = usePart(
    state => state.submit.receipt !== null && pendingChanges(state).length === 0,
  )
  return (
    <Stack>
      <HostTrouble />
      <OutdatedNotice book={book} />
      <Outcome />
      {receipt && settled && <Receipt book={book} receipt={receipt} />}
      {ours && review && !pending && !settled && !outdated && (
        <Summary book={book} review={review} />
      )}
      {!pending && <Signing book={book} />}
      {receipt && !settled && <Receipt book={book} receipt={receipt} />}
    </Stack>
  )
}

const obstacleNow = (state: State): string | null => {
  const found = obstacle(readinessOf(state))
  if (!found) return null
  return 'count' in found
    ? t.submit.obstacles[found.kind](found.count)
    : t.submit.obstacles[found.kind]
}

function Signing({ book }: { book: Book }) {
  const store = useStore()
  const { names, approved, sending } = usePart(state => state.submit)
  const why = usePart(obstacleNow)
  const place = usePart(state => state.place)
  const mended = usePart(state => obstacle(readinessOf(state))?.kind)
  const revision = book.sheet.current?.revision ?? 0
  if (place !== 'workbook' || sending.state === 'stale') return null
  if (sending.state === 'sending') return <Working words={t.submit.sending(revision + 1)} />
  if (mended === 'unchanged') return <Quiet>{why}</Quiet>
  const toCheck = mended === 'errors' || mended === 'reasons'
  return (
    <Section>
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
        appearance="primary"
        size="large"
        // stays reachable, so that the reason is heard
        disabledFocusable={why !== null}
        aria-describedby="obstacle"
        onClick={() => submit(store)}
      >
        {t.submit.send(revision + 1)}
      </Button>
      <Quiet id="obstacle">{why ?? (revision > 0 ? t.submit.kept(revision) : '')}</Quiet>
      {toCheck && (
        <Button onClick={() => store.dispatch({ type: 'tab-opened', tab: 'check' })}>
          {t.submit.toCheck}
        </Button>
      )}
    </Section>
  )
}
