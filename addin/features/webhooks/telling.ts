/** What the office does to a webhook; each answers it as it stands then. */
import type { Webhook } from '../../../shared/protocol.ts'
import type { Api } from '../../api.ts'

export type Command = 'pause' | 'resume' | 'tryNow'
export type Done = 'paused' | 'resumed' | 'underWay' | 'delivered' | 'missed'
type Telling = Pick<Api, 'changeWebhook' | 'tryWebhook'>
type Outcome = { readonly webhook: Webhook; readonly done: Done }

export const commands: Record<Command, (api: Telling, webhook: Webhook) => Promise<Outcome>> = {
  pause: async (api, { id }) => ({
    webhook: await api.changeWebhook(id, { state: 'paused' }),
    done: 'paused',
  }),
  resume: async (api, before) =>
    outcomeOf(before, await api.changeWebhook(before.id, { state: 'active' })),
  tryNow: async (api, before) => outcomeOf(before, await api.tryWebhook(before.id)),
}

/** The server tries at once, unless something else is being sent there just now. */
function outcomeOf(before: Webhook, webhook: Webhook): Outcome {
  const [last] = webhook.deliveries
  const [lastBefore] = before.deliveries
  if (!last || (last.at === lastBefore?.at && last.seq === lastBefore.seq))
    return { webhook, done: webhook.waiting > 0 ? 'underWay' : 'resumed' }
  return { webhook, done: last.outcome === 'delivered' ? 'delivered' : 'missed' }
}

/** Which of them make sense as it stands, the one that changes its state first. */
export function commandsFor({ state, waiting, failures }: Webhook): readonly Command[] {
  if (state === 'paused') return ['resume']
  const first = state === 'stopped' ? 'resume' : 'pause'
  return waiting > 0 && failures > 0 ? [first, 'tryNow'] : [first]
}
