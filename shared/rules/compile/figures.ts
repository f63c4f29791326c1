/**
 * The figures of a unit's sheets as a hidden sheet reads them: one line per place, in the engine's own terms. Computed
 * places are worked out again from what was typed, so that an overwritten formula is noticed.
 */
import {
  type Entry,
  type Index,
  isComputed,
  isNumericColumn,
  membersOf,
  ownerRole,
  playsRole,
} from '../../catalogue/catalogue.ts'
import { kinds } from '../../catalogue/kinds.ts'
import type { Column, IndicatorForm, TableForm } from '../../catalogue/schema.ts'
import { cellOf, type Figure } from '../../figure.ts'
import { type Expression, operandsOf, printExcel, type Reference } from '../../formula.ts'
import { onSheet } from '../../layout/address.ts'
import type { View } from '../../layout/sheet.ts'
import { tableLines } from '../../layout/table.ts'
import { formsOfView, locator } from '../../layout.ts'
import { lineName, type Place, placeText } from '../../place.ts'
import { rowFacts } from '../../rows.ts'
import {
  type FigureCells,
  type FigureLine,
  formulaLine,
  noneList,
  sumFormula,
  typedLine,
} from './figure-lines.ts'
import { isCode, isListed, none, trimmed } from './reading.ts'
import { spoken } from './text.ts'

export type Figures = {
  readonly lines: readonly FigureLine[]
  /** every place that is typed or computed on the sheets, in their order */
  readonly all: readonly FigureCells[]
  readonly of: (place: Place) => FigureCells | undefined
  /** what an expression reads when it stands at a place; undefined when these sheets do not have it */
  readonly operand: (reference: Reference, from: Place) => FigureCells | undefined
  /** names of the rows of a table here: codes, or lines to be named */
  readonly rowsOf: (form: string) => readonly string[]
}

