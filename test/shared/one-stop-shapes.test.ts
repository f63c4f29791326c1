// Any order of columns, spelling, merging or empty line of an export gives the same table, and no sheet is a fault.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importDossiers, type RawValue } from '../../shared/one-stop.ts'
import { importedDossiersSchema } from '../../shared/protocol.ts'
import { agency } from '../fixtures/bac-giang.ts'
import { april, columns06a, columns07a, columnsWide, exported } from '../fixtures/one-stop.ts'
import {
  form,
  linesOf,
  period,
  read,
  trade,
  window,
  withTotal,
} from '../fixtures/one-stop-reading.ts'

describe('whatever the export looks like, the table is the same', () => {
  const bare = (text: string) =>
    text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D')
  const spellings: ((text: string) => string)[] = [
    text => text,
    bare,
    text => text.toUpperCase(),
    text => text.normalize('NFD'),
    text => ` ${text.replaceAll(' ', '\u00a0 ')}\n`,
  ]
  const numbers: ((value: number) => RawValue)[] = [
    value => value,
    value => String(value),
    value => String(value).replace(/\B(?=(\d{3})+$)/gu, '.'),
    value => `\u00a0${String(value).replace(/\B(?=(\d{3})+$)/gu, '\u00a0')} `,
    value => (value === 0 ? '-' : String(value).padStart(2, '0')),
  ]
  const count = fc.nat(20_000)
  const line = fc.record({
    ...{ received_online: count, received_direct: count, carried_over: count },
    ...{ resolved_early: count, resolved_on_time: count, resolved_late: count },
    ...{ pending_in_time: count, pending_overdue: count },
  })
  const own = Object.keys(trade)
  const noise = fc.constantFrom<RawValue[]>([], [null, ''], [null, null, '\u00a0'])

  test.each([
    ['II.06a', columns06a],
    ['columns beyond the form', columnsWide],
    ['07a', columns07a],
  ])('%s', (_, columns) => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: own.length, maxLength: own.length }),
        fc.shuffledSubarray([...columns], { minLength: columns.length }),
        fc.constantFrom(...spellings),
        fc.constantFrom(...numbers),
        fc.record({ left: fc.nat(3), numbered: fc.boolean(), merged: fc.boolean() }),
        fc.array(fc.tuple(fc.nat(own.length), noise), { maxLength: 4 }),
        fc.nat(4),
        (figures, shuffled, spell, print, shape, inserted, above) => {
          const lines = withTotal(linesOf(own.map((field, i) => [field, figures[i] ?? {}])))
          const plainly = read(exported({ columns, lines }))
          const printed = lines.map(one => ({
            ...one,
            label: spell(one.label),
            cells: Object.fromEntries(
              Object.entries(one.cells).map(([key, value]) => [key, print(Number(value))]),
            ),
          }))
          // where merges are lost, only neighbours tell what stood over them
          const ordered = shape.merged ? shuffled : columns
          const sheet = exported({
            ...{ ...shape, lines: printed },
            columns: ordered.map(({ path, key }) => ({ path: path.map(spell), key })),
            titles: [...Array.from({ length: above }, () => []), ...april],
          })
          const rows = [...sheet.rows]
          const first =
            april.length + above + Math.max(...columns.map(({ path }) => path.length)) + 1
          for (const [at, extra] of inserted) rows.splice(first + at, 0, extra)
          const imported = read({ ...sheet, rows })
          expect(imported.table).toEqual(plainly.table)
          expect(Object.keys(imported.undivided)).toEqual(Object.keys(plainly.undivided))
          expect(imported.lines.map(({ field }) => field)).toEqual(own)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('anything at all', () => {
  const words = [
    ...[
      'STT',
      'TT',
      'Lĩnh vực',
      'Tiếp nhận',
      'Đã giải quyết',
      'Đang giải quyết',
      'Tổng số',
      'Trực tuyến',
    ],
    ...[
      'Quá hạn',
      'Trước hạn',
      'Kỳ trước',
      'Hóa chất',
      'I',
      'A',
      '1.1',
      '-',
      '(3)',
      'Cộng',
      '__proto__',
      '\ud800',
    ],
  ]
  const value = fc.oneof(
    fc.constantFrom<RawValue>(...words, null, null, true),
    fc.double(),
    fc.nat(9),
    fc.string({ maxLength: 12 }),
  )
  const merge = fc.record({
    top: fc.nat(9),
    left: fc.nat(9),
    bottom: fc.nat(40),
    right: fc.nat(40),
  })

  test('in a sheet is read or refused, never a fault, and only counts get into the table', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { maxLength: 9 }), { maxLength: 12 }),
        fc.array(merge, { maxLength: 5 }),
        fc.boolean(),
        (cells, merges, headed) => {
          const head = headed ? exported({ columns: columns06a, lines: [], below: [] }).rows : []
          const sheet = { name: 'Lạ', rows: [...head, ...cells], merges }
          const imported = importDossiers(sheet, { form, agency, unit: 'ktat', period, window })
          if (!imported) return
          expect(importedDossiersSchema.parse(imported)).toEqual(imported)
          for (const figure of Object.values(imported.table).flatMap(row => Object.values(row)))
            expect(Number.isSafeInteger(figure) && figure >= 0).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})
