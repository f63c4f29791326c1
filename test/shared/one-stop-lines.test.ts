// Lines of an export count once, go to the field they name and to no other, and their sums are held against each other.
import { describe, expect, test } from 'vitest'
import { april, columns06a, type ExportLine, exported } from '../fixtures/one-stop.ts'
import { filled, linesOf, looks, read, reportOf, trade } from '../fixtures/one-stop-reading.ts'

describe('rows that are not lines', () => {
  const [a, b] = [
    filled({ received_online: 5, resolved_early: 5 }),
    filled({ received_online: 7, resolved_early: 7 }),
  ]
  const sum = filled({ received_online: 12, resolved_early: 12 })
  const blank = {}
  const table = (lines: ExportLine[]) => read(exported({ columns: columns06a, lines }))
  const trade23 = 'Xúc tiến thương mại'
  const trade19 = 'Thương mại quốc tế'

  test('sections over fields are not added to them, at any depth', () => {
    const {
      table: read23,
      lines,
      notes,
    } = table([
      { ordinal: 'A', label: 'TTHC thuộc thẩm quyền cấp tỉnh', cells: sum },
      { ordinal: 'I', label: 'Lĩnh vực công thương', cells: sum },
      { ordinal: 1, label: trade23, cells: a },
      { ordinal: 2, label: trade19, cells: b },
      { ordinal: null, label: 'Tổng cộng', cells: sum },
    ])
    expect(read23['G02-CT23']?.received_online).toBe(5)
    expect(lines.map(({ label }) => label)).toEqual([trade23, trade19])
    expect(looks(notes)).toEqual([])
    expect(notes.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^Dòng 9, 10 là dòng mục/u),
    )
  })

  test('a section that is not the sum of its lines is asked about', () => {
    const { notes } = table([
      { ordinal: 'I', label: 'Cấp tỉnh', cells: sum },
      { ordinal: 1, label: trade23, cells: a },
    ])
    expect(looks(notes)).toEqual([
      expect.stringMatching(
        /^Dòng 9 “Cấp tỉnh” không bằng tổng các dòng:.*ghi 12, cộng các dòng được 5/u,
      ),
    ])
  })

  test('procedures under a field with a line of its own are inside it', () => {
    const {
      table: read23,
      lines,
      notes,
    } = table([
      { ordinal: 1, label: trade23, cells: sum },
      { ordinal: '1.1', label: 'Thông báo thực hiện khuyến mại', cells: a },
      { ordinal: '1.2', label: 'Đăng ký hội chợ, triển lãm', cells: b },
    ])
    expect(read23['G02-CT23']?.received_online).toBe(12)
    expect(lines).toHaveLength(1)
    expect(looks(notes)).toEqual([])
  })

  test('procedures under the bare name of a field are added up to it', () => {
    const { table: read23, notes } = table([
      { ordinal: 'I', label: `Lĩnh vực ${trade23}`, cells: blank },
      { ordinal: 1, label: 'Thông báo thực hiện khuyến mại', cells: a },
      { ordinal: 2, label: 'Đăng ký hội chợ, triển lãm', cells: b },
    ])
    expect(read23['G02-CT23']?.received_online).toBe(12)
    expect(notes.map(({ message }) => message)).toContain(
      'Lĩnh vực Xúc tiến thương mại: cộng dòng 10, 11 của tệp.',
    )
  })

  test('a field over other fields is a section, and asked about when it is not their sum', () => {
    const { table: read23, notes } = table([
      { ordinal: 'I', label: trade23, cells: sum },
      { ordinal: 1, label: trade19, cells: b },
    ])
    expect(Object.keys(read23)).toEqual(['G02-CT19'])
    expect(looks(notes)).toEqual([
      expect.stringContaining('Dòng 9 “Xúc tiến thương mại” không bằng'),
    ])
  })

  test('a total may be of the lines since the one before it', () => {
    const { notes } = table([
      { ordinal: 1, label: trade23, cells: a },
      { ordinal: null, label: 'Cộng mục I', cells: a },
      { ordinal: 2, label: trade19, cells: b },
      { ordinal: null, label: 'Cộng mục II', cells: b },
      { ordinal: null, label: 'Tổng số', cells: sum },
    ])
    expect(looks(notes)).toEqual([])
  })

  test.each(['Tổng cộng', 'Tổng số', 'CỘNG', 'Toàn tỉnh', 'Tong so ho so'])(
    '“%s” is a total, and Công nghiệp is none',
    label => {
      const lines = [
        { ordinal: 1, label: trade23, cells: a },
        { ordinal: null, label, cells: a },
        { ordinal: 2, label: 'Cong nghiep tieu dung', cells: b },
      ]
      expect(table(lines).lines.map(line => line.label)).toEqual([trade23, 'Cong nghiep tieu dung'])
    },
  )

  test('a total written over the column of ordinals, and headings repeated on a new page', () => {
    const sheet = exported({ columns: columns06a, lines: linesOf(reportOf('qltm')), below: [] })
    const head = sheet.rows.slice(april.length, april.length + 4)
    const rows = [...sheet.rows, ...head, ['Tổng số', null, ...Array(11).fill(0)]]
    const imported = read({ ...sheet, rows })
    expect(imported.table).toEqual(trade)
    expect(looks(imported.notes)).toContainEqual(
      expect.stringContaining('không bằng tổng các dòng'),
    )
  })
})

