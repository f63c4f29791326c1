/** What a plan may not say, whoever wrote it: a clerk in the pane or a workbook. Each with what to do. */
import type { Agency } from '../agency.ts'
import type { Index } from '../catalogue/catalogue.ts'
import type { Plan } from './schema.ts'

export type PlanFault = {
  readonly list: 'plan' | 'tasks' | 'targets'
  /** which task or target, from 0 */
  readonly at: number
  readonly member: string
  /** to follow the name of the place */
  readonly says: string
}

const faultWords = {
  noTasks: 'Kế hoạch chưa có nhiệm vụ nào. Ghi ít nhất một nhiệm vụ.',
  reversed: (from: number, until: number) =>
    `năm bắt đầu ${from} sau năm kết thúc ${until}. Ghi lại hai năm.`,
  twice: (code: string, what: string) =>
    `mã “${code}” đã có ở một ${what} khác. Mỗi ${what} cần một mã riêng.`,
  unknownUnit: (key: string) =>
    `“${key.slice(0, 60)}” không phải đơn vị của cơ quan. Chọn một đơn vị trong danh sách; cơ quan ngoài Sở ghi vào phần phối hợp ngoài Sở.`,
  unknownIndicator: (key: string) =>
    `danh mục biểu mẫu không có chỉ tiêu “${key.slice(0, 60)}”. Chọn một chỉ tiêu trong danh mục, hoặc bỏ trống nếu chưa có số liệu để đo.`,
} as const

/** @param index to know indicators by; without a catalogue in force they are not looked up */
export function planFaults(plan: Plan, agency: Agency, index: Index | undefined): PlanFault[] {
  const faults: PlanFault[] = []
  const refuse = (list: PlanFault['list'], at: number, member: string, says: string) =>
    faults.push({ list, at, member, says })
  const units = new Set(agency.units.map(({ key }) => key))
  const known = (list: 'tasks' | 'targets', at: number, member: string, key: string) => {
    if (!units.has(key)) refuse(list, at, member, faultWords.unknownUnit(key))
  }
  const once = (list: 'tasks' | 'targets', what: string) => {
    const seen = new Set<string>()
    return (code: string, at: number) => {
      if (code !== '' && seen.has(code)) refuse(list, at, 'code', faultWords.twice(code, what))
      seen.add(code)
    }
  }
  const years = (
    list: 'plan' | 'tasks',
    at: number,
    from: number | null,
    until: number | null,
  ): void => {
    if (from !== null && until !== null && from > until)
      refuse(list, at, 'until', faultWords.reversed(from, until))
  }
  years('plan', 0, plan.year, plan.until)
  if (plan.tasks.length === 0) refuse('plan', 0, 'tasks', faultWords.noTasks)
  const task = once('tasks', 'nhiệm vụ')
  plan.tasks.forEach(({ code, lead, supporting, from, until }, i) => {
    task(code, i)
    known('tasks', i, 'lead', lead)
    for (const key of supporting) known('tasks', i, 'supporting', key)
    years('tasks', i, from, until)
  })
  const target = once('targets', 'chỉ tiêu')
  plan.targets.forEach(({ code, lead, indicator }, i) => {
    target(code, i)
    if (lead !== null) known('targets', i, 'lead', lead)
    const entry = indicator === null ? undefined : index?.indicators.get(indicator)
    if (indicator !== null && index && (!entry || entry.row.kind === 'heading'))
      refuse('targets', i, 'indicator', faultWords.unknownIndicator(indicator))
  })
  return faults
}
