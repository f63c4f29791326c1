/**
 * The standard sentences filled in from a consolidation: numbers in Vietnamese style, the other states in words of their
 * own. A figure nobody gave is never a 0: it is left out, and named for whoever signs. So is a ratio that cannot be
 * computed.
 */
import type { Index } from '../catalogue/catalogue.ts'
import { kinds } from '../catalogue/kinds.ts'
import { printCell } from '../cell-words.ts'
import { exclusionInWords } from '../exclusion-words.ts'
import { type Figure, fromWire, quantity } from '../figure.ts'
import { periodName } from '../period.ts'
import { placeText } from '../place.ts'
import type { ConsolidatedFigure, Consolidation } from '../protocol.ts'
import { type Clause, type Sentence, sentences } from './sentences.ts'

/** A figure a sentence tells, and how it is printed there. */
export type Told = {
  /** the indicator, or "FORM.column" for a total */
  readonly figure: string
  /** the same as a place: "FORM//column" */
  readonly at: string
  readonly name: string
  /** the words around it, "#" where it stands */
  readonly says: string
  readonly merged: ConsolidatedFigure
  readonly printed: string
}
/** A clause of a statement, with every figure in it. */
export type Part = { readonly text: string; readonly told: readonly Told[] }
export type Statement = {
  readonly section: string
  readonly subject: string
  readonly text: string
  readonly told: readonly Told[]
  /** empty when one word does for the whole sentence */
  readonly parts: readonly Part[]
  /** what it cannot say because nobody reported it; a statement without text says nothing else */
  readonly missing: readonly string[]
}

export type Figures = Pick<Consolidation, 'figures' | 'tables' | 'period'> &
  Partial<Pick<Consolidation, 'exclusions'>>

/**
 * In the order of the report. A sentence none of whose figures is known has no text, and none at all where reports
 * seldom carry it (`whenReported`).
 * @param agency as the report calls it: "Sở Công Thương"
 */
export function statementsOf(
  index: Index,
  consolidation: Figures,
  agency: string,
  table: readonly Sentence[] = sentences,
): Statement[] {
  const period = periodName(consolidation.period)
  return table.flatMap(sentence => {
    const { section, subject, lead, clauses, whenReported, chosen } = sentence
    const known = clauses.flatMap(clause => resolved(index, consolidation, clause))
    const all = known.flatMap(everyTold)
    const counted = all.filter(one => !isRatio(index, one.figure))
    // a catalogue without these figures has no such sentence
    if (counted.length === 0) return []
    const missing = counted.filter(isMissing).map(({ name }) => name)
    const about = { section, subject }
    const reported = counted.filter(isSaid)
    const spoken = known.filter(isSaid)
    // what is held against a figure, or makes it up, says nothing without it
    if (spoken.length === 0)
      return whenReported ? [] : [{ ...about, text: '', told: [], parts: [], missing: [subject] }]
    const words = choiceWords(chosen, reported[0])
    if (words !== undefined)
      return [{ ...about, text: `- ${words}.`, told: reported, parts: [], missing }]
    // "không phát sinh" over a figure nobody gave would say too much
    const state =
      missing.length === 0 && sameState(reported.map(({ merged }) => fromWire(merged.value)))
    if (state)
      return [
        {
          ...about,
          text: `- ${subject}: ${reported[0]?.printed ?? ''}.`,
          told: reported,
          parts: [],
          missing,
        },
      ]
    const parts = spoken.map(one => ({ text: said(one), told: everyTold(one).filter(isSaid) }))
    const opening =
      spoken[0] === known[0] && lead !== undefined
        ? lead.replace('{period}', period).replace('{agency}', agency)
        : `${subject}:`
    const text = sentenceOf(opening, parts)
    return [{ ...about, text, told: parts.flatMap(({ told }) => told), parts, missing }]
  })
}

/** What a statement says besides `told`, when another paragraph tells those already; "" for nothing. */
export function restOf({ subject, parts }: Statement, told: ReadonlySet<Told>): Part {
  const rest = parts.filter(part => !part.told.every(one => told.has(one)))
  return {
    text: rest.length === 0 ? '' : sentenceOf(`${subject}:`, begunAnew(rest)),
    told: rest.flatMap(part => part.told),
  }
}

