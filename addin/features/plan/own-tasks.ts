/** What of the plan is one unit's: the tasks it leads or supports, with its word of last period and of now. */
import type { Index } from '../../../shared/catalogue/catalogue.ts'
import { printCell } from '../../../shared/cell-words.ts'
import type { Values } from '../../../shared/content.ts'
import type { Place } from '../../../shared/place.ts'
import { taskForm } from '../../../shared/plan/standing.ts'
import type { PlanStanding } from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import type { Book } from '../fill/book.ts'
import { statusName } from './naming.ts'
import { supports } from './tasks.ts'

export type Said = {
  readonly status: string | null
  /** the choice as the sheet says it */
  readonly words: string
  readonly evidence: string
}

export type OwnTask = {
  readonly code: string
  readonly name: string
  readonly timeline: string
  readonly deliverable: string
  readonly leads: boolean
  /** the lead unit's name */
  readonly lead: string
  /** the status the lead reported for the period */
  readonly leadSays: string
  readonly now: Said
  /** null: there is no period before */
  readonly before: Said | null
  /** where its status stands on the sheet */
  readonly at: Place
}

/**
 * Those it leads first, each in the order of the plan. Without an answer of the server the book's own list counts.
 * @param values what the sheets hold now, or what was submitted
 */
export function ownTasks(book: Book, values: Values, standing: PlanStanding | null): OwnTask[] {
  const { index, naming, sheet, view } = book
  const form = taskForm(index)
  if (!form) return []
  const { unit } = sheet
  // who supports by a general clause is said in the plan only
  const named = new Map(standing?.plan.tasks.map(task => [task.code, task]))
  const own = sheet.agency.tasks.filter(task => {
    const planned = named.get(task.code)
    return (
      task.lead === unit ||
      task.supporting.includes(unit) ||
      (planned !== undefined && supports(planned, unit))
    )
  })
  const status = new Map(standing?.tasks.map(task => [task.code, task.status]))
  const tasks = own.map(({ code, name, timeline, deliverable, lead }): OwnTask => {
    return {
      ...{ code, name, timeline, deliverable, leads: lead === unit },
      lead: naming.unitName(lead),
      leadSays: statusName(index, status.get(code)),
      now: saidIn(index, form.id, values, code),
      before: view.previous ? saidIn(index, form.id, view.previous, code) : null,
      at: { form: form.id, row: code, column: 'status' },
    }
  })
  return tasks.toSorted((a, b) => Number(b.leads) - Number(a.leads))
}

function saidIn(index: Index, form: string, values: Values, row: string): Said {
  const cell = values.cell(form, row, 'status')
  const evidence = values.cell(form, row, 'evidence')
  const status = cell.state === 'text' && cell.text.trim() !== '' ? cell.text.trim() : null
  return {
    status,
    words: status ? printCell(index, { form, row, column: 'status' }, cell) : works().plan.unsaid,
    evidence: evidence.state === 'text' ? evidence.text.trim() : '',
  }
}
