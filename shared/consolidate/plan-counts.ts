/**
 * Figures that follow from the plan (1.1–1.3 of Biểu 1): how many tasks it has, how many are recurring, and of how many
 * one-off tasks the lead unit says that they are done. So the two never overlap, and 1.2 + 1.3 <= 1.1 holds.
 */
import type { Agency, Task } from '../agency.ts'
import { type Index, planCountOf } from '../catalogue/catalogue.ts'
import type { PlanCount } from '../catalogue/schema.ts'
import type { Cell, TableRows } from '../content.ts'
import { type Figure, numberFigure } from '../figure.ts'
import type { MergedLine, Submitted, UnitContribution } from './merged.ts'

type Kind = PlanCount['tasks']
const isOf: Record<Kind, (task: Task) => boolean> = {
  all: () => true,
  recurring: task => task.recurring,
  'one-off': task => !task.recurring,
}
const counted = (agency: Agency, { tasks }: PlanCount): Task[] => agency.tasks.filter(isOf[tasks])

const says = (cell: Cell | undefined, among: readonly string[]): boolean =>
  cell?.state === 'text' && among.includes(cell.text)

/** By indicator; nothing as long as no unit sent its table of tasks, and never in place of what the owner typed. */
export function planCounts(
  index: Index,
  agency: Agency,
  rows: ReadonlyMap<string, ReadonlyMap<string, MergedLine>>,
  submissions: readonly Submitted[],
  typed: ReadonlyMap<string, Figure>,
): Map<string, Figure> {
  const found = new Map<string, Figure>()
  for (const { row } of index.indicators.values()) {
    const count = planCountOf(row)
    if (!count || typed.has(row.key) || agency.tasks.length === 0) continue
    if (!submissions.some(({ content }) => content.tables.has(count.plan))) continue
    const { where } = count
    const tasks = counted(agency, count).filter(
      ({ code }) =>
        !where || says(rows.get(count.plan)?.get(code)?.cells.get(where.column), where.among),
    )
    found.set(row.key, numberFigure(tasks.length))
  }
  return found
}

export type PlanParts = {
  /** units whose word is awaited, and those that said how each of their tasks stands */
  readonly leads: readonly string[]
  readonly told: ReadonlySet<string>
  readonly contributions: readonly UnitContribution<Figure>[]
}

/** What the units that lead counted tasks give: how many of theirs count, and whether they said so of all of them. */
export function planParts(
  agency: Agency,
  count: PlanCount,
  submissions: readonly Submitted[],
): PlanParts {
  const { plan, where } = count
  // how many tasks there are the plan says, and no unit
  if (!where) return { leads: [], told: new Set(), contributions: [] }
  const led = Map.groupBy(counted(agency, count), task => task.lead)
  const contributions: UnitContribution<Figure>[] = []
  const told = new Set<string>()
  for (const { unit, revision, content } of submissions) {
    const tasks = led.get(unit) ?? []
    const own: TableRows | undefined = content.tables.get(plan)
    const said = tasks.flatMap(({ code }) => own?.get(code)?.get(where.column) ?? [])
    if (said.length === 0) continue
    if (said.length === tasks.length) told.add(unit)
    const value = numberFigure(said.filter(cell => says(cell, where.among)).length)
    contributions.push({ unit, revision, value })
  }
  return { leads: [...led.keys()], told, contributions }
}
