// Reads an Excel formula in en-US notation into a tree. Never evaluates anything.
import { type Area, parseArea, splitSheetName } from '../address.ts'
import { WorkbookProblem } from '../problem.ts'
import { type Token, tokens } from './tokens.ts'

export type Operator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>='

export type Formula =
  | { kind: 'value'; value: number | string | boolean }
  | { kind: 'error'; code: string }
  | {
      kind: 'reference'
      sheetName: string | undefined
      area: Area
      /** `$` before row or column of either corner keeps it when the formula is seen from another cell */
      fixed: { row: boolean; column: boolean; lastRow: boolean; lastColumn: boolean }
    }
  | { kind: 'name'; name: string }
  | { kind: 'call'; name: string; args: Formula[] }
  | { kind: 'operation'; operator: Operator; left: Formula; right: Formula }
  | { kind: 'minus' | 'percent'; operand: Formula }
  | { kind: 'omitted' }

const precedence: readonly (readonly Operator[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
]

class Reader {
  #at = 0
  readonly #tokens: Token[]
  readonly #text: string

  constructor(text: string) {
    this.#text = text
    this.#tokens = tokens(text).filter(token => token.kind !== 'space')
  }

  all(): Formula {
    const formula = this.#operation(0)
    if (this.#at < this.#tokens.length) throw this.#unreadable()
    return formula
  }

  #unreadable() {
    return new WorkbookProblem('formula', this.#text)
  }

  #take(text: string): boolean {
    if (this.#tokens[this.#at]?.text !== text || this.#tokens[this.#at]?.kind !== 'sign')
      return false
    this.#at += 1
    return true
  }

  #operation(level: number): Formula {
    const operators = precedence[level]
    if (!operators) return this.#signed()
    let left = this.#operation(level + 1)
    for (;;) {
      const operator = operators.find(candidate => this.#take(candidate))
      if (!operator) return left
      left = { kind: 'operation', operator, left, right: this.#operation(level + 1) }
    }
  }

  // the sign binds tighter than ^ in Excel: =-2^2 is 4
  #signed(): Formula {
    if (this.#take('-')) return { kind: 'minus', operand: this.#signed() }
    if (this.#take('+')) return this.#signed()
    let operand = this.#operand()
    while (this.#take('%')) operand = { kind: 'percent', operand }
    return operand
  }

  #operand(): Formula {
    if (this.#take('(')) {
      const inner = this.#operation(0)
      if (!this.#take(')')) throw this.#unreadable()
      return inner
    }
    const token = this.#tokens[this.#at]
    if (!token) throw this.#unreadable()
    this.#at += 1
    if (token.kind === 'number') return { kind: 'value', value: Number(token.text) }
    if (token.kind === 'text') {
      return { kind: 'value', value: token.text.slice(1, -1).replaceAll('""', '"') }
    }
    if (token.kind === 'error') {
      // a reference that lost its cells still names its sheet
      return { kind: 'error', code: token.text.slice(token.text.lastIndexOf('#')) }
    }
    if (token.kind === 'reference') return reference(token.text)
    if (token.kind !== 'word') throw this.#unreadable()
    if (this.#take('(')) return { kind: 'call', name: token.text.toUpperCase(), args: this.#args() }
    if (/^(true|false)$/i.test(token.text)) {
      return { kind: 'value', value: token.text.toUpperCase() === 'TRUE' }
    }
    return { kind: 'name', name: token.text }
  }

  #args(): Formula[] {
    if (this.#take(')')) return []
    const args: Formula[] = []
    for (;;) {
      const next = this.#tokens[this.#at]
      const omitted = next?.kind === 'sign' && (next.text === ',' || next.text === ')')
      args.push(omitted ? { kind: 'omitted' } : this.#operation(0))
      if (this.#take(')')) return args
      if (!this.#take(',')) throw this.#unreadable()
    }
  }
}

function reference(text: string): Formula {
  const { sheetName, rest } = splitSheetName(text)
  const corners = rest.split(':')
  const first = corners[0] ?? ''
  const last = corners.at(-1) ?? ''
  const fixedRow = (corner: string) => /\$\d/.test(corner) || !/\d/.test(corner)
  const fixedColumn = (corner: string) => /\$[A-Za-z]/.test(corner) || !/[A-Za-z]/.test(corner)
  return {
    kind: 'reference',
    sheetName,
    area: parseArea(rest),
    fixed: {
      row: fixedRow(first),
      column: fixedColumn(first),
      lastRow: fixedRow(last),
      lastColumn: fixedColumn(last),
    },
  }
}

const known = new Map<string, Formula>()

/**
 * Reads a formula with or without its leading `=`.
 * @throws WorkbookProblem `formula` when it cannot be read
 */
export function readFormula(text: string): Formula {
  let formula = known.get(text)
  if (!formula) {
    formula = new Reader(text.replace(/^=/, '')).all()
    known.set(text, formula)
  }
  return formula
}
