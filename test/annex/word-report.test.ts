// The Word report as people get it, read back from its file: layout, figures, what is marked, and the same bytes again.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fromWire } from '../../shared/figure.ts'
import { chaptersOf } from '../../worker/report/passages.ts'
import { type ReportInput, wordReport } from '../../worker/report/report.ts'
import { unzip } from './read-xlsx.ts'
import { demoReport, smallReport } from './report-fixture.ts'

const read = async (input: ReportInput) => {
  const parts = unzip(await wordReport(input))
  const part = (name: string) => parts.get(`word/${name}.xml`) ?? ''
  const plain = (xml: string) =>
    [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)]
      .map(([, text = '']) => text)
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
  const paragraphs = part('document').match(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gsu) ?? []
  return {
    parts,
    part,
    xml: paragraphs,
    texts: paragraphs.map(plain),
    /** what is marked, with the paragraph it stands at */
    remarks: (part('comments').match(/<w:comment .*?<\/w:comment>/gsu) ?? []).map(plain),
    footnotes: plain(part('footnotes')),
  }
}
const quiet: Parameters<typeof smallReport>[0] = {}

afterEach(() => {
  vi.useRealTimers()
})

describe('the published month (Bắc Giang, 4/2025)', () => {
  test('tells its dossiers and procedures in the wording of the report', async () => {
    const { texts } = await read(demoReport({ narrative: {} }))
    expect(texts).toContain(
      '- Tổng hợp kết quả giải quyết hồ sơ TTHC tại cơ quan: Tháng 4/2025, Sở Công Thương đã tiếp nhận tổng số: 331 hồ sơ, trong đó kỳ trước chuyển sang là 6 hồ sơ, trong kỳ là 325 hồ sơ; đã trả kết quả 322 hồ sơ, trong đó hồ sơ giải quyết trước hạn là 319, đúng hạn là 3 hồ sơ, quá hạn là 0 hồ sơ; tỷ lệ hồ sơ giải quyết đúng hạn đạt 100%; hồ sơ đang giải quyết là 9, trong đó chưa đến hạn là 9, quá hạn là 0 hồ sơ.',
    )
    expect(texts).toContain(
      '- Tổng số TTHC thuộc thẩm quyền quản lý, theo dõi của cơ quan tính đến thời điểm báo cáo: 166; số TTHC thuộc thẩm quyền giải quyết của cơ quan: 142, trong đó một cửa: 126, một cửa liên thông: 16; tổng số TTHC thuộc thẩm quyền giải quyết của địa phương: 24, trong đó số TTHC do Trung ương quy định: 24, số TTHC do địa phương quy định: 0.',
    )
  })

  test.each([
    ['without the units’ words', { narrative: {} }, 25],
    ['beside the units’ words', {}, 10],
  ])(
    'every number of every standard sentence is the consolidated one, in this order: %s',
    async (_, rest, least) => {
      const { index, agency, consolidation } = demoReport(rest)
      const { texts } = await read(demoReport(rest))
      const made = chaptersOf(index, agency, consolidation)
        .flatMap(({ merged }) => merged)
        .filter(({ unit, text }) => unit === null && text !== '')
      expect(made.length).toBeGreaterThan(least)
      for (const { text, told } of made) {
        expect(texts).toContain(text)
        // a unit's reason for "không áp dụng" is in brackets and no figure of ours
        const numbers = text.replace('Tháng 4/2025', '').replace(/\(.*?\)/gu, '')
        const printed = (numbers.match(/\d[\d.]*(?:,\d+)?/gu) ?? []).map(number =>
          Number(number.replace(/\.$/u, '').replaceAll('.', '').replace(',', '.')),
        )
        const merged = told.flatMap(({ at }) => {
          const [form = '', column = ''] = at.split('//')
          const of = column
            ? consolidation.tables[form]?.total[column]
            : consolidation.figures[form]
          const value = fromWire(of?.value)
          const chosen = (index.indicators.get(at)?.row.choices?.length ?? 0) > 0
          return value.state === 'number' && !chosen ? [Math.round(value.value * 100) / 100] : []
        })
        expect({ text, printed }).toEqual({ text, printed: merged })
      }
    },
  )

  test('keeps all that units wrote, in the order of the units', async () => {
    const { texts } = await read(demoReport())
    const at = (start: string) => texts.findIndex(text => text.startsWith(start))
    const order = ['2. Cải cách thủ', '- Tổng hợp kết quả', 'Phòng Quản lý C', 'Phòng Kỹ', '3. Cải']
    const places = order.map(at)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(Math.min(...places)).toBeGreaterThan(0)
    const all = new Set(texts)
    const written = Object.values(demoReport().consolidation.narrative).flat()
    const lines = written.flatMap(({ value }) => value.split('\n').map(line => line.trim()))
    expect(lines.filter(line => line !== '' && !all.has(line))).toEqual([])
  })

  test('tells no figure twice that a unit tells alike, and only the rest of the sentence', async () => {
    const { texts, remarks } = await read(demoReport())
    const dossiers = texts.filter(text =>
      text.includes('kết quả giải quyết hồ sơ TTHC tại cơ quan'),
    )
    expect(dossiers).toHaveLength(1)
    expect(texts).toContain(
      '- Kết quả giải quyết hồ sơ TTHC tại cơ quan: tỷ lệ hồ sơ giải quyết đúng hạn đạt 100%.',
    )
    expect(texts.filter(text => text.includes('136 chỉ tiêu'))).toHaveLength(1)
    // "07 phòng chuyên môn" and "Không có." are the same answers in other words
    expect(
      texts.filter(text => /phòng chuyên môn; 1 chi cục|ngân sách: không phát/u.test(text)),
    ).toEqual([])
    expect(remarks.join()).toContain('tin, bài (mới có 7/9 đơn vị)')
  })

  test('comments on what is to be looked at; information about the same passages stays in the pane', async () => {
    const { index, agency, consolidation } = demoReport()
    const said = chaptersOf(index, agency, consolidation).flatMap(({ merged }) =>
      merged.flatMap(one => one.remarks),
    )
    const toLook = said.flatMap(({ needsLook, message }) => (needsLook ? [message] : []))
    const others = said.flatMap(({ needsLook, message }) => (needsLook ? [] : [message]))
    const { remarks } = await read(demoReport())
    expect(remarks.toSorted()).toEqual(toLook.toSorted())
    const agrees = 'Khớp số liệu tổng hợp nên không in thêm câu có số liệu: '
    expect(others.filter(message => !message.startsWith(agrees))).toEqual([])
    expect(others.join('\n')).toContain(`${agrees}tổng số hồ sơ tiếp nhận: 331;`)
    expect(toLook.length).toBeLessThan(others.length)
  })

  test('a number that differs is named with both, and both texts stay (golden test B-19)', async () => {
    const { texts, remarks } = await read(demoReport())
    expect(remarks).toContain(
      'Đoạn này ghi 100%, số liệu tổng hợp là 70,19% (tỷ lệ hồ sơ giải quyết trực tuyến). Đối chiếu rồi sửa cho thống nhất.',
    )
    expect(texts.join('\n')).toContain('226 hồ sơ; bằng 70,19% số hồ sơ đã giải quyết.')
    expect(texts.join('\n')).toContain('226 hồ sơ đạt tỷ lệ 100%.')
    expect(remarks.filter(remark => remark.startsWith('Đoạn này ghi'))).toHaveLength(1)
  })

  test('a unit’s figures differing from the total are held against it', async () => {
    const other = { ...demoReport().consolidation.tables }
    const table = other['KSTT-06a']
    const received = table?.total.received_total
    if (!table || !received) throw new Error('the month has no dossiers')
    const total = { ...table.total, received_total: { ...received, value: 335 } }
    const { texts, remarks } = await read(
      demoReport({ tables: { ...other, 'KSTT-06a': { ...table, total } } }),
    )
    expect(remarks).toContain(
      'Đoạn này ghi 331, số liệu tổng hợp là 335 (tổng số hồ sơ tiếp nhận). Đối chiếu rồi sửa cho thống nhất.',
    )
    expect(texts.join('\n')).toContain('đã tiếp nhận tổng số: 335 hồ sơ, trong đó')
  })

  test('what nobody reported is no sentence, but said at its heading', async () => {
    const { texts, remarks, part } = await read(demoReport())
    expect(texts.join('\n')).not.toContain('chưa báo cáo')
    expect(texts.join('\n')).not.toContain('Kiểm tra CCHC')
    expect(remarks.filter(remark => remark.includes('không in: Kiểm tra CCHC'))).toHaveLength(1)
    const heading = /<w:commentRangeStart[^>]*>(.*?)<w:commentRangeEnd/su.exec(part('document'))
    expect(heading?.[1]).toContain('I. CÔNG TÁC CHỈ ĐẠO')
  })

  test('names who is missing on the first page, and the window in a footnote', async () => {
    const { texts, footnotes } = await read(demoReport())
    expect(texts).toContain(
      'BẢN TẠM TÍNH – còn thiếu báo cáo của Thanh tra, Chi cục Quản lý thị trường',
    )
    expect(footnotes).toContain('Số liệu từ ngày 15/3/2025 đến hết ngày 14/4/2025.')
  })

  test('is signed and sent as the agency says', async () => {
    const { texts } = await read(demoReport())
    expect(texts).toEqual(
      expect.arrayContaining([
        'UBND TỈNH BẮC GIANG',
        'SỞ CÔNG THƯƠNG',
        'Số:        /BC-SCT',
        'Bắc Giang, ngày …… tháng …… năm ……',
        'Công tác cải cách hành chính tháng 4/2025',
        '- cchc_snv@bacgiang.gov.vn;',
        '- Lưu: VT, VP.',
        'GIÁM ĐỐC',
        'Dương Ngọc Chiên',
      ]),
    )
    expect(texts.find(text => text.startsWith('Căn cứ Công văn'))).toMatch(
      /^Căn cứ Công văn số 211/u,
    )
    expect(texts).toContain(
      'Trên đây là Báo cáo công tác cải cách hành chính tháng 4/2025, Sở Công Thương trân trọng báo cáo./.',
    )
  })
})

