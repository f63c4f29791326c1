/** "Nguồn số liệu" and "Giải trình": every figure leads to who gave it, when and why, and back. */
import { beforeAll, describe, expect, it } from 'vitest'
import { numberFigure } from '../../shared/figure.ts'
import { annexWorkbook } from '../../worker/annex/annex.ts'
import type { Explanation } from '../../worker/annex/filings.ts'
import { agency, annexInput, mergedOf, reports } from './fixture.ts'
import { type ReadWorkbook, readXlsx } from './read-xlsx.ts'
import { linksIn, listIn, tracedIn } from './traced.ts'

const reason = (rest: Partial<Explanation>): Explanation => ({
  unit: 'qltm',
  revision: 2,
  rule: 'X-01B',
  place: 'dossiers_on_time',
  text: 'Một hồ sơ trả trễ do mất điện',
  boundTo: '20|25',
  message: 'Biểu 3, dòng 3.1.2: 20. Cột (8) + (9) biểu II.06a cộng được 25, lệch 5.',
  ...rest,
})
const inTable = { rule: 'T-01', text: 'Kỳ trước ghi thiếu', message: 'Lệch 2.' }
const adjustment = {
  number: 1,
  place: { form: 'CCHC-1', row: 'articles_own_site' },
  value: numberFigure(-2),
  basis: numberFigure(7),
  reason: 'Trừ tin đăng trùng',
  by: 'Lê Thị Hà',
  at: '2025-04-15T18:00:00Z',
}
const stranger = { ...reports, qlcn: { figures: { tthc_by_central: 30 } } }
const read = async (over = {}) => {
  const merged = mergedOf(agency, stranger, undefined, [adjustment])
  const reasons = [
    reason({}),
    ...['carried_over', 'received_online'].map(column =>
      reason({ ...inTable, place: `KSTT-06a/T1/${column}` }),
    ),
  ]
  return readXlsx(await annexWorkbook(annexInput(stranger, { merged, reasons, ...over })))
}

let book: ReadWorkbook
beforeAll(async () => {
  book = await read()
})
const figureAt = (form: string, code: string) =>
  tracedIn(book).find(figure => figure.form === form && figure.code === code)
const noted = () => listIn(book, 'Giải trình', 'Số').rows
const noteOf = (text: string) => noted().find(note => note['Nội dung'] === text)

describe('the sources of a figure', () => {
  it('say unit, value, revision, persons and the time it came in, in Vietnam', () => {
    expect(figureAt('Biểu 1', '6.1')?.parts[0]).toEqual({
      unit: 'VP',
      value: 3,
      revision: '2',
      by: 'Người lập van_phong / Người duyệt van_phong',
      at: '14/4/2025 09:05',
      why: expect.stringMatching(/^Mới có 2\/3 đơn vị báo cáo \(\d+\)$/u),
    })
  })

  it('carry the unit’s reason and its number beside its part', () => {
    const { Số: number } = noteOf('Một hồ sơ trả trễ do mất điện') ?? {}
    expect(figureAt('Biểu 3', '3.1.2')?.parts[0]?.why).toContain(
      `Một hồ sơ trả trễ do mất điện ${number}`,
    )
  })

  it('say of a second report that it is not counted', () => {
    const { total, parts } = figureAt('Biểu 3', '1.4.2.1') ?? {}
    expect(total).toBe(24)
    expect(parts?.map(({ unit, value, why }) => [unit, value, why])).toEqual([
      ['VP', 24, undefined],
      ['QLCN', 30, expect.stringMatching(/^Không tính vào số toàn Sở \(\d+\)$/u)],
    ])
  })

  it('lead to the cell of the form, and that cell back to them', () => {
    const there = linksIn(book, 'Nguồn số liệu')
    const { cells } = book.sheet('Nguồn số liệu')
    let round = 0
    for (const [at, location] of there) {
      const [, sheet = '', cell = ''] = /^'(.+)'!([A-Z]+\d+)$/u.exec(location) ?? []
      expect(cells.get(at)?.value, at).toBe(cell)
      // cells of words lead nowhere: LibreOffice would set them in blue on one line
      if (typeof book.sheet(sheet).cells.get(cell)?.value !== 'number') continue
      expect(linksIn(book, sheet).get(cell), location).toBe(`'Nguồn số liệu'!E${at.slice(1)}`)
      round += 1
    }
    expect(round).toBeGreaterThan(20)
  })

  it('can be filtered, and the look of linked figures stays that of print', () => {
    expect(book.sheet('Nguồn số liệu').xml).toMatch(/<autoFilter ref="A3:L\d+"/u)
    expect(book.parts.get('xl/styles.xml')).not.toMatch(/0563C1|0000FF/u)
  })

  it('leave a thousand units’ plain numbers to the matrix, and say so', async () => {
    const base = mergedOf(agency, reports)
    const contributions = Array.from({ length: 7_001 }, (_, i) => ({
      unit: i === 5 ? 'qltm' : `u${i}`,
      revision: 1,
      value: numberFigure(1),
    }))
    const coverage = { expected: 7_001, reported: 7_001 }
    const many = { figure: numberFigure(7_001), coverage, contributions }
    const merged = { ...base, figures: new Map([...base.figures, ['articles_own_site', many]]) }
    const reasons = [reason({ place: 'articles_own_site' })]
    book = await read({ merged, reasons })
    const figure = figureAt('Biểu 1', '6.1')
    const units = figure?.parts.map(({ unit, why }) => [unit, why])
    expect(units).toEqual([['QLTM', expect.stringContaining('mất điện')]])
    expect(listIn(book, 'Nguồn số liệu', 'Biểu').sentences.join()).toContain('Chi tiết theo đơn vị')
    expect([...book.sheet('Nguồn số liệu').cells.values()].map(({ value }) => value)).toContain(
      '7.001 đơn vị',
    )
    book = await read()
  })
})

