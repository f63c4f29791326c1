/** One command line of the administrator, from its words to the exit code: 0 done, 1 refused, 2 not understood. */
import { parseArgs } from 'node:util'
import { AccessError } from '../admit.ts'
import { reasonOf } from '../on-premise/data-dir.ts'
import { Refusal } from '../on-premise/words.ts'
import { Problem } from '../problem.ts'
import { agencyCommands } from './agencies.ts'
import { auditCommands } from './audits.ts'
import { catalogueCommands } from './catalogues.ts'
import { codeCommands } from './codes.ts'
import { type Command, Misuse, type Typed } from './command.ts'
import { type CommandName, commandWords } from './command-words.ts'
import { chosenPlace, openPlace, placeOptions } from './place.ts'
import { proseCommands } from './prose.ts'
import { ruleCommands } from './rules.ts'
import { upkeepCommands } from './upkeep.ts'
import { webhookCommands } from './webhooks.ts'
import { words } from './words.ts'

const commands: readonly Command[] = [
  ...agencyCommands,
  ...catalogueCommands,
  ...codeCommands,
  ...auditCommands,
  ...upkeepCommands,
  ...proseCommands,
  ...ruleCommands,
  ...webhookCommands,
]

export type Outside = {
  readonly say: (line: string) => void
  /** what went wrong, and how far a long command is */
  readonly warn: (line: string) => void
  readonly variables: Readonly<Record<string, string | undefined>>
  /** milliseconds since 1970 */
  readonly clock: () => number
}

/** @param typed what follows `npm run admin --` */
export async function administer(typed: readonly string[], outside: Outside): Promise<number> {
  const { say, warn } = outside
  try {
    const asksHelp = typed.includes('--help') || typed[0] === 'help' || typed[0] === undefined
    if (!asksHelp) return await obey(typed, outside)
    say(help())
    return 0
  } catch (error) {
    warn(sentenceOf(error))
    return error instanceof Misuse ? 2 : 1
  }
}

function sentenceOf(error: unknown): string {
  const ours = [Misuse, Refusal, AccessError].some(kind => error instanceof kind)
  if (error instanceof Error && ours) return error.message
  if (error instanceof Problem) return error.detail
  return words.unexpected(reasonOf(error))
}

/** @returns the exit code */
async function obey(typed: readonly string[], outside: Outside): Promise<number> {
  const { say, warn: progress, variables, clock } = outside
  const command = commands.find(({ name }) => isCalled(name, typed))
  if (!command) throw new Misuse(words.unknownCommand(typed.slice(0, 2).join(' ')))
  const { values, positionals: given } = parsed(command, typed)
  const text = (option: string): string | undefined => {
    const value = values[option]
    return typeof value === 'string' ? value : undefined
  }
  const has = (option: string): boolean => values[option] === true
  const at = new Date(clock()).toISOString()
  const heard: Typed = { given, text, has, say, progress, at }

  if (command.needs === 'nothing') return await command.run(heard)
  const chosen = chosenPlace(values, variables)
  try {
    if (command.needs === 'folder') {
      if (chosen.dataDir === undefined) throw new Refusal(words.onlyServers(command.name))
      await command.run({ ...heard, dataDir: chosen.dataDir })
      return 0
    }
    const place = await openPlace(chosen, command.needs, say)
    try {
      await command.run({ ...heard, place })
    } finally {
      await place.close()
    }
    return 0
  } catch (error) {
    throw error instanceof Misuse ? withUsage(command.name, error.message) : error
  }
}

const isCalled = (name: string, typed: readonly string[]): boolean =>
  name.split(' ').every((word, i) => typed[i] === word)

/** @throws Misuse for an option it does not have, one without its value, too few or too many arguments */
function parsed({ name, takes: [least, most], options = {} }: Command, typed: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: typed.slice(name.split(' ').length),
      options: { ...placeOptions, ...options },
      allowPositionals: true,
    })
    if (positionals.length < least || positionals.length > most)
      throw new Misuse(words.wrongCount(name, positionals.length))
    return { values: values as Readonly<Record<string, unknown>>, positionals }
  } catch (error) {
    if (error instanceof Misuse) throw withUsage(name, error.message)
    const said = error instanceof Error ? error.message : ''
    const [, option = ''] = /'(?:-\w, )?(--?[\p{L}\w-]+)/u.exec(said) ?? []
    throw withUsage(
      name,
      reasonOf(error) === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
        ? words.unknownOption(name, option)
        : words.valueMissing(option),
    )
  }
}

const withUsage = (name: CommandName, sentence: string): Misuse =>
  new Misuse(`${sentence}\n${words.howTo(name, commandWords[name][0])}`)

function help(): string {
  const lines = Object.entries(commandWords).map(
    ([name, [args, does]]) => `  ${`${name} ${args}`.trimEnd()}\n      ${does}`,
  )
  return [words.usage(), '', ...lines, '', words.places()].join('\n')
}
