/** "Kế hoạch, chỉ tiêu" of the annex: targets with value, gap and lead, tasks with the lead's status and all evidence. */
import { expect, test } from 'vitest'
import { attainmentsOf } from '../../shared/plan/attainment.ts'
import type { Plan } from '../../shared/plan/schema.ts'
import { planOfAgency } from '../../shared/plan/tasks.ts'
import { annexWorkbook } from '../../worker/annex/annex.ts'
import { agency, annexInput, index, mergedOf } from './fixture.ts'
import { readXlsx } from './read-xlsx.ts'

const name = 'Kế hoạch, chỉ tiêu'
const merged = mergedOf(agency, {
  van_phong: {
    figures: { work_files_online: 100, work_files_total: 152 },
    tables: {
      PLAN: {
        '1.1': { status: 'done', evidence: '=12/KH-SCT ngày 5/2/2025', done_date: '5/2/2025' },
      },
    },
  },
  qltm: { tables: { PLAN: { '1.1': { status: 'overdue', evidence: '45/BC-TM' } } } },
})
const plan: Plan = {
  ...planOfAgency(agency, 2025),
  ...{ title: 'Kế hoạch CCHC năm 2025', basis: '05/KH-SCT ngày 20/01/2025' },
  groups: [{ code: '1', name: 'Cải cách thể chế' }],
  targets: [
    {
      ...{ code: 'M1', name: 'Hồ sơ công việc trên mạng', indicator: 'work_files_rate' },
      ...{ year: 2025, comparison: '>=', threshold: 90, unit: '%', lead: 'qltm' },
    },
    {
      ...{ code: 'M2', name: 'Hài lòng', indicator: 'satisfaction_rate', year: 2025 },
      ...{ comparison: '>=', threshold: 95, unit: '%', lead: null },
    },
  ],
}
const book = async (planned = true) => {
  const attainment = attainmentsOf(index, agency, merged.values, plan, 2025)
  const input = annexInput({}, { merged, ...(planned ? { plan: { plan, number: 3, attainment } } : {}) }) // biome-ignore format: one thought
  return readXlsx(await annexWorkbook(input))
}
const linesOf = async () => {
  const { cells } = (await book()).sheet(name)
  const rows = Map.groupBy(cells, ([at]) => Number(at.replace(/\D/gu, '')))
  return [...rows.values()].map(row =>
    row.map(([, { value }]) => value).filter(value => value !== undefined && value !== ''),
  )
}

test('a target says its aim, what the forms say, how much is lacking and who answers for it', async () => {
  const lines = await linesOf()
  expect(lines).toContainEqual([
    ...['M1', 'Hồ sơ công việc trên mạng', 'Phòng Quản lý Thương mại'],
    ...['tối thiểu 90% (năm 2025)', '65,79%', 'còn thiếu 37 hồ sơ', 'Chưa đạt'],
  ])
  expect(lines).toContainEqual([
    ...['M2', 'Hài lòng', 'Chưa giao', 'tối thiểu 95% (năm 2025)'],
    ...['chưa báo cáo', 'Chưa đánh giá được'],
  ])
  expect(lines.flat()).toContain(
    '2 chỉ tiêu đến hạn trong năm: 0 đạt, 1 chưa đạt, 1 chưa đánh giá được.',
  )
})

test('a task says what its lead says, with the evidence of each unit on a line, under its group', async () => {
  const lines = await linesOf()
  expect(lines).toContainEqual(['1', 'Cải cách thể chế'])
  expect(lines).toContainEqual([
    ...['1.1', 'Ban hành kế hoạch CCHC', 'Văn phòng', 'Tháng 1'],
    ...[
      'đã hoàn thành',
      '=12/KH-SCT ngày 5/2/2025\nPhòng Quản lý Thương mại: 45/BC-TM',
      '5/2/2025',
    ],
  ])
})

test('without a stored plan the annex has no such sheet', async () => {
  const names = ({ sheets }: Awaited<ReturnType<typeof book>>) => sheets.map(sheet => sheet.name)
  expect(names(await book())).toContain(name)
  expect(names(await book(false))).not.toContain(name)
})
