/**
 * Webhooks at the command line, where alone they are added: a server that sends to any address a clerk types would be a way
 * into the department's network.
 */
import { type ChangeKind, changeKinds } from '../../shared/protocol.ts'
import { webhookKeyIn } from '../on-premise/webhook-key.ts'
import { Refusal } from '../on-premise/words.ts'
import { addressFault, addressShown } from '../webhook/address.ts'
import { shortestKey } from '../webhook/key.ts'
import {
  addressAdded,
  addressRemoved,
  secretRenewed,
  standingOf,
  standingOne,
} from '../webhook/registering.ts'
import { webhookWords as words } from '../webhook/words.ts'
import { knownAgency } from './agencies.ts'
import { type Asked, type Command, Misuse } from './command.ts'
import { inColumns } from './table.ts'

export const webhookCommands: readonly Command[] = [
  {
    name: 'webhook add',
    takes: [2, 2],
    options: { events: { type: 'string' }, 'plain-http': { type: 'boolean' } },
    needs: 'database',
    run: add,
  },
  { name: 'webhook list', takes: [1, 1], needs: 'database', run: list },
  { name: 'webhook remove', takes: [2, 2], needs: 'database', run: remove },
  {
    name: 'webhook secret',
    takes: [2, 2],
    options: { renew: { type: 'boolean' } },
    needs: 'database',
    run: secret,
  },
]

const usual: readonly ChangeKind[] = ['accepted', 'returned', 'locked']

async function add({ given, has, text, place, say, at }: Asked): Promise<void> {
  const [name = '', url = ''] = given
  const { agency } = await knownAgency(place.db, name)
  const fault = addressFault(url, has('plain-http') && place.keyDir !== undefined)
  if (fault) throw new Refusal(words.badAddress[fault](url))
  const typed = text('events')
  const events = typed === undefined ? usual : eventsIn(typed)
  const { href } = new URL(url)
  const asked = { url: href, events, key: keyOf(place), at }
  const { id, secret: made } = await addressAdded(place.db, agency.key, asked)
  say(words.added(id, addressShown(href), events))
  say(words.secret(made))
}

/** @throws Misuse naming the one there is none of, and those there are */
function eventsIn(typed: string): ChangeKind[] {
  const events = new Set<ChangeKind>()
  for (const one of typed.split(',').map(part => part.trim())) {
    const kind = changeKinds.find(known => known === one)
    if (!kind) throw new Misuse(words.unknownEvent(one))
    events.add(kind)
  }
  return [...events]
}

async function list({ given, place: { db }, say }: Asked): Promise<void> {
  const { agency } = await knownAgency(db, given[0] ?? '')
  const rows = await standingOf(db, agency.key)
  if (rows.length === 0) return say(words.none(agency.name))
  const lines = rows.map(row => [
    row.id,
    addressShown(row.url),
    (JSON.parse(row.events) as ChangeKind[]).join(','),
    words.state(row.state),
    String(row.seq),
    words.instant(row.nextTryAt),
  ])
  for (const line of inColumns([words.listHead(), ...lines])) say(line)
}

async function remove({ given, place: { db }, say, at }: Asked): Promise<void> {
  const [name = '', id = ''] = given
  const { agency } = await knownAgency(db, name)
  const { url } = await addressRemoved(db, agency.key, id, at)
  say(words.removed(addressShown(url)))
}

async function secret({ given, has, place, say, at }: Asked): Promise<void> {
  const [name = '', id = ''] = given
  const { agency } = await knownAgency(place.db, name)
  await standingOne(place.db, agency.key, id)
  if (!has('renew')) throw new Misuse(words.shownOnce())
  const renewed = await secretRenewed(place.db, agency.key, id, { key: keyOf(place), at })
  say(words.renewed(id))
  say(words.secret(renewed.secret))
}

/** A folder of this machine has it; the deployed one's is a secret of Cloudflare's that only its owner can bring. @throws Refusal */
function keyOf({ keyDir }: Asked['place']): string {
  if (keyDir !== undefined) return webhookKeyIn(keyDir)
  const { WEBHOOK_KEY: key = '' } = process.env
  if (key === '') throw new Refusal(words.noKey())
  if (key.length < shortestKey) throw new Refusal(words.shortKey())
  return key
}
