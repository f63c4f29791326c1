// Where figures sit on the sheets, and that reading the sheets back gives what was laid out.
import { describe, expect, test } from 'vitest'
import { formsOf, isComputed } from '../../shared/catalogue/catalogue.ts'
import { rowFacts } from '../../shared/consolidate.ts'
import { type Content, contentToWire, emptyContent, valuesOf } from '../../shared/content.ts'
import { cellOf } from '../../shared/figure.ts'
import { layOutWorkbook, locator, type SheetLayout, type View } from '../../shared/layout.ts'
import { statutoryWindow } from '../../shared/period.ts'
import { type BlockCells, readBlocks } from '../../shared/reading.ts'
import { agency, index, submissions } from '../fixtures/bac-giang.ts'

const period = '2025-M04'
const viewOf = (unit: string | null, content: Content): View => ({
  agency,
  unit,
  period,
  window: statutoryWindow(period),
  values: valuesOf(index, content, undefined, rowFacts(agency)),
})

/** What Excel would hand back for a block: numbers, words, and what formulas show. */
function blockCells({ rows, block }: SheetLayout): BlockCells {
  return rows.slice(block.top - 1, block.top - 1 + block.rows).map(row =>
    row.slice(block.left - 1, block.left - 1 + block.columns).map(({ value }) => {
      if (value === null) return ''
      if ('text' in value) return value.text
      return 'number' in value ? value.number : cellOf(value.shown)
    }),
  )
}
const readBack = (view: View) =>
  readBlocks(
    index,
    view,
    new Map(layOutWorkbook(index, view).map(sheet => [sheet.form, blockCells(sheet)])),
  )

describe.each(submissions(period).map(s => [s.unit, s.content] as const))(
  'sheets of %s',
  (unit, content) => {
    const view = viewOf(unit, content)
    const sheets = layOutWorkbook(index, view)

    test('are exactly the forms the unit fills, in the order of the annex', () => {
      expect(sheets.map(sheet => sheet.form)).toEqual(
        formsOf(index, agency, unit).map(form => form.id),
      )
    })

    test('read back to the very content that was laid out', () => {
      const reading = readBack(view)
      expect(contentToWire(reading.content)).toEqual(contentToWire(content))
      expect([...reading.unread]).toEqual([])
    })

    test('computed cells are read as stated, never as content', () => {
      const { content: read, stated } = readBack(view)
      for (const key of stated.keys()) expect(read.figures.has(key), key).toBe(false)
      for (const [key, entry] of index.indicators)
        if (isComputed(entry.row)) expect(read.figures.has(key), key).toBe(false)
    })

    test('every figure has one cell, the one the locator names', () => {
      const find = locator(index, view)
      for (const sheet of sheets) {
        const seen = new Set<string>()
        sheet.rows.forEach((row, r) => {
          row.forEach((cell, c) => {
            if (!cell.place) return
            const address = `${String.fromCharCode(65 + c)}${r + 1}`
            expect(seen.has(address)).toBe(false)
            seen.add(address)
            expect(find(cell.place)).toEqual({ sheet: sheet.sheet, cell: address })
          })
        })
        expect(seen.size, sheet.sheet).toBeGreaterThan(0)
      }
    })

    test('every input cell is offered for filling and nothing else is', () => {
      for (const sheet of sheets) {
        const unlocked = sheet.rows.flatMap((row, r) =>
          row.flatMap((cell, c) => (/^input/u.test(cell.style) ? [`${r}:${c}`] : [])),
        )
        const typed = sheet.rows.flatMap((row, r) =>
          row.flatMap((cell, c) => {
            const entry =
              cell.place &&
              (index.indicators.get(cell.place.row) ??
                index.columns.get(`${cell.place.form}.${cell.place.column}`))
            const open = cell.style !== 'foreign' && cell.style !== 'total'
            return entry && open && !isComputed(entry.row) ? [`${r}:${c}`] : []
          }),
        )
        for (const cell of typed) expect(unlocked).toContain(cell)
      }
    })
  },
)

