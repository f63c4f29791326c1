/** What the contract tests need from the runtime under them; `#runtime` is one of the two files beside this one. */
import type { Database } from '../../../worker/env.ts'

export type Runtime = {
  /** migrated and empty; the one handed out before is gone */
  freshDatabase(): Promise<Database>
  /** the same once more, beside the one that was handed out last */
  secondDatabase(): Promise<Database>
  /** files of the shipped catalogue as JSON, because workerd has no files */
  catalogueText: string
}
