/** What the operator sets for a server of the department's own, all of it by environment variables. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isOrigin, originsIn } from '../cors.ts'
import { bindingOf, furtherDatabases, Misconfigured } from '../databases.ts'
import type { Env } from '../env.ts'
import { say } from '../messages.ts'
import { Refusal, words } from './words.ts'

export type Settings = {
  /** absolute; nothing is written outside it */
  readonly dataDir: string
  /** keys of further databases beside the first, each a file of its own */
  readonly databases: readonly string[]
  /** of the pane's pages as `npm run build` leaves them; absolute, may be missing */
  readonly pages: string
  /** 0 lets the system choose */
  readonly port: number
  readonly host: string
  /** whether the last hop of X-Forwarded-For is the client, because a proxy of the department's own wrote it */
  readonly trustProxy: boolean
  /** per client address and minute; 0 for no limit */
  readonly signInsPerMinute: number
  /** per session and minute; 0 for no limit */
  readonly writesPerMinute: number
  readonly signOn: SignOn
  /** where people reach the pages, without a path; none is known unless set */
  readonly publicOrigin: string | undefined
  /** pages of other servers that may read the API from a browser; none unless set */
  readonly corsOrigins: readonly string[]
}
type SignOn = Pick<Env, 'OIDC_ISSUER' | 'OIDC_AUDIENCE' | 'OIDC_ALGORITHM' | 'OIDC_KEYS_URL'>

const built = fileURLToPath(new URL('../../dist/client', import.meta.url))

type Variables = Readonly<Record<string, string | undefined>>

/** @throws Refusal naming the variable and what is wrong with it */
export function settingsFrom(variables: Variables): Settings {
  const { DATA_DIR, PAGES_DIR, HOST, TRUST_PROXY } = variables
  if (!DATA_DIR) throw new Refusal(words.noDataDir())
  return {
    dataDir: resolve(DATA_DIR),
    databases: databaseKeys(variables),
    pages: PAGES_DIR ? resolve(PAGES_DIR) : built,
    port: wholeNumber(variables, 'PORT', 8787, 65_535),
    host: HOST || '127.0.0.1',
    trustProxy: TRUST_PROXY === '1',
    signInsPerMinute: wholeNumber(variables, 'SIGN_INS_PER_MINUTE', 60, 1_000_000),
    writesPerMinute: wholeNumber(variables, 'WRITES_PER_MINUTE', 120, 1_000_000),
    signOn: signOn(variables),
    publicOrigin: origin(variables),
    corsOrigins: corsOrigins(variables),
  }
}

/**
 * "bac-ninh, gia-lai": a file has no other name than its key.
 * @throws Refusal for what is no list of keys
 */
export function databaseKeys({ DATABASES }: Variables): string[] {
  try {
    return furtherDatabases(DATABASES).map(({ key, binding }) => {
      if (binding !== bindingOf(key)) throw new Misconfigured(say.databaseKeyOnly(key, binding))
      return key
    })
  } catch (error) {
    if (error instanceof Misconfigured) throw new Refusal(words.badDatabases(error.message))
    throw error
  }
}

function wholeNumber(variables: Variables, name: string, otherwise: number, most: number): number {
  const value = variables[name]
  if (value === undefined || value === '') return otherwise
  if (!/^\d{1,7}$/u.test(value) || Number(value) > most)
    throw new Refusal(words.badNumber(name, value, most))
  return Number(value)
}

/** It is printed, and paper cannot be corrected. */
function origin({ PUBLIC_ORIGIN: value }: Variables): string | undefined {
  if (!value) return undefined
  if (!/^https?:\/\//u.test(value) || !URL.canParse(value) || new URL(value).origin !== value)
    throw new Refusal(words.badOrigin(value))
  return value
}

/** A slip here would show as a page that cannot read, far away from whoever made it. */
function corsOrigins({ CORS_ORIGINS: list }: Variables): readonly string[] {
  const origins = originsIn(list)
  const wrong = origins.find(one => !isOrigin(one))
  if (wrong !== undefined) throw new Refusal(words.badCorsOrigin(wrong))
  return origins
}

/** Only what is set, as on Cloudflare. */
const signOn = ({
  OIDC_ISSUER,
  OIDC_AUDIENCE,
  OIDC_ALGORITHM,
  OIDC_KEYS_URL,
}: Variables): SignOn => ({
  ...(OIDC_ISSUER && { OIDC_ISSUER }),
  ...(OIDC_AUDIENCE && { OIDC_AUDIENCE }),
  ...(OIDC_ALGORITHM && { OIDC_ALGORITHM }),
  ...(OIDC_KEYS_URL && { OIDC_KEYS_URL }),
})
