/**
 * What the outside world must provide. D1 satisfies these interfaces as it is, and so can SQLite on a server of the
 * department's own; no other file names the platform.
 */
import type { D1Database } from '@cloudflare/workers-types'
import type { AgencyName, Role } from '../shared/protocol.ts'

export interface Statement {
  bind(...values: unknown[]): Statement
  all<Row>(): Promise<{ results: Row[] }>
  run(): Promise<{ meta: { changes: number } }>
}

export interface Database {
  prepare(sql: string): Statement
  /** one round trip and one transaction: all statements happen or none */
  batch<Row>(statements: Statement[]): Promise<{ results: Row[] }[]>
  /**
   * Where reads may see what is not on the disk yet. Called before them; what it returns is called before anything
   * they found leaves the process, and fails if it was taken back. D1 shows nothing but what is kept.
   */
  watch?(): () => Promise<void>
}

/** The compiler's proof that Cloudflare's database is one: this fails to compile when it is not. */
type Satisfying<Platform extends Database> = Platform
export type CloudflareDatabase = Satisfying<D1Database>

/** Cloudflare's rate limit binding, or the server's own. */
export interface RateLimit {
  limit(options: { key: string }): Promise<{ success: boolean }>
}

export type Env = {
  DB: Database
  /** further databases as "key=BINDING, …"; what handles a request never sees them (`databases.ts`) */
  DATABASES?: string
  /** what codes and tokens of this database begin with; set once a request or the clock has one */
  databaseKey?: string
  /** sign-ins of one address, writes of one session; without them there is no limit */
  SIGN_IN_LIMIT?: RateLimit
  WRITE_LIMIT?: RateLimit
  /** single sign-on by verified OIDC tokens; off unless the issuer is named */
  OIDC_ISSUER?: string
  OIDC_AUDIENCE?: string
  /** one algorithm of JWS, e.g. RS256 */
  OIDC_ALGORITHM?: string
  /** where the issuer publishes its keys */
  OIDC_KEYS_URL?: string
  /** where people reach the pages, "https://bieumau.example.gov.vn": papers print it in their QR code */
  PUBLIC_ORIGIN?: string
  /** other pages that may read the API: exact origins, separated by commas (worker/cors.ts) */
  CORS_ORIGINS?: string
  /** signs what webhooks are told; without it nobody is told. On a server a function: its file comes at first need */
  WEBHOOK_KEY?: string | (() => string)
  /** milliseconds a receiver has; only tests bring their own */
  webhookPatience?: number
  /** the server is about to end: what goes on behind answers begins nothing more */
  ending?: AbortSignal
  /** keeps copies outside the database: a bucket on Cloudflare, a folder on a server */
  ARCHIVE?: { put(name: string, content: string): Promise<unknown> }
  /** address of the client as the runtime knows it; a header of Cloudflare's otherwise */
  clientAddress?: string
  /** milliseconds since 1970; only the demo loader and tests bring their own */
  clock?: () => number
  /** where the line about each request goes; the console otherwise */
  log?: (line: string) => void
}

/** Who is asking, from a bearer token. */
export type SignedIn = {
  /** the one the request is about: the code's own, or another it covers and names */
  readonly agency: string
  readonly agencyName: string
  readonly role: Role
  readonly unit: string | null
  readonly name: string
  readonly tokenHash: string
  readonly expiresAt: string
  /** the agency whose code it is */
  readonly home: string
  /** all that the code may read, its own first */
  readonly agencies: readonly AgencyName[]
  /** it may read several and the request names none; `signedIn` does not choose for it */
  readonly undecided: boolean
}

export type App = {
  Bindings: Env
  Variables: { requestId: string; session?: SignedIn }
}

const marks = new WeakMap<Database, number>()
let marked = 0

/** Tells databases apart in what a process remembers: the same agency and version may be in two of them. */
export function markOf(db: Database): number {
  const known = marks.get(db)
  if (known !== undefined) return known
  marked += 1
  marks.set(db, marked)
  return marked
}

export const now = (env: Env): number => env.clock?.() ?? Date.now()
export const instant = (env: Env): string => new Date(now(env)).toISOString()
