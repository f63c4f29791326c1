/**
 * The standard sentences filled in from a consolidation: numbers in Vietnamese style, the other states in words of their
 * own. A figure nobody gave is never a 0, and a ratio that cannot be computed is left out beside what it divides.
 */
import type { Index } from '../catalogue/catalogue.ts'
import { kinds } from '../catalogue/kinds.ts'
import { printCell } from '../cell-words.ts'
import { type Figure, fromWire } from '../figure.ts'
import { periodName } from '../period.ts'
import type { ConsolidatedFigure, Consolidation } from '../protocol.ts'
import { type Clause, type Sentence, sentences } from './sentences.ts'

/** A figure a sentence tells, and how it is printed there. */
export type Told = {
  /** the indicator, or "FORM.column" for a total */
  readonly figure: string
  readonly name: string
  readonly merged: ConsolidatedFigure
  readonly printed: string
}
export type Statement = {
  readonly section: string
  readonly text: string
  readonly told: readonly Told[]
}

type Figures = Pick<Consolidation, 'figures' | 'tables' | 'period'>

/** @param agency as the report calls it: "Sở Công Thương" */
export function statementsOf(
  index: Index,
  consolidation: Figures,
  agency: string,
  table: readonly Sentence[] = sentences,
): Statement[] {
  const period = periodName(consolidation.period)
  return table.flatMap(({ section, subject, lead, clauses, whenReported }) => {
    const known = clauses.flatMap(clause => resolved(index, consolidation, clause))
    const told = known.flatMap(everyTold)
    const counted = told.filter(one => !isRatio(index, one.figure))
    // a catalogue without these figures has no such sentence
    if (counted.length === 0) return []
    const state = sameState(counted.map(({ merged }) => fromWire(merged.value)))
    if (state === 'not-reported' && whenReported) return []
    const opening = (lead ?? `${subject}:`).replace('{period}', period).replace('{agency}', agency)
    const text = state
      ? `${subject}: ${inOneWord(counted, state)}`
      : [opening, known.map(spoken).join('; ')].filter(part => part !== '').join(' ')
    return [{ section, text: `- ${text}.`, told: state ? counted : told }]
  })
}

type Resolved = Told & {
  readonly says: string
  readonly joined: string
  readonly more: readonly Resolved[]
}

/** The clause with its figures; nothing where the catalogue has none of that name or a ratio has no value. */
function resolved(index: Index, figures: Figures, [figure, says, name, more]: Clause): Resolved[] {
  const merged = mergedAt(figures, figure)
  if (!merged || (merged.value === null && isRatio(index, figure))) return []
  const inside = more === undefined ? [] : 'among' in more ? more.among : more.against
  return [
    {
      figure,
      name,
      merged,
      says,
      printed: printed(index, figure, fromWire(merged.value)),
      joined: !more || 'among' in more ? ', trong đó ' : merged.value === null ? ', ' : ' ',
      more: inside.flatMap(clause => resolved(index, figures, clause)),
    },
  ]
}

function spoken({ merged, says, name, printed: value, joined, more }: Resolved): string {
  const own =
    typeof merged.value === 'number' ? says.replace('#', () => value) : `${name}: ${value}`
  return more.length === 0 ? own : `${own}${joined}${more.map(spoken).join(', ')}`
}

const everyTold = ({ figure, name, merged, printed: value, more }: Resolved): Told[] => [
  { figure, name, merged, printed: value },
  ...more.flatMap(everyTold),
]

const mergedAt = ({ figures, tables }: Figures, place: string): ConsolidatedFigure | undefined => {
  const [form = '', column] = place.split('.')
  return column === undefined ? figures[form] : tables[form]?.total[column]
}

function isRatio(index: Index, figure: string): boolean {
  const entry = index.indicators.get(figure)
  return entry?.expression !== undefined && kinds[entry.row.kind].scale === 100
}

function printed(index: Index, figure: string, value: Figure): string {
  if (value.state === 'none') return 'không phát sinh'
  if (value.state === 'not-applicable')
    return value.why === '' ? 'không áp dụng' : `không áp dụng (${value.why})`
  const [form = '', column] = figure.split('.')
  return printCell(
    index,
    column === undefined ? { form: '', row: form } : { form, row: '', column },
    value,
  )
}

/** The state all figures share when it is not a number: then one word does for the whole sentence. */
function sameState(figures: readonly Figure[]): Exclude<Figure['state'], 'number'> | undefined {
  const [first] = figures
  return first && first.state !== 'number' && figures.every(({ state }) => state === first.state)
    ? first.state
    : undefined
}

const inOneWord = (told: readonly Told[], state: Figure['state']): string =>
  state === 'not-reported' ? 'chưa có đơn vị nào báo cáo' : (told[0]?.printed ?? '')
