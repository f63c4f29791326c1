// What formulas compute with, and Excel's rules for turning one kind into another.
// Never coerces silently where Excel gives an error.

export class FormulaError {
  readonly code: string

  constructor(code: string) {
    this.code = code
  }
}

export const divisionByZero = new FormulaError('#DIV/0!')
export const badReference = new FormulaError('#REF!')
export const badName = new FormulaError('#NAME?')
export const badValue = new FormulaError('#VALUE!')

/** One value; `null` is a blank cell. */
export type Scalar = number | string | boolean | null | FormulaError

/** The values of a range, row by row; `rows` and `columns` of the range itself may be larger. */
export interface Block {
  rows: number
  columns: number
  /** every non-blank value of the range */
  filled: Scalar[]
  /** the value at an offset inside the range */
  at(row: number, column: number): Scalar
}

export type Result = Scalar | Block

export function isBlock(result: Result): result is Block {
  return typeof result === 'object' && result !== null && !(result instanceof FormulaError)
}

/** A block of one cell is its value; a larger one has no single value. */
export function single(result: Result): Scalar {
  if (!isBlock(result)) return result
  return result.rows === 1 && result.columns === 1 ? result.at(0, 0) : badValue
}

const numberText = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/

/** Blank is 0, TRUE is 1; text that is not a number is #VALUE!. */
export function toNumber(value: Scalar): number | FormulaError {
  if (value instanceof FormulaError || typeof value === 'number') return value
  if (value === null) return 0
  if (typeof value === 'boolean') return value ? 1 : 0
  return numberText.test(value) ? Number(value) : badValue
}

export function toText(value: Scalar): string | FormulaError {
  if (value instanceof FormulaError) return value
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'number' ? String(Number(value.toPrecision(15))) : value
}

export function toTruth(value: Scalar): boolean | FormulaError {
  if (value instanceof FormulaError || typeof value === 'boolean') return value
  if (typeof value === 'string') {
    if (/^true$/i.test(value)) return true
    return /^false$/i.test(value) ? false : badValue
  }
  return value !== null && value !== 0
}

/** 0.1+0.2 shows as 0.3: Excel keeps 15 significant digits. */
export function tidy(value: number): number | FormulaError {
  if (!Number.isFinite(value)) return new FormulaError('#NUM!')
  return Number(value.toPrecision(15))
}
