/** An example for every query; and by operation, where the same name asks for something else or cannot be left out. */
import type { Query } from '../operation.ts'

type Asked = { readonly says?: string; readonly example?: string; readonly needed?: true }
type Asking = Readonly<Partial<Record<Query, Asked>>>

const periods = (needed: { readonly needed?: true }): Asking => ({
  from: { says: 'Kỳ đầu, ví dụ 2025-M01.', ...needed },
  to: { says: 'Kỳ cuối, cùng loại với kỳ đầu (cùng là tháng, quý …).', ...needed },
})
const years: Asking = {
  from: { says: 'Năm đầu.', example: '2021', needed: true },
  to: { says: 'Năm cuối.', example: '2025', needed: true },
}
const several: Asking = {
  ...periods({ needed: true }),
  indicators: { needed: true },
  after: {
    says: 'Số ở page.next của trang trước; bỏ trống thì lấy trang đầu.',
    example: '40',
  },
  limit: { says: 'Nhiều nhất bao nhiêu dòng một trang.', example: '40' },
}
const review: Asking = { ...years, base: { needed: true } }

export const askedBy: Readonly<Record<string, Asking>> = {
  listPeriods: {
    from: { says: 'Không lấy các năm trước năm này; bỏ trống thì lấy đến hết.', example: '2016' },
    to: {
      says: 'Lấy từ năm này trở về trước; bỏ trống thì từ năm mới nhất.',
      example: '2022',
    },
  },
  differences: { from: { example: '1' }, to: { example: '2' } },
  series: several,
  provinceSeries: several,
  retrospective: review,
  retrospectiveWorkbook: review,
  retrospectiveReport: review,
  pastYearsSheet: {
    from: { ...years.from, example: '2019' },
    to: { ...years.to, example: '2022' },
  },
  rehearseRule: periods({ needed: true }),
}

export const queryExamples: Readonly<Record<Query, string>> = {
  agency: 'sct-bac-giang',
  period: '2025-M04',
  dryRun: '1',
  from: '2025-M02',
  to: '2025-M04',
  indicators: 'dossiers_resolved,KSTT-06a.received_total',
  base: '2020',
  since: '9f2a04bc77d1e5301c6b8e4fa0d3527798ab61ce04f5d2837e1b90c6a4d8f315',
  state: 'all',
  format: 'csv',
  headers: 'vi',
  before: '120',
  units: 'qltm,ktat',
  agencies: 'sct-bac-giang,stc-bac-giang',
  after: '120',
  limit: '100',
}
