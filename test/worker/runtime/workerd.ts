/** Contract tests on Cloudflare's own runtime: workerd with a real D1. */
import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { Runtime } from './runtime.ts'

export const freshDatabase: Runtime['freshDatabase'] = async () => {
  // a database that nobody asked for ten seconds is asleep, and only those awake are emptied
  await env.DB.prepare('SELECT 1').all()
  await reset()
  await applyD1Migrations(env.DB, env.migrations)
  return env.DB
}

export const catalogueText: Runtime['catalogueText'] = env.catalogue
