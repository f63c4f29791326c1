/**
 * The papers of a round as fields of plain text, and back: what is typed is kept, compared and chosen field by field,
 * whatever it is going to mean.
 */
import {
  type Figure,
  fromWire,
  isReasonless,
  printFigure,
  readFigure,
  toWire,
} from '../../../shared/figure.ts'
import type {
  ItemAnswer,
  JudgementWriting,
  ProblemWriting,
  Round,
  StatementWriting,
} from '../../../shared/protocol.ts'
import { works } from '../../i18n/works.ts'
import type { InspectionState, Paper, Typed } from './state.ts'

export const field = (part: string, of: string | number): string => `${part}|${of}`
export const at = (typed: Typed, name: string): string => typed[name] ?? ''

/** The fields that say something else, in the order they are first met. */
export const differing = (a: Typed, b: Typed): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(name => at(a, name) !== at(b, name))
export const saysTheSame = (a: Typed, b: Typed): boolean => differing(a, b).length === 0

export const keyOf = ({ kind, round, id }: Paper): string => [kind, round, id].join('/')

type Known = Pick<InspectionState, 'answer' | 'problems'>

/** What is saved of a paper, and the number it has; 0 and nothing before the first. */
export function savedOf(
  { answer: open, problems }: Known,
  { kind, round, id }: Paper,
): { readonly number: number; readonly typed: Typed } {
  const nothing = { number: 0, typed: {} }
  const answer = open?.id === round ? open : null
  if (kind === 'problem') {
    const problem = [...(answer?.problems ?? []), ...(problems ?? [])].find(one => one.id === id)
    return problem ? { number: problem.number, typed: typedProblem(problem) } : nothing
  }
  if (!answer) return nothing
  if (kind === 'round') return { number: answer.number, typed: typedRound(answer.round) }
  if (kind === 'judgement')
    return { number: answer.judgement.number, typed: typedJudgement(answer.judgement) }
  const statement = answer.statements.find(({ unit }) => unit === id)
  return statement ? { number: statement.number, typed: typedStatement(statement) } : nothing
}

// ---------------------------------------------------------------- the round

/** The words of the plan a round is held by, as two fields; other wording stays in the first. */
const planForm =
  /^Kế hoạch số (?<number>.+) ngày (?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})$/u
const pad = (text: string): string => text.padStart(2, '0')

export function planOf(basis: string): { number: string; date: string } {
  const { number, day = '', month = '', year } = planForm.exec(basis)?.groups ?? {}
  return number && year
    ? { number, date: `${year}-${pad(month)}-${pad(day)}` }
    : { number: basis, date: '' }
}

/** Days below ten and the months January and February carry a nought (Decree 30/2020/NĐ-CP, annex I). */
export function basisOf(number: string, date: string): string {
  const [year, month = '', day = ''] = date.split('-')
  if (date === '') return number.trim()
  const shown = `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`
  return works().inspection.papers.basis(number.trim(), shown)
}

const roundFields = (round: Pick<Round, 'title' | 'dueDate' | 'window'>): Typed => ({
  title: round.title,
  from: round.window.from,
  to: round.window.to,
  dueDate: round.dueDate,
})

export function typedRound(round: Round): Typed {
  const { number, date } = planOf(round.basis)
  return {
    plan: number,
    planDate: date,
    ...roundFields(round),
    ...Object.fromEntries(
      round.team.flatMap((member, nth) => [
        [field('name', nth), member.name],
        [field('position', nth), member.title],
        [field('duty', nth), member.duty],
      ]),
    ),
    ...Object.fromEntries(
      round.units.flatMap(({ unit, visitOn }) => [
        [field('unit', unit), 'x'],
        [field('visit', unit), visitOn ?? ''],
      ]),
    ),
  }
}

/** How many lines of the team are written, the last blank ones not counted. */
export const teamSize = (typed: Typed): number =>
  1 +
  Math.max(
    -1,
    ...Object.entries(typed).flatMap(([name, text]) => {
      const [part, nth] = name.split('|')
      return text !== '' && nth && ['name', 'position', 'duty'].includes(part ?? '')
        ? [Number(nth)]
        : []
    }),
  )

