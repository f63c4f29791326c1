/**
 * What the office sees of webhooks and may do: pause, go on, try at once. It adds none, because a server sends to whatever
 * address it is given; that is the administrator's command line (`admin/webhooks.ts`).
 */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import {
  type ChangeKind,
  changeWebhookSchema,
  type Delivery,
  type Webhook,
  type Webhooks,
} from '../shared/protocol.ts'
import { actorOf, record } from './audit.ts'
import { bodyOf } from './body.ts'
import { changeOf } from './changes.ts'
import { type App, type Database, type Env, instant } from './env.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { ask } from './store/ask.ts'
import { entriesAfter } from './store/audit.ts'
import { dueOne } from './store/telling.ts'
import {
  type DeliveryRow,
  newestDeliveries,
  pauseWebhook,
  resumeWebhook,
  type StandingRow,
  standingWebhooks,
} from './store/webhooks.ts'
import { addressShown } from './webhook/address.ts'
import { tellAgency, tellNow, tellsAnybody } from './webhook/telling.ts'
import { webhookWords, whyNot } from './webhook/words.ts'

/** Tries that are shown of each. */
const shown = 10
/** What `waiting` counts to, and the entries it looks at for that: counting further would read history. */
const [mostWaiting, window] = [100, 500]

export const webhooks = new Hono<App>()
  .get('/webhooks', may('webhook.read'), async c => {
    const { agency } = signedIn(c)
    const db = c.env.DB
    const [rows] = await ask(db, standingWebhooks(db, agency))
    const answer: Webhooks = {
      on: tellsAnybody(c.env),
      webhooks: await Promise.all(rows.map(row => onWire(db, agency, row))),
    }
    return c.json(answer)
  })

  .patch('/webhooks/:webhook', may('webhook.write'), async c => {
    const { state } = await bodyOf(c, changeWebhookSchema)
    const { agency } = signedIn(c)
    const db = c.env.DB
    const { id } = await known(c)
    const at = instant(c.env)
    await record(db, agency, async () => {
      const row = await known(c)
      return {
        entry: {
          action: state === 'paused' ? 'webhook.paused' : 'webhook.resumed',
          at,
          by: actorOf(signedIn(c)),
          detail: { id, url: addressShown(row.url), from: row.state },
        },
        statements: [
          state === 'paused' ? pauseWebhook(db, agency, id) : resumeWebhook(db, agency, id, at),
        ],
      }
    })
    // whoever lets it go on wants to see whether it does
    if (state === 'active' && tellsAnybody(c.env)) await tellOldest(c, agency, id)
    return c.json(await onWire(db, agency, await known(c)))
  })

  .post('/webhooks/:webhook/try', may('webhook.write'), async c => {
    const { agency } = signedIn(c)
    const db = c.env.DB
    const { id, state } = await known(c)
    if (!tellsAnybody(c.env)) throw new Problem('webhooks-off', webhookWords.off())
    if (state === 'paused') throw new Problem('webhook-paused', webhookWords.paused())
    await tellOldest(c, agency, id)
    return c.json(await onWire(db, agency, await known(c)))
  })

async function tellOldest(c: Context<App>, agency: string, id: string): Promise<void> {
  const [[hook]] = await ask(c.env.DB, dueOne(c.env.DB, agency, id))
  if (hook) await tellNow(c.env, hook)
}

/** @throws Problem not-found */
async function known(c: Context<App>): Promise<StandingRow> {
  const id = c.req.param('webhook') ?? ''
  const [rows] = await ask(c.env.DB, standingWebhooks(c.env.DB, signedIn(c).agency))
  const found = rows.find(row => row.id === id)
  if (!found) throw new Problem('not-found', webhookWords.unknown(id))
  return found
}

async function onWire(db: Database, agency: string, row: StandingRow): Promise<Webhook> {
  const events = JSON.parse(row.events) as ChangeKind[]
  const [entries, tries] = await ask(
    db,
    entriesAfter(db, agency, row.seq, window),
    newestDeliveries(db, agency, row.id, shown),
  )
  const kinds = entries.flatMap(entry => changeOf(entry)?.kind ?? [])
  return {
    ...{ id: row.id, url: addressShown(row.url), events, state: row.state, addedAt: row.addedAt },
    waiting: Math.min(mostWaiting, kinds.filter(kind => events.includes(kind)).length),
    failures: row.failures,
    failingSince: row.failingSince,
    // without a failure it is told at once, and an instant that has passed would only puzzle
    nextTryAt: row.failures > 0 ? row.nextTryAt : null,
    deliveries: tries.map(deliveryOnWire),
  }
}

const deliveryOnWire = ({ seq, kind, triedAt, attempt, ...row }: DeliveryRow): Delivery => ({
  ...{ seq, kind: kind as ChangeKind, at: triedAt, attempt, status: row.status, ms: row.ms },
  outcome: row.failure === null ? 'delivered' : 'failed',
  why: whyNot(row.failure, row.status),
})

/** Behind the answer to whatever wrote something, never before it; where nothing can go on behind one, the clock tells. */
export const toldAfterwards: MiddlewareHandler<App> = async function toldAfterwards(c, next) {
  await next()
  if (c.req.method === 'GET' || !c.res.ok) return
  const agency = c.get('session')?.agency
  if (agency === undefined) return
  behind(c)?.waitUntil(afterAnswer(c.env, agency))
}

function behind(c: Context<App>): Context<App>['executionCtx'] | undefined {
  try {
    return c.executionCtx
  } catch {
    // Hono says it this way that the runtime has none
    return undefined
  }
}

async function afterAnswer(env: Env, agency: string): Promise<void> {
  // a turn of the event loop later, so that the answer goes first
  await new Promise(resume => setTimeout(resume))
  await tellAgency(env, agency).catch(error => (env.log ?? console.log)(failureLine(error)))
}

/** Never the message: it may quote an address. */
const failureLine = (error: unknown): string =>
  JSON.stringify({ webhooks: 'failed', error: error instanceof Error ? error.name : 'unknown' })
