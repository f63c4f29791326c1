/** Adding, removing and renewing webhooks: for the administrator only, because a server sends to whatever stands here. */
import type { ChangeKind } from '../../shared/protocol.ts'
import { AccessError, administrator } from '../admit.ts'
import { record } from '../audit.ts'
import type { Database } from '../env.ts'
import { ask } from '../store/ask.ts'
import {
  addWebhook,
  removeWebhook,
  renewWebhook,
  type StandingRow,
  standingWebhooks,
  type WebhookRow,
} from '../store/webhooks.ts'
import { addressShown } from './address.ts'
import { markOf, secretOf } from './key.ts'
import { registrationDigest } from './registration.ts'
import { webhookWords } from './words.ts'

/** Each is told of everything one after the other, so many would be many requests a minute. */
const most = 10

export type Given = { readonly id: string; readonly secret: string }

/** @throws AccessError when the address is there already, or too many are */
export async function addressAdded(
  db: Database,
  agency: string,
  { url, events, key, at }: { url: string; events: readonly ChangeKind[]; key: string; at: string },
): Promise<Given> {
  const id = crypto.randomUUID().slice(0, 8)
  const row: WebhookRow = {
    ...{ id, url, events: JSON.stringify(events), addedAt: at },
    ...{ edition: 1, keyMark: await markOf(key), renewedAt: at, removedAt: null },
  }
  await record(db, agency, async head => {
    const standing = await standingOf(db, agency)
    const same = standing.find(one => one.url === url)
    if (same) throw new AccessError(webhookWords.taken(same.id))
    if (standing.length >= most) throw new AccessError(webhookWords.tooMany(most))
    const detail = { id, url: addressShown(url), events, digest: registrationDigest(row) }
    return {
      entry: { action: 'webhook.added', at, by: administrator, detail },
      // what happened before belongs to whoever reads the change feed
      statements: addWebhook(db, agency, row, head.seq + 1),
    }
  })
  return { id, secret: await secretOf(key, { agency, id, edition: 1 }) }
}

/** @throws AccessError when there is none of this id */
export async function addressRemoved(
  db: Database,
  agency: string,
  id: string,
  at: string,
): Promise<WebhookRow> {
  let removed: WebhookRow | undefined
  await record(db, agency, async () => {
    const row = await standingOne(db, agency, id)
    removed = row
    return {
      entry: {
        action: 'webhook.removed',
        at,
        by: administrator,
        detail: { id, url: addressShown(row.url) },
      },
      statements: removeWebhook(db, agency, id, at),
    }
  })
  if (!removed) throw new AccessError(webhookWords.noSuch(id, []))
  return removed
}

/** The next edition of the secret. @throws AccessError when there is none of this id */
export async function secretRenewed(
  db: Database,
  agency: string,
  id: string,
  { key, at }: { key: string; at: string },
): Promise<Given> {
  const keyMark = await markOf(key)
  let edition = 0
  await record(db, agency, async () => {
    const row = await standingOne(db, agency, id)
    edition = row.edition + 1
    return {
      entry: { action: 'webhook.renewed', at, by: administrator, detail: { id, edition } },
      statements: [renewWebhook(db, agency, { ...row, edition, keyMark, renewedAt: at })],
    }
  })
  return { id, secret: await secretOf(key, { agency, id, edition }) }
}

export const standingOf = async (db: Database, agency: string): Promise<StandingRow[]> =>
  (await ask(db, standingWebhooks(db, agency)))[0]

/** @throws AccessError naming those there are */
export async function standingOne(db: Database, agency: string, id: string): Promise<StandingRow> {
  const standing = await standingOf(db, agency)
  const found = standing.find(one => one.id === id)
  if (found) return found
  const ids = standing.map(one => one.id)
  throw new AccessError(webhookWords.noSuch(id, ids))
}
