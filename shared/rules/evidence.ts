/** Tasks said to be done, and whether a document that can be found proves it: a number with its symbol, and a date. */
import type { Index } from '../catalogue/catalogue.ts'
import { namesDocument } from '../plan/dates.ts'
import type { Rule } from './schema.ts'
import { type Subject, type Verdict, verdict } from './subject.ts'

type EvidencedRule = Extract<Rule, { check: 'evidenced' }>

export function evidenced(index: Index, rule: EvidencedRule, subject: Subject): Verdict[] {
  const { table, column, among, evidence } = rule
  if (!index.tables.has(table) || subject.level !== 'unit') return []
  const rows = subject.values.content.tables.get(table) ?? new Map()
  return [...rows.keys()].map(row => {
    const place = { form: table, row, column: evidence }
    const [status, said] = [column, evidence].map(key => {
      const cell = subject.values.cell(table, row, key)
      return cell.state === 'text' ? cell.text.trim() : ''
    })
    if (!among.includes(status ?? '')) return verdict(place, 'na')
    return namesDocument(said ?? '')
      ? verdict(place, 'pass')
      : verdict(place, 'fail', { words: said ?? '' })
  })
}