/** After a colon a clause no longer begins a sentence. */
const begunAnew = ([first, ...others]: readonly Part[]): Part[] =>
  first
    ? [
        {
          ...first,
          text: first.text.replace(/^\p{Lu}(?=\p{Ll})/u, letter => letter.toLowerCase()),
        },
        ...others,
      ]
    : []

/** A figure by its place, whatever sentence tells it; undefined where the forms have none of that name. */
export function figureAt(
  index: Index,
  figures: Figures,
  at: string,
  name: string,
): Told | undefined {
  const figure = at.replace('//', '.')
  const merged = mergedAt(figures, figure)
  const value = merged && printed(index, figure, fromWire(merged.value))
  return merged && value !== undefined
    ? { figure, at, name, says: `${name}: #`, merged, printed: value }
    : undefined
}

const sentenceOf = (opening: string, parts: readonly Part[]): string =>
  `- ${[opening, parts.map(({ text }) => text).join('; ')].filter(part => part !== '').join(' ')}.`

type Resolved = Told & {
  /** behind the figure, in brackets: a ratio that leaves a declared group out is told both ways */
  readonly aside: string
  readonly joined: string
  readonly more: readonly Resolved[]
}

const isMissing = ({ merged }: Told): boolean => merged.value === null
const isSaid = (told: Told): boolean => !isMissing(told)

/** The clause with its figures; nothing where the catalogue has none of that name or a ratio has no value. */
function resolved(index: Index, figures: Figures, [figure, says, name, more]: Clause): Resolved[] {
  const merged = mergedAt(figures, figure)
  if (!merged || (merged.value === null && isRatio(index, figure))) return []
  const isAmong = more !== undefined && 'among' in more
  const inside = more === undefined ? [] : isAmong ? more.among : more.against
  const value = fromWire(merged.value)
  return [
    {
      figure,
      at: placeAt(figure),
      name,
      says,
      merged,
      printed: printed(index, figure, value),
      aside: asideOf(index, figures, figure, merged),
      joined: !more || isAmong ? ', trong đó ' : value.state === 'number' ? ' ' : ', ',
      more: inside
        .flatMap(clause => resolved(index, figures, clause))
        .filter(
          one => !(isAmong && more.arisingOnly) || quantity(fromWire(one.merged.value)) !== 0,
        ),
    },
  ]
}

function asideOf(
  index: Index,
  { exclusions = [] }: Figures,
  figure: string,
  { value }: ConsolidatedFigure,
): string {
  const declared = exclusions.filter(({ indicator }) => indicator === figure)
  const words = declared.flatMap(one => exclusionInWords(index, one, value)?.aside ?? [])
  return words.length > 0 ? ` (${words.join('; ')})` : ''
}

function said({ merged, says, name, printed: value, aside, joined, more }: Resolved): string {
  const told =
    typeof merged.value === 'number' ? says.replace('#', () => value) : `${name}: ${value}`
  const own = told + aside
  const inside = more.filter(isSaid).map(said)
  return inside.length === 0 ? own : `${own}${joined}${inside.join(', ')}`
}

const everyTold = ({ more, joined: _, aside: __, ...told }: Resolved): Told[] => [
  told,
  ...more.flatMap(everyTold),
]

const placeAt = (figure: string): string => {
  const [form = '', column] = figure.split('.')
  return placeText(column === undefined ? { form: '', row: form } : { form, row: '', column })
}

const mergedAt = ({ figures, tables }: Figures, figure: string): ConsolidatedFigure | undefined => {
  const [form = '', column] = figure.split('.')
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

/** A choice is told in words of its own: "Cơ quan đã ban hành …". */
const choiceWords = (chosen: Sentence['chosen'], first: Told | undefined): string | undefined =>
  typeof first?.merged.value === 'number' ? chosen?.[first.merged.value] : undefined

/** The state all figures share when it is not a number: then one word does for the whole sentence. */
function sameState(figures: readonly Figure[]): 'none' | 'not-applicable' | undefined {
  const [first] = figures
  return first &&
    (first.state === 'none' || first.state === 'not-applicable') &&
    figures.every(({ state }) => state === first.state)
    ? first.state
    : undefined
}
