/** An expression with the codes of rows and columns in place of figures: “cột 8 + cột 9 + cột 10”. */
import { entryOf, type Index, type Scope } from '../catalogue/catalogue.ts'
import { printNumber } from '../figure.ts'
import { type Expression, strength } from './expression.ts'

const signs: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '<=': '≤', '>=': '≥' }

/**
 * @param home the form it is read in; codes of other forms are given with the form's short name
 * @returns undefined when a choice between cases is in it, or a key the forms do not have: codes would not explain it
 */
export function printCodes(
  index: Index,
  node: Expression,
  scope: Scope,
  home: string,
): string | undefined {
  const print = (part: Expression, floor: number): string | undefined => {
    switch (part.kind) {
      case 'literal':
        return printNumber(part.value)
      case 'negation': {
        const inner = print(part.operand, 4)
        return inner && `-${inner}`
      }
      case 'choice':
        return undefined
      case 'reference': {
        const entry = part.of === 'row' ? undefined : entryOf(index, part, scope)
        if (!entry) return undefined
        const code = `${entry.form.layout === 'table' ? 'cột' : 'dòng'} ${entry.row.code}`
        const of = entry.form.id === home ? '' : ` ${entry.form.short}`
        return `${code}${of}${part.of === 'previous' ? ' kỳ trước' : ''}`
      }
      case 'operation': {
        const own = strength[part.operator]
        const [left, right] = [print(part.left, own), print(part.right, own + 1)]
        if (left === undefined || right === undefined) return undefined
        const text = `${left} ${signs[part.operator] ?? part.operator} ${right}`
        return own < floor ? `(${text})` : text
      }
    }
  }
  return print(node, 0)
}
