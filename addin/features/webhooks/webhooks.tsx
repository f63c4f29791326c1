/** Other systems that are told of what happens here: each as it stands, or who can add the first and how. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useEffect, useState } from 'react'
import type { Webhooks as Answer, Webhook } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import { refusalOf } from '../board/attempt.ts'
import { ArrowClockwiseRegular } from '../parts/icons.ts'
import { List, Quiet, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Working } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import { WebhookView } from './webhook-view.tsx'

const useStyles = makeStyles({
  none: { margin: 0 },
  command: {
    display: 'block',
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
})

/** As the administrator types it, in every language. */
const command = (agency: string): string => `npm run admin -- webhook add ${agency} https://…`

/** Milliseconds after which it is asked again how far the telling is. */
const again = 2000
const follows = ({ state, waiting, failures }: Webhook): boolean =>
  state === 'active' && waiting > 0 && failures === 0

export default function Webhooks() {
  const store = useStore()
  const styles = useStyles()
  const words = works().webhooks
  const agency = usePart(state => state.access.session?.who.agency) ?? ''
  const [known, setKnown] = useState<Answer | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const load = useCallback(async () => {
    setTrouble(await refusalOf(store, async () => setKnown(await store.api.webhooks())))
  }, [store])
  useEffect(() => void load(), [load])
  // what follows the first is told behind the server's answer
  const isBeingTold = known?.on === true && known.webhooks.some(follows)
  useEffect(() => {
    if (!isBeingTold) return
    const timer = setInterval(() => void load(), again)
    return () => clearInterval(timer)
  }, [isBeingTold, load])
  const changed = (webhook: Webhook) =>
    setKnown(
      before =>
        before && {
          ...before,
          webhooks: before.webhooks.map(one => (one.id === webhook.id ? webhook : one)),
        },
    )
  const reload = (
    <Button icon={<ArrowClockwiseRegular />} onClick={() => void load()}>
      {words.reload}
    </Button>
  )
  return (
    <Stack>
      <Quiet>{words.about}</Quiet>
      {trouble && (
        <Notice tone="warning" actions={reload}>
          {trouble}
        </Notice>
      )}
      {!known && !trouble && <Working words={words.loading} />}
      {known && !known.on && <Notice tone="warning">{words.off}</Notice>}
      {known && known.webhooks.length > 0 && (
        <>
          {!trouble && <div>{reload}</div>}
          <List>
            {known.webhooks.map(webhook => (
              <WebhookView key={webhook.id} webhook={webhook} onChange={changed} />
            ))}
          </List>
        </>
      )}
      {known?.webhooks.length === 0 && (
        <>
          <p className={styles.none}>{words.none}</p>
          <Quiet>{words.whoAdds}</Quiet>
          <code className={styles.command}>{command(agency)}</code>
        </>
      )}
    </Stack>
  )
}
