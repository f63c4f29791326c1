/** One system that is told: how it stands in words and icon, what waits, what may be done, the newest tries. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { printInstant } from '../../../shared/period.ts'
import type { Delivery, Webhook } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { refusalOf } from '../board/attempt.ts'
import { Fold, List, Quiet } from '../parts/layout.tsx'
import { Notice, type Tone, ToneIcon } from '../parts/notice.tsx'
import { useStore } from '../store.ts'
import { type Command, commands, commandsFor, type Done } from './telling.ts'

const useStyles = makeStyles({
  webhook: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    paddingBlock: '12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  host: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  standing: { display: 'grid', gridTemplateColumns: '20px 1fr', columnGap: '8px', margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  delivery: {
    display: 'grid',
    gridTemplateColumns: '20px 1fr',
    columnGap: '8px',
    paddingBlock: '6px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { margin: 0 },
})

const tones: Record<Done, Tone> = {
  paused: 'info',
  resumed: 'success',
  underWay: 'info',
  delivered: 'success',
  missed: 'warning',
}

type Props = { webhook: Webhook; onChange: (webhook: Webhook) => void }

export function WebhookView({ webhook, onChange }: Props) {
  const store = useStore()
  const styles = useStyles()
  const words = works().webhooks
  const [busy, setBusy] = useState<Command | null>(null)
  const [said, setSaid] = useState<{ tone: Tone; text: string } | null>(null)
  const { host } = new URL(webhook.url)
  const [tone, standing] = standingOf(webhook)
  const run = async (command: Command) => {
    setBusy(command)
    setSaid(null)
    const why = await refusalOf(store, async () => {
      const outcome = await commands[command](store.api, webhook)
      onChange(outcome.webhook)
      setSaid({ tone: tones[outcome.done], text: words.done[outcome.done] })
    })
    if (why) setSaid({ tone: 'error', text: why })
    setBusy(null)
  }
  return (
    <li className={styles.webhook}>
      <h3 className={styles.host}>{host}</h3>
      <Quiet>{webhook.url}</Quiet>
      <p className={styles.standing}>
        <ToneIcon tone={tone} />
        <span>{standing}</span>
      </p>
      <Quiet>{words.toldOf(webhook.events.map(kind => words.events[kind]))}</Quiet>
      <Quiet>{words.waiting(webhook.waiting)}</Quiet>
      <div className={styles.actions}>
        {commandsFor(webhook).map((command, i) => (
          // by place: pausing and going on are one button, so that the focus stays on it
          <Button
            key={i === 0 ? 'state' : 'try'}
            aria-label={words.ofAddress(words[command], host)}
            disabledFocusable={busy !== null}
            onClick={() => void run(command)}
          >
            {busy === command ? words.trying : words[command]}
          </Button>
        ))}
      </div>
      <div role="status">
        {said && (
          <Notice tone={said.tone} quiet>
            {said.text}
          </Notice>
        )}
      </div>
      {webhook.deliveries.length > 0 && (
        <Fold summary={words.tries(webhook.deliveries.length)} open={webhook.failures > 0}>
          <List>
            {webhook.deliveries.map(delivery => (
              <Tried key={`${delivery.seq} ${delivery.at}`} delivery={delivery} />
            ))}
          </List>
        </Fold>
      )}
    </li>
  )
}

function standingOf(webhook: Webhook): [Tone, string] {
  const words = works().webhooks
  const { state, failures, failingSince, nextTryAt, deliveries } = webhook
  if (state === 'paused') return ['info', words.paused]
  if (state === 'stopped')
    return deliveries[0]?.status === 410
      ? ['error', words.gone]
      : ['error', words.stopped(failingSince ? printInstant(failingSince) : '')]
  if (failures > 0)
    return ['warning', words.failing(failures, nextTryAt && printInstant(nextTryAt))]
  return ['success', words.active]
}

function Tried({ delivery }: { delivery: Delivery }) {
  const styles = useStyles()
  const words = works().webhooks
  const { at, kind, attempt, status, outcome, why } = delivery
  const isDelivered = outcome === 'delivered'
  const about = [
    printInstant(at),
    words.events[kind],
    ...(attempt > 1 ? [words.attempt(attempt)] : []),
    ...(status === null ? [] : [words.status(status)]),
  ]
  return (
    <li className={styles.delivery}>
      <ToneIcon tone={isDelivered ? 'success' : 'warning'} />
      <div>
        <p className={styles.line}>{isDelivered ? words.delivered : why}</p>
        <Quiet>{about.join(' · ')}</Quiet>
      </div>
    </li>
  )
}
