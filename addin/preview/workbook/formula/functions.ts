// The worksheet functions the forms use. Never evaluates an argument that Excel would skip.
import {
  badValue,
  divisionByZero,
  FormulaError,
  isBlock,
  type Result,
  type Scalar,
  single,
  tidy,
  toNumber,
  toText,
  toTruth,
} from './result.ts'

export interface Call {
  /** number of arguments written */
  count: number
  /** the argument at an index, computed when asked for */
  result(index: number): Result
}

type WorksheetFunction = (call: Call) => Result

function each(call: Call): Result[] {
  return Array.from({ length: call.count }, (_, index) => call.result(index))
}

// numbers of a range as they are; a written argument is turned into a number
function numbers(call: Call): number[] | FormulaError {
  const found: number[] = []
  for (const result of each(call)) {
    if (isBlock(result)) {
      for (const value of result.filled) {
        if (value instanceof FormulaError) return value
        if (typeof value === 'number') found.push(value)
      }
    } else {
      const number = toNumber(result)
      if (number instanceof FormulaError) return number
      found.push(number)
    }
  }
  return found
}

function overNumbers(compute: (found: number[]) => Scalar): WorksheetFunction {
  return call => {
    const found = numbers(call)
    return found instanceof FormulaError ? found : compute(found)
  }
}

function ofNumbers(compute: (first: number, second: number) => Scalar): WorksheetFunction {
  return call => {
    const first = toNumber(single(call.result(0)))
    const second = call.count > 1 ? toNumber(single(call.result(1))) : 0
    if (first instanceof FormulaError) return first
    return second instanceof FormulaError ? second : compute(first, second)
  }
}

function ofValue(compute: (value: Scalar) => Scalar): WorksheetFunction {
  return call => compute(single(call.result(0)))
}

function ofTexts(compute: (texts: string[]) => Scalar): WorksheetFunction {
  return call => {
    const texts: string[] = []
    for (const result of each(call)) {
      const text = toText(single(result))
      if (text instanceof FormulaError) return text
      texts.push(text)
    }
    return compute(texts)
  }
}

function truths(combine: (found: boolean[]) => boolean): WorksheetFunction {
  return call => {
    const found: boolean[] = []
    for (const result of each(call)) {
      // text inside ranges is skipped, as Excel does
      const values = isBlock(result)
        ? result.filled.filter(value => typeof value !== 'string')
        : [result]
      for (const value of values) {
        const truth = toTruth(value)
        if (truth instanceof FormulaError) return truth
        found.push(truth)
      }
    }
    return found.length === 0 ? badValue : combine(found)
  }
}

function counting(counts: (value: Scalar, inRange: boolean) => boolean): WorksheetFunction {
  return call => {
    let total = 0
    for (const result of each(call)) {
      const values = isBlock(result) ? result.filled : [result]
      total += values.filter(value => counts(value, isBlock(result))).length
    }
    return total
  }
}

// what COUNTIF and MATCH look for: text with * and ?, without regard to case, or a number
function fitting(wanted: Scalar): (value: Scalar) => boolean {
  if (typeof wanted !== 'string') return value => value === wanted
  const escaped = wanted.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
  const pattern = new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'isu')
  return value => typeof value === 'string' && pattern.test(value)
}

function cells(result: Result): Scalar[] {
  if (!isBlock(result)) return [result]
  const { rows, columns } = result
  return Array.from({ length: rows * columns }, (_, index) =>
    result.at(Math.floor(index / columns), index % columns),
  )
}

// half away from zero on the decimal digits, so that ROUND(2.675;2) is 2.68
function rounded(value: number, digits: number): number | FormulaError {
  const shifted = Number(`${Math.abs(value)}e${Math.trunc(digits)}`)
  if (!Number.isFinite(shifted)) return value
  return tidy(Math.sign(value) * Number(`${Math.round(shifted)}e${-Math.trunc(digits)}`))
}