describe('layout of Nghị định 30/2020/NĐ-CP', () => {
  test('A4, left 30, right 15, top and bottom 20 mm, Times New Roman 13 in Vietnamese', async () => {
    const { part } = await read(demoReport())
    expect(/<w:pgSz [^>]*>/u.exec(part('document'))?.[0]).toContain('w:w="11906" w:h="16838"')
    const margins = /<w:pgMar [^>]*>/u.exec(part('document'))?.[0] ?? ''
    for (const measure of ['top="1134"', 'bottom="1134"', 'left="1701"', 'right="850"'])
      expect(margins).toContain(measure)
    const defaults = /<w:rPrDefault>.*?<\/w:rPrDefault>/su.exec(part('styles'))?.[0] ?? ''
    expect(defaults).toContain('w:ascii="Times New Roman"')
    expect(defaults).toContain('<w:sz w:val="26"/>')
    expect(defaults).toContain('w:val="vi-VN"')
  })

  test('body justified, first line 1.27 cm; headings stay with what follows', async () => {
    const { part } = await read(demoReport())
    const style = (id: string) =>
      new RegExp(`w:styleId="${id}".*?</w:style>`, 'su').exec(part('styles'))?.[0] ?? ''
    expect(style('body')).toContain('<w:jc w:val="both"/>')
    expect(style('body')).toContain('w:firstLine="720"')
    // without the rule LibreOffice takes every spacing for single
    expect(style('body')).toContain('w:lineRule="auto"')
    for (const id of ['Heading1', 'Heading2', 'Heading3'])
      expect(style(id)).toContain('<w:keepNext/>')
  })

  test('the page number is on top in the middle, not on page 1', async () => {
    const { part, parts } = await read(demoReport())
    expect(part('document')).toContain('<w:titlePg/>')
    const targets = parts.get('word/_rels/document.xml.rels') ?? ''
    const header = (type: string) => {
      const id = new RegExp(`<w:headerReference w:type="${type}" r:id="(\\w+)"`, 'u').exec(
        part('document'),
      )?.[1]
      const file = new RegExp(`Id="${id}"[^>]*Target="(\\w+)\\.xml"`, 'u').exec(targets)?.[1]
      return part(file ?? '')
    }
    const [first, other] = ['first', 'default'].map(header)
    expect(first).not.toContain('PAGE')
    expect(other).toContain('PAGE')
    expect(other).toContain('<w:jc w:val="center"/>')
  })
})

