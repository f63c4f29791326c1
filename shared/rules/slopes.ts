/** How a finding depends on what was typed: by how much its difference moves when a typed figure moves by one. */
import { type Index, isComputed, type Scope } from '../catalogue/catalogue.ts'
import type { Content } from '../content.ts'
import { type Expression, parseFormula, type Reference } from '../formula.ts'
import { placeText } from '../place.ts'
import type { Finding } from './engine.ts'

/** Place of a typed figure → change of “left − right” per unit; NaN where the two are not in proportion. */
export type Slopes = ReadonlyMap<string, number>

const reference = (key: string): Reference => ({ kind: 'reference', key })

/** Empty for kinds of checks that compare nothing with nothing. */
export function slopesOf(index: Index, content: Content, { rule: id, at }: Finding): Slopes {
  const rule = index.catalogue.rules.find(known => known.id === id)
  const slopes = new Map<string, number>()
  const scope: Scope = at.column === undefined ? {} : { table: at.form, row: at.row }
  if (rule?.check === 'compare') {
    walk(index, content, parseFormula(rule.left), 1, rule.table ? scope : {}, slopes)
    walk(index, content, parseFormula(rule.right), -1, rule.table ? scope : {}, slopes)
  }
  if (rule?.check === 'within') {
    const key = at.column ?? at.row
    const row = (index.columns.get(`${at.form}.${at.column}`) ?? index.indicators.get(key))?.row
    walk(index, content, reference(key), 1, scope, slopes)
    if (row?.within) walk(index, content, reference(row.within), -1, scope, slopes)
  }
  return slopes
}

function walk(
  index: Index,
  content: Content,
  node: Expression,
  factor: number,
  scope: Scope,
  slopes: Map<string, number>,
): void {
  const onward = (part: Expression, by: number, from = scope) =>
    walk(index, content, part, by, from, slopes)
  const typed = (place: string) => slopes.set(place, (slopes.get(place) ?? 0) + factor)
  switch (node.kind) {
    case 'literal':
      return
    case 'negation':
      onward(node.operand, -factor)
      return
    case 'choice':
      for (const part of [node.condition, node.then, node.otherwise]) onward(part, Number.NaN)
      return
    case 'operation': {
      const { operator, left, right } = node
      const additive = operator === '+' || operator === '-'
      onward(left, additive ? factor : Number.NaN)
      onward(right, additive ? (operator === '+' ? factor : -factor) : Number.NaN)
      return
    }
    case 'reference': {
      // other periods and the agency's own facts are not typed here
      if (node.of) return
      const table = node.form ?? scope.table
      if (table === undefined || !index.tables.has(table)) {
        const entry = index.indicators.get(node.key)
        if (entry?.expression) onward(entry.expression, factor, {})
        else if (entry && !isComputed(entry.row)) typed(node.key)
        return
      }
      const column = node.key
      const row = node.sameRow || !node.form ? scope.row || undefined : undefined
      const { expression } = index.columns.get(`${table}.${column}`) ?? {}
      if (expression) onward(expression, factor, row === undefined ? { table } : { table, row })
      else if (row !== undefined) typed(placeText({ form: table, row, column }))
      else {
        for (const each of content.tables.get(table)?.keys() ?? [])
          typed(placeText({ form: table, row: each, column }))
        // lines that could not be read are missing from the total
        slopes.set(placeText({ form: table, row: '', column }), Number.NaN)
      }
    }
  }
}
