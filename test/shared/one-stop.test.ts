// What one-stop software exports is the table the unit reported: II.06a, its variants, and of 07a what that form can tell.
import { describe, expect, test } from 'vitest'
import { quantity } from '../../shared/figure.ts'
import { agency, merged } from '../fixtures/bac-giang.ts'
import {
  columns06a,
  columns07a,
  columnsWide,
  type ExportLine,
  exported,
} from '../fixtures/one-stop.ts'
import {
  asked,
  type Counts,
  filled,
  form,
  linesOf,
  looks,
  period,
  read,
  reportOf,
  trade,
  withTotal,
} from '../fixtures/one-stop-reading.ts'

describe('layouts', () => {
  test.each([
    ['II.06a', columns06a, true],
    ['II.06a, merges lost', columns06a, false],
    ['columns beyond the form', columnsWide, true],
    ['columns beyond the form, merges lost', columnsWide, false],
  ])('%s: the table is what the unit reported', (_, columns, whole) => {
    const lines = withTotal(linesOf(reportOf('qltm')))
    const imported = read(exported({ columns, lines, merged: whole }))
    expect(imported.table).toEqual(trade)
    expect(imported).toMatchObject({ form: 'KSTT-06a', layout: 'II.06a', undivided: {} })
    expect(imported.heading).toContain('Từ ngày 15/3/2025')
    expect(looks(imported.notes)).toEqual(asked)
  })

  test('4/2025 of the whole department: 331 = 325 + 0 + 6, 322 = 319 + 3 + 0, 9 = 9 + 0', () => {
    const total = (column: string) =>
      quantity(merged(period).values.total('KSTT-06a', column)) ?? Number.NaN
    const all = new Map<string, Counts>()
    for (const { key } of agency.units)
      for (const [field, cells] of reportOf(key)) {
        const sum = all.get(field) ?? {}
        for (const [column, value] of Object.entries(cells))
          sum[column] = (sum[column] ?? 0) + value
        all.set(field, sum)
      }
    // a unit without fields of its own reports them all
    const units = agency.units.map(unit => (unit.key === 'qltm' ? { ...unit, fields: [] } : unit))
    const lines = withTotal(linesOf([...all]))
    const { table, lines: shown } = read(exported({ columns: columns06a, lines }), 'qltm', {
      ...agency,
      units,
    })
    const sum = (column: string) =>
      Object.values(table).reduce((so, cells) => so + (cells[column] ?? Number.NaN), 0)
    for (const { key } of form.columns.filter(({ formula, given }) => !formula && !given))
      expect([key, sum(key)]).toEqual([key, total(key)])
    const cells = (column: string) =>
      shown.reduce((so, line) => so + (line.cells[column] ?? Number.NaN), 0)
    expect([cells('received_total'), sum('received_online'), sum('carried_over')]).toEqual([
      331, 325, 6,
    ])
    expect([cells('resolved_total'), cells('pending_total')]).toEqual([322, 9])
  })

  test.each([
    [0, true],
    [1, true],
    [1, false],
  ])(
    '07a (%d empty columns, merged %s): what it does not tell stays blank and is said',
    (left, whole) => {
      const lines = withTotal(linesOf(reportOf('qltm')))
      const imported = read(exported({ columns: columns07a, lines, left, merged: whole }))
      expect(imported.layout).toBe('07a')
      for (const [field, cells] of Object.entries(trade)) {
        const { received_online: _, received_direct: __, ...rest } = cells
        const { resolved_early = 0, resolved_on_time = 0, ...told } = rest
        expect(imported.table[field]).toEqual(told)
        expect(imported.undivided[field]).toEqual([
          {
            heading: 'Nhận giải quyết – Số mới tiếp nhận',
            columns: ['received_online', 'received_direct'],
            sum: cells.received_online,
          },
          {
            heading: 'Đã giải quyết – Trả đúng thời hạn',
            columns: ['resolved_early', 'resolved_on_time'],
            sum: resolved_early + resolved_on_time,
          },
        ])
      }
      expect(looks(imported.notes)).toEqual([
        expect.stringContaining('gộp cột 4 “Trực tuyến” và cột 5'),
        expect.stringContaining('gộp cột 8 “Trước hạn” và cột 9 “Đúng hạn”'),
        ...asked,
      ])
    },
  )

  test('07a: nothing divides into nothing, so a field without dossiers is complete', () => {
    const none = filled({})
    const lines = [{ ordinal: 1, label: 'Xúc tiến thương mại', cells: none }]
    const { table, undivided } = read(exported({ columns: columns07a, lines }))
    expect(table['G02-CT23']).toEqual({
      ...{ received_online: 0, received_direct: 0, carried_over: 0 },
      ...{ resolved_early: 0, resolved_on_time: 0, resolved_late: 0 },
      ...{ pending_in_time: 0, pending_overdue: 0 },
    })
    expect(undivided).toEqual({})
  })

  test('07a: two lines of one field, one without dossiers, are divided together', () => {
    const { table, undivided } = read(
      exported({
        columns: columns07a,
        lines: [
          { ordinal: 1, label: 'XTTM', cells: filled({}) },
          { ordinal: 2, label: 'XTTM', cells: filled({ received_online: 7, resolved_early: 7 }) },
        ],
      }),
    )
    expect(undivided['G02-CT23']?.map(({ sum }) => sum)).toEqual([7, 7])
    expect(Object.keys(table['G02-CT23'] ?? {})).toEqual([
      ...['carried_over', 'resolved_late', 'pending_in_time', 'pending_overdue'],
    ])
  })

  test('07a: supplemented and returned dossiers are in no column, and are said when there are any', () => {
    const [first, ...rest] = linesOf(reportOf('qltm'))
    const lines = [{ ...(first as ExportLine), cells: { ...first?.cells, returned: 2 } }, ...rest]
    const { notes } = read(exported({ columns: columns07a, lines }))
    expect(looks(notes)).toContainEqual(expect.stringContaining('“Trả lại”, trong khi'))
    expect(notes).toContainEqual({
      message: expect.stringContaining('không có cột “Bổ sung”'),
      needsLook: false,
    })
  })
})
