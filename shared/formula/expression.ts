/** An expression as a tree: what it is made of, which figures it reads. */

export type Reference = {
  readonly kind: 'reference'
  readonly key: string
  readonly form?: string
  /** the same row of the other table, not its column total */
  readonly sameRow?: true
  readonly of?: 'previous' | 'row'
}
export type Operator = '+' | '-' | '*' | '/' | '<' | '<=' | '>' | '>=' | '='
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

/** Binding strength of the operators; comparisons bind weakest. */
export const strength: Record<Operator, number> = {
  '<': 1, '<=': 1, '>': 1, '>=': 1, '=': 1, '+': 2, '-': 2, '*': 3, '/': 3,
} // biome-ignore format: a table

// every submission asks the same few hundred expressions, which never change
const listed = new WeakMap<Expression, readonly Reference[]>()

/** Every figure the expression reads, in reading order. */
export function operandsOf(node: Expression): readonly Reference[] {
  const known = listed.get(node)
  if (known) return known
  const references = referencesIn(node)
  listed.set(node, references)
  return references
}

function referencesIn(node: Expression): Reference[] {
  switch (node.kind) {
    case 'reference':
      return [node]
    case 'literal':
      return []
    case 'negation':
      return referencesIn(node.operand)
    case 'operation':
      return [...referencesIn(node.left), ...referencesIn(node.right)]
    case 'choice':
      return [node.condition, node.then, node.otherwise].flatMap(referencesIn)
  }
}
