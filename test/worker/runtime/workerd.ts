/** Contract tests on Cloudflare's own runtime: workerd with a real D1. */
import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { Runtime } from './runtime.ts'

export const freshDatabase: Runtime['freshDatabase'] = async () => {
  // a database that nobody asked for ten seconds is asleep, and only those awake are emptied
  await env.DB.prepare('SELECT 1').all()
  // waking one costs every test a round trip, and only one file asks for it
  if (second) await env.SECOND.prepare('SELECT 1').all()
  second = false
  await reset()
  await applyD1Migrations(env.DB, env.migrations)
  return env.DB
}

let second = false

export const secondDatabase: Runtime['secondDatabase'] = async () => {
  second = true
  await applyD1Migrations(env.SECOND, env.migrations)
  return env.SECOND
}

export const catalogueText: Runtime['catalogueText'] = env.catalogue
