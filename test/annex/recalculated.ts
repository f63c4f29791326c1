/**
 * A written workbook, worked out by an evaluator that shares no code with what compiled its formulas: the one that plays
 * Excel for the pane. Cells can be typed over, and everything follows.
 */
import { type Area, parseArea } from '../../addin/preview/workbook/address.ts'
import { cellResult, evaluate } from '../../addin/preview/workbook/formula/evaluate.ts'
import { type Formula, readFormula } from '../../addin/preview/workbook/formula/read.ts'
import {
  type Block,
  FormulaError,
  type Scalar,
} from '../../addin/preview/workbook/formula/result.ts'
import type { ReadWorkbook } from './read-xlsx.ts'

export type Typed = { readonly sheet: string; readonly cell: string; readonly value: Scalar }
export type Recalculated = { readonly value: (sheet: string, cell: string) => Scalar }

type Content = { readonly formula: Formula } | { readonly value: Scalar }

const place = (row: number, column: number): string => `${row},${column}`

/** The workbook read once; each call works it out anew with other cells typed over. */
export function recalculation(read: ReadWorkbook): (typed?: readonly Typed[]) => Recalculated {
  const written = new Map<string, Map<string, Content>>()
  for (const { name, cells } of read.sheets) {
    const contents = new Map<string, Content>()
    for (const [address, { value, formula }] of cells) {
      const { row, column } = parseArea(address)
      if (formula !== undefined) contents.set(place(row, column), { formula: readFormula(formula) })
      else if (value !== undefined && value !== '') contents.set(place(row, column), { value })
    }
    written.set(name, contents)
  }
  return (typed = []) => {
    const over = new Map<string, Scalar>()
    for (const { sheet, cell, value } of typed) {
      const { row, column } = parseArea(cell)
      over.set(`${sheet}!${place(row, column)}`, value)
    }
    const known = new Map<string, Scalar>()
    const valueAt = (sheet: string, row: number, column: number): Scalar => {
      const key = `${sheet}!${place(row, column)}`
      const found = over.get(key) ?? known.get(key)
      if (found !== undefined) return found
      if (over.has(key)) return null
      const content = written.get(sheet)?.get(place(row, column))
      if (!content) return null
      const value =
        'formula' in content ? cellResult(evaluate(content.formula, around(sheet))) : content.value
      known.set(key, value)
      return value
    }
    const block = (sheet: string, area: Area): Block => {
      const at = (row: number, column: number) =>
        valueAt(sheet, area.row + row, area.column + column)
      return {
        rows: area.rows,
        columns: area.columns,
        at,
        get filled() {
          return Array.from({ length: area.rows * area.columns }, (_, i) =>
            at(Math.floor(i / area.columns), i % area.columns),
          ).filter(value => value !== null)
        },
      }
    }
    const around = (own: string) => ({
      block: (name: string | undefined, area: Area) =>
        written.has(name ?? own) ? block(name ?? own, area) : undefined,
      named: () => undefined,
    })
    return {
      value: (sheet, cell) => {
        const { row, column } = parseArea(cell)
        return valueAt(sheet, row, column)
      },
    }
  }
}

export const isError = (value: Scalar): value is FormulaError => value instanceof FormulaError
