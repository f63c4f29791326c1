/** A plan as a workbook and back: what is written is read again as it was, and what cannot be read is refused by line. */
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import type { Plan } from '../../shared/plan/schema.ts'
import { readPlan } from '../../worker/plan/read.ts'
import { planWorkbook } from '../../worker/plan/workbook.ts'
import { openWorkbook } from '../../worker/upload/open.ts'
import { index } from '../fixtures/bac-giang.ts'
import { giaLai, giaLaiPlan } from '../fixtures/gia-lai-plan.ts'

const at = '2021-12-20T02:00:00.000Z'
const written = (plan: Plan = giaLaiPlan) => planWorkbook({ plan, agency: giaLai, index, at })
const read = async (bytes: Uint8Array, year = 2021) =>
  readPlan(await openWorkbook(bytes, [], 'plan'), { agency: giaLai, index, year })

type Rows = (string | number | null)[][]
const tasks: Rows = [
  [
    'Mã',
    'Nhiệm vụ',
    'Sản phẩm',
    'Đơn vị chủ trì',
    'Đơn vị phối hợp',
    'Thời gian thực hiện',
    'Loại',
  ],
  ['1', 'Cải cách thể chế'],
  ['1.1', 'Rà soát văn bản', 'Báo cáo', 'Văn phòng', '', 'Quý IV/2021', 'Có hạn'],
]
const targets: Rows = [
  ['Mã', 'Chỉ tiêu', 'Đo bằng', 'Năm', 'So sánh', 'Mức', 'Đơn vị tính', 'Đơn vị chủ trì'],
  ['M1', 'Mức độ hài lòng', 'Biểu 1, mã 4.3', 2025, '≥', 95, '%', 'Văn phòng'],
]
const file = (sheets: Record<string, Rows>) =>
  writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) })
const readRows = async (more: Rows, aims: Rows = targets) =>
  read(await file({ 'Nhiệm vụ': [...tasks, ...more], 'Chỉ tiêu': aims }))
const line = (changed: Record<number, string | number>): Rows => [
  ['1.2', 'Kiểm tra', 'Kế hoạch', 'Thanh tra', '', 'Quý I', 'Có hạn'].map(
    (cell, i) => changed[i] ?? cell,
  ),
]

describe('round trip', () => {
  test('the published plan comes back as it was, byte for byte the same file twice', async () => {
    const bytes = await written()
    expect(await read(bytes)).toEqual({ plan: giaLaiPlan, faults: [], remarks: [] })
    expect(await written()).toEqual(bytes)
  })

  test('a plan of one year without groups, targets and document comes back', async () => {
    const plan: Plan = {
      ...giaLaiPlan,
      ...{ until: 2021, basis: '', groups: [], targets: [] },
      tasks: giaLaiPlan.tasks.slice(0, 2).map(task => ({ ...task, deliverable: '', timeline: '' })),
    }
    expect((await read(await written(plan))).plan).toEqual(plan)
  })

  test('a target bound by a key, with a decimal threshold and at most, comes back', async () => {
    const [target] = giaLaiPlan.targets
    if (!target) throw new Error('no target')
    const changed = {
      threshold: 2.5,
      comparison: '<=',
      lead: null,
      indicator: 'initiatives',
    } as const
    const plan: Plan = { ...giaLaiPlan, targets: [{ ...target, ...changed, unit: 'sáng kiến' }] }
    expect((await read(await written(plan))).plan).toEqual(plan)
  })

  test('words that look like a formula stay words', async () => {
    const [first, ...others] = giaLaiPlan.tasks
    if (!first) throw new Error('no task')
    const plan: Plan = { ...giaLaiPlan, tasks: [{ ...first, name: '=1+1' }, ...others] }
    const bytes = await written(plan)
    const { sheets } = await readXlsx(bytes)
    const cells = [...(sheets[0]?.cells?.values() ?? [])]
    expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([])
    expect((await read(bytes)).plan?.tasks[0]?.name).toBe('=1+1')
  })
})

describe('a workbook of somebody’s own', () => {
  test('is found by its headings, in any order, on tabs of any name, units by any of their names', async () => {
    const { plan, faults } = await read(
      await file({
        'Mục tiêu 2025': targets,
        'Phụ lục': [
          ['KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH'],
          ['Tên kế hoạch', '', 'Kế hoạch CCHC 2021'],
          ['Giai đoạn', '2021-2025'],
          ['CHỦ TRÌ', 'Phối hợp', 'thời  gian', 'NỘI DUNG', 'Mã nhiệm vụ', 'Loại nhiệm vụ'],
          [
            'van_phong',
            'Các phòng Quản lý Công nghiệp, Quản lý Thương mại',
            'Hằng năm',
            'Công khai TTHC',
            '2.4',
            '',
          ],
          ['TRUNG TÂM KC&XTTM', 'Các phòng, đơn vị thuộc Sở', 'Năm 2022', 'Đề án', '4.2', 'có hạn'],
        ],
      }),
    )
    expect(faults).toEqual([])
    expect(plan).toMatchObject({ year: 2021, until: 2025, title: 'Kế hoạch CCHC 2021' })
    expect(plan?.tasks).toMatchObject([
      {
        code: '2.4',
        lead: 'van_phong',
        supporting: ['qlcn', 'qltm'],
        allUnits: false,
        recurring: true,
      },
      {
        code: '4.2',
        lead: 'ttkc',
        supporting: [],
        allUnits: true,
        recurring: false,
        from: 2022,
        until: 2022,
      },
    ])
    expect(plan?.targets).toMatchObject([{ indicator: 'satisfaction_rate', threshold: 95 }])
  })

  test('without targets is a plan without targets, and what was guessed is said by line', async () => {
    const { plan, remarks } = await read(await file({ 'Nhiệm vụ': [...tasks, ...line({ 6: '' })] }))
    expect(plan?.targets).toEqual([])
    expect(remarks).toContainEqual(expect.stringContaining('không có bảng chỉ tiêu'))
    expect(remarks).toContainEqual(expect.stringMatching(/^Nhiệm vụ, dòng 4: cột Loại bỏ trống/u))
    expect(remarks).toContainEqual(expect.stringContaining('không ghi giai đoạn'))
  })
})

