/**
 * The support facts as lines: what the help desk needs to know of this machine and nothing of what is reported on it. No
 * figures, names, access codes or tokens: only what is listed here goes in, and none of it comes from people.
 */
import type { Operation } from '../../host/recent-operations.ts'
import type { HostFacts } from '../../host/support.ts'
import { t } from '../../i18n/words.ts'
import type { Place } from '../state.ts'
import type { Failure } from '../trouble/failures.ts'

export type FactName =
  | 'build'
  | 'place'
  | 'platform'
  | 'office'
  | 'requirements'
  | 'lacking'
  | 'language'
  | 'engine'
  | 'online'
  | 'storage'

export type Observed = {
  readonly build: string
  readonly place: Place
  readonly host: HostFacts | null
  /** the webview's own name, as it sends it with every request */
  readonly userAgent: string
  readonly online: boolean
  readonly storage: boolean
  /** newest first, as are the failures */
  readonly operations: readonly Operation[]
  readonly failures: readonly Failure[]
}

export function factsOf(seen: Observed): Record<FactName, string> {
  const { host } = seen
  const { yes, no, unknown } = t.diagnostics
  return {
    build: seen.build,
    place: seen.place,
    platform: host?.platform || unknown,
    office: host?.version || unknown,
    requirements: host?.requirements.join(', ') || unknown,
    lacking: host ? host.lacking.join(', ') || t.diagnostics.nothing : unknown,
    language: host?.language || unknown,
    engine: seen.userAgent || unknown,
    online: seen.online ? yes : no,
    storage: seen.storage ? yes : no,
  }
}

export const operationLine = (operation: Operation): string =>
  [
    operation.start,
    operation.name,
    `${Math.round(operation.milliseconds)} ms`,
    `${operation.syncs} sync`,
    [operation.outcome, operation.officeCode].filter(Boolean).join(' '),
  ].join(' · ')

export const failureLine = ({ at, code, where }: Failure): string =>
  [at, code, where].filter(Boolean).join(' · ')

/** The same as is shown, for the clipboard. */
export function reportText(seen: Observed): string {
  const { title, facts, operations, failures, none } = t.diagnostics
  const found = factsOf(seen)
  const names = Object.keys(facts) as FactName[]
  const listed = (heading: string, lines: readonly string[]) => [
    '',
    `${heading}:`,
    ...(lines.length > 0 ? lines : [none]),
  ]
  return [
    title,
    ...names.map(name => `${facts[name]}: ${found[name]}`),
    ...listed(operations, seen.operations.map(operationLine)),
    ...listed(failures, seen.failures.map(failureLine)),
  ].join('\n')
}
