/** The tasks of a plan as the pane lists them: by heading, by how far they are, by what people remember of them. */
import type { Plan, PlanTask, Target } from '../../../shared/plan/schema.ts'
import type { PlanStanding } from '../../../shared/protocol.ts'
import { folded } from '../adjustments/targets.ts'

export type TaskStanding = PlanStanding['tasks'][number]

export const steps = ['unsaid', 'overdue', 'not-started', 'open', 'done'] as const
export type Step = (typeof steps)[number]

/** The choices of the form's column “Trạng thái”, as far as they differ to who looks for what is left to do. */
const stepOfStatus: Readonly<Record<string, Step>> = {
  'not-started': 'not-started',
  'in-progress': 'open',
  done: 'done',
  'done-late': 'done',
  overdue: 'overdue',
}

export const stepOf = (status: string | null | undefined): Step =>
  status ? (stepOfStatus[status] ?? 'open') : 'unsaid'

export type Group = {
  /** null: tasks whose code belongs to no heading */
  readonly code: string | null
  readonly name: string
  readonly tasks: readonly PlanTask[]
}

const headingOf = (code: string): string => code.split('.')[0] ?? ''

/** In the order of the headings; a heading without tasks stays, so that one can be added. */
export function groupsOf({ groups, tasks }: Plan, listed: readonly PlanTask[]): Group[] {
  const known = new Set(groups.map(({ code }) => code))
  const others = listed.filter(({ code }) => !known.has(headingOf(code)))
  const under = groups.map(({ code, name }) => ({
    code,
    name,
    tasks: listed.filter(task => headingOf(task.code) === code),
  }))
  const shown = listed.length === tasks.length ? under : under.filter(one => one.tasks.length > 0)
  return others.length > 0 ? [...shown, { code: null, name: '', tasks: others }] : shown
}

/** Every word typed begins one of the task's or of its heading's, without marks. */
export function matches(
  task: PlanTask,
  typed: string,
  unitName: (key: string) => string,
  groups: Plan['groups'] = [],
): boolean {
  const units = [task.lead, ...task.supporting].map(unitName)
  const heading = groups.find(({ code }) => code === headingOf(task.code))?.name ?? ''
  const text = folded(
    [task.code, task.name, task.deliverable, task.timeline, heading, ...units].join(' '),
  )
  return folded(typed)
    .split(' ')
    .filter(Boolean)
    .every(word => text.includes(` ${word}`))
}

/** The number after the last one under a heading: "1.4". */
export function nextCode(tasks: readonly PlanTask[], group: string): string {
  const used = tasks
    .filter(({ code }) => headingOf(code) === group)
    .map(({ code }) => Number(code.split('.')[1]))
  return `${group}.${Math.max(0, ...used.filter(Number.isFinite)) + 1}`
}

/** A code nobody has yet, after the last target's. */
export function nextTargetCode(targets: readonly Target[]): string {
  const last = targets.at(-1)?.code ?? 'CT0'
  const [, stem = 'CT', digits = '0'] = /^(.*?)(\d*)$/u.exec(last) ?? []
  const taken = new Set(targets.map(({ code }) => code))
  let next = Number(digits || '0') + 1
  while (taken.has(`${stem}${next}`)) next += 1
  return `${stem}${next}`
}

/** Named, or among everybody when the plan says that all work on it. */
export function supports({ lead, supporting, allUnits }: PlanTask, unit: string): boolean {
  if (lead === unit) return false
  return allUnits || supporting.includes(unit)
}

/**
 * What of a plan goes on in later years: tasks without an end or that end later, targets not due before. Title and the
 * document that issued it are the new plan's own.
 */
export const continued = (plan: Plan, year: number, until: number, title: string): Plan => ({
  ...plan,
  year,
  until,
  title,
  basis: '',
  tasks: plan.tasks.filter(task => (task.until ?? until) >= year),
  targets: plan.targets.filter(target => target.year >= year),
})
