/** What became of the last try, as a calm line with the one thing to do. */
import { Button } from '@fluentui/react-components'
import { printInstant } from '../../../shared/period.ts'
import { t } from '../../i18n/words.ts'
import { loadBook } from '../fill/opening.ts'
import { AskedAgain } from '../parts/asked-again.tsx'
import { List, Quiet } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Working } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import { sendAgain, withdraw } from './sending.ts'

export function Outcome() {
  const store = useStore()
  const sending = usePart(state => state.submit.sending)
  const pending = usePart(state => state.submit.pending)
  const period = usePart(state => state.periods.chosen)
  switch (sending.state) {
    case 'idle':
      return null
    case 'sending':
      return pending && <Working words={t.submit.sending((pending.body.basedOn ?? 0) + 1)} />
    case 'waiting':
      return (
        <Notice
          tone="warning"
          title={sending.cause === 'server' ? t.status.serverBusy : t.status.waiting}
          actions={
            <>
              <Button onClick={() => sendAgain(store)}>{t.submit.sendAgain}</Button>
              <AskedAgain
                label={t.submit.withdraw}
                consequence={pending?.tried ? t.submit.withdrawMaybe : t.submit.withdrawCertain}
                yes={t.submit.withdrawYes}
                no={t.submit.withdrawNo}
                onYes={() => withdraw(store)}
              />
            </>
          }
        >
          {sending.why || t.submit.unanswered}
          {pending && <Quiet>{t.submit.since(printInstant(pending.since))}</Quiet>}
        </Notice>
      )
    case 'stale':
      return (
        <Notice
          tone="warning"
          actions={
            <Button appearance="primary" onClick={() => period && loadBook(store, period)}>
              {t.submit.reload}
            </Button>
          }
        >
          {sending.why}
          <Quiet>{t.submit.reloadKeeps}</Quiet>
        </Notice>
      )
    case 'refused':
      return (
        <Notice tone="error">
          {sending.why}
          <List>
            {sending.details.map(detail => (
              <li key={detail}>{detail}</li>
            ))}
          </List>
        </Notice>
      )
  }
}
