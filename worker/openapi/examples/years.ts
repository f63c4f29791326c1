/** Examples of several years: invented figures that the rules have nothing against. */
import type { ExamplesOf } from '../example.ts'
import { agency, office } from './facts.ts'

const typed = {
  ...{ year: 2020, source: 'Báo cáo số 120/BC-SCT ngày 15/12/2020' },
  figures: { officials_present: 44, 'KSTT-06a.resolved_late': { state: 'none' } },
}
const stored = { ...typed, number: 1, by: office, at: '2025-04-15T03:00:00.000Z' }

export const years: ExamplesOf = {
  PastYearWriting: {
    first: {
      summary: 'Nhập số liệu năm 2020',
      value: {
        basedOn: 0,
        source: 'Báo cáo số 120/BC-SCT ngày 15/12/2020',
        figures: { officials_present: 44, 'KSTT-06a.resolved_late': { state: 'none' } },
      },
    },
  },
  PastYear: { first: { summary: 'Bản vừa ghi', value: stored } },
  PastYears: { one: { summary: 'Một năm đã nhập', value: [stored] } },
  PastYearsReading: {
    read: {
      summary: 'Đọc được một năm',
      value: { years: [typed], faults: [], remarks: [] },
    },
  },
  Retrospective: {
    two: {
      summary: 'Rút gọn còn một chỉ tiêu của hai năm',
      value: {
        ...{ agency: agency.agency, from: 2020, to: 2021, base: 2020 },
        years: [
          {
            ...{ year: 2020, origin: 'typed', status: 'final' },
            words: 'Nhập từ Báo cáo số 120/BC-SCT ngày 15/12/2020',
          },
          {
            ...{ year: 2021, origin: 'typed', status: 'final' },
            words: 'Nhập từ Báo cáo số 131/BC-SCT ngày 14/12/2021',
          },
        ],
        forms: [{ form: 'CCHC-4', name: 'Biểu 4' }],
        indicators: [
          {
            ...{ form: 'CCHC-4', key: 'officials_present', code: '2.2', unit: 'Người' },
            name: 'Tổng số biên chế có mặt tại thời điểm báo cáo',
            values: [44, 46],
            ...{ missing: [], best: null, worst: null },
            change: { kind: 'percent', value: 4.54545454545, until: 2021 },
            words: 'Tăng 4,5% (từ 44 lên 46 người) so với năm 2020',
          },
        ],
      },
    },
  },
}
