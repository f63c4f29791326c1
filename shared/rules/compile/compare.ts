/** A rule of comparison as formulas, place by place, with the arithmetic of its right side. */
import type { Index } from '../../catalogue/catalogue.ts'
import { printNumber } from '../../figure.ts'
import { strength } from '../../formula/expression.ts'
import {
  type Expression,
  operandsOf,
  parseFormula,
  printExcel,
  type Reference,
} from '../../formula.ts'
import { onSheet } from '../../layout/address.ts'
import type { Place } from '../../place.ts'
import type { CompareRule } from '../schema.ts'
import { at, type FigureCells } from './figure-lines.ts'
import type { Figures } from './figures.ts'
import { breaks, comparedParts, type Judgement, usable, whoseFigure } from './judgement.ts'
import { none } from './reading.ts'
import type { Part } from './text.ts'

export function compare(index: Index, figures: Figures, rule: CompareRule): Judgement[] {
  if (rule.level === 'agency') return []
  const [left, right] = [parseFormula(rule.left), parseFormula(rule.right)]
  const key = rule.at ?? operandsOf(left)[0]?.key ?? ''
  const form = rule.table ?? index.indicators.get(key)?.form.id ?? ''
  const places: Place[] = rule.table
    ? figures.rowsOf(rule.table).map(row => ({ form, row, column: key }))
    : [{ form, row: key }]
  return places.flatMap(place => {
    const home = figures.of(place)
    const shown = home?.shown
    if (!home || !shown) return []
    const cellsOf = (node: Expression) =>
      operandsOf(node).map(operand => figures.operand(operand, place))
    const [lefts, rights] = [cellsOf(left), cellsOf(right)]
    // what these sheets do not have is never reported here
    const skips = rule.missing === 'skip'
    if (skips && [...lefts, ...rights].includes(undefined)) return []
    const printed = (cells: FigureCells | undefined) =>
      cells && at(cells.typed || isConstant(cells) ? 'C' : 'D', cells)
    const reported = (cells: FigureCells | undefined) =>
      cells && at(cells.typed || isConstant(cells) ? 'C' : 'E', cells)
    const known = (cell: string | undefined) =>
      skips ? cell : cell === undefined ? '0' : `IF(${cell}="",0,${cell})`
    const side = (node: Expression, address: typeof printed) =>
      printExcel(node, reference => known(address(figures.operand(reference, place)))) ?? '""'
    const judged = [...lefts.map(printed), ...rights.map(reported)].flatMap(cell =>
      cell === undefined ? [] : [usable(cell)],
    )
    if (judged.length === 0) return []
    const overNothing = rule.right.includes('/')
    const [only] = left.kind === 'reference' ? lefts : []
    const overwritten =
      only && !only.typed && only.shown
        ? `ISNUMBER(${onSheet(only.shown.sheet, only.shown.cell)})`
        : 'FALSE'
    const arithmetic = arithmeticOf(right, reference => {
      const cells = figures.operand(reference, place)
      return cells && at('G', cells)
    })
    return [
      {
        rule: rule.id,
        severity: rule.severity,
        shown,
        sides: { left: side(left, printed), right: side(right, reported) },
        fails: own => {
          const relation = breaks(rule.operator, own.left, own.right)
          const judging = overNothing
            ? `IF(${own.right}=${none},${overwritten},${relation})`
            : relation
          const enough = `${skips ? 'AND' : 'OR'}(${judged.join(',')})`
          return `IF(${enough},IF(AND(${usable(own.left)},${usable(own.right)}),${judging},FALSE),FALSE)`
        },
        says: own => [
          ...whoseFigure(home),
          ...comparedParts(own, rule.operator, rule.says, arithmetic),
        ],
        fix: rule.fix,
      },
    ]
  })
}

const isConstant = (cells: FigureCells): boolean => cells.entry === undefined

/** "254 + 1 + 0"; undefined where a single figure or a choice between cases is all there is to show. */
export function arithmeticOf(
  node: Expression,
  cellOf: (reference: Reference) => string | undefined,
): Part[] | undefined {
  if (node.kind !== 'operation') return undefined
  const print = (part: Expression, floor: number): Part[] | undefined => {
    switch (part.kind) {
      case 'reference': {
        const formula = cellOf(part)
        return formula === undefined ? ['0'] : [{ formula }]
      }
      case 'literal':
        return [printNumber(part.value)]
      case 'negation': {
        const inner = print(part.operand, 4)
        return inner && ['-', ...inner]
      }
      case 'choice':
        return undefined
      case 'operation': {
        const own = strength[part.operator]
        const [first, second] = [print(part.left, own), print(part.right, own + 1)]
        if (!first || !second) return undefined
        const sign = { '*': '×', '/': '÷' }[part.operator as string] ?? part.operator
        const parts: Part[] = [...first, ` ${sign} `, ...second]
        return own < floor ? ['(', ...parts, ')'] : parts
      }
    }
  }
  return print(node, 0)
}
