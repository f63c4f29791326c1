/** "Tổng quan": charts drawn from cells that are there, cells that lead to the forms, completeness as counted. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type AnnexInput, annexWorkbook } from '../../worker/annex/annex.ts'
import { completeness } from '../../worker/annex/completeness.ts'
import { agency, annexInput, demoInput, hasDemo, mergedOf, reports } from './fixture.ts'
import { type ReadWorkbook, readXlsx } from './read-xlsx.ts'

const sheet = 'Tổng quan'

const charts = (book: ReadWorkbook): string[] =>
  [...book.parts]
    .filter(([path]) => /^xl\/charts\/chart\d+\.xml$/u.test(path))
    .map(([, xml]) => xml)

/** Cells of "'Tổng quan'!$B$20:$B$25". */
function cellsOf(reference: string): { sheet: string; cells: string[] } {
  const [, name = '', from = '', first = '', to = '', last = ''] =
    /^'?([^'!]+)'?!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/u.exec(reference) ?? []
  expect(to === '' || to === from, reference).toBe(true)
  const rows = Array.from(
    { length: Number(last || first) - Number(first) + 1 },
    (_, i) => Number(first) + i,
  )
  return { sheet: name, cells: rows.map(row => `${from}${row}`) }
}
const references = (xml: string, of: 'val' | 'cat'): string[] =>
  [...xml.matchAll(new RegExp(`<c:${of}>.*?<c:f>([^<]*)</c:f>`, 'gsu'))].map(([, f]) => f ?? '')

const filled = {
  ...reports,
  qltm: {
    ...reports.qltm,
    figures: { ...reports.qltm.figures, dossiers_received_online: 25, dossiers_received: 26 },
  },
}
const cases: (readonly [string, number, () => AnnexInput])[] = [
  ['three units', 1, () => annexInput(filled)],
  ...(hasDemo ? [['the demo agency', 2, demoInput] as const] : []),
]

describe.each(cases)('charts of %s', (_name, atLeast, make) => {
  let book: ReadWorkbook
  beforeAll(async () => {
    book = readXlsx(await annexWorkbook(make()))
  })

  it('are native and drawn from numbers of this sheet, never from words', () => {
    expect(charts(book).length).toBeGreaterThanOrEqual(atLeast)
    for (const xml of charts(book)) {
      const values = references(xml, 'val')
      expect(values.length).toBeGreaterThan(0)
      for (const reference of values) {
        const { sheet: on, cells } = cellsOf(reference)
        expect(on).toBe(sheet)
        for (const at of cells) {
          const { value } = book.sheet(on).cells.get(at) ?? {}
          expect(typeof value === 'number' || value === 'Không phát sinh', `${at}: ${value}`).toBe(
            true,
          )
        }
      }
      for (const reference of references(xml, 'cat')) {
        const { sheet: on, cells } = cellsOf(reference)
        for (const at of cells)
          expect(book.sheet(on).cells.get(at)?.value, at).toEqual(expect.any(String))
      }
    }
  })

  it('stand over cells that are formulas to the forms', () => {
    const { cells } = book.sheet(sheet)
    let linked = 0
    for (const [at, { formula, value }] of cells) {
      const [, on = '', target = ''] = /^'([^']+)'!([A-Z]+\d+)$/u.exec(formula ?? '') ?? []
      if (on === '') continue
      expect(book.sheet(on).cells.get(target)?.value, `${at} = ${formula}`).toBe(value)
      linked += 1
    }
    expect(linked).toBeGreaterThan(5)
  })
})

it('draws no period whose rates are not known', async () => {
  const known = {
    van_phong: { figures: {} },
    qltm: { figures: { dossiers_resolved: 10, dossiers_on_time: 9 } },
  }
  const before = mergedOf(agency, known)
  const input = annexInput(reports, { previous: before.values })
  const book = readXlsx(await annexWorkbook(input))
  const rates = charts(book).find(xml => xml.includes('Tỷ lệ qua các kỳ'))
  const [values = ''] = references(rates ?? '', 'val')
  const drawn = cellsOf(values).cells.map(at => book.sheet(sheet).cells.get(at)?.value)
  expect(drawn).toEqual([90, 100])
  const said = [...book.sheet(sheet).cells.values()].map(({ value }) => value)
  expect(said).toContain('Kỳ chưa có số liệu thì không vẽ vào biểu đồ.')
})

it('draws what the plan asks of the rates beside the periods, when it asks something of each', async () => {
  const target = (indicator: string, threshold: number, year = 2025) => ({
    ...{ target: indicator, name: indicator, indicator, year, comparison: '>=' as const },
    ...{ threshold, unit: '%', lead: null, value: null, attained: null, gap: null },
    ...{ due: year <= 2025, words: '' },
  })
  const plan = {
    plan: {
      year: 2025,
      until: 2025,
      title: 'Kế hoạch',
      basis: '',
      groups: [],
      tasks: [],
      targets: [],
    },
    number: 1,
    attainment: [
      target('on_time_rate', 99),
      target('on_time_rate', 100, 2030),
      target('dossiers_online_rate', 80),
    ],
  }
  const drawn = async (given: typeof plan) => {
    const book = readXlsx(await annexWorkbook(annexInput(reports, { plan: given })))
    const rates = charts(book).find(xml => xml.includes('Tỷ lệ qua các kỳ'))
    const [values = ''] = references(rates ?? '', 'val')
    return cellsOf(values).cells.map(at => book.sheet(sheet).cells.get(at)?.value)
  }
  expect(await drawn(plan)).toEqual([100, 99])
  // words would be drawn as 0
  expect(await drawn({ ...plan, attainment: plan.attainment.slice(2) })).toEqual([100])
})

describe('completeness', () => {
  it('counts figures owed and given, strangers’ figures and half-filled lines not', () => {
    const alone = (units: Parameters<typeof mergedOf>[1]) =>
      completeness(annexInput(units, { merged: mergedOf(agency, units) }))
    const none = alone({})
    expect(none('qltm').reported).toBe(0)
    expect(none('qltm').expected).toBeGreaterThan(5)
    const some = alone({
      qltm: {
        figures: { articles_own_site: 4, tthc_one_stop: 1 },
        tables: { 'KSTT-06a': { T1: { received_online: 1 } } },
      },
    })
    expect(some('qltm')).toEqual({ expected: none('qltm').expected, reported: 1 })
    const line = alone({ qltm: { tables: { 'KSTT-06a': reports.qltm.tables['KSTT-06a'] } } })
    expect(line('qltm').reported).toBe(2)
  })

  it('stands beside each unit with its state and the day its figures came', async () => {
    const { cells } = readXlsx(await annexWorkbook(annexInput(reports))).sheet(sheet)
    const row = [...cells]
      .find(([at, { value }]) => at.startsWith('A') && value === 'Phòng Quản lý Thương mại')?.[0]
      .slice(1)
    expect(['B', 'C'].map(column => cells.get(`${column}${row}`)?.value)).toEqual([
      'Đã nộp',
      '14/4/2025',
    ])
    const silent = [...cells]
      .find(([at, { value }]) => at.startsWith('A') && value === 'Phòng Quản lý Công nghiệp')?.[0]
      .slice(1)
    expect(cells.get(`B${silent}`)?.value).toBe('Chưa nộp')
    expect(cells.get(`F${silent}`)?.value).toBe(0)
  })
})