describe('the office’s own words', () => {
  const edit = {
    section: 'II.3',
    number: 2,
    text: 'Sở có 07 phòng. Tổng số chỉ tiêu được giao là 180 chỉ tiêu.\nĐã sắp xếp xong.',
    by: 'Văn phòng',
    at: '2025-04-15T03:00:00.000Z',
    told: [{ at: 'staff_total', name: 'Tổng số chỉ tiêu được giao', printed: '180' }],
  }

  test('stand in place of sentences and units’ words, one paragraph a line', async () => {
    const { texts } = await read({ ...demoReport(), edits: [edit] })
    const at = texts.indexOf('3. Cải cách tổ chức bộ máy')
    expect(texts.slice(at + 1, at + 4)).toEqual([
      'Sở có 07 phòng. Tổng số chỉ tiêu được giao là 180 chỉ tiêu.',
      'Đã sắp xếp xong.',
      '4. Cải cách công vụ',
    ])
  })

  test('a figure that is another one by now is marked at its sentence', async () => {
    const { part, remarks } = await read({ ...demoReport(), edits: [edit] })
    const remark =
      'Câu này ghi 180 (Tổng số chỉ tiêu được giao); số liệu tổng hợp nay là 181. Sửa câu hoặc kiểm tra lại số liệu.'
    const id = remarks.indexOf(remark)
    expect(id).toBeGreaterThan(-1)
    const range = new RegExp(
      `<w:commentRangeStart w:id="${id}"/>(.*?)<w:commentRangeEnd w:id="${id}"/>`,
      'su',
    ).exec(part('document'))?.[1]
    expect(range?.replace(/<[^>]*>/gu, '')).toBe('Tổng số chỉ tiêu được giao là 180 chỉ tiêu.')
  })
})