export const functions: Record<string, WorksheetFunction> = {
  SUM: overNumbers(found => tidy(found.reduce((sum, value) => sum + value, 0))),
  MIN: overNumbers(found => (found.length === 0 ? 0 : Math.min(...found))),
  MAX: overNumbers(found => (found.length === 0 ? 0 : Math.max(...found))),
  AVERAGE: overNumbers(found =>
    found.length === 0
      ? divisionByZero
      : tidy(found.reduce((sum, value) => sum + value, 0) / found.length),
  ),
  COUNT: counting((value, inRange) =>
    inRange ? typeof value === 'number' : !(toNumber(value) instanceof FormulaError),
  ),
  COUNTA: counting((value, inRange) => !inRange || value !== null),
  COUNTIF: call => {
    const fits = fitting(single(call.result(1)))
    return cells(call.result(0)).filter(fits).length
  },
  // exact matches only, the third argument being 0
  MATCH: call => {
    const found = cells(call.result(1)).findIndex(fitting(single(call.result(0))))
    return found < 0 ? new FormulaError('#N/A') : found + 1
  },
  INDEX: call => {
    const position = toNumber(single(call.result(1)))
    if (position instanceof FormulaError) return position
    return cells(call.result(0))[position - 1] ?? null
  },
  COUNTBLANK: call => {
    const result = call.result(0)
    if (!isBlock(result)) return result === null || result === '' ? 1 : 0
    const occupied = result.filled.filter(value => value !== '').length
    return result.rows * result.columns - occupied
  },
  IF: call => {
    const test = toTruth(single(call.result(0)))
    if (test instanceof FormulaError) return test
    if (test) return call.count > 1 ? call.result(1) : true
    return call.count > 2 ? call.result(2) : false
  },
  IFERROR: call => {
    const value = single(call.result(0))
    return value instanceof FormulaError ? call.result(1) : value
  },
  AND: truths(found => found.every(Boolean)),
  OR: truths(found => found.some(Boolean)),
  NOT: call => {
    const truth = toTruth(single(call.result(0)))
    return truth instanceof FormulaError ? truth : !truth
  },
  ROUND: ofNumbers(rounded),
  ABS: ofNumbers(value => Math.abs(value)),
  INT: ofNumbers(value => Math.floor(value)),
  MOD: ofNumbers((value, by) =>
    by === 0 ? divisionByZero : tidy(value - by * Math.floor(value / by)),
  ),
  // words and blanks are 0
  N: ofValue(value => (value === null || typeof value === 'string' ? 0 : toNumber(value))),
  LEFT: call => {
    const text = toText(single(call.result(0)))
    const length = call.count > 1 ? toNumber(single(call.result(1))) : 1
    if (text instanceof FormulaError) return text
    if (length instanceof FormulaError) return length
    return length < 0 ? badValue : text.slice(0, Math.trunc(length))
  },
  MID: ofTexts(([text = '', from = '', length = '']) =>
    Number(from) < 1 || Number(length) < 0
      ? badValue
      : text.slice(Number(from) - 1, Number(from) - 1 + Number(length)),
  ),
  SUBSTITUTE: ofTexts(([text = '', old = '', fresh = '']) =>
    old === '' ? text : text.replaceAll(old, fresh),
  ),
  // as it is written, unlike a search
  FIND: ofTexts(([wanted = '', text = '']) => {
    const at = text.indexOf(wanted)
    return at < 0 ? badValue : at + 1
  }),
  VALUE: ofValue(value => (value === '' ? badValue : toNumber(value))),
  // as on a Vietnamese machine: 1.234,50
  FIXED: ofNumbers((value, digits) => {
    const places = Math.max(0, Math.trunc(digits))
    const exact = rounded(value, places)
    if (exact instanceof FormulaError) return exact
    const [whole = '', fraction] = Math.abs(exact).toFixed(places).split('.')
    const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, '.')
    return `${exact < 0 ? '-' : ''}${grouped}${fraction ? `,${fraction}` : ''}`
  }),
  ISBLANK: ofValue(value => value === null),
  ISNUMBER: ofValue(value => typeof value === 'number'),
  ISTEXT: ofValue(value => typeof value === 'string'),
  ISERROR: ofValue(value => value instanceof FormulaError),
  LEN: ofValue(value => {
    const text = toText(value)
    return text instanceof FormulaError ? text : text.length
  }),
  TRIM: ofValue(value => {
    const text = toText(value)
    return text instanceof FormulaError ? text : text.trim().replace(/ +/g, ' ')
  }),
  TRUE: () => true,
  FALSE: () => false,
}
