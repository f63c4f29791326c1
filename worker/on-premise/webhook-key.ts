/**
 * The key that signs what webhooks are told: a file beside the database, never in it, so that a copy of the database is no
 * secret of anybody's receivers. Made at first need. Node only.
 */
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { reasonOf } from './data-dir.ts'
import { Refusal, words } from './words.ts'

export const webhookKeyFile = (dataDir: string): string => join(dataDir, 'webhook.key')

/** @throws Refusal when the file can neither be read nor made */
export function webhookKeyIn(dataDir: string): string {
  const file = webhookKeyFile(dataDir)
  try {
    return read(file) ?? made(file)
  } catch (error) {
    throw new Refusal(words.badWebhookKey(file, reasonOf(error)))
  }
}

/** Undefined while there is none; read anew each time, because the administrator may have put another there. */
function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Whole or not at all, and never over one that the administrator's command has just made. */
function made(file: string): string {
  const beside = `${file}.${crypto.randomUUID()}.part`
  const key = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64')
  try {
    writeFileSync(beside, `${key}\n`, { mode: 0o600, flush: true })
    linkSync(beside, file)
    return key
  } catch (error) {
    if (reasonOf(error) !== 'EEXIST') throw error
    return read(file) ?? key
  } finally {
    rmSync(beside, { force: true })
  }
}
