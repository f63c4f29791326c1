/**
 * What the annex is measured on: a catalogue of 8 forms with 20 indicators each, which every unit fills, and an agency of
 * any size. Figures come from a seed. The same figures are stored as submissions and written into the units' workbooks.
 */
import type { CatalogueFiles } from '../../../shared/catalogue/read.ts'
import { statutoryWindow } from '../../../shared/period.ts'
import type { Submission } from '../../../shared/protocol.ts'
import { drawing, seed, unitKeys } from '../corpus.ts'

export const period = '2025-M04'
export const before = '2025-M03'

const formCount = 8
const rowCount = 20
export const indicatorCount = formCount * rowCount

const forms = Array.from({ length: formCount }, (_, i) => i + 1)
const rows = Array.from({ length: rowCount }, (_, i) => i + 1)
export const keyOf = (form: number, row: number): string => `f${form}_r${row}`
export const keys: readonly string[] = forms.flatMap(form => rows.map(row => keyOf(form, row)))

const provenance = { source: 'đo hiệu năng', certainty: 'high' }

/** Row 1 of a form is the sum of rows 2 and 3, no other row exceeds it: three rules a form, and those of every figure. */
export const files: CatalogueFiles = {
  head: {
    id: 'do-1',
    name: 'Danh mục để đo',
    effectiveFrom: '2024-12-15',
    effectiveTo: null,
    forms: forms.map(form => `DO-${form}`),
    roles: { all: 'tất cả' },
  },
  forms: forms.map(form => ({
    id: `DO-${form}`,
    title: `Biểu đo số ${form}`,
    sheet: `Biểu ${form}`,
    short: `Biểu ${form}`,
    basis: 'đo hiệu năng',
    layout: 'indicators',
    rows: rows.map(row => ({
      code: `${form}.${row}`,
      key: keyOf(form, row),
      name: `Số hồ sơ đã tiếp nhận, giải quyết theo nội dung thứ ${row} của nhóm ${form}`,
      kind: 'integer',
      unit: 'Hồ sơ',
      merge: { by: 'sum' },
      overPeriods: 'sum',
      owner: 'all',
      ...(row > 3 ? { within: keyOf(form, 1) } : {}),
      ...provenance,
    })),
  })),
  rules: [
    ...forms.map(form => ({
      id: `DO${form}-R1`,
      title: 'Tổng của hai phần',
      severity: 'error',
      check: 'compare',
      left: keyOf(form, 1),
      operator: '=',
      right: `${keyOf(form, 2)} + ${keyOf(form, 3)}`,
      says: 'Hai dòng sau cộng được',
      fix: 'Sửa một trong ba dòng.',
      basis: 'đo hiệu năng',
    })),
    {
      id: 'DO-WITHIN',
      title: 'Phần không quá toàn thể',
      severity: 'error',
      check: 'within',
      fix: 'Sửa một trong hai dòng.',
      basis: 'đo hiệu năng',
    },
    {
      id: 'DO-NONNEG',
      title: 'Số nguyên không âm',
      severity: 'error',
      check: 'range',
      range: 'NONNEG-INT',
      fix: 'Sửa số.',
      basis: 'đo hiệu năng',
    },
  ],
}

export function agencyDocument(unitCount: number) {
  const units = unitKeys(unitCount)
  return {
    key: 'do',
    name: 'Sở Công Thương Đo',
    superior: 'UBND tỉnh Đo',
    place: 'Đo',
    units: units.map((key, i) => ({
      key,
      name: `Phòng Quản lý số ${i + 1}`,
      short: `P${i + 1}`,
      kind: 'division',
    })),
    roles: { all: units },
    fields: [],
    tasks: [],
  }
}

/** Figures of one unit in one period; a unit and a period always give the same. */
export function figuresOf(unit: number, of: string): Record<string, number> {
  const draw = drawing(seed + unit * 1000 + Number(of.slice(-2)))
  return Object.fromEntries(
    forms.flatMap(form => {
      const [second, third] = [20 + draw(4000), 20 + draw(400)]
      const first = second + third
      return rows.map(row => [
        keyOf(form, row),
        row === 1 ? first : row === 2 ? second : row === 3 ? third : draw(first),
      ])
    }),
  )
}

export function submissionOf(unit: number, of: string): Submission {
  const { from, to } = statutoryWindow(of)
  return {
    catalogue: 'do-1',
    basedOn: null,
    window: { from, to },
    figures: figuresOf(unit, of),
    tables: {},
    narrative: {},
    reasons: [],
    preparedBy: 'Nguyễn Thị Lan',
    approvedBy: 'Trần Văn Bình',
  }
}
