/** Columns a table takes from the agency's lists instead of from the unit: names, deliverables, who leads. */
import type { Agency, Task } from '../agency.ts'
import type { TableForm } from '../catalogue/schema.ts'

type Given = (agency: Agency, code: string, line: number) => string

const unitNames = (agency: Agency, keys: readonly string[]): string =>
  keys.map(key => agency.units.find(unit => unit.key === key)?.short ?? key).join(', ')
const field = (agency: Agency, code: string) => agency.fields.find(f => f.code === code)
const task = (agency: Agency, code: string) => agency.tasks.find(t => t.code === code)

/** What was reported on a task stays to be seen when a later edition of the plan leaves the task out. */
const formerTask = 'Nhiệm vụ không còn trong kế hoạch đang áp dụng'
const everyUnit = 'Các phòng, đơn vị thuộc Sở'
const supportOf = (agency: Agency, found: Task | undefined): string =>
  [
    found?.allUnits ? everyUnit : unitNames(agency, found?.supporting ?? []),
    ...(found?.outside ?? []),
  ]
    .filter(text => text !== '')
    .join(', ')

const ordinal: Given = (_agency, _code, line) => String(line + 1)

const columns: Record<TableForm['rowsBy'], Readonly<Record<string, Given>>> = {
  field: { ordinal, field: (agency, code) => field(agency, code)?.name ?? code },
  task: {
    task_code: (_agency, code) => code,
    task_name: (agency, code) => task(agency, code)?.name ?? formerTask,
    deliverable: (agency, code) => task(agency, code)?.deliverable ?? '',
    lead_unit: (agency, code) => unitNames(agency, [task(agency, code)?.lead ?? '']),
    supporting_units: (agency, code) => supportOf(agency, task(agency, code)),
    timeline: (agency, code) => task(agency, code)?.timeline ?? '',
    task_kind: (agency, code) => {
      const found = task(agency, code)
      return found ? (found.recurring ? 'Thường xuyên' : 'Có hạn') : ''
    },
  },
  procedure: { ordinal },
}

export function givenText(
  agency: Agency,
  rowsBy: TableForm['rowsBy'],
  column: string,
  code: string,
  line: number,
): string {
  return columns[rowsBy][column]?.(agency, code, line) ?? ''
}
