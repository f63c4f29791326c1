/** What the office may do to a webhook as it stands, and what it is told of it: never that something arrived that did not. */
import { describe, expect, test } from 'vitest'
import { commands, commandsFor } from '../../../addin/features/webhooks/telling.ts'
import type { Delivery, Webhook } from '../../../shared/protocol.ts'

const at = '2025-04-15T02:00:00.000Z'
const webhook = (over: Partial<Webhook> = {}): Webhook => ({
  ...{ id: 'a1b2c3d4', url: 'https://lis.example.gov.vn/', events: ['locked'], state: 'active' },
  ...{ addedAt: at, waiting: 0, failures: 0, failingSince: null, nextTryAt: null },
  deliveries: [],
  ...over,
})
const delivery = (outcome: Delivery['outcome'], second: number): Delivery => ({
  ...{ seq: 7, kind: 'locked', at: `2025-04-15T02:00:0${second}.000Z`, attempt: 1 },
  ...{ status: null, ms: 1, outcome, why: null },
})
const failing = { waiting: 1, failures: 1, deliveries: [delivery('failed', 1)] }

test.each<[Partial<Webhook>, readonly string[]]>([
  [{}, ['pause']],
  [{ waiting: 2 }, ['pause']],
  [failing, ['pause', 'tryNow']],
  [{ ...failing, state: 'stopped' }, ['resume', 'tryNow']],
  [{ ...failing, state: 'paused' }, ['resume']],
])('of %o there is %o', (over, expected) => {
  expect(commandsFor(webhook(over))).toEqual(expected)
})

describe('what became of it', () => {
  test.each<[string, Webhook, string]>([
    ['something new arrived', webhook({ deliveries: [delivery('delivered', 2)] }), 'delivered'],
    ['it failed anew', webhook({ ...failing, deliveries: [delivery('failed', 2)] }), 'missed'],
    ['another was at it', webhook(failing), 'underWay'],
    ['nothing was waiting', webhook({ deliveries: failing.deliveries }), 'resumed'],
  ])('%s', async (_, after, done) => {
    const api = { changeWebhook: async () => after, tryWebhook: async () => after }
    for (const command of ['tryNow', 'resume'] as const)
      expect(await commands[command](api, webhook(failing))).toEqual({ webhook: after, done })
  })
})
