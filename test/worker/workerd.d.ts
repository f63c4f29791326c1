/** What the test runtime offers, in the few words the tests use; the bindings come from test/vitest.config.ts. */
declare module 'cloudflare:workers' {
  export const env: {
    DB: import('../../worker/env.ts').Database
    SECOND: import('../../worker/env.ts').Database
    migrations: unknown
    catalogue: string
  }
}

declare module 'cloudflare:test' {
  export function applyD1Migrations(
    db: import('../../worker/env.ts').Database,
    migrations: unknown,
  ): Promise<void>
  /** empties the database */
  export function reset(): Promise<void>
  type Context = import('hono').ExecutionContext
  export function createExecutionContext(): Context
  /** until everything is done that was left to `waitUntil` */
  export function waitOnExecutionContext(context: Context): Promise<void>
  export function createScheduledController(options: { cron: string }): { readonly cron: string }
}
