/**
 * What each kind of row or column is: how its cell behaves on a sheet and what a figure of it may be.
 * A new kind is one entry here; nothing else may switch over kinds.
 */

export type KindName = 'heading' | 'integer' | 'decimal' | 'percent' | 'choice' | 'text' | 'date'

export type Kind = {
  /** holds a figure that can be added and compared; text and dates do not */
  readonly numeric: boolean
  /** decimals when printed; undefined prints as typed */
  readonly decimals?: number
  /** Excel number format (en-US) of the cell */
  readonly numberFormat: string
  readonly align: 'left' | 'center' | 'right'
  /** a ratio is shown as 0–100 */
  readonly scale: 1 | 100
  /** what a number of this kind must satisfy; the rule that says so */
  readonly range?: {
    readonly rule: 'NONNEG-INT' | 'NONNEG' | 'RATE-RANGE'
    readonly max?: number
    readonly whole?: true
  }
  /** shown beside the input when the cell is selected */
  readonly prompt: string
}

export const kinds: Record<KindName, Kind> = {
  heading: { numeric: false, numberFormat: 'General', align: 'left', scale: 1, prompt: '' },
  integer: {
    numeric: true,
    decimals: 0,
    numberFormat: '#,##0',
    align: 'right',
    scale: 1,
    range: { rule: 'NONNEG-INT', whole: true },
    prompt: 'Số nguyên không âm. Không có thì ghi “Không phát sinh”; chưa có số thì để trống.',
  },
  decimal: {
    numeric: true,
    numberFormat: '#,##0.00',
    align: 'right',
    scale: 1,
    range: { rule: 'NONNEG' },
    prompt:
      'Số không âm, có thể có phần thập phân. Không được giao thì ghi “Không áp dụng: lý do”.',
  },
  percent: {
    numeric: true,
    decimals: 2,
    numberFormat: '#,##0.00',
    align: 'right',
    scale: 100,
    range: { rule: 'RATE-RANGE', max: 100 },
    prompt: 'Tỷ lệ phần trăm từ 0 đến 100.',
  },
  choice: {
    numeric: true,
    decimals: 0,
    numberFormat: '0',
    align: 'center',
    scale: 1,
    prompt: 'Chọn một mã trong danh sách.',
  },
  text: { numeric: false, numberFormat: '@', align: 'left', scale: 1, prompt: '' },
  date: {
    numeric: false,
    numberFormat: '@',
    align: 'center',
    scale: 1,
    prompt: 'Ngày, ví dụ 14/4/2025.',
  },
}
