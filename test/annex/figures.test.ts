/** Every figure the annex prints is the merged one, and its formulas carry the value our own evaluator gives. */
import { beforeAll, describe, expect, it } from 'vitest'
import { isNumericColumn } from '../../shared/catalogue/catalogue.ts'
import type { Cell } from '../../shared/content.ts'
import { cellOf as shownAs, unreportedWords } from '../../shared/figure.ts'
import { resultOf } from '../../shared/layout/sheet.ts'
import { layOutWorkbook } from '../../shared/layout.ts'
import type { Place } from '../../shared/place.ts'
import { type AnnexInput, annexWorkbook } from '../../worker/annex/annex.ts'
import { annexInput, demoInput, hasDemo, reports } from './fixture.ts'
import { type ReadWorkbook, readXlsx } from './read-xlsx.ts'
import { tracedIn } from './traced.ts'

function mergedAt({ index, merged: { values } }: AnnexInput, place: Place): Cell {
  if (place.column === undefined) return values.figure(place.row)
  return place.row === ''
    ? values.total(place.form, place.column)
    : values.cell(index.forms.get(place.form)?.id ?? '', place.row, place.column)
}

/** What a cell should read as: what nobody reported is said, but for a text no one could take for a figure. */
function shown(cell: Cell, isFigure: boolean): string | number {
  if (cell.state === 'text') return cell.text
  return cell.state === 'not-reported' && isFigure ? unreportedWords : shownAs(cell)
}

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
        const isFigure = !column || isNumericColumn(column) || column.choices !== undefined
        const value = cells.get(at)?.value ?? ''
        expect(value, `${layout.sheet} ${at}`).toBe(label?.label ?? shown(merged, isFigure))
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
          expect(cells.get(at)?.value, at).toBe(resultOf(cell.value))
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
  })

  it('makes every added total the sum of its lines', () => {
    let added = 0
    for (const { code, way, total, parts } of tracedIn(book)) {
      if (way !== 'Cộng' || typeof total !== 'number') continue
      const sum = parts.reduce((n, { value }) => n + (typeof value === 'number' ? value : 0), 0)
      expect(sum, code).toBeCloseTo(total, 9)
      added += 1
    }
    expect(added).toBeGreaterThan(10)
  })
})

describe('states', () => {
  it('prints each in its own words, and none as a blank', async () => {
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
    expect(at('survey_forms', 'CCHC-1')?.value).toBe('Chưa báo cáo')
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
