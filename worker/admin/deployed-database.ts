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

type Configured = {
  /** the first one, then those that `DATABASES` names */
  readonly bindings: readonly string[]
  readonly bound: readonly Partial<Deployed>[]
  readonly written: string | undefined
}

/** @throws Refusal when `DATABASES` and the bindings do not fit */
export function configuredDatabases(): Configured {
  const { d1_databases, vars } = unstable_readConfig({ config: workerConfig })
  const bound: readonly Partial<Deployed>[] = d1_databases
  const { DATABASES } = vars
  const written = typeof DATABASES === 'string' ? DATABASES : undefined
  try {
    const further = furtherDatabases(written)
    for (const { key, binding } of further)
      if (!bound.some(one => one.binding === binding))
        throw new Misconfigured(say.databaseMissing(key, binding))
    const bindings = ['DB', ...further.map(({ binding }) => binding)]
    // its people could not sign in, and its tables would stay as they are
    const unnamed = bound.find(({ binding = '' }) => !bindings.includes(binding))?.binding
    if (unnamed !== undefined) throw new Refusal(words.unnamedDatabase(unnamed))
    return { bindings, bound, written }
  } catch (error) {
    throw error instanceof Misconfigured ? new Refusal(error.message) : error
  }
}

/** @throws Refusal while a database was not created, too */
export function deployedDatabases(): Deployment {
  const { bindings, bound, written } = configuredDatabases()
  return {
    databases: bindings.map(binding => deployed(bound, binding)),
    variables: written === undefined ? {} : { DATABASES: written },
  }
}

function deployed(databases: readonly Partial<Deployed>[], binding: string): Deployed {
  const { database_id, database_name } = databases.find(one => one.binding === binding) ?? {}
  if (!database_name || !database_id || database_id === none)
    throw new Refusal(words.noRemoteDatabase(binding))
  return { binding, database_id, database_name }
}
