/**
 * Which databases there are, and the one a request works on. A province may have one of its own; what its codes and tokens
 * begin with says which, and whatever handles the request afterwards has that one and no other. What has no such
 * beginning is of `DB`, which is all there is unless `DATABASES` names further ones.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { bearerOf } from './bearer.ts'
import { codeHash } from './code.ts'
import { sha256 } from './digest.ts'
import type { App, Database, Env } from './env.ts'
import { say } from './messages.ts'
import { Problem } from './problem.ts'
import { accessByHash } from './store/access.ts'
import { first, type Query } from './store/ask.ts'
import { elsewhereByAccess, elsewhereBySession } from './store/moves.ts'

/** What `DB` is called where it must be named; no code or token says so. */
export const mainKey = 'main'

export type NamedDatabase = { readonly key: string; readonly db: Database }
type FurtherDatabase = { readonly key: string; readonly binding: string }

/** `DATABASES` cannot be followed; the message is the sentence for whoever deploys it. */
export class Misconfigured extends Error {
  override name = 'Misconfigured'
}

const isKey = (key: string): boolean => /^[a-z][a-z0-9-]{0,19}$/u.test(key) && key !== mainKey

/**
 * "bac-ninh=DB_BAC_NINH, gia-lai=DB_GIA_LAI"; a key alone has the binding DB_ and the key in capitals.
 * @throws Misconfigured for a key that is none, or one that stands twice
 */
export function furtherDatabases(written: string | undefined): readonly FurtherDatabase[] {
  const further: FurtherDatabase[] = []
  for (const one of (written ?? '').split(',').map(part => part.trim())) {
    if (one === '') continue
    const [key = '', binding = bindingOf(key), more] = one.split('=').map(part => part.trim())
    if (
      !isKey(key) ||
      !/^[A-Z][A-Z0-9_]*$/u.test(binding) ||
      binding === 'DB' ||
      more !== undefined
    )
      throw new Misconfigured(say.databasesMisshapen(one))
    if (further.some(other => other.key === key || other.binding === binding))
      throw new Misconfigured(say.databaseTwice(key))
    further.push({ key, binding })
  }
  return further
}

export const bindingOf = (key: string): string => `DB_${key.toUpperCase().replaceAll('-', '_')}`

/** All of them, `DB` first. @throws Misconfigured */
export function databasesOf(env: Env): readonly [NamedDatabase, ...NamedDatabase[]] {
  const main = { key: env.databaseKey ?? mainKey, db: env.DB }
  if (!env.DATABASES) return [main]
  const named = furtherDatabases(env.DATABASES).map(({ key, binding }): NamedDatabase => {
    const db: unknown = Reflect.get(env, binding)
    if (!isDatabase(db)) throw new Misconfigured(say.databaseMissing(key, binding))
    return { key, db }
  })
  return [main, ...named]
}

const isDatabase = (value: unknown): value is Database =>
  typeof value === 'object' && value !== null && 'prepare' in value && 'batch' in value

/** What the runtime provides, with this one for its only database. */
export function alone(env: Env, { key, db }: NamedDatabase): Env {
  const own = { ...env, DB: db, databaseKey: key }
  for (const { binding } of furtherDatabases(env.DATABASES)) Reflect.deleteProperty(own, binding)
  delete own.DATABASES
  return own
}

/** What was read is on the disk before anything that rests on it goes on. */
export async function kept<T>(db: Database, work: () => Promise<T>): Promise<T> {
  const seenIsKept = db.watch?.()
  try {
    return await work()
  } finally {
    await seenIsKept?.()
  }
}

/** The rest of a request, with this database and no other. */
export function inDatabase<T>(
  c: Context<App>,
  chosen: NamedDatabase,
  rest: () => Promise<T>,
): Promise<T> {
  c.env = alone(c.env, chosen)
  return kept(chosen.db, rest)
}

/** Every one is tried, whatever became of the others. @throws what the first of those that failed threw */
export async function inEachDatabase(env: Env, work: (env: Env) => Promise<void>): Promise<void> {
  const failures: unknown[] = []
  for (const one of databasesOf(env))
    await work(alone(env, one)).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

/** A secret with the beginning that tells its database; those of `DB` have none. */
export const withKey = (key: string | undefined, secret: string): string =>
  key === undefined || key === mainKey ? secret : `${key}.${secret}`

/** As people type it: capitals, blanks, dashes of any kind. */
const keyTyped = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/gu, '')
    .replaceAll(/\p{Pd}/gu, '-')

type Keyed = { readonly place: NamedDatabase; readonly secret: string }

/** Of a key there is none of, `DB` is asked for the whole text, which nothing there can be: the way of any unknown one. */
function keyed(all: readonly [NamedDatabase, ...NamedDatabase[]], text: string): Keyed {
  const [, key, secret = ''] = /^([^.]*)\.(.*)$/su.exec(text) ?? []
  if (key === undefined) return { place: all[0], secret: text }
  const place = all.slice(1).find(one => one.key === keyTyped(key))
  return place ? { place, secret } : { place: all[0], secret: text }
}

/** Follows an agency that moved. @throws Problem try-again when the database it moved to is not configured here */
async function atWork(
  all: readonly NamedDatabase[],
  from: NamedDatabase,
  elsewhere: (db: Database) => Query<{ database: string }>,
): Promise<NamedDatabase> {
  let place = from
  if (all.length === 1) return place
  // an agency that came back is at work where it is, so each database is met once at most
  for (const _ of all) {
    const moved = await first(elsewhere(place.db))
    if (!moved) return place
    const next = all.find(one => one.key === moved.database)
    if (!next) break
    place = next
  }
  throw new Problem('try-again', say.agencyMoving())
}

type Entrance = { readonly place: NamedDatabase; readonly access: string }

/** Where a typed code is asked for, and by which hash. */
export async function entranceOfCode(env: Env, typed: string): Promise<Entrance> {
  const all = databasesOf(env)
  const { place, secret } = keyed(all, typed)
  const access = codeHash(secret)
  return { place: await atWork(all, place, db => elsewhereByAccess(db, access)), access }
}

/** An identity has no beginning of its own: each database is asked, and the first that knows it has it. */
export async function entranceOfIdentity(env: Env, access: string): Promise<Entrance> {
  const all = databasesOf(env)
  if (all.length === 1) return { place: all[0], access }
  const held = await Promise.all(all.map(({ db }) => first(accessByHash(db, access))))
  const known = all.find((_, i) => held[i]?.revokedAt === null) ?? all[0]
  return { place: await atWork(all, known, db => elsewhereByAccess(db, access)), access }
}

/** Everything registered after this has the database of the bearer's agency and no other. */
export const inItsDatabase: MiddlewareHandler<App> = async function inItsDatabase(c, next) {
  const all = databasesOf(c.env)
  const token = bearerOf(c)
  const place =
    token === undefined
      ? all[0]
      : await atWork(all, keyed(all, token).place, db => elsewhereBySession(db, sha256(token)))
  await inDatabase(c, place, next)
}
