// Figures are found by the codes and names of their lines: no order, no inserted line, no moved column loses one.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyContent, valuesOf } from '../../shared/content.ts'
import { styles } from '../../shared/layout/style.ts'
import type { SheetLayout } from '../../shared/layout.ts'
import { layOutWorkbook } from '../../shared/layout.ts'
import { numbersIn } from '../../shared/number-text.ts'
import { statutoryWindow } from '../../shared/period.ts'
import { salvage } from '../../shared/salvage.ts'
import { agency, index, submissions } from '../fixtures/bac-giang.ts'

const period = '2025-M04'
const content = submissions(period).find(({ unit }) => unit === 'qltm')?.content ?? emptyContent
/** The sheets of one unit with what it reported. */
const layouts = layOutWorkbook(index, {
  ...{ agency, unit: 'qltm', period, window: statutoryWindow(period) },
  values: valuesOf(index, content),
})

type Rows = unknown[][]

/** A sheet as it stands right after it was laid out. */
const rowsOf = (layout: SheetLayout): Rows =>
  layout.rows.map(line =>
    line.map(({ value }) =>
      value === null ? '' : 'text' in value ? value.text : 'number' in value ? value.number : '',
    ),
  )
const scanned = (layout: SheetLayout, rows: Rows) => ({
  form: layout.form,
  tab: layout.sheet,
  rows,
})
const blockOf = (layout: SheetLayout, rows: Rows) =>
  rows
    .slice(layout.block.top - 1, layout.block.top - 1 + layout.block.rows)
    .map(line => line.slice(layout.block.left - 1, layout.block.left - 1 + layout.block.columns))
const first = (form: string): SheetLayout => {
  const found = layouts.find(layout => layout.form === form)
  if (!found) throw new Error(`no ${form}`)
  return found
}
const found = (layout: SheetLayout, rows: Rows, known = true) =>
  salvage([layout], [scanned(layout, rows)], known)

const fixed = layouts.filter(({ block }) => !block.open)
const biggest = first('CCHC-3')
const typedRow = (layout: SheetLayout): number =>
  layout.rows.findIndex(
    line => styles[line[layout.block.left - 1]?.style ?? 'blank'].unlocked === true,
  )

test('what stands as it was laid out is found as it stands, nothing moved', () => {
  const all = salvage(
    layouts,
    layouts.map(layout => scanned(layout, rowsOf(layout))),
  )
  expect([...all.blocks]).toEqual(layouts.map(l => [l.form, blockOf(l, rowsOf(l))]))
  expect({ ...all, blocks: null, cells: null, typed: null }).toEqual({
    ...{ blocks: null, cells: null, typed: null },
    ...{ moved: [], missing: [], doubled: [], strange: [] },
  })
  expect(all.typed).toBeGreaterThanOrEqual(100)
})

test.each(fixed.map(layout => [layout.form, layout] as const))(
  '%s: any order and any inserted lines keep every figure',
  (_form, layout) => {
    const rows = rowsOf(layout)
    const head = rows.slice(0, layout.frozenRows)
    const body = rows.slice(layout.frozenRows)
    const line = fc.constantFrom<Rows[number]>([], ['', 'ghi chú riêng'], ['9.9.9', 'dòng lạ'])
    fc.assert(
      fc.property(
        fc.shuffledSubarray(body, { minLength: body.length }),
        fc.array(fc.tuple(fc.nat(body.length), line), { maxLength: 6 }),
        fc.nat(3),
        (shuffled, inserted, above) => {
          const now = [...shuffled]
          for (const [at, extra] of inserted) now.splice(at, 0, extra)
          const all = [...Array.from({ length: above }, () => []), ...head, ...now]
          const { blocks, missing, doubled, strange } = found(layout, all)
          expect(blocks.get(layout.form)).toEqual(blockOf(layout, rows))
          expect([missing, doubled, strange]).toEqual([[], [], []])
        },
      ),
      { numRuns: 30 },
    )
  },
)

