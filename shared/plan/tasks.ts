/** The tasks of a plan as the forms know them, and the plan an agency has that never stored one. */
import type { Agency, Task } from '../agency.ts'
import type { Plan } from './schema.ts'

/** "Các phòng, đơn vị thuộc Sở" are all units but the one that leads. */
const tasksOf = (plan: Plan, units: readonly string[]): Task[] =>
  plan.tasks.map(({ code, name, deliverable, lead, timeline, recurring, ...task }) => ({
    ...{ code, name, deliverable, lead, timeline, recurring },
    supporting: (task.allUnits ? units : task.supporting).filter(unit => unit !== lead),
    ...(task.allUnits ? { allUnits: true } : {}),
    ...(task.outside.length > 0 ? { outside: task.outside } : {}),
  }))

/** The agency with the tasks of the plan in place of those of its document. */
export const withTasksOf = (agency: Agency, plan: Plan): Agency => ({
  ...agency,
  tasks: tasksOf(
    plan,
    agency.units.map(({ key }) => key),
  ),
})

/** What the agency's document says, as a plan without targets. */
export const planOfAgency = (agency: Agency, year: number): Plan => ({
  ...{ year, until: year, title: `Kế hoạch CCHC năm ${year}`, basis: '', groups: [], targets: [] },
  tasks: agency.tasks.map(({ supporting, allUnits = false, outside = [], ...task }) => ({
    ...{ ...task, outside, allUnits, from: null, until: null },
    supporting: allUnits ? [] : supporting,
  })),
})
