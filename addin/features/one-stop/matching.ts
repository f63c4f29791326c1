/**
 * From the lines of a one-stop export to the unit's table of dossiers: which field each line goes to, what the person still
 * has to say, and what the table will hold. Totals of the file are never copied; the form adds up for itself.
 */
import { inputColumns, rowsOf } from '../../../shared/catalogue/catalogue.ts'
import type { Column, TableForm } from '../../../shared/catalogue/schema.ts'
import { type Content, cellFromWire } from '../../../shared/content.ts'
import { quantity, readFigure } from '../../../shared/figure.ts'
import { added } from '../../../shared/one-stop/adding.ts'
import type { DossierLine, ImportedDossiers, Undivided } from '../../../shared/protocol.ts'
import type { Book } from '../fill/book.ts'
import type { OneStopState } from './state.ts'

type Said = Pick<OneStopState, 'chosen' | 'divided'>
export type FieldTable = ReadonlyMap<string, ReadonlyMap<string, number>>

/** The table the import fills; undefined where the unit has none. */
export function dossierTable(book: Book): TableForm | undefined {
  const laid = book.sheets.find(({ form }) => book.index.tables.get(form)?.rowsBy === 'field')
  return laid && book.index.tables.get(laid.form)
}

/** Keys of the unit's own fields, in the order of the sheet. */
export const fieldsOf = (book: Book, form: TableForm): readonly string[] =>
  rowsOf(book.sheet.agency, form, book.sheet.unit) ?? []

/** A field, null: left out, undefined: the person has not said. Lines of other units are left out unless taken. */
export function fieldOf({ chosen }: Said, line: DossierLine): string | null | undefined {
  const said = chosen.get(line.row)
  if (said !== undefined) return said
  return line.field ?? (line.elsewhere.length > 0 ? null : undefined)
}

export const undecided = (said: Said, { lines }: ImportedDossiers): readonly DossierLine[] =>
  lines.filter(line => fieldOf(said, line) === undefined)

/** A figure of a field that covers several columns, added up over its lines. */
export type Parts = Undivided & { readonly field: string }

export const dividedKey = ({ field, columns }: Parts, column: string): string =>
  `${field}|${columns.join('+')}|${column}`

export const partsOf = (said: Said, dossiers: ImportedDossiers): readonly Parts[] =>
  [...linesByField(said, dossiers)].flatMap(([field, lines]) =>
    added(lines, []).undivided.map(one => ({ ...one, field })),
  )

function linesByField(said: Said, { lines }: ImportedDossiers): Map<string, DossierLine[]> {
  const byField = Map.groupBy(lines, line => fieldOf(said, line) ?? '')
  byField.delete('')
  return byField
}

/**
 * How a figure divides: all columns but the last as typed, the last what is left.
 * @returns null while something is missing, is no whole number, or more than there is
 */
export function division({ divided }: Said, parts: Parts): ReadonlyMap<string, number> | null {
  const typed = parts.columns.slice(0, -1)
  const last = parts.columns.at(-1) ?? ''
  const shares = typed.map(column => wholeNumber(divided.get(dividedKey(parts, column))))
  const known = shares.flatMap(share => share ?? [])
  const rest = parts.sum - known.reduce((sum, share) => sum + share, 0)
  if (known.length < typed.length || rest < 0) return null
  return new Map([
    ...typed.map((column, i): [string, number] => [column, known[i] ?? 0]),
    [last, rest],
  ])
}

function wholeNumber(text = ''): number | undefined {
  const read = readFigure(text)
  const value = read.ok ? quantity(read.figure) : undefined
  return value !== undefined && Number.isInteger(value) && value >= 0 ? value : undefined
}

/**
 * Field → input column → figure, with what the person matched and divided. Neither fields the file does not have are in
 * it, nor columns that one of a field's lines leaves blank: part of a sum would pass for all of it.
 */
export function tableOf(said: Said, dossiers: ImportedDossiers, form: TableForm): FieldTable {
  const inputs = inputColumns(form).map(({ key }) => key)
  const table = new Map<string, Map<string, number>>()
  for (const [field, lines] of linesByField(said, dossiers)) {
    const cells = Object.entries(added(lines, inputs).cells)
    if (cells.length > 0) table.set(field, new Map(cells))
  }
  for (const parts of partsOf(said, dossiers)) {
    const row = table.get(parts.field) ?? new Map<string, number>()
    for (const [column, figure] of division(said, parts) ?? [])
      table.set(parts.field, row.set(column, figure))
  }
  return table
}

/** The content with the table in it; cells the file says nothing about keep what they hold. */
export function withTable(content: Content, form: TableForm, table: FieldTable): Content {
  const rows = new Map(content.tables.get(form.id))
  for (const [field, cells] of table)
    rows.set(
      field,
      new Map([
        ...(rows.get(field) ?? []),
        ...[...cells].map(([column, figure]) => [column, cellFromWire(figure)] as const),
      ]),
    )
  return { ...content, tables: new Map(content.tables).set(form.id, rows) }
}

/** "(4) Trực tuyến" */
export const columnName = ({ code, name }: Column): string => `(${code}) ${name}`