describe('numbered notes', () => {
  it('are counted from 1 in the order of the figures they explain', () => {
    expect(noted().map(note => note.Số)).toEqual(noted().map((_, i) => `(${i + 1})`))
    const order = ['Trừ tin đăng trùng', 'Một hồ sơ trả trễ do mất điện', 'Kỳ trước ghi thiếu']
    const places = order.map(text => noted().findIndex(note => note['Nội dung'] === text))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('say who wrote them, when, about which figures and on what arithmetic', () => {
    expect(noteOf('Một hồ sơ trả trễ do mất điện')).toMatchObject({
      Loại: 'Giải trình',
      'Đơn vị': 'QLTM',
      'Số liệu được giải trình': expect.stringMatching(/^Biểu 3: 3\.1\.2 /u),
      'Giá trị và phép tính': expect.stringContaining('cộng được 25, lệch 5'),
      'Người lập': 'Người lập qltm',
      'Thời điểm': '14/4/2025 09:05',
    })
    expect(noteOf('Trừ tin đăng trùng')).toMatchObject({
      Loại: 'Điều chỉnh',
      'Đơn vị': 'Văn phòng (điều chỉnh)',
      'Giá trị và phép tính': 'Số tổng hợp trước điều chỉnh: 7; điều chỉnh: -2',
      'Người lập': 'Lê Thị Hà',
      'Thời điểm': '16/4/2025 01:00',
    })
    const doubled = noted().find(note => note.Loại === 'Báo cáo trùng')
    expect(doubled).toMatchObject({ 'Đơn vị': 'QLCN', 'Người lập': 'Người lập qlcn' })
  })

  it('gather figures of which the same must be said: a reason for a column, a unit that is missing', () => {
    expect(noteOf('Kỳ trước ghi thiếu')?.['Số liệu được giải trình']).toBe(
      'Biểu II.06a: T1 (4); T1 (6)',
    )
    const missing = noted().filter(note => note['Nội dung'] === 'Thiếu: VP')
    expect(missing).toHaveLength(1)
  })

  it('are named in Ghi chú of the figure, and raised behind the numbers of a table', () => {
    const { Số: number } = noteOf('Trừ tin đăng trùng') ?? {}
    const remarks = [...book.sheet('Biểu 1').cells.values()].map(({ value }) => value)
    expect(remarks).toContain(number)
    const place = linksIn(book, 'Giải trình')
    const row = noted().findIndex(note => note['Nội dung'] === 'Kỳ trước ghi thiếu')
    const top = listIn(book, 'Giải trình', 'Số').top
    const [, sheet = '', cell = ''] =
      /^'(.+)'!(.+)$/u.exec(place.get(`E${top + 1 + row}`) ?? '') ?? []
    const marked = book.sheet(sheet).cells.get(cell)
    // the value stays a number
    expect(marked?.value).toBe(20)
    const styles = book.parts.get('xl/styles.xml') ?? ''
    const formats = new Map(
      [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/gu)].map(
        ([, id, code]) => [id, code],
      ),
    )
    const cellXfs = /<cellXfs[^>]*>(.*?)<\/cellXfs>/su.exec(styles)?.[1] ?? ''
    const xf = [...cellXfs.matchAll(/<xf [^>]*numFmtId="(\d+)"/gu)][marked?.style ?? 0]?.[1]
    const raised = [...String(row + 1)].map(digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')
    expect(formats.get(xf)).toContain(`⁽${raised}⁾`)
  })

  it('say in one sentence that there is nothing to explain', async () => {
    const nothing = { ...mergedOf(agency, {}), figures: new Map(), tables: new Map() }
    const index = annexInput({}).index
    const forms = index.catalogue.forms.filter(({ layout }) => layout === 'narrative')
    const bare = { ...index, catalogue: { ...index.catalogue, forms } }
    const empty = readXlsx(await annexWorkbook(annexInput({}, { merged: nothing, index: bare })))
    expect(listIn(empty, 'Giải trình', 'Số')).toMatchObject({
      rows: [],
      sentences: [expect.any(String), expect.stringContaining('Không có số liệu nào')],
    })
  })

  it('give a long text more rows, none of them higher than Excel shows', async () => {
    const text = Array.from({ length: 400 }, (_, i) => `WWW${i}`).join(' ')
    book = await read({ reasons: [reason({ text, message: text })] })
    for (const name of ['Nguồn số liệu', 'Giải trình']) {
      const { xml, cells } = book.sheet(name)
      for (const [, height] of xml.matchAll(/ ht="(\d+)"/gu))
        expect(Number(height), name).toBeLessThan(409)
      const printed = [...cells.values()].map(({ value }) => String(value ?? '')).join(' ')
      for (const i of [0, 200, 399]) expect(printed, name).toContain(`WWW${i}`)
    }
    book = await read()
  })

  it('keep a reason for the window, which no cell prints', async () => {
    const about = { rule: 'PERIOD-CUTOFF', place: 'CCHC-1/', text: 'Chốt sớm do nghỉ lễ' }
    book = await read({ reasons: [reason(about)] })
    expect(noteOf('Chốt sớm do nghỉ lễ')).toMatchObject({ Loại: 'Giải trình', 'Đơn vị': 'QLTM' })
    book = await read()
  })
})
