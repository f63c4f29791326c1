/**
 * From the cells of laid-out sheets back to what a unit reports. Nothing typed is dropped: what cannot be read is
 * handed on with its place, and printed values of computed cells are kept so that an overwritten formula is noticed.
 */
import { type Index, isComputed, isProcedureCode } from './catalogue/catalogue.ts'
import { kinds } from './catalogue/kinds.ts'
import type { Column, Form, IndicatorForm, NarrativeForm, TableForm } from './catalogue/schema.ts'
import type { Cell, Content } from './content.ts'
import { type Figure, isReasonless, type Reading, readFigure } from './figure.ts'
import type { View } from './layout/sheet.ts'
import { tableLines } from './layout/table.ts'
import { formsOfView } from './layout.ts'
import { lineName, placeText } from './place.ts'
import type { Stated } from './rules/engine.ts'

/** Raw values of a form's block, row by row, as Excel gives them. */
export type BlockCells = readonly (readonly unknown[])[]

export type SheetReading = {
  readonly content: Content
  readonly stated: ReadonlyMap<string, Stated>
  readonly unread: ReadonlyMap<string, string>
  /** codes of list lines in sheet order, for placing findings */
  readonly openRows: ReadonlyMap<string, readonly string[]>
}

export function readBlocks(
  index: Index,
  view: View,
  blocks: ReadonlyMap<string, BlockCells>,
): SheetReading {
  const figures = new Map<string, Figure>()
  const tables = new Map<string, Map<string, Map<string, Cell>>>()
  const narrative = new Map<string, string>()
  const stated = new Map<string, Stated>()
  const unread = new Map<string, string>()
  const openRows = new Map<string, string[]>()

  const state = (place: string, raw: unknown): void => {
    const reading = readFigure(raw)
    if (!reading.ok || reading.figure.state !== 'number') return
    const { value, decimals } = reading.figure
    stated.set(place, decimals === undefined ? { value } : { value, decimals })
  }
  const figure = (place: string, raw: unknown): Figure | undefined => {
    const reading: Reading = readFigure(raw)
    if (reading.ok && !isReasonless(reading.figure))
      return reading.figure.state === 'not-reported' ? undefined : reading.figure
    unread.set(place, plainText(raw))
    return undefined
  }

  const indicators = (form: IndicatorForm, cells: BlockCells): void => {
    form.rows.forEach((row, i) => {
      const raw = cells[i]?.[0]
      if (row.kind === 'heading') return
      if (isComputed(row)) {
        state(row.key, raw)
        return
      }
      const read = figure(row.key, raw)
      if (read) figures.set(row.key, read)
    })
  }

  const table = (form: TableForm, cells: BlockCells): void => {
    const key = form.columns.findIndex(column => column.rowKey)
    const codes =
      key < 0
        ? tableLines(form, view)
        : cells.slice(0, cells.length - (form.totalRow ? 1 : 0)).map(line => plainText(line[key]))
    if (key >= 0) openRows.set(form.id, codes)
    const none = key >= 0 && codes.some(isNone)
    const rows = new Map<string, Map<string, Cell>>()
    codes.forEach((code, i) => {
      if (key >= 0 && !namesOneRow(form, code, cells[i] ?? [], rows)) {
        // a line that cannot be told from others is an error at its code, never dropped
        const column = form.columns[key]?.key ?? ''
        unread.set(placeText({ form: form.id, row: lineName(i), column }), isNone(code) ? '' : code)
        return
      }
      if (code === '' || isNone(code)) return
      const row = new Map<string, Cell>()
      form.columns.forEach((column, at) => {
        const raw = cells[i]?.[at]
        const place = placeText({ form: form.id, row: code, column: column.key })
        if (column.given || column.rowKey) return
        if (column.formula) {
          state(place, raw)
          return
        }
        const cell = readCell(column, raw, text => figure(place, text))
        if (cell) row.set(column.key, cell)
      })
      if (row.size > 0 || key >= 0) rows.set(code, row)
    })
    const totals = form.totalRow ? cells[codes.length] : undefined
    form.columns.forEach((column, at) => {
      if (totals && kinds[column.kind].numeric)
        state(placeText({ form: form.id, row: '', column: column.key }), totals[at])
    })
    if (rows.size > 0 || none) tables.set(form.id, rows)
  }

  const outline = (form: NarrativeForm, cells: BlockCells): void => {
    form.sections.forEach((section, i) => {
      const text = plainText(cells[i]?.[0])
      if (text !== '') narrative.set(section.code, text)
    })
  }

  const readers: {
    [L in Form['layout']]: (form: Extract<Form, { layout: L }>, cells: BlockCells) => void
  } = {
    indicators,
    table,
    narrative: outline,
  }
  for (const form of formsOfView(index, view)) {
    const cells = blocks.get(form.id)
    // the readers are keyed by layout, so the reader always fits the form
    if (cells) (readers[form.layout] as (form: Form, cells: BlockCells) => void)(form, cells)
  }
  return { content: { figures, tables, narrative }, stated, unread, openRows }
}

/** Whether a list line can stand for one member: a proper code not used above, or nothing beside an empty code. */
function namesOneRow(
  form: TableForm,
  code: string,
  cells: readonly unknown[],
  above: ReadonlyMap<string, unknown>,
): boolean {
  if (code !== '' && !isNone(code)) return isProcedureCode(code) && !above.has(code)
  return form.columns.every(
    (column, at) => column.given || column.rowKey || plainText(cells[at]) === '',
  )
}

const plainText = (raw: unknown): string =>
  raw === null || raw === undefined ? '' : String(raw).normalize('NFC').trim()
const isNone = (text: string): boolean => {
  const reading = readFigure(text)
  return reading.ok && reading.figure.state === 'none'
}

/** A coded choice is typed or picked by its label; words stay words; the rest are figures. */
function readCell(
  column: Column,
  raw: unknown,
  figure: (raw: unknown) => Figure | undefined,
): Cell | undefined {
  const text = plainText(raw)
  if (text === '') return undefined
  const choice = column.choices?.find(
    ({ code, label }) =>
      label.toLocaleLowerCase('vi') === text.toLocaleLowerCase('vi') || String(code) === text,
  )
  if (choice)
    return typeof choice.code === 'string'
      ? { state: 'text', text: choice.code }
      : figure(choice.code)
  if (column.choices || kinds[column.kind].numeric) return figure(raw)
  return { state: 'text', text }
}
