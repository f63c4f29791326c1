// A range: its contents, geometry, and ways to other ranges.
// Never holds cells; it is an area of a sheet looked at when asked.
import {
  type Area,
  boundingArea,
  checkedArea,
  columnLimit,
  isUnbounded,
  rowLimit,
} from '../workbook/address.ts'
import type { Input } from '../workbook/entry.ts'
import { movedFormula } from '../workbook/formula/tokens.ts'
import { intersection, type Sheet } from '../workbook/workbook.ts'
import { fullAddress, type Place, placeArgument } from './area-text.ts'
import { cellProperties } from './cell-properties.ts'
import { conditionalFormats } from './conditional-formats.ts'
import { dataValidation } from './data-validation.ts'
import { type Argument, Facade, truth, whole } from './facade.ts'
import type { HostState } from './host-state.ts'
import type { Json } from './protocol.ts'
import { rangeFormat } from './range-format.ts'
import { rangeLines } from './range-lines.ts'
import { rangeShift } from './range-shift.ts'
import { invalid, notFound, Refusal } from './refusal.ts'
import { propertySetters } from './set-properties.ts'
import { uniform } from './uniform.ts'
import { worksheet } from './worksheet.ts'

/** Values, or `null` for unbounded ranges, as Excel answers. */
function block({ area }: Place, look: (row: number, column: number) => Json): Json {
  if (isUnbounded(area)) return null
  return Array.from({ length: area.rows }, (_, down) =>
    Array.from({ length: area.columns }, (_, right) => look(area.row + down, area.column + right)),
  )
}

function input(value: Argument): Input | null {
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return value
  throw invalid('a cell takes text, a number, true, false or null')
}

// one value fills the whole range, and a formula is then filled as by hand: references move
function inputs(value: Argument, area: Area): (Input | null)[][] {
  if (Array.isArray(value)) {
    return value.map(row => {
      if (!Array.isArray(row)) throw invalid('rows of values expected')
      return row.map(input)
    })
  }
  const single = input(value)
  const isFormula = typeof single === 'string' && /^=./.test(single)
  return Array.from({ length: area.rows }, (_, down) =>
    Array.from({ length: area.columns }, (_, right) =>
      isFormula ? `=${movedFormula(single.slice(1), down, right)}` : single,
    ),
  )
}

function numberFormats(sheet: Sheet, area: Area, value: Argument): void {
  const rows = inputs(value, area)
  if (rows.length !== area.rows || rows.some(row => row.length !== area.columns)) {
    throw invalid('the formats differ in shape from the range')
  }
  sheet.guard.demand('allowFormatCells')
  rows.forEach((row, down) => {
    row.forEach((numberFormat, right) => {
      if (numberFormat === null) return
      const cell = { row: area.row + down, column: area.column + right, rows: 1, columns: 1 }
      sheet.grid.paint(cell, { numberFormat: String(numberFormat) })
    })
  })
  sheet.appearanceChanged(area)
}

const clearings = {
  All: ['contents', 'formats'],
  Contents: ['contents'],
  Formats: ['formats'],
} as const

