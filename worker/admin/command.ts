/** What a command of the administrator is: a line of the tables in this folder. */
import type { ParseArgsOptionsConfig } from 'node:util'
import type { CommandName } from './command-words.ts'
import type { Place } from './place.ts'

type Line = {
  /** as typed, e.g. "codes issue"; what it does is in `words.ts` under the same name */
  readonly name: CommandName
  /** least and most arguments that are not options */
  readonly takes: readonly [least: number, most: number]
  readonly options?: ParseArgsOptionsConfig
}

/** `run` throws a Refusal when it is not done, Misuse when it cannot be understood. */
export type Command = Line &
  (
    | {
        /** one that is there, or one that is made when there is none */
        readonly needs: 'database' | 'any-database'
        run(asked: Asked): Promise<void>
      }
    | {
        /** no data of anybody: the answer is the exit code */
        readonly needs: 'nothing'
        run(asked: Typed): Promise<number>
      }
    | {
        /** of a server */
        readonly needs: 'folder'
        run(asked: AskedOfFolder): Promise<void>
      }
  )

export type Typed = {
  readonly given: readonly string[]
  /** value of an option that takes one */
  readonly text: (option: string) => string | undefined
  readonly has: (option: string) => boolean
  readonly say: (line: string) => void
  /** while the work goes on */
  readonly progress: (line: string) => void
  /** UTC instant */
  readonly at: string
}
export type Asked = Typed & { readonly place: Place }
export type AskedOfFolder = Typed & { readonly dataDir: string }

/** The command line itself is wrong: exit code 2. */
export class Misuse extends Error {}
