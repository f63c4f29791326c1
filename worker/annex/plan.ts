/**
 * "Kế hoạch, chỉ tiêu": each target of the plan in force with what the forms say of it and how much is lacking, then each
 * task as its lead unit says it stands, with the evidence of all who take part.
 */
import { fromWire, printFigure } from '../../shared/figure.ts'
import { printDate } from '../../shared/period.ts'
import type { Plan } from '../../shared/plan/schema.ts'
import { type TasksStanding, tasksStanding } from '../../shared/plan/standing.ts'
import { planWords } from '../../shared/plan/words.ts'
import type { Attainment } from '../../shared/protocol.ts'
import { type PaperCell, type PaperSheet, paperRow, words } from '../paper/sheet.ts'
import type { AnnexInput } from './annex.ts'
import type { Find } from './places.ts'
import { centred, lineRows, linked, list, said } from './sheet-rows.ts'
import { planSheetWords as own } from './words-plan.ts'

/** An edition of a plan and its targets against the merged figures. */
export type AnnexPlan = {
  readonly plan: Plan
  readonly number: number
  readonly attainment: readonly Attainment[]
}

const widths = [8, 46, 20, 22, 18, 40, 15]
/** The code stands in every row of a line, so that filters keep it together. */
const repeated = [0]

export function planSheet(
  input: AnnexInput,
  { plan, number, attainment }: AnnexPlan,
  find: Find,
): PaperSheet {
  const standing = tasksStanding(input.index, input.agency, input.merged)
  const due = attainment.filter(one => one.due)
  const judged = {
    due: due.length,
    attained: due.filter(one => one.attained === true).length,
    missed: due.filter(one => one.attained === false).length,
  }
  const sections: [string, PaperCell[][]][] = [
    [own.targets, attainment.map(one => targetLine(input, one, find))],
    [own.tasks, taskLines(input, plan, standing)],
    [own.former, standing.former.map(one => [centred(one.code), said(''), said(''), said(''), ...stands(input, one)])], // biome-ignore format: a table
  ]
  return list({
    sheet: own.sheet,
    widths,
    title: own.title,
    says: [
      own.of(plan.title, plan.basis, number),
      own.counts(standing.counts),
      ...(attainment.length > 0 ? [own.judged(judged)] : []),
    ],
    head: own.head,
    rows: sections.flatMap(([title, lines]) =>
      lines.length === 0
        ? []
        : [headed('', title), ...lines.flatMap(cells => lineRows(cells, widths, repeated))],
    ),
  })
}

/** A heading between the lines, ruled like them. */
const headed = (code: string, title: string): PaperCell[] =>
  paperRow(widths.length, {
    ...Object.fromEntries(widths.map((_, c) => [c + 1, words('', 'shareTotal')])),
    1: { ...words(code, 'shareTotal'), align: 'center' },
    2: words(title, 'shareTotal'),
  })

const unitName = ({ agency }: AnnexInput, key: string | null): string =>
  key === null ? own.lead : (agency.units.find(unit => unit.key === key)?.name ?? key)

function targetLine(input: AnnexInput, one: Attainment, find: Find): PaperCell[] {
  const entry = one.indicator === null ? undefined : input.index.indicators.get(one.indicator)
  const at = entry && find({ form: entry.form.id, row: entry.row.key })
  const value =
    typeof one.value === 'number'
      ? planWords.value(one.value, one.threshold, one.unit)
      : one.value === null
        ? planWords.unsaid
        : printFigure(fromWire(one.value))
  const verdict =
    one.attained === null
      ? own.untold
      : one.attained
        ? own.attained
        : one.due
          ? own.missed
          : own.later
  return [
    centred(one.target),
    said(one.name),
    said(unitName(input, one.lead)),
    said(own.aimed(planWords.aim(one), one.year)),
    linked(at, value),
    said(one.gap ? planWords.gap(one.gap, one.comparison) : ''),
    centred(verdict),
  ]
}

const stands = (input: AnnexInput, one: TasksStanding['tasks'][number]): PaperCell[] => [
  centred(one.words),
  said(evidenceOf(input, one)),
  centred(one.doneOn === null ? '' : printDate(one.doneOn)),
]

/** The lead's evidence, then that of each other unit by its name, a line each; what several say alike stands once. */
function evidenceOf(input: AnnexInput, { said }: TasksStanding['tasks'][number]): string {
  const spoken = said.filter(({ evidence }) => evidence !== '')
  const byWords = Map.groupBy(
    spoken.toSorted((a, b) => Number(b.lead) - Number(a.lead)),
    ({ evidence }) => evidence,
  )
  return [...byWords]
    .map(([evidence, who]) =>
      who.some(({ lead }) => lead)
        ? evidence
        : own.evidence(who.map(({ unit }) => unitName(input, unit)).join(', '), evidence),
    )
    .join('\n')
}

function taskLines(input: AnnexInput, plan: Plan, { tasks }: TasksStanding): PaperCell[][] {
  const standing = new Map(tasks.map(one => [one.code, one]))
  const groups = [...plan.groups]
  return plan.tasks.flatMap(task => {
    const one = standing.get(task.code)
    if (!one) return []
    const at = groups.findIndex(({ code }) => task.code.startsWith(`${code}.`))
    const [group] = at < 0 ? [] : groups.splice(at, 1)
    return [
      ...(group ? [headed(group.code, group.name)] : []),
      [
        centred(task.code),
        said(task.name),
        said(unitName(input, task.lead)),
        said(task.timeline),
        ...stands(input, one),
      ],
    ]
  })
}