export function figuresOn(index: Index, view: View): Figures {
  const find = locator(index, view)
  const facts = rowFacts(view.agency)
  const all: FigureCells[] = []
  const known = new Map<string, FigureCells>()
  const lines: (() => FigureLine)[] = []
  const rows = new Map<string, string[]>()

  const add = (
    place: Place,
    entry: Entry | undefined,
    typed: boolean,
    line: (cells: FigureCells) => FigureLine,
  ) => {
    const cells = {
      place,
      ...(entry ? { entry } : {}),
      row: lines.length + 2,
      shown: find(place),
      typed,
    }
    known.set(placeText(place), cells)
    lines.push(() => line(cells))
    if (entry) all.push(cells)
    return cells
  }
  const of = (place: Place) => known.get(placeText(place))
  const constant = (name: string, figure: Figure): FigureCells => {
    const place = { form: name, row: '' }
    return (
      of(place) ??
      add(place, undefined, false, ({ row }) => ({
        place: name,
        value: { constant: cellOf(figure) },
        spoken: spoken(`C${row}`),
      }))
    )
  }

  const operand = (
    { key, form, sameRow, of: kind }: Reference,
    from: Place,
  ): FigureCells | undefined => {
    const table = from.column === undefined ? undefined : from.form
    if (kind === 'previous') {
      const { before } = view.values
      if (!before) return undefined
      const figure = before.reading({ kind: 'reference', key }, table)(from.row)
      return constant(`kỳ trước ${table ?? ''}/${from.row}/${key}`, figure)
    }
    if (kind === 'row') {
      const fact = facts(from.form, from.row)[key]
      if (fact === undefined) return undefined
      return constant(`danh mục ${from.row}/${key}`, { state: 'number', value: fact })
    }
    const within = form ?? table
    if (within === undefined || !index.tables.has(within)) {
      const entry = index.indicators.get(key)
      return entry && of({ form: entry.form.id, row: key })
    }
    const ofRow = sameRow || !form
    return of({ form: within, row: ofRow ? from.row : '', column: key })
  }

  const computed = (place: Place, entry: Entry, expression: Expression) => {
    if (operandsOf(expression).some(reference => !operand(reference, place))) return
    add(place, entry, false, cells => {
      const address = (reference: Reference) => {
        const found = operand(reference, place)
        return found && `C${found.row}`
      }
      const formula = printExcel(expression, address, kinds[entry.row.kind].scale)
      return formulaLine(place, formula ?? '""')(cells)
    })
  }
  const typed = (place: Place, entry: Entry, usable?: string) =>
    add(place, entry, true, typedLine(place, entry, usable))

  function indicators(form: IndicatorForm): void {
    for (const row of form.rows) {
      const entry = index.indicators.get(row.key)
      if (!entry || row.kind === 'heading' || isComputed(row)) continue
      if (playsRole(view.agency, ownerRole(index, row), view.unit ?? ''))
        typed({ form: form.id, row: row.key }, entry)
    }
  }

  function table(form: TableForm): void {
    const codes = tableLines(form, view)
    const key = form.columns.find(column => column.rowKey)
    const names = codes.map((code, i) => (key ? lineName(i) : code))
    rows.set(form.id, names)
    const entryOf = (column: Column) => index.columns.get(`${form.id}.${column.key}`)
    const codeCells = key ? memberLines(form, key, names) : []
    for (const column of form.columns) {
      const entry = entryOf(column)
      if (!entry || column.given || column.rowKey || column.formula || !kinds[column.kind].numeric)
        continue
      const cells = names.map((row, i) => {
        const code = codeCells[i]
        return typed({ form: form.id, row, column: column.key }, entry, code && `C${code.row}=1`)
      })
      if (isNumericColumn(column)) total(form, entry, cells)
    }
    for (const column of form.columns) {
      const entry = entryOf(column)
      if (!entry?.expression) continue
      for (const row of [...names, ''])
        computed({ form: form.id, row, column: column.key }, entry, entry.expression)
    }
  }

  function total(form: TableForm, entry: Entry, cells: readonly FigureCells[]): void {
    const [first, last] = [cells[0], cells.at(-1)]
    if (!first || !last) return
    const place = { form: form.id, row: '', column: entry.row.key }
    add(place, entry, false, formulaLine(place, sumFormula(`C${first.row}:C${last.row}`)))
  }

  /** Lines the unit names itself: C is 1 where the line counts, D is 1 where it says there are none. */
  function memberLines(form: TableForm, key: Column, names: readonly string[]): FigureCells[] {
    const entry = index.columns.get(`${form.id}.${key.key}`)
    const others = form.columns.filter(column => !column.given && !column.rowKey && !column.formula)
    const top = lines.length + 2
    return names.map((name, i) =>
      add({ form: form.id, row: name, column: key.key }, entry, true, ({ row, shown }) => {
        const cell = shown ? onSheet(shown.sheet, shown.cell) : '""'
        const beside = others.flatMap(({ key: column }) => {
          const other = find({ form: form.id, row: name, column })
          return other ? [trimmed(onSheet(other.sheet, other.cell))] : []
        })
        const words = `B${row}`
        const open = `OR(${words}="",D${row}=1)`
        const again = `MATCH(${words},B${top}:B${top + names.length - 1},0)<>${i + 1}`
        return {
          place: placeText({ form: form.id, row: name, column: key.key }),
          words: trimmed(cell),
          value: { formula: `IF(AND(NOT(${open}),F${row}=""),1,"")` },
          printed: `IF(${isListed(words, noneList)},1,"")`,
          problem: `IF(${open},IF(${beside.join('&')}<>"","w",""),IF(NOT(${isCode(words)}),"m",IF(${again},"d","")))`,
          spoken: '""',
        }
      }),
    )
  }

  const forms = formsOfView(index, view)
  for (const form of forms) if (form.layout === 'indicators') indicators(form)
  for (const form of forms) if (form.layout === 'table') table(form)
  // computed indicators read inputs, totals and one another: those whose operands are here already come first
  const waiting = forms.flatMap(form =>
    form.layout === 'indicators' ? form.rows.filter(isComputed) : [],
  )
  for (let before = -1; before !== all.length; ) {
    before = all.length
    for (const row of waiting) {
      const entry = index.indicators.get(row.key)
      const place = entry && { form: entry.form.id, row: row.key }
      if (!entry || !place || of(place)) continue
      const members = membersOf(row)
      const list = members && listOf(members)
      if (list) add(place, entry, false, formulaLine(place, list))
      else if (entry.expression) computed(place, entry, entry.expression)
    }
  }
  function listOf(form: string): string | undefined {
    const key = index.tables.get(form)?.columns.find(column => column.rowKey)?.key ?? ''
    const names = rows.get(form) ?? []
    const [first, last] = [names[0], names.at(-1)].map(row =>
      of({ form, row: row ?? '', column: key }),
    )
    if (!first || !last) return undefined
    const [counted, said] = [`C${first.row}:C${last.row}`, `D${first.row}:D${last.row}`]
    return `IF(COUNT(${counted})>0,COUNT(${counted}),IF(COUNT(${said})>0,${none},""))`
  }

  return {
    get lines() {
      return lines.map(line => line())
    },
    all,
    of,
    operand,
    rowsOf: form => rows.get(form) ?? [],
  }
}
