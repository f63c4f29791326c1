/**
 * Lays out a table form: grouped headings, the row of column numbers, one line per field, task or listed procedure,
 * and a total row where the form has one. Landscape.
 */
import { type Index, isNumericColumn } from '../catalogue/catalogue.ts'
import { kinds } from '../catalogue/kinds.ts'
import type { Column, TableForm } from '../catalogue/schema.ts'
import type { Cell } from '../content.ts'
import { wordsOf } from '../figure.ts'
import { printExcel } from '../formula.ts'
import { lineName, type Place } from '../place.ts'
import { cellAddress, rangeAddress } from './address.ts'
import { givenText } from './given.ts'
import { heading, headingRows } from './heading.ts'
import {
  blockName,
  formulaValue,
  type InputRun,
  type LaidCell,
  type LaidValue,
  type Locate,
  laid,
  rowHeight,
  type SheetLayout,
  signs,
  textCell,
  unreportedIn,
  type View,
} from './sheet.ts'
import type { StyleName } from './style.ts'
import { headerRows, levelsOf } from './table-headings.ts'
import { tableLines } from './table-lines.ts'

export { tableLines } from './table-lines.ts'

const defaultWidth = 12

const firstRowOf = (form: TableForm): number => headingRows + levelsOf(form) + 2

export function tableCellOf(form: TableForm, view: View): (place: Place) => string | undefined {
  const first = firstRowOf(form)
  const codes = tableLines(form, view)
  const lines = new Map(codes.map((code, i) => [code, first + i]))
  if (form.totalRow) lines.set('', first + codes.length)
  codes.forEach((_, i) => {
    lines.set(lineName(i), first + i)
  })
  const columns = new Map(form.columns.map((column, i) => [column.key, i + 1]))
  return ({ form: id, row, column }) => {
    const [line, at] = [lines.get(row), columns.get(column ?? '')]
    return id === form.id && line !== undefined && at !== undefined
      ? cellAddress(line, at)
      : undefined
  }
}

/** The cells that name a list's members, for counting them. */
export function memberRange(form: TableForm, view: View): string | undefined {
  const column = form.columns.findIndex(c => c.rowKey) + 1
  const count = tableLines(form, view).length
  const first = firstRowOf(form)
  return column > 0 && count > 0
    ? rangeAddress(first, column, first + count - 1, column)
    : undefined
}

export function layOutTable(
  index: Index,
  form: TableForm,
  view: View,
  locate: Locate,
): SheetLayout {
  const levels = levelsOf(form)
  const first = firstRowOf(form)
  const codes = tableLines(form, view)
  const widths = form.columns.map(column => column.width ?? defaultWidth)
  const head = heading(form, view, widths, form.unitLine ?? '')
  const headers = headerRows(form, widths)
  const last = first + codes.length - 1
  const rows: LaidCell[][] = [
    ...head.rows,
    ...headers.rows,
    form.columns.map(column => textCell(`(${column.code})`, 'columnNumber')),
    ...codes.map((code, i) =>
      form.columns.map(column => lineCell(index, form, column, code, i, view, locate)),
    ),
    ...(form.totalRow ? [totalRow(index, form, first, last, view, locate)] : []),
  ]
  const total = form.totalRow ? 1 : 0
  return {
    form: form.id,
    sheet: form.sheet,
    landscape: true,
    widths,
    rows,
    heights: [
      ...head.heights,
      ...headers.heights,
      ...rows.slice(headingRows + levels).map(cells => rowHeight(cells, widths)),
    ],
    merges: [...head.merges, ...headers.merges],
    frozenRows: first - 1,
    headerTop: headingRows + 1,
    collapsed: [],
    block: {
      ...(form.columns.some(column => column.rowKey) ? { open: true as const } : {}),
      name: blockName(form),
      top: first,
      left: 1,
      rows: codes.length + total,
      columns: form.columns.length,
      address: rangeAddress(first, 1, last + total, form.columns.length),
    },
    inputs: view.unit === null || codes.length === 0 ? [] : inputRuns(form, first, last),
    cellOf: tableCellOf(form, view),
  }
}

