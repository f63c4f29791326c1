/** Problems that inspections found, over all rounds: what is still to be put right, the most overdue first. */
import { Hono } from 'hono'
import { byUrgency } from '../shared/inspection/standing.ts'
import type { ProblemList } from '../shared/protocol.ts'
import { agencyFrom, namingOf } from './agency.ts'
import type { App } from './env.ts'
import { inspectionFrom, problemOnWire, problemsFrom } from './inspection/standing.ts'
import { todayOf } from './inspections.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { agencyDocument } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { problemReminders, standingOfPart } from './store/inspections.ts'

export const foundProblems = new Hono<App>().get('/problems', may('inspection.read'), async c => {
  const { agency: key, unit } = signedIn(c)
  const db = c.env.DB
  const [[document], rounds, problems, reminders] = await ask(
    db,
    agencyDocument(db, key),
    standingOfPart(db, key, 'round'),
    standingOfPart(db, key, 'problem'),
    problemReminders(db, key),
  )
  const { unitName } = namingOf(agencyFrom(document))
  const all = c.req.query('state') === 'all'
  const today = todayOf(c)
  const answer: ProblemList = problemsFrom(problems)
    .filter(one => (unit === null || one.unit === unit) && (all || one.resolvedOn === null))
    .sort(byUrgency)
    .flatMap(problem => {
      const held = inspectionFrom(rounds.filter(({ round }) => round === problem.round))
      if (!held) return []
      const item = held.form.items.find(({ code }) => code === problem.item)
      return [
        {
          ...problemOnWire(problem, today),
          roundTitle: held.round.title,
          unitName: unitName(problem.unit),
          itemName: item?.name ?? problem.item,
          reminded: reminders
            .filter(one => one.round === problem.round && one.problem === problem.id)
            .filter(one => one.dueDate === problem.dueDate)
            .map(({ kind, madeAt }) => ({ kind, madeAt })),
        },
      ]
    })
  return c.json(answer)
})