/** @param units of the agency, in its order; those ticked are kept in it */
export function roundOf(typed: Typed, units: readonly string[], state: Round['state']): Round {
  const from = at(typed, 'from')
  return {
    year: Number(from.slice(0, 4)),
    basis: basisOf(at(typed, 'plan'), at(typed, 'planDate')),
    title: at(typed, 'title').trim(),
    team: Array.from({ length: teamSize(typed) }, (_, nth) => ({
      name: at(typed, field('name', nth)).trim(),
      title: at(typed, field('position', nth)).trim(),
      duty: at(typed, field('duty', nth)).trim(),
    })).filter(({ name }) => name !== ''),
    window: { from, to: at(typed, 'to') },
    units: units
      .filter(unit => at(typed, field('unit', unit)) !== '')
      .map(unit => ({ unit, visitOn: at(typed, field('visit', unit)) || null })),
    dueDate: at(typed, 'dueDate'),
    state,
  }
}

// ---------------------------------------------------------------- what a unit says of itself

type Answers = Pick<StatementWriting, 'answers' | 'preparedBy' | 'approvedBy'>

const parts = ['statement', 'figure', 'evidence'] as const
const itemFields = (item: string): readonly string[] => parts.map(part => field(part, item))

export const typedStatement = ({ answers, preparedBy, approvedBy }: Answers): Typed => ({
  preparedBy,
  approvedBy,
  ...Object.fromEntries(
    Object.entries(answers).flatMap(([item, answer]) => [
      [field('statement', item), answer.statement],
      [field('figure', item), printFigure(fromWire(answer.figure))],
      [field('evidence', item), answer.evidence],
    ]),
  ),
})

/** A figure as typed; null when it cannot be read, or says "không áp dụng" without why. */
export function figureTyped(text: string): Figure | null {
  const reading = readFigure(text)
  return reading.ok && !isReasonless(reading.figure) ? reading.figure : null
}

export const isAnswered = (typed: Typed, item: string): boolean =>
  itemFields(item).some(name => at(typed, name).trim() !== '')

/** Only what is answered; fields whose figure cannot be read are for the caller to name first. */
export function statementOf(typed: Typed, items: readonly string[]): Answers {
  const answer = (item: string): ItemAnswer => {
    const figure = figureTyped(at(typed, field('figure', item)))
    return {
      statement: at(typed, field('statement', item)).trim(),
      figure: (figure && toWire(figure)) ?? null,
      evidence: at(typed, field('evidence', item)).trim(),
    }
  }
  return {
    answers: Object.fromEntries(
      items.filter(item => isAnswered(typed, item)).map(item => [item, answer(item)]),
    ),
    preparedBy: at(typed, 'preparedBy').trim(),
    approvedBy: at(typed, 'approvedBy').trim(),
  }
}

// ---------------------------------------------------------------- what the team says

type Judged = Pick<JudgementWriting, 'units' | 'requests'>

const typedJudgement = ({ units, requests }: Judged): Typed => ({
  requests,
  ...Object.fromEntries(
    Object.entries(units).flatMap(([unit, { strengths, weaknesses }]) => [
      [field('strengths', unit), strengths],
      [field('weaknesses', unit), weaknesses],
    ]),
  ),
})

export const judgementOf = (typed: Typed, units: readonly string[]): Judged => ({
  units: Object.fromEntries(
    units
      .map(unit => {
        const strengths = at(typed, field('strengths', unit)).trim()
        const weaknesses = at(typed, field('weaknesses', unit)).trim()
        return [unit, { strengths, weaknesses }] as const
      })
      .filter(([, { strengths, weaknesses }]) => strengths !== '' || weaknesses !== ''),
  ),
  requests: at(typed, 'requests').trim(),
})

type Problem = NonNullable<ProblemWriting['problem']>

const typedProblem = (problem: Problem): Typed => ({
  unit: problem.unit,
  item: problem.item,
  words: problem.words,
  request: problem.request,
  dueDate: problem.dueDate,
  resolvedOn: problem.resolvedOn ?? '',
  resolution: problem.resolution,
})

export const problemOf = (typed: Typed): Problem => ({
  unit: at(typed, 'unit'),
  item: at(typed, 'item'),
  words: at(typed, 'words').trim(),
  request: at(typed, 'request').trim(),
  dueDate: at(typed, 'dueDate'),
  resolvedOn: at(typed, 'resolvedOn') || null,
  resolution: at(typed, 'resolution').trim(),
})