describe('a row of another unit', () => {
  const [sheet] = layOutWorkbook(index, viewOf('qltm', emptyContent))
  test('is grey, empty, collapsed and names its owner', () => {
    const row = sheet?.rows.find(cells => cells.some(cell => cell.place?.row === 'assigned_total'))
    expect(row?.map(cell => cell.style).every(style => style === 'foreign')).toBe(true)
    expect(row?.at(-1)?.value).toEqual({ text: 'Văn phòng' })
    const line = (sheet?.rows.indexOf(row ?? []) ?? 0) + 1
    expect(sheet?.collapsed.some(({ first, last }) => first <= line && line <= last)).toBe(true)
  })
})

test('an empty sheet stays empty: no row of zeros', () => {
  const reading = readBack(viewOf('qltm', emptyContent))
  expect(contentToWire(reading.content)).toEqual({ figures: {}, tables: {}, narrative: {} })
})

describe('lists whose lines the unit names itself', () => {
  const view = viewOf('qltm', emptyContent)
  const list = (...lines: unknown[][]): Map<string, BlockCells> => new Map([['TTHC-DS', lines]])

  test('are read by the code typed, gaps and all', () => {
    const reading = readBlocks(
      index,
      view,
      list(['1', '1.000001', 'Tên', 5], ['2', '', '', ''], ['3', '1.000003', '', '']),
    )
    expect(contentToWire(reading.content).tables).toEqual({
      'TTHC-DS': { '1.000001': { procedure_name: 'Tên', procedure_dossiers: 5 }, '1.000003': {} },
    })
    expect(reading.openRows.get('TTHC-DS')).toEqual(['1.000001', '', '1.000003'])
  })

  test('a line that names no single member is an error at its code, never dropped', () => {
    const reading = readBlocks(
      index,
      view,
      list(
        ['1', '2.000033', 'Tên', 5],
        ['2', '', 'Thủ tục không mã', 5],
        ['3', '2.000033', 'Tên', 7],
        ['4', 'mã sai/1', '', ''],
        ['5', 'Không phát sinh', 'Tên', ''],
      ),
    )
    expect([...reading.unread]).toEqual([
      ['TTHC-DS/#2/procedure_code', ''],
      ['TTHC-DS/#3/procedure_code', '2.000033'],
      ['TTHC-DS/#4/procedure_code', 'mã sai/1'],
      ['TTHC-DS/#5/procedure_code', ''],
    ])
    // the first line keeps its figure
    expect(contentToWire(reading.content).tables['TTHC-DS']).toEqual({
      '2.000033': { procedure_name: 'Tên', procedure_dossiers: 5 },
    })
    const place = { form: 'TTHC-DS', row: '#2', column: 'procedure_code' }
    const openRows = reading.openRows
    expect(locator(index, { ...view, openRows })(place)?.cell).toBe('B9')
  })

  test('“Không phát sinh” in the first line means there are none', () => {
    expect(
      readBlocks(index, view, list(['1', 'Không phát sinh', '', ''])).content.tables.get('TTHC-DS')
        ?.size,
    ).toBe(0)
    expect(readBlocks(index, view, list(['1', '', '', ''])).content.tables.has('TTHC-DS')).toBe(
      false,
    )
  })
})

test('text that is not a figure is handed on with its place, an overwritten formula is noticed', () => {
  const view = viewOf('van_phong', emptyContent)
  const [first] = layOutWorkbook(index, view)
  if (!first) throw new Error('no sheet')
  const cells = blockCells(first).map(row => [...row])
  const form = index.forms.get('CCHC-1')
  const at = (key: string) =>
    form?.layout === 'indicators' ? form.rows.findIndex(row => row.key === key) : -1
  cells[at('assigned_total')] = ['khoảng 30']
  cells[at('plan_done_rate')] = ['3,4']
  const reading = readBlocks(index, view, new Map([['CCHC-1', cells]]))
  expect([...reading.unread]).toEqual([['assigned_total', 'khoảng 30']])
  expect(reading.stated.get('plan_done_rate')).toEqual({ value: 3.4, decimals: 1 })
})

test('sheet names fit Excel and are not repeated', () => {
  const names = index.catalogue.forms.map(form => form.sheet)
  expect(new Set(names.map(name => name.toLowerCase())).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^[^:\\/?*[\]]{1,31}$/u)
})
