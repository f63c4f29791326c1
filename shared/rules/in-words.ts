/**
 * What a rule compares, in words a clerk can hold against the forms: "Cột 3 = cột 4 + cột 5 + cột 6", and what each of
 * those lines and columns is. Made from the rule's own data, so it cannot say anything else than what is judged.
 */
import { type Entry, type Index, isComputed } from '../catalogue/catalogue.ts'
import { printNumber } from '../figure.ts'
import { strength } from '../formula/expression.ts'
import { type Expression, operandsOf, parseFormula, type Reference } from '../formula.ts'
import type { CompareRule, Rule } from './schema.ts'

/** `terms`: where each figure stands, and its name there */
export type InWords = {
  readonly words: string
  readonly terms: { readonly at: string; readonly name: string }[]
}

const signs: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '<=': '≤', '>=': '≥' }
const signOf = (operator: string): string => signs[operator] ?? operator
const facts: Readonly<Record<string, string>> = { procedures: 'số TTHC của lĩnh vực' }

type Sentences = {
  [K in Rule['check']]?: (index: Index, rule: Extract<Rule, { check: K }>) => InWords
}
const said = (words: string, terms: InWords['terms'] = []): InWords => ({ words, terms })

/** Kinds that are not here say it all by their title. */
const sentences: Sentences = {
  compare: (index, rule) => compared(index, rule),
  within: () => said('Dòng, cột “trong đó” ≤ dòng, cột tổng của nó'),
  stated: () => said('Số in ở ô tính sẵn = số tính từ các ô thành phần'),
  'total-row': () => said('Dòng Tổng số = cộng các dòng của biểu, ở từng cột'),
  quoted: (index, { phrases }) =>
    said(
      'Số viết trong lời văn = số trong biểu',
      phrases.flatMap(({ text, place }) => {
        const entry = index.indicators.get(place) ?? index.columns.get(place)
        return entry ? [{ at: standing(entry), name: text.replace('#', '…') }] : []
      }),
    ),
  enumerated: () => said('Số nêu trong lời văn = số mục liệt kê ngay sau đó'),
  kept: (index, { rows, since }) => {
    const before = since === 'this-year' ? 'lần gần nhất trong năm' : 'các năm trước'
    const marked = [...index.indicators.values()].filter(
      ({ row }) => row.overTime === rows && !isComputed(row),
    )
    return said(
      rows === 'cumulative'
        ? `Số lũy kế ≥ số đã báo cáo ${before}`
        : `Số của năm mốc = số đã báo cáo ${before}`,
      marked.map(termOf),
    )
  },
  trend: (_index, { periods, tiny, beyond, below }) =>
    said(
      `Số của kỳ cách trung vị các kỳ trước từ ${printNumber(beyond)} ${below === undefined ? 'lần mức dao động thường thấy trở lên' : `đến dưới ${printNumber(below)} lần mức dao động thường thấy`}; chỉ xét khi có ít nhất ${periods} kỳ cùng loại, bỏ qua số nhỏ hơn ${printNumber(tiny)} và số thường bằng 0`,
    ),
  'rolled-up': () =>
    said(
      'Số của quý, 6 tháng, 9 tháng, năm = số tính từ các tháng: số phát sinh cộng lại, số đầu kỳ lấy tháng đầu, số cuối kỳ lấy tháng cuối, tỷ lệ tính lại',
    ),
}

/** @returns null where the title says it all */
export function ruleInWords(index: Index, rule: Rule): InWords | null {
  // the table has for each kind what takes that kind
  const sentence = sentences[rule.check] as ((index: Index, rule: Rule) => InWords) | undefined
  return sentence?.(index, rule) ?? null
}

function compared(index: Index, rule: CompareRule): InWords {
  const [left, right] = [parseFormula(rule.left), parseFormula(rule.right)]
  const entryOf = (reference: Reference): Entry | undefined => {
    if (reference.of === 'row') return undefined
    const form = reference.form ?? rule.table
    return (
      (form === undefined ? undefined : index.columns.get(`${form}.${reference.key}`)) ??
      index.indicators.get(reference.key)
    )
  }
  const entries = [...operandsOf(left), ...operandsOf(right)].flatMap(one => entryOf(one) ?? [])
  const isOneForm = new Set(entries.map(({ form }) => form.id)).size === 1
  const [first] = entries
  const side = (expression: Expression): string => {
    const forms = new Set(operandsOf(expression).flatMap(one => entryOf(one)?.form.short ?? []))
    const isOwn = isOneForm || forms.size <= 1
    const text = printed(
      expression,
      reference => {
        const entry = entryOf(reference)
        if (!entry) return facts[reference.key] ?? reference.key
        const line = lineOf(entry) + (reference.of === 'previous' ? ' kỳ trước' : '')
        return isOwn ? line : `${line} của ${entry.form.short}`
      },
      strength[rule.operator] + 1,
    )
    return isOneForm || forms.size !== 1 ? text : `${text} của ${[...forms].join('')}`
  }
  const where = [
    ...(isOneForm && first ? [first.form.short] : []),
    ...(rule.table ? [eachRow(index, rule.table)] : []),
    ...(rule.level === 'agency' ? ['số tổng hợp toàn cơ quan'] : []),
  ]
  const relation = `${side(left)} ${signOf(rule.operator)} ${side(right)}`
  const rounded = rule.tolerance === 'printed' ? ', làm tròn như số in' : ''
  const terms = new Map(entries.map(entry => [`${entry.form.id}.${entry.row.key}`, termOf(entry)]))
  const words = `${where.length > 0 ? `${where.join(', ')}: ` : ''}${relation}${rounded}`
  return said(words.charAt(0).toUpperCase() + words.slice(1), [...terms.values()])
}

function eachRow(index: Index, table: string): string {
  const form = index.forms.get(table)
  return form?.layout === 'table' && form.rowsBy === 'field' ? 'từng lĩnh vực' : 'từng dòng'
}

const lineOf = ({ form, row }: Entry): string =>
  `${form.layout === 'table' ? 'cột' : 'dòng'} ${row.code}`
const standing = (entry: Entry): string => `${entry.form.short}, ${lineOf(entry)}`
const termOf = (entry: Entry): InWords['terms'][number] => {
  const { row } = entry
  const group = 'group' in row ? (row.group ?? []) : []
  return { at: standing(entry), name: [...group, row.name].join(': ') }
}

/** As people write arithmetic: brackets only where they are needed. */
function printed(node: Expression, call: (reference: Reference) => string, floor = 0): string {
  switch (node.kind) {
    case 'reference':
      return call(node)
    case 'literal':
      return printNumber(node.value)
    case 'negation':
      return `-${printed(node.operand, call, 4)}`
    case 'choice': {
      const rest = printed(node.otherwise, call)
      const otherwise = node.otherwise.kind === 'choice' ? rest : `nếu không thì ${rest}`
      const text = `nếu ${printed(node.condition, call)} thì ${printed(node.then, call)}, ${otherwise}`
      return floor > 0 ? `(${text})` : text
    }
    case 'operation': {
      const own = strength[node.operator]
      const text = `${printed(node.left, call, own)} ${signOf(node.operator)} ${printed(node.right, call, own + 1)}`
      return own < floor ? `(${text})` : text
    }
  }
}
