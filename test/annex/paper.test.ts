/** The annex as a document: what stays in view, what repeats on paper, what it says of itself. */
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { annexWorkbook } from '../../worker/annex/annex.ts'
import { annexInput, index, reports } from './fixture.ts'
import { malformed, type ReadWorkbook, readXlsx } from './read-xlsx.ts'

describe('the annex as a document', () => {
  let book: ReadWorkbook
  beforeAll(async () => {
    book = readXlsx(await annexWorkbook(annexInput(reports)))
  })
  const texts = (sheet: string) =>
    [...book.sheet(sheet).cells.values()].map(({ value }) => value).filter(v => v !== undefined)

  it('has the cover, every form in the order of the catalogue, lineage and checks', () => {
    const names = book.sheets.map(({ name }) => name)
    expect(names).toEqual([
      'Bìa',
      'Tổng quan',
      ...index.catalogue.forms.map(({ sheet }) => sheet),
      'Chi tiết theo đơn vị',
      'Nguồn số liệu',
      'Kiểm tra',
      'Giải trình',
      'Thay đổi',
    ])
    for (const name of names) expect(name.length).toBeLessThanOrEqual(31)
  })

  it('is well-formed XML throughout', () => {
    for (const [path, xml] of book.parts) expect(malformed(xml), path).toBeUndefined()
  })

  it('prints on A4, one page wide, with the margins of Nghị định 30 and page numbers', () => {
    for (const { name, xml } of book.sheets) {
      expect(xml, name).toContain('<pageSetUpPr fitToPage="1"/>')
      expect(xml, name).toMatch(
        /<pageSetup paperSize="9" orientation="(?:portrait|landscape)" fitToWidth="1" fitToHeight="\d"\/>/u,
      )
      expect(xml, name).toMatch(
        /<pageMargins left="1.1811" right="0.5906" top="0.7874" bottom="0.7874"/u,
      )
      expect(xml, name).toContain('Trang &amp;P/&amp;N')
      expect(xml, name).not.toContain('sheetProtection')
    }
    expect(book.sheet('Biểu II.06a').xml).toContain('orientation="landscape"')
    expect(book.sheet('Biểu 3').xml).toContain('orientation="portrait"')
  })

  it('freezes and repeats the heading rows, naming the sheet in quotes', () => {
    expect(book.sheet('Biểu 3').frozenAt).toBe('A8')
    expect(book.printTitles.get('Biểu 3')).toBe("'Biểu 3'!$6:$7")
    expect(book.printTitles.get('Biểu II.06a')).toBe("'Biểu II.06a'!$6:$9")
    expect(book.printTitles.get('Nguồn số liệu')).toBe("'Nguồn số liệu'!$3:$3")
    expect(book.printTitles.has('Bìa')).toBe(false)
    expect(book.sheet('Biểu 3').merges).toContain('A3:H3')
  })

  it('draws in Times New Roman with row heights, borders and number formats', () => {
    const styles = book.parts.get('xl/styles.xml') ?? ''
    expect([...styles.matchAll(/<name val="([^"]*)"/gu)].map(([, font]) => font)).toEqual(
      expect.arrayContaining(['Times New Roman']),
    )
    expect(styles).not.toContain('Calibri')
    expect(styles).toContain('formatCode="[$-42A]#,##0"')
    const rows = [...book.sheet('Biểu 3').xml.matchAll(/<row ([^>]*)>/gu)].map(([, head]) => head)
    expect(rows.length).toBeGreaterThan(30)
    for (const head of rows) expect(head).toMatch(/ht="\d+" customHeight="1"/u)
  })

  it('says on the cover whose figures these are and who is missing', () => {
    expect(texts('Bìa')).toEqual(
      expect.arrayContaining([
        'UBND TỈNH MẪU',
        'SỞ CÔNG THƯƠNG',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'PHỤ LỤC SỐ LIỆU',
        '(Kèm theo Báo cáo số ……/BC-SCT ngày …… tháng …… năm …… của Sở Công Thương Mẫu)',
        'Kỳ báo cáo: Tháng 4/2025 (số liệu từ 15/3/2025 đến hết 14/4/2025)',
        'Bản tạm tính: còn Phòng Quản lý Công nghiệp chưa nộp',
        'Thời điểm tổng hợp: 15/4/2025 10:30 (giờ Việt Nam)',
        'Mã kiểm chứng: KY3D1-0C89H',
        'Chưa nộp',
      ]),
    )
  })

  it('remarks incomplete coverage and who has not reported', () => {
    expect(texts('Biểu 1')).toContainEqual(
      expect.stringMatching(/^Mới có 2\/3 đơn vị báo cáo \(\d+\)$/u),
    )
    expect(texts('Biểu 1')).toContainEqual(expect.stringMatching(/^Thiếu: VP \(\d+\)$/u))
    expect(texts('Biểu 1')).toContainEqual(
      expect.stringMatching(/^Chưa đủ số liệu để tính \(\d+\)$/u),
    )
    expect(texts('Biểu II.06a')).toContainEqual(
      expect.stringMatching(/^Ghi chú: Mới có 1\/2 đơn vị báo cáo \(\d+\)\.$/u),
    )
  })

  it('remarks a figure someone other than its owner reported', async () => {
    const stranger = { ...reports, qlcn: { figures: { tthc_by_central: 30 } } }
    const read = readXlsx(await annexWorkbook(annexInput(stranger)))
    const remarks = [...read.sheet('Biểu 3').cells.values()].map(({ value }) => value)
    expect(remarks).toContainEqual(
      expect.stringMatching(
        /^QLCN cũng báo cáo chỉ tiêu này; chỉ tính số của đơn vị được giao \(\d+\)$/u,
      ),
    )
    expect(remarks).not.toContain(30)
  })

  it('puts the name of the unit before each part of the prose', () => {
    const { cells } = book.sheet('Lời văn')
    const parts = [...cells].filter(
      ([, { value }]) => value === 'Văn phòng' || value === 'Phòng Quản lý Thương mại',
    )
    const said = parts.map(([at, { value }]) => [value, cells.get(`C${at.slice(1)}`)?.value])
    expect(said).toEqual([
      ['Văn phòng', 'Sở duy trì 142 thủ tục.\nKhông có phản ánh.'],
      ['Phòng Quản lý Thương mại', 'Phòng tiếp nhận 25 hồ sơ trực tuyến.'],
    ])
  })

  it('names the agency and the check code in its properties, and no person', () => {
    const core = book.parts.get('docProps/core.xml')
    expect(core).toContain('<dc:title>Phụ lục số liệu cải cách hành chính tháng 4/2025</dc:title>')
    expect(core).toContain('<dc:creator>Sở Công Thương Mẫu</dc:creator>')
    expect(core).not.toContain('lastModifiedBy')
    expect(book.parts.get('docProps/custom.xml')).toContain('KY3D1-0C89H')
  })

  it('gives equal bytes for equal input, whatever the clock says', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      vi.setSystemTime('2025-04-15T04:00:00Z')
      const first = await annexWorkbook(annexInput(reports))
      vi.setSystemTime('2031-01-01T00:00:00Z')
      const second = await annexWorkbook(annexInput(reports))
      expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })
})
