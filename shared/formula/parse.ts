/** Reads the text of an expression. */
import {
  type Expression,
  FormulaError,
  type Operator,
  type Reference,
  strength,
} from './expression.ts'

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
