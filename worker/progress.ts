/** Who has submitted for a period and who is late. Lateness is by the first revision: a correction asked for later is not late. */
import { Hono } from 'hono'
import { dateInVietnam } from '../shared/period.ts'
import type { Progress, UnitProgress } from '../shared/protocol.ts'
import { agencyFrom } from './agency.ts'
import { type App, now } from './env.ts'
import { known, periodKeyOf, periodSummary } from './periods.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { agencyDocument } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { periodOf } from './store/periods.ts'
import { newestRevisions } from './store/submissions.ts'

export const progress = new Hono<App>().get(
  '/periods/:period/progress',
  may('progress.read'),
  async c => {
    const key = periodKeyOf(c.req.param('period'))
    const { agency } = signedIn(c)
    const db = c.env.DB
    const [[row], [document], revisions] = await ask(
      db,
      periodOf(db, agency, key),
      agencyDocument(db, agency),
      newestRevisions(db, agency, key),
    )
    const period = known(row, key)
    const byUnit = new Map(revisions.map(one => [one.unit, one]))
    const units = agencyFrom(document).units.map((unit): UnitProgress => {
      const newest = byUnit.get(unit.key)
      const arrived = newest ? Date.parse(newest.firstReceivedAt) : now(c.env)
      return {
        unit: unit.key,
        name: unit.name,
        state: newest ? 'submitted' : 'not-started',
        revision: newest?.revision ?? null,
        receivedAt: newest?.receivedAt ?? null,
        preparedBy: newest?.preparedBy ?? null,
        // the due date counts until midnight in Vietnam
        late: dateInVietnam(arrived) > period.dueDate,
      }
    })
    const answer: Progress = {
      period: periodSummary(period),
      submitted: units.filter(unit => unit.state === 'submitted').length,
      expected: units.length,
      units,
    }
    return c.json(answer, 200, { 'Cache-Control': 'no-store' })
  },
)
