/** Which D1s the deployment uses, from `wrangler.jsonc`. Node only. */
import { fileURLToPath } from 'node:url'
import { unstable_readConfig } from 'wrangler'
import { furtherDatabases, Misconfigured } from '../databases.ts'
import { say } from '../messages.ts'
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

export type Deployment = {
  /** the first one, then those that `DATABASES` names */
  readonly databases: readonly Deployed[]
  readonly variables: { readonly DATABASES?: string }
}

/** @throws Refusal while a database was not created, or when `DATABASES` and the bindings do not fit */
export function deployedDatabases(): Deployment {
  const { d1_databases, vars } = unstable_readConfig({ config: workerConfig })
  const bound: readonly Partial<Deployed>[] = d1_databases
  const { DATABASES } = vars
  const written = typeof DATABASES === 'string' ? DATABASES : undefined
  try {
    const further = furtherDatabases(written)
    return {
      databases: [
        deployed(bound, 'DB'),
        ...further.map(({ key, binding }) => {
          if (!bound.some(one => one.binding === binding))
            throw new Misconfigured(say.databaseMissing(key, binding))
          return deployed(bound, binding)
        }),
      ],
      variables: written === undefined ? {} : { DATABASES: written },
    }
  } catch (error) {
    throw error instanceof Misconfigured ? new Refusal(error.message) : error
  }
}

function deployed(databases: readonly Partial<Deployed>[], binding: string): Deployed {
  const { database_id, database_name } = databases.find(one => one.binding === binding) ?? {}
  if (!database_name || !database_id || database_id === none)
    throw new Refusal(words.noRemoteDatabase(binding))
  return { binding, database_id, database_name }
}
