// Walks a formula's tree and gives its result. Never stores results: calculation.ts does.
import { type Area, columnLimit, rowLimit } from '../address.ts'
import { functions } from './functions.ts'
import { type Formula, type Operator, readFormula } from './read.ts'
import {
  type Block,
  badName,
  badReference,
  divisionByZero,
  FormulaError,
  isBlock,
  type Result,
  type Scalar,
  single,
  tidy,
  toNumber,
  toText,
} from './result.ts'

/** The cells a formula may look at. */
export interface Surroundings {
  /** The block of an area, or `undefined` when the sheet does not exist. */
  block(sheetName: string | undefined, area: Area): Block | undefined
  /** What a defined name stands for, as a formula. */
  named(name: string): string | undefined
}

/** How far the reading cell lies from the cell the formula was written for. */
export interface Offset {
  down: number
  right: number
}

const here: Offset = { down: 0, right: 0 }

export function evaluate(formula: Formula, around: Surroundings, offset: Offset = here): Result {
  switch (formula.kind) {
    case 'value':
      return formula.value
    case 'omitted':
      return null
    case 'error':
      return new FormulaError(formula.code.toUpperCase())
    case 'reference': {
      const area = seenFrom(formula, offset)
      return (area && around.block(formula.sheetName, area)) ?? badReference
    }
    case 'name': {
      const meaning = around.named(formula.name)
      return meaning === undefined ? badName : evaluate(readFormula(meaning), around)
    }
    case 'minus':
    case 'percent': {
      const number = toNumber(single(evaluate(formula.operand, around, offset)))
      if (number instanceof FormulaError) return number
      return formula.kind === 'minus' ? -number : number / 100
    }
    case 'operation': {
      const left = single(evaluate(formula.left, around, offset))
      const right = single(evaluate(formula.right, around, offset))
      return operate(formula.operator, left, right)
    }
    case 'call': {
      const run = functions[formula.name]
      if (!run) return badName
      const { args } = formula
      return run({
        count: args.length,
        result: index => {
          const arg = args[index]
          return arg ? evaluate(arg, around, offset) : null
        },
      })
    }
  }
}

function seenFrom(
  reference: Extract<Formula, { kind: 'reference' }>,
  offset: Offset,
): Area | undefined {
  const { area, fixed } = reference
  const row = area.row + (fixed.row ? 0 : offset.down)
  const column = area.column + (fixed.column ? 0 : offset.right)
  const lastRow = area.row + area.rows - 1 + (fixed.lastRow ? 0 : offset.down)
  const lastColumn = area.column + area.columns - 1 + (fixed.lastColumn ? 0 : offset.right)
  const outside =
    Math.min(row, lastRow, column, lastColumn) < 0 ||
    Math.max(row, lastRow) >= rowLimit ||
    Math.max(column, lastColumn) >= columnLimit
  if (outside) return undefined
  return {
    row: Math.min(row, lastRow),
    column: Math.min(column, lastColumn),
    rows: Math.abs(lastRow - row) + 1,
    columns: Math.abs(lastColumn - column) + 1,
  }
}

const arithmetic: Partial<Record<Operator, (a: number, b: number) => number | FormulaError>> = {
  '+': (a, b) => tidy(a + b),
  '-': (a, b) => tidy(a - b),
  '*': (a, b) => tidy(a * b),
  '/': (a, b) => (b === 0 ? divisionByZero : tidy(a / b)),
  '^': (a, b) => tidy(a ** b),
}

const comparison: Partial<Record<Operator, (order: number) => boolean>> = {
  '=': order => order === 0,
  '<>': order => order !== 0,
  '<': order => order < 0,
  '>': order => order > 0,
  '<=': order => order <= 0,
  '>=': order => order >= 0,
}

function operate(operator: Operator, left: Scalar, right: Scalar): Scalar {
  if (left instanceof FormulaError) return left
  if (right instanceof FormulaError) return right
  const compute = arithmetic[operator]
  if (compute) {
    const a = toNumber(left)
    const b = toNumber(right)
    if (a instanceof FormulaError) return a
    return b instanceof FormulaError ? b : compute(a, b)
  }
  const compare = comparison[operator]
  if (compare) return compare(order(left, right))
  return `${toText(left)}${toText(right)}`
}

// Excel orders numbers before text before truth values; a blank takes the other side's kind
function order(left: Scalar, right: Scalar): number {
  const a = filled(left, right)
  const b = filled(right, left)
  const ranks = ['number', 'string', 'boolean']
  const byKind = ranks.indexOf(typeof a) - ranks.indexOf(typeof b)
  if (byKind !== 0) return byKind
  if (typeof a === 'string' && typeof b === 'string') {
    const [low, high] = [a.toLowerCase(), b.toLowerCase()]
    return low === high ? 0 : low < high ? -1 : 1
  }
  return Number(a) - Number(b)
}

function filled(value: Scalar, other: Scalar): Scalar {
  if (value !== null) return value
  if (typeof other === 'string') return ''
  return typeof other === 'boolean' ? false : 0
}

/** A cell shows 0 where its formula gives a blank. */
export function cellResult(result: Result): Scalar {
  return isBlock(result) ? (single(result) ?? 0) : (result ?? 0)
}
