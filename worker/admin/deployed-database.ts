/** Which D1 the deployment uses, from `wrangler.jsonc`. Node only. */
import { fileURLToPath } from 'node:url'
import { unstable_readConfig } from 'wrangler'
import { Refusal } from '../on-premise/words.ts'
import { words } from './words.ts'

export const workerConfig = fileURLToPath(new URL('../wrangler.jsonc', import.meta.url))

/** What the configuration holds until a database was created. */
const none = '00000000-0000-0000-0000-000000000000'

export type Deployed = {
  readonly binding: string
  readonly database_id: string
  readonly database_name: string
}

/** @throws Refusal while no database was created for the deployment */
export function deployedDatabase(): Deployed {
  const databases: readonly Partial<Deployed>[] = unstable_readConfig({
    config: workerConfig,
  }).d1_databases
  const { binding, database_id, database_name } = databases.find(one => one.binding === 'DB') ?? {}
  if (!binding || !database_name || !database_id || database_id === none)
    throw new Refusal(words.noRemoteDatabase())
  return { binding, database_id, database_name }
}
