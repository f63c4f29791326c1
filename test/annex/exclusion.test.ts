/** A ratio with a declared exclusion (domain §4.5 B-09), told both ways: beside the figure, among the notes, in the report. */
import { expect, it } from 'vitest'
import { withAndWithout } from '../../shared/exclusions.ts'
import { toWire } from '../../shared/figure.ts'
import type { Consolidation } from '../../shared/protocol.ts'
import { annexWorkbook } from '../../worker/annex/annex.ts'
import { wordReport } from '../../worker/report/report.ts'
import { agency, annexInput, index, mergedOf, reports } from './fixture.ts'
import { readXlsx, unzip } from './read-xlsx.ts'
import { smallReport } from './report-fixture.ts'

const units = {
  ...reports,
  qltm: {
    ...reports.qltm,
    figures: { ...reports.qltm.figures, digit_in_total: 8, digit_in_done: 6, digit_excluded: 2 },
  },
}
const declared = {
  ...{ id: 'thong-bao', indicator: 'digit_in_rate', excluded: 'digit_excluded' },
  ...{ name: '4 TTHC thông báo', basis: 'Công văn số 12/SCT-VP ngày 05/3/2025' },
  ...{ from: '2025-01-01', until: null },
}
const merged = mergedOf(agency, units)
const { count, including, excluding } = withAndWithout(index, merged.values, declared)
const exclusions: Consolidation['exclusions'] = [
  {
    ...declared,
    ...{ unit: 'Hồ sơ', status: 'provisional' },
    count: toWire(count) ?? null,
    including: toWire(including) ?? null,
    excluding: toWire(excluding) ?? null,
  },
]

it('is computed from the merged figures, with the group and without it', () => {
  expect(exclusions).toMatchObject([{ count: 2, including: 60, excluding: 75 }])
})

it('stands beside the ratio and among the notes of the annex', async () => {
  const book = readXlsx(await annexWorkbook(annexInput(units, { merged, exclusions })))
  const texts = (sheet: string) => [...book.sheet(sheet).cells.values()].map(({ value }) => value)
  expect(
    texts('Biểu 7')
      .map(String)
      .filter(text => text.includes('Không tính 2 hồ sơ loại trừ; tính cả: 60%')),
  ).toHaveLength(1)
  const notes = texts('Giải trình')
  expect(notes).toContain('Nhóm loại trừ')
  expect(notes).toContain('4 TTHC thông báo, theo Công văn số 12/SCT-VP ngày 05/3/2025')
})

it('is told both ways where the report tells the ratio, and not where nothing is left out', async () => {
  const textOf = async (rest: Partial<Consolidation>) => {
    const document = unzip(await wordReport(smallReport(units, rest))).get('word/document.xml')
    return (document ?? '').replace(/<[^>]+>/gu, '')
  }
  expect(await textOf({ exclusions })).toContain(
    'đạt tỷ lệ 75% (không tính 2 hồ sơ thuộc 4 TTHC thông báo, theo Công văn số 12/SCT-VP ngày 05/3/2025; nếu tính cả là 60%)',
  )
  const none = exclusions.map(one => ({ ...one, count: { state: 'none' } as const }))
  for (const rest of [{}, { exclusions: none }]) {
    const text = await textOf(rest)
    expect(text).toContain('đạt tỷ lệ 75%')
    expect(text).not.toContain('không tính 2 hồ sơ')
  }
})
