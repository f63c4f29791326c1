// Columns of an export are told by their headings; its arithmetic, its period and what is no number are said.
import { describe, expect, test } from 'vitest'
import { isDossierTable, type RawValue, seenIn } from '../../shared/one-stop.ts'
import {
  april,
  columns06a,
  columnsWide,
  exported,
  spread,
  totalLine,
} from '../fixtures/one-stop.ts'
import {
  asked,
  type Counts,
  filled,
  linesOf,
  looks,
  read,
  reportOf,
  trade,
} from '../fixtures/one-stop-reading.ts'

describe('arithmetic', () => {
  const good = spread({
    ...{ received_online: 10, received_direct: 2, carried_over: 3, resolved_early: 8 },
    ...{ resolved_on_time: 3, resolved_late: 1, pending_in_time: 2, pending_overdue: 1 },
  })
  const noted = (cells: Counts) =>
    looks(
      read(
        exported({
          columns: columns06a,
          lines: [{ ordinal: 1, label: 'Xúc tiến thương mại', cells: { ...good, ...cells } }],
        }),
      ).notes,
    )

  test.each([
    [{}, []],
    [
      { received_total: 14 },
      [
        'cột 3 ghi 14, trong khi cột 4 + cột 5 + cột 6 = 10 + 2 + 3 = 15, lệch 1.',
        'cột 3 ghi 14, trong khi cột 7 + cột 11 = 12 + 3 = 15, lệch 1.',
      ],
    ],
    [
      { resolved_late: 2 },
      ['cột 7 ghi 12, trong khi cột 8 + cột 9 + cột 10 = 8 + 3 + 2 = 13, lệch 1.'],
    ],
    [{ pending_overdue: 0 }, ['cột 11 ghi 3, trong khi cột 12 + cột 13 = 2 + 0 = 2, lệch 1.']],
    [
      { carried_over: 5, received_total: 17 },
      ['cột 3 ghi 17, trong khi cột 7 + cột 11 = 12 + 3 = 15, lệch 2.'],
    ],
  ])('%j', (cells, sentences) => {
    expect(noted(cells)).toEqual(
      sentences.map(one => expect.stringContaining(`Dòng 9 “Xúc tiến thương mại”: ${one}`)),
    )
  })

  test('the total row of the file against its lines', () => {
    const lines = [{ ordinal: 1, label: 'Xúc tiến thương mại', cells: good }]
    const total = { ...totalLine(lines), cells: { ...good, received_online: 11 } }
    const { notes } = read(exported({ columns: columns06a, lines: [...lines, total] }))
    expect(looks(notes)).toEqual([
      expect.stringContaining(
        'Dòng 10 “Tổng số” không bằng tổng các dòng: “Tiếp nhận – Trực tuyến” ghi 11, cộng các dòng được 10.',
      ),
    ])
  })

  test('dates of another window are asked about', () => {
    const titles = [['Từ ngày 15 tháng 02 năm 2025 đến ngày 14 tháng 3 năm 2025']]
    const { notes } = read(
      exported({ columns: columns06a, lines: linesOf(reportOf('qltm')), titles }),
    )
    expect(looks(notes)).toEqual([
      expect.stringContaining(
        'từ 15/2/2025 đến 14/3/2025, trong khi kỳ này chốt từ 15/3/2025 đến 14/4/2025',
      ),
      ...asked,
    ])
  })

  test.each([
    ['Tháng 3 năm 2025', ['Tệp ghi số liệu tháng 3/2025, trong khi đang nhập cho tháng 4/2025.']],
    ['BÁO CÁO THÁNG 04/2025', []],
    ['Kỳ báo cáo: Quý II năm 2025', []],
  ])('a heading that gives no dates: %s', (title, sentences) => {
    const lines = [{ ordinal: 1, label: 'Xúc tiến thương mại', cells: good }]
    const { notes } = read(exported({ columns: columns06a, lines, titles: [[title]] }))
    expect(looks(notes)).toEqual(sentences.map(one => expect.stringContaining(one)))
  })

  test.each<[RawValue, string]>([
    [1.234, 'ghi “1,234”'],
    [-1, 'ghi “-1”'],
    ['5 hồ sơ', 'ghi “5 hồ sơ”'],
    [true, 'ghi “true”'],
  ])('%s is no number of dossiers and is left blank', (value, words) => {
    const lines = [
      { ordinal: 1, label: 'Xúc tiến thương mại', cells: { ...good, received_online: value } },
    ]
    const { table, notes } = read(exported({ columns: columns06a, lines }))
    expect(table['G02-CT23']).not.toHaveProperty('received_online')
    expect(looks(notes)).toEqual([expect.stringContaining(`Ô D9 ${words}`)])
  })
})

