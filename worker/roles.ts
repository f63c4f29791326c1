/**
 * Who may do what. Each route names its action with `may`; a route without one is for anyone.
 * That a unit sees only itself and an agency only itself is not a matter of roles: `session.ts` and the queries see to it.
 */
import type { MiddlewareHandler } from 'hono'
import type { Role } from '../shared/protocol.ts'
import type { App } from './env.ts'
import { say } from './messages.ts'
import { Problem } from './problem.ts'

const everyone: readonly Role[] = ['unit', 'clerk', 'dashboard', 'admin']

export const actions = {
  'session.read': everyone,
  'session.end': everyone,
  'catalogue.read': everyone,
  'period.list': everyone,
  'period.open': ['clerk'],
  'period.change': ['clerk'],
  'holiday.read': everyone,
  'holiday.write': ['clerk'],
  'progress.read': everyone,
  'sheet.read': ['unit'],
  'sheet.download': ['unit', 'clerk'],
  'sheet.upload': ['unit'],
  'dossiers.read': ['unit'],
  'submission.write': ['unit'],
  'submission.read': ['unit', 'clerk'],
  'review.read': ['clerk'],
  'review.write': ['clerk'],
  'adjustment.read': ['clerk'],
  'adjustment.write': ['clerk'],
  'consolidation.read': ['clerk', 'dashboard'],
  'series.read': ['clerk', 'dashboard'],
  'agency.list': everyone,
  'province.read': ['dashboard'],
  'change.list': ['clerk', 'dashboard'],
  'annex.read': ['clerk'],
  'report.read': ['clerk'],
  'narrative.read': ['clerk'],
  'narrative.write': ['clerk'],
  'plan.read': ['unit', 'clerk', 'dashboard'],
  'plan.write': ['clerk'],
  'prose.check': ['clerk'],
  'rule.read': ['clerk', 'admin'],
  'rule.write': ['clerk'],
  'rule.rehearse': ['clerk', 'admin'],
  'inspection.read': ['unit', 'clerk'],
  'inspection.write': ['clerk'],
  'statement.write': ['unit'],
  'notice.read': ['clerk'],
  'past-year.read': ['clerk'],
  'past-year.write': ['clerk'],
  'retrospective.read': ['clerk', 'dashboard'],
  'retrospective.download': ['clerk'],
  'audit.read': ['clerk', 'admin'],
  'webhook.read': ['clerk', 'admin'],
  'webhook.write': ['clerk'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof actions

export function may(action: Action): MiddlewareHandler<App> {
  const allowed: readonly Role[] = actions[action]
  return async function mayOnly(c, next) {
    const role = c.get('session')?.role
    if (role === undefined) throw new Problem('sign-in-needed', say.signIn())
    if (!allowed.includes(role)) throw new Problem('not-yours', say.roleMayNot(role, allowed))
    await next()
  }
}
