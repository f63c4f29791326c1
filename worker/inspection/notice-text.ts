/**
 * What the notice says, heading by heading, in the order such notices have: I what the units report, merged by item, II
 * what is good and what is lacking, III what is asked of them. Facts come from the round; nothing is made up where the
 * team has written nothing.
 */
import type { Agency } from '../../shared/agency.ts'
import type { Figure } from '../../shared/figure.ts'
import { type MergedItem, mergedItems } from '../../shared/inspection/merged.ts'
import { shortName } from '../../shared/report/settings.ts'
import { namingOf } from '../agency.ts'
import type { Inspection, KeptProblem } from './standing.ts'
import { ended, inspectionPaperWords as words } from './words.ts'

export type Passage = {
  /** 1–3 is a heading of that depth; `part` stands over some items of a group */
  readonly as: 1 | 2 | 3 | 'part' | 'text' | 'gap'
  readonly text: string
}

const text = (line: string): Passage => ({ as: 'text', text: line })
/** Left to be filled in by hand. */
const gap = (line: string): Passage => ({ as: 'gap', text: line })
const linesOf = (written: string): string[] =>
  written
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

export const merged = ({ form, round, statements }: Inspection): MergedItem[] =>
  mergedItems(form, round.units, new Map(statements.map(one => [one.unit, one.answers])))

export function noticeText(agency: Agency, inspection: Inspection): Passage[] {
  const { round, form } = inspection
  const { unitName } = namingOf(agency)
  const issuer = shortName(agency)
  const items = merged(inspection)
  const [direction, ...reforms] = form.groups
  const group = (code: string) =>
    groupText(
      items.filter(({ item }) => item.group === code),
      unitName,
    )
  return [
    text(
      words.opening(
        round.basis,
        issuer,
        round.units.map(({ unit, visitOn }) => words.visited(unitName(unit), visitOn)),
      ),
    ),
    text(words.window(round.window)),
    text(words.team(round.team.map(({ name, title, duty }) => words.member(name, title, duty)))),
    text(words.begins(issuer)),
    { as: 1, text: words.results },
    ...(direction
      ? [{ as: 2, text: words.direction(direction.name) } as const, ...group(direction.code)]
      : []),
    { as: 2, text: words.reforms },
    ...reforms.flatMap(({ code, name }): Passage[] => [
      { as: 3, text: words.group(code, name) },
      ...group(code),
    ]),
    ...judgementText(inspection, unitName),
    ...requestText(inspection, unitName),
    text(words.closing(round.title, issuer)),
  ]
}

type Name = (unit: string) => string

function groupText(items: readonly MergedItem[], unitName: Name): Passage[] {
  const said = items.filter(({ answers }) => answers.length > 0)
  if (said.length === 0) return [gap(words.unsaid)]
  return said.flatMap((one, i): Passage[] => {
    const { part } = one.item
    const begins = part !== undefined && part !== said[i - 1]?.item.part
    return [...(begins ? [{ as: 'part', text: part } as const] : []), ...itemText(one, unitName)]
  })
}

function itemText({ item, answers, total }: MergedItem, unitName: Name): Passage[] {
  const measure = item.measure ?? ''
  const figures = answers.filter(({ figure }) => figure.state !== 'not-reported')
  const shares = figures.map(({ unit, figure }) => `${unitName(unit)}: ${figureWords(figure)}`)
  const [only] = figures
  const sum = figureWords(total, measure)
  const shown =
    figures.length > 1 && figures.some(({ figure }) => figure.state !== 'none')
      ? ` ${sum} (${shares.join('; ')})`
      : only
        ? ` ${sum} (${figures.map(({ unit }) => unitName(unit)).join('; ')})`
        : ''
  const spoken = answers.filter(({ statement, evidence }) => `${statement}${evidence}` !== '')
  const lines = spoken.flatMap(({ unit, statement, evidence }) => {
    const [first = '', ...rest] = linesOf(statement)
    const proof = evidence === '' ? '' : words.evidence(evidence.replaceAll('\n', '; '))
    // the evidence follows the last line of what it proves
    const all = [`+ ${unitName(unit)}: ${first}`, ...rest]
    return all.map((line, i) => `${ended(line)}${i === all.length - 1 ? proof : ''}.`)
  })
  const end = lines.length > 0 ? (shown === '' ? ':' : words.namely) : '.'
  return [
    text(`- ${item.name}${shown === '' ? '' : `:${shown}`}${end}`),
    ...lines.map(line => text(line)),
  ]
}

function figureWords(figure: Figure, measure = ''): string {
  switch (figure.state) {
    case 'number':
      return words.counted(figure.value, measure).trim()
    case 'none':
      return words.none
    case 'not-applicable':
      return words.notApplicable(figure.why)
    case 'not-reported':
      return ''
  }
}

function judgementText({ round, judgement, problems, form }: Inspection, unitName: Name) {
  const judged = (side: 'strengths' | 'weaknesses') => (unit: string) =>
    linesOf(judgement.units[unit]?.[side] ?? '')
  const keys = round.units.map(({ unit }) => unit)
  const strengths = keys.flatMap(unit => named(unitName(unit), judged('strengths')(unit)))
  const weaknesses = keys.flatMap(unit => {
    const found = problems.filter(one => one.unit === unit)
    const lacking = named(unitName(unit), judged('weaknesses')(unit))
    if (found.length === 0) return lacking
    return [
      ...(lacking.length > 0 ? lacking : [text(`- ${unitName(unit)}:`)]),
      ...found.map(one => text(`+ ${foundWords(one, itemName(form, one.item))}.`)),
    ]
  })
  return [
    { as: 1, text: words.judgement },
    { as: 2, text: words.strengths },
    ...(strengths.length > 0 ? strengths : [gap(words.unjudged)]),
    { as: 2, text: words.weaknesses },
    ...(weaknesses.length > 0 ? weaknesses : [gap(words.unjudged)]),
  ] satisfies Passage[]
}

const named = (name: string, [first, ...rest]: readonly string[]): Passage[] =>
  first === undefined
    ? []
    : [text(`- ${name}: ${ended(first)}.`), ...rest.map(line => text(`${ended(line)}.`))]

export const itemName = ({ items }: Inspection['form'], code: string): string =>
  items.find(item => item.code === code)?.name ?? code

const foundWords = ({ words: said, resolvedOn, resolution }: KeptProblem, item: string): string =>
  `${words.found(item, said)}${resolvedOn === null ? '' : words.resolved(resolvedOn, resolution)}`

function requestText({ round, problems, judgement }: Inspection, unitName: Name): Passage[] {
  const asked = round.units.flatMap(({ unit }) => {
    const found = problems.filter(one => one.unit === unit)
    if (found.length === 0) return []
    return [text(`- ${unitName(unit)}:`), ...found.map(one => text(`+ ${requestWords(one)}.`))]
  })
  const general = linesOf(judgement.requests)
  return [
    { as: 1, text: words.requests },
    { as: 2, text: words.toUnits },
    ...(asked.length > 0 ? asked : [text(words.unfound)]),
    { as: 2, text: words.ofAll },
    ...(general.length > 0 ? general.map(line => text(line)) : [gap(words.unrequested)]),
  ]
}

const requestWords = ({ request, words: found, dueDate, resolvedOn }: KeptProblem): string =>
  `${words.request(request === '' ? words.mend(found) : request, dueDate)}${
    resolvedOn === null ? '' : words.done(resolvedOn)
  }`
