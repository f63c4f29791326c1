/**
 * Which rules have a say about a place of a unit's forms, before anything is wrong: what a person may want to know while
 * filling it. Mirrors what each kind of check looks at (`checks.ts`); never judges anything.
 */
import { type Entry, type Index, isComputed, type Scope } from '../catalogue/catalogue.ts'
import { kinds } from '../catalogue/kinds.ts'
import { printCodes } from '../formula/codes.ts'
import { type Expression, operandsOf, parseFormula, type Reference } from '../formula.ts'
import { type Place, placeOf } from '../place.ts'
import { isRolledUp } from '../roll-up/ways.ts'
import { movingEntries } from './over-time.ts'
import type { CompareRule, Rule } from './schema.ts'

type Touches<R extends Rule> = (index: Index, rule: R, place: Place) => boolean

const entryAt = (index: Index, { form, row, column }: Place): Entry | undefined =>
  column === undefined ? index.indicators.get(row) : index.columns.get(`${form}.${column}`)

/** A cell that is filled, not a total of the table. */
const inputAt = (index: Index, place: Place): Entry | undefined => {
  const entry = entryAt(index, place)
  return entry && !isComputed(entry.row) && place.row !== '' ? entry : undefined
}

const isRowKey = (row: Entry['row']): boolean => 'rowKey' in row && row.rowKey

const parsed = new Map<string, Expression>()
function expressionOf(text: string): Expression {
  const expression = parsed.get(text) ?? parseFormula(text)
  parsed.set(text, expression)
  return expression
}

/** Does an operand read this place, or what the place adds to (the total of its column)? */
function reads(index: Index, reference: Reference, scope: Scope, place: Place): boolean {
  // figures of last period and facts of a line are not of this place
  if (reference.of) return false
  const table = reference.form ?? scope.table
  return table === undefined || !index.tables.has(table)
    ? place.column === undefined && place.row === reference.key
    : place.form === table && place.column === reference.key
}

function compares(index: Index, rule: CompareRule, place: Place): boolean {
  if (rule.level === 'agency') return false
  const scope: Scope = rule.table === undefined ? {} : { table: rule.table }
  // a rule about the lines of a table says nothing of its total
  if (rule.table !== undefined && rule.table === place.form && place.row === '') return false
  // a sum may be judged at a figure it is made of
  if (rule.at !== undefined && (place.column ?? place.row) === rule.at) return true
  return [rule.left, rule.right]
    .flatMap(text => operandsOf(expressionOf(text)))
    .some(reference => reads(index, reference, scope, place))
}

const isSection = (index: Index, { form }: Place): boolean =>
  index.forms.get(form)?.layout === 'narrative'

const touches: { [K in Rule['check']]: Touches<Extract<Rule, { check: K }>> } = {
  compare: compares,
  range: (index, { range }, place) => {
    const entry = inputAt(index, place)
    return entry !== undefined && kinds[entry.row.kind].range?.rule === range
  },
  within: (index, _rule, place) => {
    const entry = entryAt(index, place)
    if (!entry) return false
    const { form } = entry
    const beside: readonly Entry['row'][] = form.layout === 'table' ? form.columns : form.rows
    return entry.row.within !== undefined || beside.some(({ within }) => within === entry.row.key)
  },
  stated: (index, _rule, place) => {
    const entry = entryAt(index, place)
    return entry !== undefined && isComputed(entry.row)
  },
  'total-row': (index, _rule, place) =>
    place.row === '' &&
    index.columns.get(`${place.form}.${place.column}`)?.expression === undefined,
  unread: (index, _rule, place) => {
    const entry = inputAt(index, place)
    return entry !== undefined && kinds[entry.row.kind].numeric && !entry.row.choices
  },
  unlisted: (index, _rule, place) => inputAt(index, place)?.row.choices !== undefined,
  'member-code': (index, _rule, place) => {
    const entry = entryAt(index, place)
    return entry !== undefined && isRowKey(entry.row)
  },
  // the window is no place of a form, and what several units report is the office's matter
  window: () => false,
  'single-owner': () => false,
  quoted: (index, { phrases }, place) =>
    isSection(index, place) ||
    phrases.some(({ place: quoted }) => {
      const [table = '', column] = quoted.split('.')
      if (column !== undefined) return place.form === table && place.column === column
      return place.column === undefined && placeOf(index, quoted)?.row === place.row
    }),
  enumerated: (index, _rule, place) => isSection(index, place),
  kept: (index, { rows }, place) => {
    const row = inputAt(index, place)?.row
    return row !== undefined && 'overTime' in row && row.overTime === rows
  },
  trend: (index, _rule, place) => {
    const entry = inputAt(index, place)
    return entry !== undefined && movingEntries(index).includes(entry)
  },
  'change-said': (index, _rule, place) => isSection(index, place),
  issued: (index, _rule, place) => isSection(index, place),
  evidenced: (_index, { table, column, evidence }, place) =>
    place.form === table && (place.column === column || place.column === evidence),
  // of a longer period only, which is for who asks to know
  'rolled-up': (index, _rule, place) => {
    const entry = inputAt(index, place)
    return entry?.row.overPeriods !== undefined && isRolledUp(entry.row.overPeriods)
  },
  'months-missing': () => false,
}

/** @param place of a unit's own forms; errors come first, otherwise as in the catalogue */
export function rulesTouching(index: Index, place: Place): Rule[] {
  const found = index.rules.filter(rule =>
    // the table is keyed by rule.check, so the entry always fits the rule
    (touches[rule.check] as Touches<Rule>)(index, rule, place),
  )
  return found.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}
const order: readonly Rule['severity'][] = ['error', 'warning', 'info']

/**
 * The rule before it is broken, as read at a place: “Hồ sơ giải quyết đúng hạn …: dòng 3.1.2 = cột 8 Biểu II.06a + …”.
 * Rules that name no figures, or cases of them, are only called by their title.
 */
export function ruleInShort(index: Index, rule: Rule, place: Place): string {
  const relation =
    rule.check === 'compare'
      ? comparison(index, rule, place)
      : rule.check === 'within'
        ? partsOfWhole(index, place)
        : undefined
  return relation ? `${rule.title}: ${relation}` : rule.title
}

function comparison(index: Index, rule: CompareRule, { form }: Place): string | undefined {
  const scope: Scope = rule.table === undefined ? {} : { table: rule.table }
  const [left, right] = [rule.left, rule.right].map(text =>
    printCodes(index, expressionOf(text), scope, form),
  )
  const sign = { '=': '=', '<=': '≤', '>=': '≥' }[rule.operator]
  return left && right ? `${left} ${sign} ${right}` : undefined
}

/** “dòng 3.1.2 ≤ dòng 3.1.1” for whatever is part of the place or has it as a part. */
function partsOfWhole(index: Index, place: Place): string {
  const entry = entryAt(index, place)
  if (!entry) return ''
  const { form } = entry
  const beside: readonly Entry['row'][] = form.layout === 'table' ? form.columns : form.rows
  const word = form.layout === 'table' ? 'cột' : 'dòng'
  const code = (key: string | undefined) => beside.find(row => row.key === key)?.code ?? ''
  return beside
    .filter(({ key, within }) => within !== undefined && [key, within].includes(entry.row.key))
    .map(({ code: part, within }) => `${word} ${part} ≤ ${word} ${code(within)}`)
    .join('; ')
}
