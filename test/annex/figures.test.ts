/** Every figure the annex prints is the merged one, and its formulas carry the value our own evaluator gives. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Cell } from '../../shared/content.ts'
import { cellOf as shownAs } from '../../shared/figure.ts'
import { layOutWorkbook } from '../../shared/layout.ts'
import type { Place } from '../../shared/place.ts'
import { type AnnexInput, annexWorkbook } from '../../worker/annex/annex.ts'
import { annexInput, demoInput, hasDemo, reports } from './fixture.ts'
import { type ReadWorkbook, readXlsx } from './read-xlsx.ts'

function mergedAt({ index, merged: { values } }: AnnexInput, place: Place): Cell {
  if (place.column === undefined) return values.figure(place.row)
  return place.row === ''
    ? values.total(place.form, place.column)
    : values.cell(index.forms.get(place.form)?.id ?? '', place.row, place.column)
}

/** What a cell should read as: blank stays blank, whether the cell is empty or its formula gives "". */
const shown = (cell: Cell): string | number => (cell.state === 'text' ? cell.text : shownAs(cell))

const inputs: (readonly [string, () => AnnexInput])[] = [
  ['three units', () => annexInput(reports)],
  ...(hasDemo ? [['the demo agency', demoInput] as const] : []),
]

describe.each(inputs)('figures of %s', (_name, make) => {
  let input: AnnexInput
  let book: ReadWorkbook
  beforeAll(async () => {
    input = make()
    book = readXlsx(await annexWorkbook(input))
  })
  const laid = () => {
    const { index, agency, period, window, merged, previous } = input
    const rest = previous ? { previous } : {}
    const view = { agency, unit: null, period, window, values: merged.values, ...rest }
    return layOutWorkbook(index, view).filter(({ form }) => form !== 'NARR')
  }

  it('prints the merged figure at every place', () => {
    let compared = 0
    for (const layout of laid()) {
      const { cells } = book.sheet(layout.sheet)
      for (const cell of layout.rows.flat()) {
        const at = cell.place && layout.cellOf(cell.place)
        if (!cell.place || !at) continue
        const merged = mergedAt(input, cell.place)
        const form = input.index.forms.get(cell.place.form)
        const key = cell.place.column
        const column = form?.layout === 'table' ? form.columns.find(c => c.key === key) : undefined
        const label = column?.choices?.find(c => merged.state === 'text' && c.code === merged.text)
        expect(cells.get(at)?.value ?? '', `${layout.sheet} ${at}`).toBe(
          label?.label ?? shown(merged),
        )
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(150)
  })

  it('keeps formulas as formulas, with the value they give now', () => {
    let formulas = 0
    for (const layout of laid()) {
      const { cells } = book.sheet(layout.sheet)
      layout.rows.forEach((row, r) => {
        row.forEach((cell, c) => {
          if (!cell.value || !('formula' in cell.value)) return
          const at = `${String.fromCharCode(65 + c)}${r + 1}`
          expect(cells.get(at)?.formula, at).toBe(cell.value.formula)
          expect(cells.get(at)?.value ?? '', at).toBe(shownAs(cell.value.shown))
          formulas += 1
        })
      })
    }
    expect(formulas).toBeGreaterThan(50)
  })

  it('traces every total to the units and to its cell', () => {
    const { cells } = book.sheet('Nguồn số liệu')
    let followed = 0
    for (const [at, { formula, value }] of cells) {
      if (!at.startsWith('E') || formula === undefined) continue
      const [, sheet = '', target = ''] = /^'(.+)'!([A-Z]+\d+)$/u.exec(formula) ?? []
      expect(book.sheet(sheet).cells.get(target)?.value, formula).toBe(value)
      followed += 1
    }
    expect(followed).toBeGreaterThan(20)
    const first = 'F'.charCodeAt(0)
    const units = [...cells].filter(
      ([at, { value }]) => /^[F-Z]3$/u.test(at) && value !== 'Ghi chú',
    )
    for (const [at, { value: way }] of cells) {
      const row = at.slice(1)
      if (!at.startsWith('D') || way !== 'Cộng') continue
      const total = cells.get(`E${row}`)?.value
      if (typeof total !== 'number') continue
      const parts = units.map((_, i) => cells.get(`${String.fromCharCode(first + i)}${row}`)?.value)
      const sum = parts.reduce<number>((n, part) => n + (typeof part === 'number' ? part : 0), 0)
      expect(sum, `line ${row}`).toBeCloseTo(total, 9)
    }
  })
})

describe('states', () => {
  it('prints their words and leaves blanks blank', async () => {
    const input = annexInput(reports)
    const book = readXlsx(await annexWorkbook(input))
    const at = (row: string, form: string) => {
      const layout = layOutWorkbook(input.index, {
        ...input,
        unit: null,
        values: input.merged.values,
      })
      const found = layout.find(one => one.form === form)
      return book.sheet(found?.sheet ?? '').cells.get(found?.cellOf({ form, row }) ?? '')
    }
    expect(at('investment_plan', 'CCHC-6')?.value).toBe('Không áp dụng: không được giao vốn')
    expect(at('tthc_by_local', 'CCHC-3')?.value).toBe('Không phát sinh')
    expect(at('tthc_own', 'CCHC-3')).toMatchObject({
      value: 142,
      formula: expect.stringContaining('ISNUMBER'),
    })
    expect(at('articles_own_site', 'CCHC-1')?.value).toBe(7)
    expect(at('survey_forms', 'CCHC-1')?.value).toBeUndefined()
  })
})

describe.runIf(hasDemo)('published figures of the demo agency', () => {
  it('prints 331 = 6 + 325, 322 = 319 + 3 + 0 and 166', async () => {
    const input = demoInput()
    const book = readXlsx(await annexWorkbook(input))
    const dossiers = book.sheet('Biểu II.06a')
    const total = [...dossiers.cells].find(([, { value }]) => value === 'Tổng số')
    expect(total).toBeDefined()
    const rows = [...dossiers.cells.keys()].filter(at => /^B\d+$/u.test(at))
    const last = Math.max(
      ...rows
        .map(at => Number(at.slice(1)))
        .filter(row => dossiers.cells.get(`B${row}`)?.value === 'Tổng số'),
    )
    const printed = [...'CDEFGHIJKLM'].map(column => dossiers.cells.get(`${column}${last}`)?.value)
    expect(printed).toEqual([331, 325, 0, 6, 322, 319, 3, 0, 9, 9, 0])
    expect([...book.sheet('Biểu 3').cells.values()].map(({ value }) => value)).toContain(166)
    const lineage = [...book.sheet('Nguồn số liệu').cells]
    const traced = lineage.find(([at, { value }]) => at.startsWith('E') && value === 331)
    expect(traced).toBeDefined()
  })
})
