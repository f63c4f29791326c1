/**
 * One small expression language for computed indicators and rules: evaluate it over figures, list its operands, print
 * it as an Excel formula that gives the same answer, or show its arithmetic in a message.
 *
 *   plan_tasks_total - plan_tasks_done        keys of the same form or table row
 *   tthc_online / CCHC-3.tthc_own             a key of another form (of a table: its column total)
 *   KSTT-06a:received_online                  the same row of another table
 *   previous.pending_total · row.procedures   last period's figure · a fact about the row
 *   if(a > 0, 1, 0)
 */
import {
  type Figure,
  noneArising,
  notReported,
  numberFigure,
  printNumber,
  wordsOf,
} from './figure.ts'

export type Reference = {
  readonly kind: 'reference'
  readonly key: string
  readonly form?: string
  /** the same row of the other table, not its column total */
  readonly sameRow?: true
  readonly of?: 'previous' | 'row'
}
type Operator = '+' | '-' | '*' | '/' | '<' | '<=' | '>' | '>=' | '='
export type Expression =
  | Reference
  | { readonly kind: 'literal'; readonly value: number }
  | { readonly kind: 'negation'; readonly operand: Expression }
  | {
      readonly kind: 'operation'
      readonly operator: Operator
      readonly left: Expression
      readonly right: Expression
    }
  | {
      readonly kind: 'choice'
      readonly condition: Expression
      readonly then: Expression
      readonly otherwise: Expression
    }

export class FormulaError extends Error {}

// ---------------------------------------------------------------- reading

