/**
 * Every route there is: what it does, what it takes, what it answers and how it may refuse. The description at
 * /api/openapi.json, the check of every answer in the tests and the fuzzer all walk this table. Its rows live by subject
 * (tag) in `operations/<tag>.ts`, their examples in `examples/<tag>.ts`; `operation.ts` has tags, queries and shared paths.
 */
import type { Role } from '../../shared/protocol.ts'
import type { Slug } from '../problem.ts'
import { actions } from '../roles.ts'
import { type Operation, type Operations, refusals } from './operation.ts'
import { access } from './operations/access.ts'
import { figures } from './operations/figures.ts'
import { forms } from './operations/forms.ts'
import { inspections } from './operations/inspections.ts'
import { periods } from './operations/periods.ts'
import { plans } from './operations/plans.ts'
import { province } from './operations/province.ts'
import { server } from './operations/server.ts'
import { submissions } from './operations/submissions.ts'
import { webhooks } from './operations/webhooks.ts'
import { years } from './operations/years.ts'

export const operations: Operations = {
  ...access,
  ...periods,
  ...forms,
  ...submissions,
  ...figures,
  ...plans,
  ...inspections,
  ...province,
  ...years,
  ...webhooks,
  ...server,
}

export type Route = {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

/** The table row by row, paths as the router writes them. */
export const routes: readonly Route[] = Object.entries(operations).map(([route, operation]) => {
  const [method = '', path = ''] = route.split(' ')
  return { method, path, operation }
})

/** What other systems read: anything else in the address than the operation knows is refused. */
export const isRead = ({ method, operation: { action } }: Route): boolean =>
  method === 'GET' && action !== null && (actions[action] as readonly Role[]).includes('dashboard')

/** All the ways one operation may refuse. */
export function refusalsOf(route: Route): ReadonlySet<Slug> {
  const { method, operation } = route
  const { action, answers, body, file, fileIs, refuses = [] } = operation
  return new Set<Slug>([
    ...(body ? refusals.withBody : []),
    ...(isRead(route) ? refusals.reading : []),
    ...(Object.values(answers).some(({ formats }) => formats) ? refusals.withFormats : []),
    ...(file ? (fileIs ? refusals.withDocument : refusals.withFile) : []),
    ...(action ? [...refusals.withSession, ...refusals.withAgency] : []),
    ...refuses,
    ...(method === 'GET' ? [] : refusals.writing),
    ...refusals.always,
  ])
}
