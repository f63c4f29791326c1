/** The chain of what happened, for the office to read: newest first, page by page. */
import { Hono } from 'hono'
import type { AuditAnswer } from '../../shared/protocol.ts'
import type { App } from '../env.ts'
import { may } from '../roles.ts'
import { signedIn } from '../session.ts'
import { ask } from '../store/ask.ts'
import { entriesBefore, headOf } from '../store/audit.ts'

const page = 100

export const auditTrail = new Hono<App>().get('/audit', may('audit.read'), async c => {
  const { agency } = signedIn(c)
  const asked = c.req.query('before') ?? ''
  const before = /^[0-9]{1,15}$/u.test(asked) ? Number(asked) : Number.MAX_SAFE_INTEGER
  const db = c.env.DB
  const [[head], rows] = await ask(db, headOf(db, agency), entriesBefore(db, agency, before, page))
  const oldest = rows.at(-1)?.seq ?? 1
  const answer: AuditAnswer = {
    head: head ?? null,
    entries: rows.map(({ agency: _, detail, ...entry }) => ({
      ...entry,
      detail: JSON.parse(detail) as Record<string, unknown>,
    })),
    next: oldest > 1 ? oldest : null,
  }
  return c.json(answer)
})
