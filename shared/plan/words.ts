/** How plan and report speak of tasks and targets. */
import { printNumber, roundHalfUp } from '../figure.ts'
import type { Target } from './schema.ts'

type Aim = Pick<Target, 'name' | 'year' | 'comparison' | 'threshold' | 'unit'>

export const measured = (text: string, unit: string): string =>
  unit === '%' ? `${text}%` : `${text} ${unit}`

/** With as many decimals as it takes to show on which side of the threshold it lies. */
export function printed(value: number, threshold: number, unit: string): string {
  const decimals = [2, 3, 4, 5, 6].find(
    n => Math.sign(roundHalfUp(value, n) - threshold) === Math.sign(value - threshold),
  )
  return measured(printNumber(roundHalfUp(value, decimals ?? 6)), unit)
}

const aim = ({ comparison, threshold, unit }: Aim): string =>
  `${comparison === '>=' ? 'tối thiểu' : 'tối đa'} ${measured(printNumber(threshold), unit)}`

export const planWords = {
  unmeasured: 'biểu mẫu chưa có chỉ tiêu để đo',
  otherUnit: 'chỉ tiêu trong biểu tính theo đơn vị khác',
  states: {
    none: 'không phát sinh trong kỳ',
    'not-applicable': 'chỉ tiêu không áp dụng',
    'not-reported': 'chưa có số liệu báo cáo',
  },
  aim,
  value: printed,
  untold: (target: Aim, why: string) =>
    `${target.name}: ${why} nên chưa đánh giá được mục tiêu năm ${target.year} (${aim(target)})`,
  standing: (
    target: Aim,
    value: number,
    attained: boolean,
    due: boolean,
    gap: { count: number; unit: string } | null,
    lead: string | undefined,
  ) => {
    const shown = printed(value, target.threshold, target.unit)
    const goal = `mục tiêu năm ${target.year} (${aim(target)})`
    const lacks = gap ? `, ${planWords.gap(gap, target.comparison)}` : ''
    const who = attained || !lead ? '' : `; đơn vị chủ trì: ${lead}`
    return due
      ? `${target.name}: đạt ${shown}, ${attained ? 'đạt' : 'chưa đạt'} ${goal}${lacks}${who}`
      : `${target.name}: hiện đạt ${shown}, ${attained ? 'đã bằng hoặc vượt' : 'hướng tới'} ${goal}${lacks}${who}`
  },
  gap: ({ count, unit }: { count: number; unit: string }, comparison: Aim['comparison']) =>
    `${comparison === '>=' ? 'còn thiếu' : 'vượt'} ${printNumber(count)} ${unit}`,

  // ------------------------------------------------------------ tasks
  statuses: {
    'not-started': 'chưa thực hiện',
    'in-progress': 'đang thực hiện',
    done: 'đã hoàn thành',
    'done-late': 'hoàn thành nhưng quá hạn',
    overdue: 'quá hạn chưa hoàn thành',
  } as Readonly<Record<string, string>>,
  recurring: 'thực hiện thường xuyên',
  unsaid: 'chưa báo cáo',
} as const
