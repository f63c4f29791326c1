/** "Chi tiết theo đơn vị": every total is a sum one can see, equal to the figure of its form. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Agency } from '../../shared/agency.ts'
import { type AnnexInput, annexWorkbook } from '../../worker/annex/annex.ts'
import { agency, annexInput, demoInput, hasDemo, mergedOf, reports } from './fixture.ts'
import { type ReadWorkbook, readXlsx } from './read-xlsx.ts'

const sheet = 'Chi tiết theo đơn vị'
const totalColumn = 'D'

const lines = (book: ReadWorkbook) => {
  const { cells } = book.sheet(sheet)
  return [...cells]
    .filter(([at, { value }]) => /^C\d+$/u.test(at) && value !== undefined)
    .slice(1)
    .map(([at, { value: way }]) => {
      const row = at.slice(1)
      const of = (column: string) => cells.get(`${column}${row}`)
      return { row, way, code: of('A')?.value, name: of('B')?.value, total: of(totalColumn), of }
    })
}

const cases: (readonly [string, () => AnnexInput])[] = [
  ['three units', () => annexInput(reports)],
  ...(hasDemo ? [['the demo agency', demoInput] as const] : []),
]

describe.each(cases)('totals of %s', (_name, make) => {
  let input: AnnexInput
  let book: ReadWorkbook
  beforeAll(async () => {
    input = make()
    book = readXlsx(await annexWorkbook(input))
  })

  it('are formulas over the cells beside them, and give the figure of the form', () => {
    let sums = 0
    for (const { row, way, total, of } of lines(book)) {
      if (way !== 'Cộng') continue
      const range = /SUM\(([A-Z]+)\d+:([A-Z]+)\d+\)/u.exec(total?.formula ?? '')
      expect(range?.[1], `row ${row}`).toBe('E')
      if (typeof total?.value !== 'number') continue
      const parts = columnsTo(range?.[2] ?? '').map(column => of(column)?.value)
      const sum = parts.reduce<number>((n, part) => n + (typeof part === 'number' ? part : 0), 0)
      expect(sum, `row ${row}`).toBeCloseTo(total.value, 9)
      sums += 1
    }
    expect(sums).toBeGreaterThan(15)
  })

  it('name every form that has figures, and lead to the cells that print them', () => {
    const links = new Map(
      [
        ...book
          .sheet(sheet)
          .xml.matchAll(/<hyperlink ref="A(\d+)"[^>]*location="&apos;([^&]+)&apos;!([A-Z]+\d+)"/gu),
      ].map(([, row, at, cell]) => [row, { sheet: at ?? '', cell: cell ?? '' }]),
    )
    let followed = 0
    for (const { row, total } of lines(book)) {
      const to = links.get(row)
      if (!to) continue
      expect(book.sheet(to.sheet).cells.get(to.cell)?.value, `row ${row}`).toBe(total?.value)
      followed += 1
    }
    expect(followed).toBeGreaterThan(10)
    const titles = [...book.sheet(sheet).cells.values()].map(({ value }) => value)
    const reported = [...input.merged.tables]
      .filter(([, { rows }]) => rows.size > 0)
      .map(([form]) => input.index.forms.get(form)?.title)
    expect(titles).toEqual(expect.arrayContaining(reported))
  })
})

const columnsTo = (last: string): string[] => {
  const letters = [...'EFGHIJKLMNOPQRSTUVWXYZ']
  return letters.slice(0, letters.indexOf(last) + 1)
}

describe('beside the totals', () => {
  it('stand revision, people and time of each unit', async () => {
    const { cells } = readXlsx(await annexWorkbook(annexInput(reports))).sheet(sheet)
    const row = (label: string) =>
      [...cells].find(([at, { value }]) => at.startsWith('A') && value === label)?.[0].slice(1)
    expect(cells.get(`E${row('Bản được tính')}`)?.value).toBe('2')
    expect(cells.get(`E${row('Người lập')}`)?.value).toBe('Người lập van_phong')
    expect(cells.get(`F${row('Người duyệt')}`)?.value).toBe('Người duyệt qltm')
    expect(cells.get(`F${row('Nhận lúc')}`)?.value).toBe('14/4/2025 09:05')
  })

  it('a figure that is not counted is no number, so that the sum stays right', async () => {
    const both = {
      van_phong: { figures: { issues_found: 3 } },
      qltm: { figures: { issues_found: 4 } },
    }
    const book = readXlsx(await annexWorkbook(annexInput(both)))
    const line = lines(book).find(({ name }) => name === 'Số vấn đề phát hiện qua kiểm tra')
    expect(line?.total?.value).toBe(3)
    expect(line?.of('F')?.value).toBe('4 (không tính)')
  })

  it('a unit that owes a figure and is silent is marked, one that owes none is blank', async () => {
    const book = readXlsx(await annexWorkbook(annexInput(reports)))
    const line = lines(book).find(({ name }) => name === 'trên Cổng/Trang thông tin điện tử của Sở')
    expect(['E', 'F', 'G'].map(column => line?.of(column)?.value)).toEqual([3, 4, 'Chưa báo cáo'])
    const owned = lines(book).find(({ total }) => total?.value === 126)
    expect(['E', 'F', 'G'].map(column => owned?.of(column)?.value)).toEqual([
      126,
      undefined,
      undefined,
    ])
  })

  it('writes no empty cells for a hundred units', async () => {
    const units = Array.from({ length: 100 }, (_, i) => ({
      key: `p${i}`,
      name: `Phòng ${i}`,
      short: `P${i}`,
      kind: 'division' as const,
      fields: [],
    }))
    const many: Agency = {
      ...agency,
      units: [...agency.units, ...units],
      roles: { ...agency.roles, all: [...(agency.roles.all ?? []), ...units.map(u => u.key)] },
    }
    const filed = {
      ...reports,
      ...Object.fromEntries(units.map(u => [u.key, { figures: { articles_own_site: 1 } }])),
    }
    const input = annexInput(filed, { agency: many, merged: mergedOf(many, filed) })
    const book = readXlsx(await annexWorkbook(input))
    const line = lines(book).find(({ total }) => total?.value === 107)
    expect(line?.total?.formula).toContain('SUM(')
    const owned = lines(book).find(({ total }) => total?.value === 126)
    expect(owned?.of('H')).toBeUndefined()
  })
})
