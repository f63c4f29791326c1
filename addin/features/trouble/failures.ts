/**
 * The last failures, for the support facts: what kind, when and in which file. Never the message, because that may hold
 * what a person typed.
 */
import { Refused, Unreachable } from '../../api.ts'
import { HostError } from '../../host/port.ts'

export type Failure = { readonly at: string; readonly code: string; readonly where: string }

const kept = 10
const failures: Failure[] = []

/** newest first */
export const recentFailures = (): readonly Failure[] => failures

export function noteFailure(error: unknown, at = new Date()): void {
  failures.unshift({ at: at.toISOString(), code: codeOf(error), where: fileOf(error) })
  failures.length = Math.min(failures.length, kept)
}

function codeOf(error: unknown): string {
  // the slug of a problem is one of a closed set; an address of another kind is not repeated
  if (error instanceof Refused)
    return `HTTP ${error.problem.status} ${/^[a-z-]{1,40}$/u.exec(error.problem.type)?.[0] ?? ''}`.trim()
  if (error instanceof Unreachable) return 'no answer'
  if (error instanceof HostError) return `${error.code} (${error.officeCode})`
  return error instanceof Error ? error.constructor.name : typeof error
}

/** "unit-B3x.js:1:204": the first of our files in the stack, without where it was served from. */
function fileOf(error: unknown): string {
  if (error instanceof Refused || error instanceof Unreachable || !(error instanceof Error))
    return ''
  return (
    /\/([\w.-]+\.(?:js|ts|tsx))(?:\?[^:\s)]*)?(:\d+:\d+)/u
      .exec(error.stack ?? '')
      ?.slice(1)
      .join('') ?? ''
  )
}