function lineCell(
  index: Index,
  form: TableForm,
  column: Column,
  code: string,
  line: number,
  view: View,
  locate: Locate,
): LaidCell {
  const { numberFormat, align } = kinds[column.kind]
  if (column.given)
    return {
      value: { text: givenText(view.agency, form.rowsBy, column.key, code, line) },
      style: 'given',
      align: column.key === 'ordinal' ? 'center' : 'left',
    }
  if (column.rowKey)
    return {
      value: code ? { text: code } : null,
      style: view.unit === null ? 'given' : 'inputText',
      numberFormat: '@',
    }
  const place: Place = { form: form.id, row: code, column: column.key }
  const typed: StyleName =
    view.unit === null
      ? 'label'
      : kinds[column.kind].numeric && !column.choices
        ? 'input'
        : 'inputText'
  return {
    value: code ? cellValue(index, form, column, place, view, locate) : null,
    style: column.formula ? 'computed' : typed,
    numberFormat,
    align,
    ...(code
      ? { place, ...signOf(column, view, view.values.cell(form.id, code, column.key)) }
      : {}),
  }
}

/** Columns of a finished table have no room for the words of a state. */
const signOf = (column: Column, { unit }: View, { state }: Cell): Pick<LaidCell, 'sign'> =>
  unit === null && state !== 'number' && state !== 'text' && speaks(column)
    ? { sign: signs[state] }
    : {}
/** An empty text is no figure anyone could read as 0. */
const speaks = (column: Column): boolean => isNumericColumn(column) || column.choices !== undefined

function cellValue(
  index: Index,
  form: TableForm,
  column: Column,
  place: Place,
  view: View,
  locate: Locate,
): LaidValue {
  const cell = view.values.cell(form.id, place.row, column.key)
  const expression = index.columns.get(`${form.id}.${column.key}`)?.expression
  if (expression && cell.state !== 'text') {
    const formula = printExcel(
      expression,
      operand => locate(operand, place),
      kinds[column.kind].scale,
      unreportedIn(view),
    )
    if (formula) return formulaValue(formula, cell, unreportedIn(view))
  }
  return shownCell(column, cell, view)
}

/** A coded choice is shown by its label. */
function shownCell(column: Column, cell: Cell, view: View): LaidValue {
  if (cell.state !== 'text') return laid(cell, speaks(column) ? unreportedIn(view) : '')
  const label = column.choices?.find(choice => choice.code === cell.text)?.label
  return { text: label ?? cell.text }
}

function totalRow(
  index: Index,
  form: TableForm,
  first: number,
  last: number,
  view: View,
  locate: Locate,
): LaidCell[] {
  return form.columns.map((column, i): LaidCell => {
    if (i === 1) return { value: { text: 'Tổng số' }, style: 'total', align: 'center' }
    if (column.given || !kinds[column.kind].numeric) return textCell('', 'total')
    const place: Place = { form: form.id, row: '', column: column.key }
    const shown = view.values.total(form.id, column.key)
    const expression = index.columns.get(`${form.id}.${column.key}`)?.expression
    const range = rangeAddress(first, i + 1, last, i + 1)
    const formula = expression
      ? printExcel(
          expression,
          operand => locate(operand, place),
          kinds[column.kind].scale,
          unreportedIn(view),
        )
      : last < first
        ? undefined
        : sumFormula(range, unreportedIn(view))
    return {
      value: formula
        ? formulaValue(formula, shown, unreportedIn(view))
        : laid(shown, unreportedIn(view)),
      style: 'total',
      numberFormat: kinds[column.kind].numberFormat,
      place,
      ...signOf(column, view, shown),
    }
  })
}

/** Adds as `sum` does: numbers, else none when any cell says so, else the first reason why it does not apply. */
export const sumFormula = (range: string, unreported = ''): string => {
  const excused = `COUNTIF(${range},"Không áp*")+COUNTIF(${range},"Không đư*")`
  const reported =
    unreported === '' ? `COUNTA(${range})` : `(COUNTA(${range})-COUNTIF(${range},"${unreported}"))`
  // "Chưa báo cáo" is no reason
  const first = `INDEX(${range},MATCH("${unreported === '' ? '' : 'Không '}*",${range},0))`
  const words = `IF(${excused}<${reported},"${wordsOf.none}",${first})`
  return `IF(COUNT(${range})>0,SUM(${range}),IF(${reported}=0,"${unreported}",${words}))`
}

function inputRuns(form: TableForm, first: number, last: number): InputRun[] {
  return form.columns.flatMap((column, i) => {
    if (column.given || column.formula || column.rowKey) return []
    const choices = column.choices?.map(choice => choice.label)
    return [
      {
        address: rangeAddress(first, i + 1, last, i + 1),
        kind: column.kind,
        prompt: column.note ?? kinds[column.kind].prompt,
        ...(choices ? { choices } : {}),
      },
    ]
  })
}