describe('headings', () => {
  const lines = linesOf(reportOf('qltm'))
  test('two columns of one meaning: neither is read', () => {
    const columns = [
      ...columns06a,
      { path: ['Đã giải quyết', 'Trước thời hạn'], key: 'resolved_early' },
    ]
    const { table, notes } = read(exported({ columns, lines }))
    expect(table['G02-CT23']).not.toHaveProperty('resolved_early')
    expect(looks(notes)).toContainEqual(expect.stringContaining('Có hai cột cùng nghĩa'))
  })

  test('a column for the whole stands before those for its parts', () => {
    const columns = columnsWide.flatMap(column =>
      column.key === 'online_full'
        ? [
            { path: ['Số hồ sơ tiếp nhận', 'Trực tuyến', 'Tổng số'], key: 'received_online' },
            column,
          ]
        : [column],
    )
    expect(read(exported({ columns, lines })).table).toEqual(trade)
  })

  test('a part that is blank leaves its whole blank', () => {
    const [first] = lines
    const { online_partial: _, ...some } = first?.cells ?? {}
    const imported = read(
      exported({ columns: columnsWide, lines: [{ ordinal: 1, label: 'XTTM', cells: some }] }),
    )
    expect(imported.table['G02-CT23']).not.toHaveProperty('received_online')
    expect(imported.table['G02-CT23']?.resolved_early).toBe(trade['G02-CT23']?.resolved_early)
  })

  test('with merges lost, a heading reaches no further than the group over it', () => {
    const columns = columnsWide.map(column =>
      column.key === 'pending_total'
        ? { ...column, path: ['Số hồ sơ đang giải quyết', '', 'Tổng số'] }
        : column,
    )
    const imported = read(exported({ columns, lines, merged: false }))
    expect(imported.table).toEqual(trade)
    expect(looks(imported.notes)).toEqual(asked)
  })

  test('numbers beside the words of a heading say nothing', () => {
    const columns = columns06a.map(({ path, key }, i) => ({
      ...{
        key,
        path: path.map((text, level) =>
          level === path.length - 1 && i > 1 ? `${text} (${i + 1}) = (4) + 5` : text,
        ),
      },
    }))
    expect(read(exported({ columns, lines })).table).toEqual(trade)
  })

  test.each<[string, RawValue[]]>([
    ['letters under the names', ['A', 'B', ...Array.from({ length: 11 }, (_, i) => i + 1)]],
    ['nothing under the names', [null, null, ...Array.from({ length: 11 }, (_, i) => i + 3)]],
    ['text', [null, null, ...Array.from({ length: 11 }, (_, i) => `(${i + 3})`)]],
  ])('the row of column numbers is no line: %s', (_, numbers) => {
    const sheet = exported({ columns: columns06a, lines, numbered: false })
    const at = april.length + 3
    const imported = read({ ...sheet, rows: sheet.rows.toSpliced(at, 0, numbers) })
    expect(imported.table).toEqual(trade)
    expect(looks(imported.notes)).toEqual(asked)
  })

  test('a title that names a field is no heading', () => {
    const titles = [...april, [null, null, 'Lĩnh vực: Công Thương']]
    expect(read(exported({ columns: columns06a, lines, titles })).table).toEqual(trade)
  })

  test('a field written once over its procedures names each of them', () => {
    const cells = filled({ received_online: 3, resolved_early: 3 })
    const columns = [
      ...columns06a.slice(0, 2),
      { path: ['Thủ tục hành chính'], key: 'procedure' },
      ...columns06a.slice(2),
    ]
    const procedures = ['Xúc tiến thương mại', '', ''].map((label, i) => ({
      ...{ ordinal: i + 1, label, cells: { ...cells, procedure: `Thủ tục ${i + 1}` } },
    }))
    const sheet = exported({ columns, lines: procedures })
    const merges = [...sheet.merges, { top: 9, left: 2, bottom: 11, right: 2 }]
    expect(read({ ...sheet, merges }).table['G02-CT23']?.received_online).toBe(9)
    const alone = read(sheet)
    expect(alone.table['G02-CT23']?.received_online).toBe(3)
    expect(looks(alone.notes)).toContainEqual(
      expect.stringMatching(/^Dòng 10, 11 có số nhưng không ghi tên/u),
    )
  })

  test('“Quá hạn” under no group could be either and is not read', () => {
    const columns = columns06a.map(column =>
      column.key === 'pending_overdue' ? { ...column, path: ['Quá hạn'] } : column,
    )
    const { table, notes } = read(exported({ columns, lines }))
    expect(table['G02-CT23']).not.toHaveProperty('pending_overdue')
    expect(looks(notes)).toContainEqual(expect.stringContaining('Không rõ cột “Quá hạn”'))
    expect(looks(notes)).toContainEqual(expect.stringContaining('Tệp không có cột “cột 13'))
  })

  test('another table is none, and what it says is told', () => {
    const rows = [
      ['STT', 'Lĩnh vực', 'Số thủ tục'],
      [1, 'Hóa chất', 18],
    ]
    const sheet = { name: 'Danh mục', rows, merges: [] }
    expect(isDossierTable(sheet)).toBe(false)
    expect(seenIn(sheet)).toEqual(['STT', 'Lĩnh vực', 'Số thủ tục'])
    expect(isDossierTable({ name: 'Trống', rows: [], merges: [] })).toBe(false)
  })
})
