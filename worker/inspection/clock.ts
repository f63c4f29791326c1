/** Reminders for problems that are due soon or overdue, made by the hourly clock: each kind once for a due date. */
import { problemStanding } from '../../shared/inspection/standing.ts'
import { dateInVietnam } from '../../shared/period.ts'
import { type Actor, record } from '../audit.ts'
import { type Env, instant, now } from '../env.ts'
import { ask } from '../store/ask.ts'
import {
  addProblemReminders,
  type ProblemReminder,
  problemReminders,
  standingOfPart,
} from '../store/inspections.ts'
import { problemsFrom } from './standing.ts'

export async function remindOfProblems(env: Env, agency: string, by: Actor): Promise<void> {
  const db = env.DB
  const [rows, before] = await ask(
    db,
    standingOfPart(db, agency, 'problem'),
    problemReminders(db, agency),
  )
  const today = dateInVietnam(now(env))
  const madeAt = instant(env)
  const made = problemsFrom(rows).flatMap(
    ({ id, round, dueDate, resolvedOn }): ProblemReminder[] => {
      const kind = problemStanding({ dueDate, resolvedOn }, today)
      if (kind !== 'due-soon' && kind !== 'overdue') return []
      const isMade = before.some(
        one =>
          one.round === round && one.problem === id && one.dueDate === dueDate && one.kind === kind,
      )
      return isMade ? [] : [{ round, problem: id, dueDate, kind, madeAt }]
    },
  )
  if (made.length === 0) return
  const problems = made.map(({ madeAt: _, ...one }) => one)
  await record(db, agency, () => ({
    entry: { action: 'reminders.made', at: madeAt, by, detail: { problems } },
    statements: [addProblemReminders(db, agency, made)],
  }))
}