describe('fields', () => {
  const cells = filled({ received_online: 4, resolved_early: 4 })
  const matched = (label: string, unit = 'ktat') => {
    const [line] = read(
      exported({ columns: columns06a, lines: [{ ordinal: 1, label, cells }] }),
      unit,
    ).lines
    return [line?.field, line?.candidates, line?.elsewhere]
  }

  test.each([
    ['Hóa chất', 'G02-CT09'],
    ['LĨNH VỰC HOÁ CHẤT', 'G02-CT09'],
    ['1. Lĩnh vực hóa chất (18 thủ tục)', 'G02-CT09'],
    ['- Hoa chat', 'G02-CT09'],
    ['G02-CT09 Hóa chất và tiền chất', 'G02-CT09'],
    ['Vật liệu nổ công nghiệp và tiền chất thuốc nổ', 'G02-CT21'],
    ['VLNCN, tiền chất thuốc nổ', 'G02-CT21'],
    ['KD khí', 'G02-CT10'],
  ])('“%s” is %s', (label, field) => {
    expect(matched(label)).toEqual([field, [], []])
  })

  test.each([
    ['Vật liệu nổ công nghiệp', ['G02-CT21']],
    ['LPG', ['G02-CT10']],
    ['Khí dầu mỏ hóa lỏng', ['G02-CT10']],
    ['Hóa chất nguy hiểm', ['G02-CT09']],
    ['Thi đua, khen thưởng', []],
  ])('“%s” only comes near %j and is not taken', (label, candidates) => {
    expect(matched(label)).toEqual([null, candidates, []])
  })

  test('another unit’s field is named as such, whatever its figures', () => {
    expect(matched('Điện lực')).toEqual([null, [], ['qlnl']])
    expect(matched('ATTP', 'qltm')).toEqual(['G02-CT01', [], ['qlcn']])
  })

  test('a column of codes decides before the name', () => {
    const columns = [
      ...columns06a.slice(0, 2),
      { path: ['Mã lĩnh vực'], key: 'code' },
      ...columns06a.slice(2),
    ]
    const lines = [
      { ordinal: 1, label: 'Xúc tiến TM, khuyến mại', cells: { ...cells, code: 'G02-CT23' } },
    ]
    expect(read(exported({ columns, lines })).lines[0]?.field).toBe('G02-CT23')
  })

  test('several lines of one field are added up and said; a blank in one leaves the sum blank', () => {
    const { received_direct: _, ...some } = cells
    const { table, notes } = read(
      exported({
        columns: columns06a,
        lines: [
          { ordinal: 1, label: 'Xúc tiến thương mại', cells },
          { ordinal: 2, label: 'XTTM', cells: some },
        ],
      }),
    )
    expect(table['G02-CT23']).toMatchObject({ received_online: 8, resolved_early: 8 })
    expect(table['G02-CT23']).not.toHaveProperty('received_direct')
    expect(notes.map(({ message }) => message)).toContain(
      'Lĩnh vực Xúc tiến thương mại: cộng dòng 9, 10 của tệp.',
    )
    expect(looks(notes)).toContainEqual(expect.stringMatching(/^Dòng 10 có ô trống/u))
  })
})
