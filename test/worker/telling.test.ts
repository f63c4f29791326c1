/**
 * Webhooks as Cloudflare drives them: behind an answer by `waitUntil`, and by the cron trigger of `wrangler.jsonc`. What
 * telling itself does is held on Node, against a receiver that fails on purpose (`test/server/webhooks.test.ts`).
 */
import {
  createExecutionContext,
  createScheduledController,
  waitOnExecutionContext,
} from 'cloudflare:test'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Webhooks } from '../../shared/protocol.ts'
import worker, { app } from '../../worker/index.ts'
import { addressAdded } from '../../worker/webhook/registering.ts'
import { answer, april, db, type House, openHouse } from './house.ts'

const key = 'x'.repeat(32)
const at = '2025-04-14T03:00:00.000Z'

let house: House
let told: string[]
/** what the receiver answers next; 204 when nothing is left */
let statuses: number[]
beforeEach(async () => {
  house = await openHouse()
  house.bindings.WEBHOOK_KEY = key
  const url = 'https://lis.example.gov.vn/cchc'
  await addressAdded(db, 'sct-thu', { url, events: ['locked', 'reopened'], key, at })
  told = []
  statuses = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (asked, init) => {
    // workerd itself refuses what it does not know, so it is workerd's own request that is read
    const request = new Request(asked, init)
    told.push(((await request.json()) as { kind: string }).kind)
    return new Response(null, { status: statuses.shift() ?? 204 })
  })
})
afterEach(() => vi.restoreAllMocks())

async function set(state: 'locked' | 'open'): Promise<void> {
  const context = createExecutionContext()
  const headers = {
    'Content-Type': 'application/json',
    Authorization: `Bearer ${house.clerk.token}`,
  }
  const sent = { method: 'PATCH', headers, body: JSON.stringify({ state, note: 'Xem lại' }) }
  const path = `/api/v1/periods/${april}`
  const response = await app.request(path, sent, house.bindings, context)
  expect(response.status).toBe(200)
  await waitOnExecutionContext(context)
}
const strike = (cron: string) =>
  worker.scheduled(createScheduledController({ cron }), house.bindings)

test('what the answer leaves to waitUntil is told, and what failed then the minute tells again', async () => {
  await set('locked')
  expect(told).toEqual(['locked'])
  statuses.push(500)
  await set('open')
  await strike('* * * * *')
  expect(told, 'before its time').toEqual(['locked', 'reopened'])
  house.later(70_000)
  await strike('5 * * * *')
  expect(told, 'the hour has other work').toHaveLength(2)
  await strike('* * * * *')
  expect(told).toEqual(['locked', 'reopened', 'reopened'])
  const { webhooks } = await answer<Webhooks>(await house.clerk.get('/webhooks'))
  expect(webhooks).toMatchObject([{ waiting: 0, failures: 0 }])
})