export function range(state: HostState, place: Place): Facade {
  const { workbook } = state
  const { sheet } = place
  const area = checkedArea(place.area)
  const at = (next: Area) => range(state, { sheet, area: checkedArea(next) })
  const other = (value: Argument | undefined) => placeArgument(workbook, sheet, value)
  const shared = (value: Argument | undefined) => {
    const there = other(value)
    return there.sheet === sheet ? intersection(area, there.area) : undefined
  }
  const used = (contentsOnly: Argument | undefined) => sheet.grid.used(contentsOnly === true, area)
  const write = (value: Argument) => {
    if (isUnbounded(area)) throw invalid('an unbounded range takes no values')
    sheet.write(area, inputs(value, area))
  }
  const formula = (row: number, column: number) =>
    sheet.formula(row, column) || sheet.content(row, column)

  const shift = rangeShift(state, place, () => range(state, place))
  return new Facade('Range', {
    range: { sheet, area },
    get: {
      address: () => fullAddress({ sheet, area }),
      addressLocal: () => fullAddress({ sheet, area }),
      rowIndex: () => area.row,
      columnIndex: () => area.column,
      rowCount: () => area.rows,
      columnCount: () => area.columns,
      // beyond 2^31 − 1 Excel answers −1
      cellCount: () => (area.rows * area.columns > 2 ** 31 - 1 ? -1 : area.rows * area.columns),
      values: () => block(place, (row, column) => sheet.content(row, column)),
      text: () => block(place, (row, column) => sheet.text(row, column)),
      formulas: () => block(place, formula),
      formulasLocal: () =>
        block(
          place,
          (row, column) => sheet.localFormula(row, column) || sheet.content(row, column),
        ),
      numberFormat: () =>
        isUnbounded(area)
          ? uniform(place, format => format.numberFormat)
          : block(place, (row, column) => sheet.format(row, column).numberFormat),
      valueTypes: () => block(place, (row, column) => valueType(sheet, row, column)),
      isEntireColumn: () => area.rows === rowLimit,
      isEntireRow: () => area.columns === columnLimit,
      ...rangeLines(place).get,
    },
    set: {
      values: write,
      formulas: write,
      numberFormat: value => numberFormats(sheet, area, value),
      ...rangeLines(place).set,
    },
    call: {
      getCellProperties: options => {
        const look = cellProperties(options)
        return block(place, (row, column) => look(sheet.format(row, column)))
      },
    },
    part: {
      format: () => rangeFormat(state, { sheet, area }),
      dataValidation: () => dataValidation(state, { sheet, area }),
      conditionalFormats: () => conditionalFormats(state, { sheet, area }),
      worksheet: () => worksheet(state, sheet),
    },
    act: {
      select: () => workbook.select(sheet, area),
      clear: applyTo => {
        const kinds = Object.entries(clearings).find(([kind]) => kind === (applyTo ?? 'All'))?.[1]
        if (!kinds) throw new Refusal('NotImplemented', `Range.clear(${String(applyTo)})`)
        for (const kind of kinds) {
          if (kind === 'contents') sheet.clearContents(area)
          else sheet.clearFormats(area)
        }
      },
      merge: across => sheet.merge(area, truth(across ?? false)),
      unmerge: () => sheet.unmerge(area),
      calculate: () => workbook.calculation.recalculate(),
      _ValidateArraySize: (rows, columns) => {
        if (rows !== area.rows || columns !== area.columns) {
          throw invalid('the values differ in shape from the range')
        }
      },
      ...rangeLines(place).act,
      ...propertySetters(place),
      ...shift.act,
    },
    give: {
      ...shift.give,
      getCell: (row, column) =>
        at({
          row: area.row + whole(row),
          column: area.column + whole(column),
          rows: 1,
          columns: 1,
        }),
      getRow: row => at({ ...area, row: area.row + whole(row), rows: 1 }),
      getColumn: column => at({ ...area, column: area.column + whole(column), columns: 1 }),
      getLastCell: () =>
        at({
          row: area.row + area.rows - 1,
          column: area.column + area.columns - 1,
          rows: 1,
          columns: 1,
        }),
      getLastRow: () => at({ ...area, row: area.row + area.rows - 1, rows: 1 }),
      getLastColumn: () => at({ ...area, column: area.column + area.columns - 1, columns: 1 }),
      getOffsetRange: (rows, columns) =>
        at({ ...area, row: area.row + whole(rows), column: area.column + whole(columns) }),
      getResizedRange: (rows, columns) =>
        at({ ...area, rows: area.rows + whole(rows), columns: area.columns + whole(columns) }),
      getAbsoluteResizedRange: (rows, columns) =>
        at({ ...area, rows: whole(rows), columns: whole(columns) }),
      getBoundingRect: value => at(boundingArea(area, other(value).area)),
      getEntireRow: () => at({ ...area, column: 0, columns: columnLimit }),
      getEntireColumn: () => at({ ...area, row: 0, rows: rowLimit }),
      getIntersection: value => {
        const common = shared(value)
        if (!common) throw notFound('the ranges have no cell in common')
        return at(common)
      },
      getIntersectionOrNullObject: value => {
        const common = shared(value)
        return common ? at(common) : null
      },
      // a sheet without contents answers its first cell
      getUsedRange: contentsOnly => at(used(contentsOnly) ?? { ...area, rows: 1, columns: 1 }),
      getUsedRangeOrNullObject: contentsOnly => {
        const found = used(contentsOnly)
        return found ? at(found) : null
      },
    },
  })
}

function valueType(sheet: Sheet, row: number, column: number): string {
  const content = sheet.content(row, column)
  if (content === '') return 'Empty'
  if (sheet.isError(row, column)) return 'Error'
  if (typeof content === 'number') return 'Double'
  return typeof content === 'boolean' ? 'Boolean' : 'String'
}