describe('refused by sheet and line, with nothing read in part', () => {
  test.each<[string, Record<number, string | number>, string, string]>([
    [
      'an unknown lead',
      { 3: 'Phòng Hậu cần' },
      '#/tasks/1/lead',
      '“Phòng Hậu cần” không phải đơn vị',
    ],
    [
      'a misspelt lead',
      { 3: 'Phòng Quản lý Công nghệp' },
      '#/tasks/1/lead',
      'có thể là “Phòng Quản lý Công nghiệp”',
    ],
    ['no lead', { 3: '' }, '#/tasks/1/lead', 'chưa ghi đơn vị chủ trì'],
    ['two leads', { 3: 'Văn phòng; Thanh tra' }, '#/tasks/1/lead', 'nhiều đơn vị chủ trì'],
    [
      'an unknown support',
      { 4: 'Thanh tra; Sở Nội vụ' },
      '#/tasks/1/supporting',
      'Phối hợp ngoài Sở',
    ],
    ['a duplicate code', { 0: '1.1' }, '#/tasks/1/code', 'mã “1.1” đã có'],
    ['no code', { 0: '' }, '#/tasks/1/code', 'chưa có mã'],
    ['no name', { 1: '' }, '#/tasks/1/name', 'chưa có nội dung'],
    ['an unknown kind', { 6: 'Đột xuất' }, '#/tasks/1/recurring', 'Thường xuyên'],
    ['a code longer than any', { 0: '1'.repeat(21) }, '#/tasks/1/code', 'dài quá 20 ký tự'],
  ])('%s', async (_name, changed, pointer, says) => {
    const { plan, faults } = await readRows(line(changed))
    expect(plan).toBeNull()
    expect(faults).toEqual([{ pointer, detail: expect.stringContaining(says) }])
    expect(faults[0]?.detail).toMatch(/^Nhiệm vụ, dòng 4: /u)
  })

  test.each<[string, Record<number, string | number>, string, string]>([
    ['a year nobody can read', { 3: '20x5' }, '#/targets/1/year', '“20x5”, không phải một năm'],
    ['no year', { 3: '' }, '#/targets/1/year', 'không phải một năm'],
    [
      'an indicator there is not',
      { 2: 'Biểu 9, mã 1' },
      '#/targets/1/indicator',
      'không có chỉ tiêu “Biểu 9, mã 1”',
    ],
    ['no threshold', { 5: '' }, '#/targets/1/threshold', 'chưa ghi mức'],
    ['a threshold in words', { 5: 'cao' }, '#/targets/1/threshold', '“cao” không phải một số'],
    ['a comparison in words', { 4: 'hơn' }, '#/targets/1/comparison', '“≥” (ít nhất)'],
    ['an unknown lead', { 7: 'Phòng Hậu cần' }, '#/targets/1/lead', 'không phải đơn vị'],
    ['a duplicate code', { 0: 'M1' }, '#/targets/1/code', 'mã “M1” đã có'],
  ])('a target: %s', async (_name, changed, pointer, says) => {
    const [head = [], first = []] = targets
    const second = first.map((cell, i) => changed[i] ?? (i === 0 ? 'M2' : cell))
    const { plan, faults } = await readRows([], [head, first, second])
    expect(plan).toBeNull()
    expect(faults).toEqual([{ pointer, detail: expect.stringContaining(says) }])
    expect(faults[0]?.detail).toMatch(/^Chỉ tiêu, dòng 3: /u)
  })

  test('a task of which only code and name are written is no heading', async () => {
    const { faults } = await readRows([['1.2', 'Kiểm tra']])
    expect(faults.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^Nhiệm vụ, dòng 4: chưa ghi đơn vị chủ trì/u),
    ])
  })

  test('every fault of the file at once, at most a hundred', async () => {
    const bad = Array.from({ length: 150 }, (_, i) => line({ 0: `9.${i}`, 3: 'Ai đó' })).flat()
    const { faults } = await readRows(bad)
    expect(faults).toHaveLength(101)
    expect(faults.at(-1)?.detail).toContain('Còn 50 lỗi nữa')
  })

  test('a file without tasks, or with their headings only', async () => {
    expect((await read(await file({ 'Trang 1': [['Xin chào']] }))).faults[0]?.detail).toContain(
      '“Mã”, “Nhiệm vụ”, “Đơn vị chủ trì”',
    )
    const { plan, faults } = await read(await file({ 'Nhiệm vụ': tasks.slice(0, 2) }))
    expect(plan).toBeNull()
    expect(faults[0]?.detail).toContain('chưa có nhiệm vụ nào')
  })

  test('years that are not those of the year it is sent to', async () => {
    const bytes = await written()
    const { plan, faults } = await read(bytes, 2026)
    expect(plan).toBeNull()
    expect(faults[0]?.detail).toMatch(/^Nhiệm vụ, dòng 4: .*bắt đầu từ năm 2021.*năm 2026/u)
  })
})
