// Looks given to every cell, row or column of a range in one call: `Range.setCellProperties`, `setRowProperties`,
// `setColumnProperties`. Never paints half a call: all of it is read before the first cell changes.
import { isUnbounded } from '../workbook/address.ts'
import type { Area, CellFormat, FormatPatch } from '../workbook/workbook.ts'
import type { Place } from './area-text.ts'
import { cellBorders } from './borders.ts'
import { type Argument, fields, type Members, member, truth } from './facade.ts'
import {
  alignmentFields,
  type Field,
  fillColor,
  fontFields,
  lineSizes,
  protectionFields,
} from './format-fields.ts'
import { invalid, notImplemented } from './refusal.ts'

type Look = (current: CellFormat) => FormatPatch
type Table = Record<string, Field<keyof CellFormat>>
type Painting = { area: Area; look: Look }

const parts: Record<string, Table> = {
  font: fontFields,
  fill: { color: fillColor },
  protection: protectionFields,
}
const alignment: Table = alignmentFields

function put<Key extends keyof CellFormat>(patch: FormatPatch, one: Field<Key>, value: Argument) {
  patch[one.key] = one.read(value)
}

/** What `{ font: { bold: true }, wrapText: true }` makes of a cell; what is not said stays. */
function lookOf(format: Record<string, Argument>): Look {
  const patch: FormatPatch = {}
  let lines: Look = () => ({})
  for (const [name, value] of Object.entries(format)) {
    const own = member(alignment, name)
    const table = member(parts, name)
    if (own) put(patch, own, value)
    else if (name === 'borders') lines = cellBorders(value)
    else if (!table) throw notImplemented(`CellPropertiesFormat.${name}`)
    else
      for (const [property, one] of Object.entries(fields(value))) {
        const found = member(table, property)
        if (!found) throw notImplemented(`CellPropertiesFormat.${name}.${property}`)
        put(patch, found, one)
      }
  }
  return current => ({ ...patch, ...lines(current) })
}

function only(
  given: Record<string, Argument>,
  ...known: readonly string[]
): Record<string, Argument> {
  const unknown = Object.keys(given).find(name => !known.includes(name))
  if (unknown !== undefined) throw notImplemented(`SettableCellProperties.${unknown}`)
  return given
}

function list(value: Argument | undefined, length: number): Argument[] {
  if (Array.isArray(value) && value.length === length) return value
  throw invalid('the properties differ in shape from the range')
}

export function propertySetters({ sheet, area }: Place): Required<Members>['act'] {
  const paint = (paintings: readonly Painting[]) => {
    const touchesLocks = ({ look }: Painting) => {
      const { locked, formulaHidden } = look(sheet.format(area.row, area.column))
      return locked !== undefined || formulaHidden !== undefined
    }
    sheet.guard.demand(paintings.some(touchesLocks) ? undefined : 'allowFormatCells')
    for (const { area: part, look } of paintings)
      for (let row = part.row; row < part.row + part.rows; row += 1)
        for (let column = part.column; column < part.column + part.columns; column += 1)
          sheet.grid.paint({ row, column, rows: 1, columns: 1 }, look(sheet.format(row, column)))
    sheet.appearanceChanged(area)
  }

  /** Rows or columns: looks for their cells within the range, sizes and hiding for the whole lines. */
  const lines = (axis: 'rows' | 'columns') => (value: Argument | undefined) => {
    const byRows = axis === 'rows'
    const [hidden, size] = byRows
      ? (['rowHidden', 'rowHeight'] as const)
      : (['columnHidden', 'columnWidth'] as const)
    const first = byRows ? area.row : area.column
    const read = list(value, area[axis]).map((one, i) => {
      const given = only(fields(one), 'format', hidden)
      const { [size]: length, ...format } = fields(given.format ?? {})
      const part = byRows
        ? { ...area, row: first + i, rows: 1 }
        : { ...area, column: first + i, columns: 1 }
      return {
        line: first + i,
        looks: Object.keys(format).length > 0 ? [{ area: part, look: lookOf(format) }] : [],
        length: length === undefined ? undefined : lineSizes[size](length),
        hide: given[hidden] === undefined ? undefined : truth(given[hidden]),
      }
    })
    const looks = read.flatMap(one => one.looks)
    if (looks.length > 0 && isUnbounded(area))
      throw notImplemented(`Range.set of unbounded ${axis}`)
    if (read.some(({ length, hide }) => length !== undefined || hide !== undefined))
      sheet.guard.demand(byRows ? 'allowFormatRows' : 'allowFormatColumns')
    if (looks.length > 0) paint(looks)
    for (const { line, length, hide } of read) {
      if (length !== undefined) sheet[axis].resize(line, 1, length, false)
      if (hide !== undefined) sheet[axis].hide(line, 1, hide)
    }
    sheet.appearanceChanged(area)
  }

  return {
    setCellProperties: value => {
      if (isUnbounded(area)) throw invalid('an unbounded range takes no cell properties')
      const paintings = list(value, area.rows).flatMap((line, down) =>
        list(line, area.columns).map((one, right) => ({
          area: { row: area.row + down, column: area.column + right, rows: 1, columns: 1 },
          look: lookOf(fields(only(fields(one), 'format').format ?? {})),
        })),
      )
      paint(paintings)
    },
    setRowProperties: lines('rows'),
    setColumnProperties: lines('columns'),
  }
}