describe('what is missing, changed or strange', () => {
  test('a final report is not called provisional, and its footnote says whose figures it lacks', async () => {
    const { texts, footnotes } = await read(demoReport({ state: 'final' }))
    expect(texts.join()).not.toContain('BẢN TẠM TÍNH')
    expect(footnotes).toContain('không có báo cáo của Thanh tra, Chi cục Quản lý thị trường')
  })

  test('a section nobody wrote says so instead of standing empty', async () => {
    const { texts } = await read(smallReport(quiet))
    const at = texts.findIndex(text => text.startsWith('V. '))
    const unwritten = '[Chưa có đơn vị nào báo cáo nội dung này]'
    expect(texts[at + 1]).toBe(unwritten)
    // causes are no answer to what is lacking, but II consists of the sections below it
    expect(texts[texts.indexOf('2. Tồn tại, hạn chế') + 1]).toBe(unwritten)
    expect(texts[texts.findIndex(text => text.startsWith('II. ')) + 1]).toMatch(/^1\. /u)
  })

  test('a deputy signs on behalf', async () => {
    const { texts } = await read(
      smallReport(quiet, {}, { signer: { titles: ['KT. Giám đốc', 'Phó Giám đốc'] } }),
    )
    expect(texts).toEqual(expect.arrayContaining(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']))
  })

  test('an adjusted figure is printed as adjusted, and the clerk is reminded why', async () => {
    const input = demoReport()
    const trained = input.consolidation.figures.trained
    if (!trained) throw new Error('the month has no such figure')
    const adjustment = { reason: 'Cộng thêm lớp AI', by: 'Bích', at: '2025-04-15T03:00:00.000Z' }
    const contributions = [
      ...trained.contributions,
      { unit: null, revision: null, value: 2, adjustment },
    ]
    const figures = {
      ...input.consolidation.figures,
      trained: { ...trained, value: 50, contributions },
    }
    const { texts, remarks } = await read(demoReport({ figures }))
    expect(texts.join('\n')).toContain('đã cử 50 lượt công chức, viên chức tham gia')
    expect(remarks.join('\n')).toContain('đã được Văn phòng điều chỉnh: Cộng thêm lớp AI (Bích)')
  })

  test('what units type stays text: marks of XML, control characters, directions', async () => {
    const typed = 'a < b & "c" </w:t> ]]> \u0000\u0008\uFFFE\u202E{PAGE} =1+1\uD800'
    const { texts, part } = await read(smallReport({ van_phong: { narrative: { V: typed } } }))
    expect(texts).toContain('a < b & "c" </w:t> ]]> {PAGE} =1+1\uFFFD')
    expect(part('document')).not.toMatch(/\p{Cc}(?<!\n)|[\uFFFE\u202E]/u)
  })

  test('every line of a text is a paragraph, blank ones are none', async () => {
    const { texts } = await read(
      smallReport({ van_phong: { narrative: { V: '1. Một\r\n\r\n  2. Hai\r3. Ba\n' } } }),
    )
    const at = texts.indexOf('1. Một')
    expect(texts.slice(at + 1, at + 3)).toEqual(['2. Hai', '3. Ba'])
  })
})

test('the same consolidation gives the same bytes, whenever and wherever it is asked for', async () => {
  vi.useFakeTimers({ now: Date.parse('2025-04-15T04:00:00Z'), toFake: ['Date'] })
  const first = await wordReport(demoReport())
  vi.setSystemTime(Date.parse('2031-12-31T23:59:59Z'))
  expect(Buffer.compare(await wordReport(demoReport()), first)).toBe(0)
})
