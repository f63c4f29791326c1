// The printed formulas, computed by the workbook from what a person typed, give exactly what the pane and the worker
// compute: numbers, blanks, "Không phát sinh" and "Không áp dụng: …".

import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { isInput } from '../../../shared/catalogue/catalogue.ts'
import { type Content, emptyContent } from '../../../shared/content.ts'
import {
  cellOf,
  type Figure,
  noneArising,
  notApplicable,
  numberFigure,
  readFigure,
  roundHalfUp,
} from '../../../shared/figure.ts'
import type { SheetLayout } from '../../../shared/layout.ts'
import type { Place } from '../../../shared/place.ts'
import { readBlocks } from '../../../shared/reading.ts'
import {
  agency,
  at,
  contentOf,
  index,
  laidOut,
  type Running,
  sheetNamed,
  valuesFor,
  viewOf,
} from './excel-in-node.ts'

const units = agency.units.map(({ key }) => key)

/** The figure a cell means; "-" and "Không phát sinh" are the same answer, sums carry no dust past 12 digits. */
function meaning(raw: unknown): unknown {
  const reading = readFigure(raw)
  if (!reading.ok) return reading.text
  const { figure } = reading
  return figure.state === 'number' ? Number(figure.value.toPrecision(12)) : figure
}

/** What every computed cell shows against what `Values` says; returns the cells that differ. */
async function differences({ ours, ...excel }: Running, sheets: SheetLayout[], unit: string) {
  const read = readBlocks(index, viewOf(unit), await ours.read(sheets))
  const values = valuesFor(read.content)
  const expected = ({ form, row, column }: Place): Figure => {
    if (column === undefined) return values.figure(row)
    const cell = row === '' ? values.total(form, column) : values.cell(form, row, column)
    return cell.state === 'text' ? { state: 'not-reported' } : cell
  }
  const found: string[] = []
  let computed = 0
  for (const layout of sheets) {
    const sheet = sheetNamed(excel, layout.sheet)
    layout.rows.forEach((cells, i) => {
      cells.forEach(({ value, place }, j) => {
        if (!value || !('formula' in value) || !place) return
        computed += 1
        const shown = sheet.content(i, j)
        const should = cellOf(expected(place))
        if (!isDeepStrictEqual(meaning(shown), meaning(should)))
          found.push(
            `${layout.sheet} ${place.row}/${place.column ?? ''}: ${String(shown)}, not ${String(should)} =${value.formula}`,
          )
      })
    })
  }
  return { found, computed, content: read.content }
}

function fill(
  excel: Running,
  sheets: SheetLayout[],
  typed: (count: number, kind: string) => string | undefined,
) {
  let count = 0
  const keys: (() => void)[] = []
  for (const layout of sheets)
    for (const run of layout.inputs) {
      const [top, left] = at(run.address)
      const [bottom, right] = at(run.address.replace(/^.*:/u, ''))
      const sheet = sheetNamed(excel, layout.sheet)
      for (let row = top; row <= bottom; row += 1)
        for (let column = left; column <= right; column += 1) {
          const text = sheet.format(row, column).locked ? undefined : typed(count, run.kind)
          count += 1
          if (text !== undefined) keys.push(() => excel.workbook.type(sheet, row, column, text))
        }
    }
  // results are looked at once, after the last cell
  excel.workbook.acting('user', () => {
    for (const press of keys) press()
  })
}

describe('computed cells', () => {
  test.each(units)('of %s as reported', async unit => {
    const { excel, sheets } = await laidOut(unit)
    const { found } = await differences(excel, sheets, unit)
    expect(found).toEqual([])
  })

  const ways: readonly [string, (count: number, kind: string) => string | undefined][] = [
    ['nothing', () => undefined],
    ['whole numbers', count => String((count * 7) % 41)],
    ['zeros', () => '0'],
    ['no cases', () => 'Không phát sinh'],
    ['not applicable', () => 'Không áp dụng: không được giao vốn'],
    ['decimals', count => `${count % 9},${count % 7}5`],
    [
      'all of it mixed',
      count =>
        [undefined, '12', 'Không phát sinh', 'Không áp dụng: lý do', '0', '3,5', '-'][
          (count * 2654435761) % 7
        ],
    ],
    [
      'mostly numbers',
      count => ((count * 2654435761) % 11 === 3 ? 'Không phát sinh' : String(count % 13)),
    ],
  ]
  test.each(ways)('with %s typed everywhere', async (_name, typed) => {
    let computed = 0
    for (const unit of ['van_phong', 'qltm']) {
      const { excel, sheets } = await laidOut(unit, emptyContent)
      fill(excel, sheets, typed)
      const result = await differences(excel, sheets, unit)
      expect(result.found).toEqual([])
      computed += result.computed
    }
    expect(computed).toBeGreaterThan(50)
  })

  test('follow a correction at once', async () => {
    const { excel, sheets } = await laidOut('van_phong')
    fill(excel, sheets, count => (count % 3 === 0 ? String(count) : undefined))
    expect((await differences(excel, sheets, 'van_phong')).found).toEqual([])
  })
})

describe('sheet → figures', () => {
  test.each(units)('what %s reported comes back as it was', async unit => {
    const { excel, sheets } = await laidOut(unit)
    const read = readBlocks(index, viewOf(unit), await excel.ours.read(sheets))
    expect([...read.unread]).toEqual([])
    expect(plain(read.content)).toEqual(plain(onlyShown(contentOf(unit), sheets)))
  })

  test('the states survive: number, none, not applicable with its reason, blank', async () => {
    const [first, second, third] = Object.values(inputKeys('van_phong'))
    if (!first || !second || !third) throw new Error('too few inputs')
    const figures = new Map<string, Figure>([
      [first, numberFigure(roundHalfUp(12.5, 1))],
      [second, noneArising],
      [third, notApplicable('không được giao vốn')],
    ])
    const { excel, sheets } = await laidOut('van_phong', { ...emptyContent, figures })
    const read = readBlocks(index, viewOf('van_phong'), await excel.ours.read(sheets))
    expect([...read.content.figures]).toEqual(expect.arrayContaining([...figures]))
    expect(read.content.figures.size).toBe(3)
  })
})

const inputKeys = (unit: string): string[] =>
  index.catalogue.forms.flatMap(form =>
    form.layout === 'indicators'
      ? form.rows.flatMap(row =>
          isInput(row) && row.owner && agency.roles[row.owner]?.includes(unit) ? [row.key] : [],
        )
      : [],
  )

/** Content in an order of its own, with the decimals of typed text left out. */
function plain({ figures, tables, narrative }: Content) {
  const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    figures: sorted(figures),
    tables: sorted(tables).map(([form, rows]) => [
      form,
      sorted(rows)
        .map(([row, cells]) => [row, sorted(cells)] as const)
        .filter(([, cells]) => cells.length > 0),
    ]),
    narrative: sorted(narrative).map(([code, text]) => [code, text.normalize('NFC').trim()]),
  }
}

/** A unit's sheets show its own forms only. */
function onlyShown(content: Content, sheets: SheetLayout[]): Content {
  const forms = new Set(sheets.map(({ form }) => form))
  return {
    ...content,
    tables: new Map([...content.tables].filter(([form, rows]) => forms.has(form) && rows.size > 0)),
  }
}
