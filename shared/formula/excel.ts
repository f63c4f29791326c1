/** Prints an expression as an Excel formula that gives exactly what `evaluate` gives. */
import { wordsOf } from '../figure.ts'
import { type Expression, type Operator, operandsOf, type Reference } from './expression.ts'

/** What an Excel expression must say about a part: is it a number, which number, else which words. */
type Printed = {
  numeric: string
  number: string
  words: string
  /** `number` is never an error, and 0 when the part is not a number */
  safe: boolean
}

/**
 * The formula as Excel reads it (en-US, no leading "="), giving exactly what `evaluate` gives, states included.
 * `cellOf` gives each operand's address; undefined (a row that is not in this workbook) makes the whole undefined.
 * @param scale 100 for percentages, which sheets show as 0–100
 * @param unreported what a cell holds that nobody filled: nothing on a sheet to fill, words in a finished document
 */
export function printExcel(
  node: Expression,
  cellOf: (reference: Reference) => string | undefined,
  scale = 1,
  unreported = '',
): string | undefined {
  const cells = operandsOf(node).map(cellOf)
  if (cells.some(cell => cell === undefined)) return undefined
  const { numeric, number, words } = printPart(node, reference => cellOf(reference) ?? '')
  const scaled = scale === 1 ? number : `${number}*${scale}`
  const blank = [...new Set(cells)].map(cell => `${cell}="${unreported}"`)
  const guarded = `IF(${numeric},${scaled},${words})`
  return blank.length === 0 ? guarded : `IF(OR(${blank.join(',')}),"${unreported}",${guarded})`
}

/** How the words begin that `readFigure` takes for not applicable; Excel compares without regard to case. */
const excuses = [wordsOf.notApplicable, 'Không được giao'].map(words => words.slice(0, 8))
const isExcuse = (words: string): string =>
  `OR(${excuses.map(excuse => `LEFT(${words},8)="${excuse}"`).join(',')})`

function printPart(node: Expression, cell: (reference: Reference) => string): Printed {
  const part = (inner: Expression) => printPart(inner, cell)
  switch (node.kind) {
    case 'reference': {
      const at = cell(node)
      return { numeric: `ISNUMBER(${at})`, number: `N(${at})`, words: at, safe: true }
    }
    case 'literal':
      return { numeric: 'TRUE', number: String(node.value), words: '""', safe: true }
    case 'negation': {
      const inner = part(node.operand)
      return { ...inner, number: `(-${inner.number})` }
    }
    case 'choice': {
      const [condition, a, b] = [part(node.condition), part(node.then), part(node.otherwise)]
      const test = `IF(${condition.numeric},${condition.number},0)<>0`
      const choose = (of: 'numeric' | 'number' | 'words') => `IF(${test},${a[of]},${b[of]})`
      const safe = a.safe && b.safe
      return { numeric: choose('numeric'), number: choose('number'), words: choose('words'), safe }
    }
    case 'operation':
      return printOperation(node.operator, part(node.left), part(node.right))
  }
}

function printOperation(operator: Operator, a: Printed, b: Printed): Printed {
  // a part that is not a number counts as 0, as in evaluate
  const counted = (p: Printed) => (p.safe ? p.number : `IF(${p.numeric},${p.number},0)`)
  if (operator === '+' || operator === '-') {
    const numeric = `OR(${a.numeric},${b.numeric})`
    return {
      numeric,
      number: `(${counted(a)}${operator}${counted(b)})`,
      words: a.words,
      safe: true,
    }
  }
  if (operator === '*') {
    const numeric = `AND(${a.numeric},${b.numeric})`
    return {
      numeric,
      number: `(${counted(a)}*${counted(b)})`,
      words: `IF(${a.numeric},${b.words},${a.words})`,
      safe: true,
    }
  }
  if (operator === '/') {
    const excusedLeft = `AND(NOT(${a.numeric}),${isExcuse(a.words)})`
    return {
      numeric: `AND(NOT(${excusedLeft}),${b.numeric},${counted(b)}<>0)`,
      number: `(${counted(a)}/${b.number})`,
      words: `IF(${excusedLeft},${a.words},IF(${b.numeric},"${wordsOf.none}",${b.words}))`,
      safe: false,
    }
  }
  const holds = `IF(${counted(a)}${operator}${counted(b)},1,0)`
  return { numeric: 'TRUE', number: holds, words: '""', safe: true }
}
