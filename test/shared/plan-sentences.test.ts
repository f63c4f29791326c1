/** The report's sentences on targets: the due ones only, missed ones with their gap and lead, and none the prose check alarms. */
import { expect, test } from 'vitest'
import { checkProse } from '../../shared/prose.ts'
import type { Attainment } from '../../shared/protocol.ts'
import { targetStatements } from '../../shared/report/sentences-plan.ts'
import { index } from '../fixtures/bac-giang.ts'

const attainment = (changed: Partial<Attainment>): Attainment => ({
  ...{ target: 'M1', name: 'Tỷ lệ hồ sơ trực tuyến', indicator: 'work_files_rate', year: 2025 },
  ...{ comparison: '>=', threshold: 90, unit: '%', lead: 'van_phong' },
  ...{ value: 65.79, attained: false, gap: { count: 37, unit: 'hồ sơ' }, due: true },
  words:
    'Tỷ lệ hồ sơ trực tuyến: đạt 65,79%, chưa đạt mục tiêu năm 2025 (tối thiểu 90%), còn thiếu 37 hồ sơ; đơn vị chủ trì: Văn phòng',
  ...changed,
})
const statements = (...attained: Partial<Attainment>[]) =>
  targetStatements(index, {
    period: '2025-M04',
    figures: {},
    tables: {},
    attainment: attained.map(attainment),
  })

test('due targets are counted, missed ones told with gap and lead, unknown ones named to whoever signs', () => {
  const [sum, ...others] = statements(
    {},
    {
      attained: true,
      gap: null,
      name: 'Đúng hạn',
      words: 'Đúng hạn: đạt 100%, đạt mục tiêu năm 2025 (tối thiểu 99%)',
    },
    { attained: null, value: null, gap: null, name: 'Mức độ hài lòng' },
    { due: false, year: 2030 },
  )
  expect(sum).toMatchObject({ section: 'I', missing: ['Mức độ hài lòng'] })
  expect(sum?.text).toBe(
    '- Thực hiện chỉ tiêu của Kế hoạch CCHC: 03 chỉ tiêu đến hạn; 01 chỉ tiêu đạt; 01 chỉ tiêu chưa đạt; 01 chỉ tiêu chưa có số liệu để đánh giá.',
  )
  expect(others.map(({ text }) => text)).toEqual([
    '- Đúng hạn: đạt 100%, đạt mục tiêu năm 2025 (tối thiểu 99%).',
    `- ${attainment({}).words}.`,
  ])
})

test('a plan without targets that are due says nothing', () => {
  expect(statements({ due: false })).toEqual([])
  expect(targetStatements(index, { period: '2025-M04', figures: {}, tables: {} })).toEqual([])
})

test('the check of prose alarms none of them', () => {
  const text = statements({}, { attained: true, gap: null }, { attained: null, value: null })
    .map(one => one.text)
    .join('\n')
  expect(checkProse(text)).toEqual([])
})
