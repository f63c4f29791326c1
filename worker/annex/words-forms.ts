/** What a form of the annex says around its figures: heading, legend, who signs. */
import { signs } from '../../shared/layout/sheet.ts'

export const formWords = {
  annex: 'PHỤ LỤC',
  /** one line under the other, as the forms of Nghị định 09/2019/NĐ-CP and their reports have them */
  attached: (attachedTo: string, period: string) => `${attachedTo}\n${period}`,
  legend: 'Ký hiệu',
  signs: {
    none: `“${signs.none}” không phát sinh`,
    'not-applicable': (reasons: readonly string[]) =>
      `“${signs['not-applicable']}” không áp dụng${reasons.length > 0 ? ` (${reasons.join('; ')})` : ''}`,
    'not-reported': `“${signs['not-reported']}” chưa báo cáo`,
    incomparable: `“${signs['not-reported']}” kỳ ấy chưa có số liệu hoặc không so sánh được`,
  },
  noRows: {
    none: 'Không phát sinh.',
    'not-reported': 'Chưa có đơn vị nào báo cáo biểu này.',
  },
} as const