const token =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|(?<form>[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*)(?<join>[.:])(?<column>[a-z][a-z0-9_]*)|(?<key>[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?)|(?<sign><=|>=|[-+*/()<>=,]))/uy

type Token = { sign?: string; node?: Expression; word?: string }

function tokens(text: string): Token[] {
  const found: Token[] = []
  token.lastIndex = 0
  while (token.lastIndex < text.trimEnd().length) {
    const start = token.lastIndex
    const groups = token.exec(text)?.groups
    if (!groups) throw new FormulaError(`unreadable at "${text.slice(start)}"`)
    if (groups.number) found.push({ node: { kind: 'literal', value: Number(groups.number) } })
    else if (groups.form && groups.column) {
      const sameRow = groups.join === ':' ? { sameRow: true as const } : {}
      found.push({ node: { kind: 'reference', form: groups.form, key: groups.column, ...sameRow } })
    } else if (groups.key === 'if') found.push({ word: 'if' })
    else if (groups.key) found.push({ node: keyReference(groups.key) })
    else found.push({ sign: groups.sign ?? '' })
  }
  return found
}

function keyReference(text: string): Reference {
  const [first = '', second] = text.split('.')
  if (!second) return { kind: 'reference', key: first }
  if (first !== 'previous' && first !== 'row') throw new FormulaError(`unknown prefix "${first}"`)
  return { kind: 'reference', key: second, of: first }
}

/** Binding strength of the operators; comparisons bind weakest. */
const strength: Record<Operator, number> = {
  '<': 1, '<=': 1, '>': 1, '>=': 1, '=': 1, '+': 2, '-': 2, '*': 3, '/': 3,
} // biome-ignore format: a table
const isOperator = (sign: string | undefined): sign is Operator =>
  sign !== undefined && sign in strength

/** @throws FormulaError naming what cannot be read */
export function parseFormula(text: string): Expression {
  const stream = tokens(text)
  let position = 0
  const expect = (sign: string) => {
    if (stream[position]?.sign !== sign) throw new FormulaError(`"${sign}" expected in "${text}"`)
    position += 1
  }
  const primary = (): Expression => {
    const next = stream[position]
    position += 1
    if (next?.node) return next.node
    if (next?.sign === '-') return { kind: 'negation', operand: primary() }
    if (next?.sign === '(') {
      const inner = expression(0)
      expect(')')
      return inner
    }
    if (next?.word === 'if') {
      expect('(')
      const condition = expression(0)
      expect(',')
      const then = expression(0)
      expect(',')
      const otherwise = expression(0)
      expect(')')
      return { kind: 'choice', condition, then, otherwise }
    }
    throw new FormulaError(`an operand is missing in "${text}"`)
  }
  const expression = (floor: number): Expression => {
    let left = primary()
    for (;;) {
      const operator = stream[position]?.sign
      if (!isOperator(operator) || strength[operator] <= floor) return left
      position += 1
      left = { kind: 'operation', operator, left, right: expression(strength[operator]) }
    }
  }
  const whole = expression(0)
  if (position < stream.length) throw new FormulaError(`something follows the end of "${text}"`)
  return whole
}

/** Every figure the expression reads, in reading order. */
export function operandsOf(node: Expression): Reference[] {
  switch (node.kind) {
    case 'reference':
      return [node]
    case 'literal':
      return []
    case 'negation':
      return operandsOf(node.operand)
    case 'operation':
      return [...operandsOf(node.left), ...operandsOf(node.right)]
    case 'choice':
      return [node.condition, node.then, node.otherwise].flatMap(operandsOf)
  }
}

// ---------------------------------------------------------------- evaluating

const count = (figure: Figure): number => (figure.state === 'number' ? figure.value : 0)
const excused = (figure: Figure): boolean => figure.state === 'not-applicable'

/**
 * A blank operand anywhere leaves the result not reported. States that are not numbers add nothing; when no operand is
 * a number the left one's state stands. A ratio over nothing is none arising, never 0 % or 100 %.
 */
export function evaluate(node: Expression, figureOf: (reference: Reference) => Figure): Figure {
  const figures = new Map(operandsOf(node).map(operand => [operand, figureOf(operand)]))
  for (const figure of figures.values()) if (figure.state === 'not-reported') return notReported
  const value = (part: Expression): Figure => {
    switch (part.kind) {
      case 'reference':
        return figures.get(part) ?? notReported
      case 'literal':
        return numberFigure(part.value)
      case 'negation': {
        const operand = value(part.operand)
        return operand.state === 'number' ? numberFigure(-operand.value) : operand
      }
      case 'choice':
        return value(count(value(part.condition)) !== 0 ? part.then : part.otherwise)
      case 'operation':
        return operations[part.operator](value(part.left), value(part.right))
    }
  }
  return value(node)
}

const additive = (combine: (a: number, b: number) => number) => (a: Figure, b: Figure) =>
  a.state === 'number' || b.state === 'number' ? numberFigure(combine(count(a), count(b))) : a
const comparison = (holds: (a: number, b: number) => boolean) => (a: Figure, b: Figure) =>
  numberFigure(holds(count(a), count(b)) ? 1 : 0)

const operations: Record<Operator, (a: Figure, b: Figure) => Figure> = {
  '+': additive((a, b) => a + b),
  '-': additive((a, b) => a - b),
  '*': (a, b) =>
    a.state !== 'number' ? a : b.state !== 'number' ? b : numberFigure(a.value * b.value),
  '/': (a, b) => {
    if (excused(a)) return a
    if (b.state !== 'number') return b
    return b.value === 0 ? noneArising : numberFigure(count(a) / b.value)
  },
  '<': comparison((a, b) => a < b),
  '<=': comparison((a, b) => a <= b),
  '>': comparison((a, b) => a > b),
  '>=': comparison((a, b) => a >= b),
  '=': comparison((a, b) => a === b),
}

// ---------------------------------------------------------------- printing

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
 */
export function printExcel(
  node: Expression,
  cellOf: (reference: Reference) => string | undefined,
  scale = 1,
): string | undefined {
  const cells = operandsOf(node).map(cellOf)
  if (cells.some(cell => cell === undefined)) return undefined
  const { numeric, number, words } = printPart(node, reference => cellOf(reference) ?? '')
  const scaled = scale === 1 ? number : `${number}*${scale}`
  const blank = [...new Set(cells)].map(cell => `${cell}=""`)
  const guarded = `IF(${numeric},${scaled},${words})`
  return blank.length === 0 ? guarded : `IF(OR(${blank.join(',')}),"",${guarded})`
}

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
    const excusedLeft = `AND(NOT(${a.numeric}),LEFT(${a.words},8)="${wordsOf.notApplicable.slice(0, 8)}")`
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

/** The arithmetic as a message shows it: "319 + 2 + 0". */
export function printArithmetic(node: Expression, figureOf: (r: Reference) => Figure): string {
  const print = (part: Expression, floor: number): string => {
    switch (part.kind) {
      case 'reference': {
        const figure = figureOf(part)
        return figure.state === 'number' ? printNumber(figure.value) : '0'
      }
      case 'literal':
        return printNumber(part.value)
      case 'negation':
        return `-${print(part.operand, 4)}`
      case 'choice': {
        const value = evaluate(part, figureOf)
        return value.state === 'number' ? printNumber(value.value) : '0'
      }
      case 'operation': {
        const own = strength[part.operator]
        const sign = { '*': '×', '/': '÷' }[part.operator as string] ?? part.operator
        const text = `${print(part.left, own)} ${sign} ${print(part.right, own + 1)}`
        return own < floor ? `(${text})` : text
      }
    }
  }
  return print(node, 0)
}
