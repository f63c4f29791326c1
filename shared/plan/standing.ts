/** How the tasks of a plan stand by what the units said of them: the lead's word counts, who supports adds evidence. */
import type { Agency } from '../agency.ts'
import type { Index } from '../catalogue/catalogue.ts'
import type { TableForm } from '../catalogue/schema.ts'
import { isOfUnit, type Merged, type MergedRow } from '../consolidate/merged.ts'
import type { Cell } from '../content.ts'
import type { PlanStanding } from '../protocol/plan.ts'
import { isoDateIn } from './dates.ts'
import { planWords } from './words.ts'

type TaskStanding = PlanStanding['tasks'][number]
export type TasksStanding = Pick<PlanStanding, 'counts' | 'tasks' | 'former'>

/** Statuses that end a task. */
const ended = new Set(['done', 'done-late'])

export const taskForm = (index: Index): TableForm | undefined =>
  [...index.tables.values()].find(({ rowsBy }) => rowsBy === 'task')

const textOf = (cell: Cell | undefined): string => (cell?.state === 'text' ? cell.text.trim() : '')

/** A recurring task goes on whatever its status, so it is told as such until it is late or not begun. */
const wordsOf = (status: string | null, recurring: boolean): string =>
  status === null
    ? planWords.unsaid
    : recurring && (status === 'in-progress' || ended.has(status))
      ? planWords.recurring
      : (planWords.statuses[status] ?? status)

/** @param agency with the tasks of the plan */
export function tasksStanding(index: Index, agency: Agency, merged: Merged): TasksStanding {
  const form = taskForm(index)
  const rows: ReadonlyMap<string, MergedRow> =
    (form && merged.tables.get(form.id)?.rows) ?? new Map()
  const standing = (code: string, lead: string | undefined, recurring: boolean): TaskStanding => {
    const row = rows.get(code)
    const cells: ReadonlyMap<string, Cell> = row?.cells ?? new Map()
    const status = textOf(cells.get('status')) || null
    return {
      code,
      status,
      words: wordsOf(status, recurring),
      evidence: textOf(cells.get('evidence')),
      doneOn: isoDateIn(textOf(cells.get('done_date'))),
      said: (row?.contributions ?? [])
        .filter(one => isOfUnit(one))
        .map(({ unit, revision, value }) => ({
          ...{ unit, lead: unit === lead, revision },
          status: textOf(value.get('status')) || null,
          evidence: textOf(value.get('evidence')),
          doneOn: isoDateIn(textOf(value.get('done_date'))),
        })),
    }
  }
  const tasks = agency.tasks.map(task => standing(task.code, task.lead, task.recurring))
  const listed = new Set(agency.tasks.map(({ code }) => code))
  const former = [...rows.keys()].filter(code => !listed.has(code))
  const recurring = new Set(agency.tasks.filter(task => task.recurring).map(({ code }) => code))
  const done = tasks.filter(
    ({ code, status }) => !recurring.has(code) && ended.has(status ?? ''),
  ).length
  return {
    tasks,
    former: former.map(code => standing(code, undefined, false)),
    counts: {
      total: tasks.length,
      done,
      recurring: recurring.size,
      open: tasks.length - done - recurring.size,
      unsaid: tasks.filter(({ status }) => status === null).length,
    },
  }
}
