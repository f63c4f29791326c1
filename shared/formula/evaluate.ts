/** Evaluates an expression over figures, states included. */
import { type Figure, noneArising, notReported, numberFigure, printNumber } from '../figure.ts'
import {
  type Expression,
  type Operator,
  operandsOf,
  type Reference,
  strength,
} from './expression.ts'

const count = (figure: Figure): number => (figure.state === 'number' ? figure.value : 0)
const excused = (figure: Figure): boolean => figure.state === 'not-applicable'

/**
 * A blank operand anywhere leaves the result not reported. States that are not numbers add nothing; when no operand is
 * a number the left one's state stands. A ratio over nothing is none arising, never 0 % or 100 %.
 */
export const evaluate = (node: Expression, figureOf: (reference: Reference) => Figure): Figure =>
  computationOf(node)(operandsOf(node).map(figureOf))

/** Takes one figure for each of `operandsOf`, in that order. */
export type Computation = (figures: readonly Figure[]) => Figure

// every submission asks the same few hundred expressions, which never change
const compiled = new WeakMap<Expression, Computation>()

/** The same for whoever evaluates one expression over many figures. */
export function computationOf(node: Expression): Computation {
  const known = compiled.get(node)
  if (known) return known
  const compute = compile(node, operandsOf(node))
  const computation: Computation = figures => {
    for (const figure of figures) if (figure.state === 'not-reported') return notReported
    return compute(figures)
  }
  compiled.set(node, computation)
  return computation
}

function compile(node: Expression, operands: readonly Reference[]): Computation {
  switch (node.kind) {
    case 'reference': {
      const place = operands.indexOf(node)
      return figures => figures[place] ?? notReported
    }
    case 'literal': {
      const figure = numberFigure(node.value)
      return () => figure
    }
    case 'negation': {
      const operand = compile(node.operand, operands)
      return figures => negated(operand(figures))
    }
    case 'choice': {
      const condition = compile(node.condition, operands)
      const [then, otherwise] = [compile(node.then, operands), compile(node.otherwise, operands)]
      return figures => (count(condition(figures)) !== 0 ? then : otherwise)(figures)
    }
    case 'operation': {
      const combine = operations[node.operator]
      const [left, right] = [compile(node.left, operands), compile(node.right, operands)]
      return figures => combine(left(figures), right(figures))
    }
  }
}

const negated = (figure: Figure): Figure =>
  figure.state === 'number' ? numberFigure(-figure.value) : figure

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
