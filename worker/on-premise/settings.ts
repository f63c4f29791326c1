/** What the operator sets for a server of the department's own, all of it by environment variables. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Env } from '../env.ts'
import { Refusal, words } from './words.ts'

export type Settings = {
  /** absolute; nothing is written outside it */
  readonly dataDir: string
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
    pages: PAGES_DIR ? resolve(PAGES_DIR) : built,
    port: wholeNumber(variables, 'PORT', 8787, 65_535),
    host: HOST || '127.0.0.1',
    trustProxy: TRUST_PROXY === '1',
    signInsPerMinute: wholeNumber(variables, 'SIGN_INS_PER_MINUTE', 60, 1_000_000),
    writesPerMinute: wholeNumber(variables, 'WRITES_PER_MINUTE', 120, 1_000_000),
    signOn: signOn(variables),
    publicOrigin: origin(variables),
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
