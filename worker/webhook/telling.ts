/**
 * Tells other systems what happened. The audit chain is the outbox: each webhook is told of its entries in their order,
 * at least once, and what was told moves its place in the chain. Doing it twice at once does it once, nearly always.
 */
import type { Change } from '../../shared/protocol.ts'
import { changeOf } from '../changes.ts'
import { inEachDatabase } from '../databases.ts'
import { type Env, now } from '../env.ts'
import { ask } from '../store/ask.ts'
import { entriesAfter } from '../store/audit.ts'
import {
  type Claimed,
  claim,
  type DueRow,
  dueOfAgency,
  dueWebhooks,
  type Held,
  type Missed,
  missed,
  passedOver,
  released,
  settled,
  told,
} from '../store/telling.ts'
import { addDelivery } from '../store/webhooks.ts'
import { attempt, type Outcome as Tried } from './attempt.ts'
import { nextTry } from './back-off.ts'
import { shortestKey } from './key.ts'

/** Entries looked at together; most are no change. */
const window = 500
/** Receivers told at the same time: Cloudflare waits with the seventh. */
const lanes = 6
/** Webhooks in one go; those left over are due a minute later. */
const mostHooks = 60
/** Milliseconds one is told of things in one go: Cloudflare ends what goes on 30 s after the answer. */
const longest = 15_000
/** Milliseconds a claim holds without a word: longer than a try takes, so that a process that died blocks for a minute. */
const holds = 60_000

/** By the clock, every minute: whatever is due. Without a key nothing is told. @throws as `inEachDatabase` */
export const tellDue = (env: Env): Promise<void> => inEachDatabase(env, tellIn)

async function tellIn(env: Env): Promise<void> {
  if (!tellsAnybody(env)) return
  const [due] = await ask(env.DB, dueWebhooks(env.DB, iso(now(env)), mostHooks))
  await tellAll(env, due)
}

/** Right after a write of an agency. */
export async function tellAgency(env: Env, agency: string): Promise<void> {
  if (!tellsAnybody(env)) return
  const [due] = await ask(env.DB, dueOfAgency(env.DB, agency, iso(now(env))))
  await tellAll(env, due)
}

/** Because a person asked: the next entry, whenever its time is. The rest follows behind the answer. */
export const tellNow = (env: Env, hook: DueRow): Promise<void> => tell(env, keyOf(env), hook, true)

/** Whether there is a key, or one is made at need. */
export const tellsAnybody = ({ WEBHOOK_KEY: key }: Pick<Env, 'WEBHOOK_KEY'>): boolean =>
  typeof key === 'function' || (key ?? '').length >= shortestKey

/** On a server of the department's own this makes the key when there is none, so only who needs one may ask. */
const keyOf = ({ WEBHOOK_KEY: key = '' }: Env): string => (typeof key === 'function' ? key() : key)

const iso = (time: number): string => new Date(Math.round(time)).toISOString()

async function tellAll(env: Env, due: readonly DueRow[]): Promise<void> {
  if (due.length === 0) return
  const key = keyOf(env)
  const waiting = due.values()
  const lane = async () => {
    for (const hook of waiting) await tell(env, key, hook)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

/** One webhook being told; `held` and `seq` move with what was told. */
type Telling = {
  readonly env: Env
  readonly key: string
  readonly hook: DueRow
  readonly asked: boolean
  readonly events: ReadonlySet<unknown>
  readonly before: Claimed
  held: string
  seq: number
  /** of the entry that is next */
  failures: number
}
/** There may be more; there is not, or it failed, or another has it; there is more and it is left to whoever comes next. */
type Outcome = 'more' | 'over' | 'left'

async function tell(env: Env, key: string, hook: DueRow, asked = false): Promise<void> {
  const db = env.DB
  const begun = now(env)
  const held = iso(begun + holds)
  const [[before]] = await ask(db, claim(db, hook, iso(begun), held, asked))
  if (!before) return
  const events = new Set(JSON.parse(hook.events) as unknown[])
  const { seq, failures } = before
  const telling: Telling = { env, key, hook, asked, events, before, held, seq, failures }
  let outcome: Outcome = 'more'
  while (outcome === 'more')
    outcome = now(env) - begun < longest ? await tellWindow(telling) : 'left'
  if (outcome === 'left') await ask(db, released(db, claimOf(telling)))
}

const claimOf = ({ hook: { agency, id }, held }: Telling, until = held): Held => ({
  ...{ agency, id, claimed: held, until },
})

async function tellWindow(telling: Telling): Promise<Outcome> {
  const { env, hook, asked, events } = telling
  const db = env.DB
  const seenIsKept = db.watch?.()
  const [rows] = await ask(db, entriesAfter(db, hook.agency, telling.seq, window))
  // what the disk has not taken may yet be taken back, and a receiver never forgets
  await seenIsKept?.()
  for (const row of rows) {
    const change = changeOf(row)
    if (change && events.has(change.kind)) {
      if (env.ending?.aborted) return 'left'
      if (!(await tellOne(telling, change, row.hash))) return 'over'
      if (asked) return 'left'
    }
    telling.seq = row.seq
  }
  const until = iso(now(env) + holds)
  const passing = passedOver(db, claimOf(telling, until), telling.seq)
  telling.held = until
  if (rows.length === window) {
    const [passed] = await ask(db, passing)
    return passed.length > 0 ? 'more' : 'over'
  }
  const [passed, done] = await ask(db, passing, settled(db, claimOf(telling), telling.seq))
  return passed.length > 0 && done.length === 0 ? 'more' : 'over'
}

/** @returns whether it was told and this may go on */
async function tellOne(telling: Telling, change: Change, hash: string): Promise<boolean> {
  const { env, key, hook, failures } = telling
  const db = env.DB
  const { seq, kind } = change
  const time = now(env)
  const begun = performance.now()
  const tried = await attempt(key, hook, { change, hash }, { time, patience: env.webhookPatience })
  const delivery = addDelivery(db, hook.agency, {
    ...{ id: hook.id, seq, kind, triedAt: iso(time), attempt: failures + 1 },
    ...{ status: tried.status, ms: Math.round(performance.now() - begun), failure: tried.failure },
  })
  if (tried.failure !== null) {
    await ask(db, missed(db, claimOf(telling), setBack(telling, tried)), ...delivery)
    return false
  }
  const until = iso(now(env) + holds)
  const [[moved]] = await ask(
    db,
    told(db, claimOf(telling, until), seq, iso(now(env))),
    ...delivery,
  )
  telling.held = until
  telling.seq = seq
  telling.failures = 0
  return moved?.goesOn === 1
}

/** A try that a person asked for out of turn takes nothing away from those that come by themselves. */
function setBack({ env, asked, before, failures }: Telling, { gone, wished }: Tried): Missed {
  const time = now(env)
  const since = failures === 0 ? null : before.failingSince
  const failingSince = since ?? iso(time)
  if (gone) return { failures: failures + 1, failingSince, next: null }
  if (asked && failures > 0) return { failures, failingSince, next: before.nextTryAt }
  const next = nextTry(failures + 1, {
    ...{ now: time, failingSince: Date.parse(failingSince), chance: Math.random(), wished },
  })
  return { failures: failures + 1, failingSince, next: next === null ? null : iso(next) }
}