describe('one sheet', () => {
  test('a column inserted before the figures moves nothing', () => {
    const rows = rowsOf(biggest)
    const wider = rows.map(line => [...line.slice(0, 2), '', ...line.slice(2)])
    const { blocks, moved } = found(biggest, wider)
    expect(blocks.get('CCHC-3')).toEqual(blockOf(biggest, rows))
    expect(moved[0]?.cell.startsWith('F')).toBe(true)
  })

  test('a deleted line is named, and every other line is kept', () => {
    const rows = rowsOf(biggest)
    const at = typedRow(biggest)
    const [code, name] = rows[at] ?? []
    const { blocks, missing } = found(biggest, rows.toSpliced(at, 1))
    expect(missing).toMatchObject([{ form: 'CCHC-3', name: `${code} ${name}` }])
    expect(missing[0]?.places).toEqual([biggest.rows[at]?.[4]?.place])
    const kept = blockOf(biggest, rows)
    kept[at + 1 - biggest.block.top] = ['']
    expect(blocks.get('CCHC-3')).toEqual(kept)
  })

  test('a line copied with another figure: the one in its place stands, the other is listed', () => {
    const rows = rowsOf(biggest)
    const at = typedRow(biggest)
    const copy = (rows[at] ?? []).with(4, 4711)
    const { blocks, doubled } = found(biggest, rows.toSpliced(at, 0, copy))
    expect(blocks.get('CCHC-3')).toEqual(blockOf(biggest, rows.with(at, copy)))
    expect(doubled).toMatchObject([{ value: rows[at]?.[4], kept: 4711 }])
  })

  test('a copy left blank hides no figure', () => {
    const rows = rowsOf(biggest)
    const at = typedRow(biggest)
    const blank = (rows[at] ?? []).with(4, '')
    const { blocks, doubled } = found(biggest, rows.toSpliced(at, 0, blank))
    expect(blocks.get('CCHC-3')).toEqual(blockOf(biggest, rows))
    expect(doubled).toEqual([])
  })

  test('a figure on a line of its own is listed with its cell, not dropped', () => {
    const rows = [...rowsOf(biggest), ['', 'cộng riêng', '', '', 77]]
    const { strange } = found(biggest, rows)
    expect(strange).toEqual([
      { form: 'CCHC-3', tab: biggest.sheet, cell: `E${rows.length}`, value: 77 },
    ])
  })

  test('the code alone tells a line whose name was mended, but not in an older catalogue', () => {
    const rows = rowsOf(biggest)
    const at = typedRow(biggest)
    const renamed = rows.with(at, (rows[at] ?? []).with(1, 'Tên đã sửa'))
    expect(found(biggest, renamed).missing).toEqual([])
    const older = found(biggest, renamed, false)
    expect(older.missing).toHaveLength(1)
    expect(older.strange).toMatchObject([{ value: rows[at]?.[4] }])
  })

  test('the name alone tells a line that got another code', () => {
    const rows = rowsOf(biggest)
    const at = typedRow(biggest)
    const renumbered = rows.with(at, (rows[at] ?? []).with(0, '99.9'))
    expect(found(biggest, renumbered, false).blocks.get('CCHC-3')).toEqual(blockOf(biggest, rows))
  })

  test('labels in NFD, with odd blanks and capitals are the same labels', () => {
    const rows = rowsOf(biggest).map(line =>
      line.map((cell, i) =>
        i === 1 && typeof cell === 'string'
          ? ` ${cell.normalize('NFD').replaceAll(' ', '\u00a0 ').toUpperCase()}`
          : cell,
      ),
    )
    expect(found(biggest, rows, false).missing).toEqual([])
  })

  test('a list keeps all its lines, however many there are', () => {
    const list = first('TTHC-DS')
    const rows = rowsOf(list)
    const longer = [
      ...rows,
      ...Array.from({ length: 9 }, (_, i) => ['', `2.00${1000 + i}`, 'tên', i]),
    ]
    const block = found(list, longer).blocks.get('TTHC-DS') ?? []
    expect(block).toHaveLength(longer.length - list.block.top + 1)
    expect(block.at(-1)?.slice(0, 2)).toEqual(['', '2.001008'])
  })

  test('a sheet that is gone is missing whole; of two, the first is read', () => {
    const rows = rowsOf(biggest)
    const at = typedRow(biggest)
    const copy = rows.with(at, (rows[at] ?? []).with(4, 4711))
    expect(salvage([biggest], []).typed).toBe(0)
    expect(salvage([biggest], []).missing).toHaveLength(3)
    const both = salvage([biggest], [scanned(biggest, rows), scanned(biggest, copy)])
    expect(both.blocks.get('CCHC-3')).toEqual(blockOf(biggest, rows))
  })
})

test.each([
  ['1.234,5', [1234.5]],
  ['02', [2]],
  ['62,5%', [62.5]],
  ['12.5', [12.5]],
  ['1,234.5', [1234.5]],
  ['1.234.567', [1234567]],
  ['1,234,567', [1234567]],
  // a person has to say
  ['1.234', [1234, 1.234]],
  ['1,234', [1.234, 1234]],
  ['-12.345', [-12345, -12.345]],
  ['không phát sinh', []],
  ['ba mươi', []],
  ['', []],
])('the text %s can mean %j', (text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers)
})
