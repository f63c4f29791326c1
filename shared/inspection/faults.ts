/**
 * What keeps a round, a statement, a problem or a judgement from being stored: each fault with a pointer into the request
 * (RFC 6901) and a sentence that names the line and what to do. The pane may ask before it sends.
 */
import type { Agency } from '../agency.ts'
import { printNumber } from '../figure.ts'
import type {
  ItemAnswer,
  JudgementWriting,
  ProblemWriting,
  Round,
  StatementWriting,
} from '../protocol/inspection.ts'
import type { InspectionForm } from './form.ts'
import { inspectionWords } from './words.ts'

export type Fault = { readonly pointer: string; readonly detail: string }
const say = inspectionWords.faults
/** More than any count of a department. */
const largest = 1_000_000_000

/**
 * @param before the round as it stands, none before it is stored: a unit that left the agency since may stay in it, and
 * units that have reported or have a problem (`spoken`) must
 */
export function roundFaults(
  round: Round,
  agency: Pick<Agency, 'units'>,
  before?: { readonly round: Round; readonly spoken: ReadonlySet<string> },
): Fault[] {
  const names = new Map([
    ...(before?.round.units ?? []).map(({ unit }) => [unit, unit] as const),
    ...agency.units.map(({ key, name }) => [key, name] as const),
  ])
  const at = (member: string, detail: string): Fault => ({ pointer: `#/round/${member}`, detail })
  const { title, basis, team, units, window, state } = round
  const missing = [...(before?.spoken ?? [])].filter(key => !units.some(({ unit }) => unit === key))
  return [
    ...(title === '' ? [at('title', say.noTitle())] : []),
    ...(basis === '' ? [at('basis', say.noBasis())] : []),
    ...(team.length === 0 ? [at('team', say.noTeam())] : []),
    ...team.flatMap(({ name }, i) =>
      name === '' ? [at(`team/${i}/name`, say.namelessMember(i + 1))] : [],
    ),
    ...(window.from > window.to ? [at('window', say.windowReversed(window))] : []),
    ...(units.length === 0 ? [at('units', say.noUnits())] : []),
    ...units.flatMap(({ unit }, i) => {
      const name = names.get(unit)
      if (name === undefined) return [at(`units/${i}/unit`, say.unknownUnit(i + 1, unit))]
      const first = units.findIndex(one => one.unit === unit)
      return first === i ? [] : [at(`units/${i}/unit`, say.unitTwice(i + 1, name, first + 1))]
    }),
    ...missing.map(key => at('units', say.unitHasSpoken(names.get(key) ?? key))),
    ...(state === 'draft' && before !== undefined && before.round.state !== 'draft'
      ? [at('state', say.backToDraft())]
      : []),
  ]
}

export function statementFaults(
  { answers }: Pick<StatementWriting, 'answers'>,
  form: InspectionForm,
): Fault[] {
  const items = new Map(form.items.map(item => [item.code, item]))
  return Object.entries(answers).flatMap(([code, { figure }]): Fault[] => {
    const item = items.get(code)
    const escaped = code.replaceAll('~', '~0').replaceAll('/', '~1')
    const at = (member: string, detail: string) => [
      { pointer: `#/answers/${escaped}${member}`, detail },
    ]
    if (!item) return at('', say.unknownItem(code))
    if (figure === null) return []
    if (item.measure === undefined) return at('/figure', say.noFigure(code))
    if (typeof figure !== 'number') return []
    if (!Number.isInteger(figure) || figure < 0)
      return at('/figure', say.notACount(code, printNumber(figure)))
    if (figure > largest) return at('/figure', say.tooGreat(code, printNumber(figure), largest))
    const whole = item.within === undefined ? undefined : answers[item.within]?.figure
    return item.within !== undefined && typeof whole === 'number' && figure > whole
      ? at('/figure', say.partOverWhole(code, figure, item.within, whole))
      : []
  })
}

/** @param today in Vietnam */
export function problemFaults(
  problem: NonNullable<ProblemWriting['problem']>,
  round: Round,
  form: InspectionForm,
  today: string,
): Fault[] {
  const at = (member: string, detail: string): Fault => ({ pointer: `#/problem/${member}`, detail })
  const { unit, item, words, resolvedOn, resolution } = problem
  const chosen = round.units.find(one => one.unit === unit)
  return [
    ...(chosen ? [] : [at('unit', say.notInRound(unit))]),
    ...(form.items.some(({ code }) => code === item) ? [] : [at('item', say.unknownItem(item))]),
    ...(words === '' ? [at('words', say.noProblem())] : []),
    ...(resolvedOn === null && resolution !== ''
      ? [at('resolvedOn', say.resolutionWithoutDay())]
      : []),
    ...(resolvedOn !== null && resolution === '' ? [at('resolution', say.noResolution())] : []),
    ...(resolvedOn !== null && resolvedOn > today
      ? [at('resolvedOn', say.resolvedInFuture(resolvedOn))]
      : []),
    ...(resolvedOn !== null && chosen?.visitOn && resolvedOn < chosen.visitOn
      ? [at('resolvedOn', say.resolvedBeforeVisit(resolvedOn, chosen.visitOn))]
      : []),
  ]
}

export const judgementFaults = (
  { units }: Pick<JudgementWriting, 'units'>,
  round: Round,
): Fault[] =>
  Object.keys(units)
    .filter(key => !round.units.some(({ unit }) => unit === key))
    .map(key => ({
      pointer: `#/units/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      detail: say.notInRound(key),
    }))

/** Nothing was said of the item. */
export const isBlank = ({ statement, figure, evidence }: ItemAnswer): boolean =>
  statement === '' && figure === null && evidence === ''
