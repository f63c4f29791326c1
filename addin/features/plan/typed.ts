/** The plan's forms as they are typed: read into a task or a target, with what is wrong at which field. */
import { quantity, readFigure } from '../../../shared/figure.ts'
import type { Plan, PlanTask, Target } from '../../../shared/plan/schema.ts'
import { works } from '../../i18n/works.ts'

export type Wrong = Readonly<Partial<Record<string, string>>>
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly wrong: Wrong }

const judged = <T>(value: T, wrong: Wrong): Read<T> =>
  Object.values(wrong).some(Boolean) ? { ok: false, wrong } : { ok: true, value }

/** Years and numbers as the person types them. */
export type TypedTask = Omit<PlanTask, 'from' | 'until' | 'outside'> & {
  readonly from: string
  readonly until: string
  readonly outside: string
}
export type TypedTarget = Omit<Target, 'year' | 'threshold'> & {
  readonly year: string
  readonly threshold: string
}

export const typedTask = (task: PlanTask | null, code: string, plan: Plan): TypedTask =>
  task
    ? {
        ...task,
        from: String(task.from ?? ''),
        until: String(task.until ?? ''),
        outside: task.outside.join('\n'),
      }
    : {
        ...{ code, name: '', deliverable: '', lead: '', supporting: [], allUnits: false },
        ...{ outside: '', timeline: '', recurring: false },
        ...{ from: String(plan.year), until: '' },
      }

export const typedTarget = (target: Target | null, code: string, plan: Plan): TypedTarget =>
  target
    ? {
        ...target,
        year: String(target.year),
        threshold: String(target.threshold).replace('.', ','),
      }
    : {
        ...{ code, name: '', indicator: null, comparison: '>=', unit: '%', lead: null },
        ...{ year: String(plan.until), threshold: '' },
      }

/** null: left open; NaN: not a year. */
function yearFrom(typed: string): number | null {
  const text = typed.trim()
  if (text === '') return null
  const year = /^\d{4}$/u.test(text) ? Number(text) : Number.NaN
  return year >= 2000 && year <= 2100 ? year : Number.NaN
}

const numberFrom = (typed: string): number | undefined => {
  const reading = readFigure(typed.trim().replace(/%$/u, ''))
  return typed.trim() !== '' && reading.ok ? quantity(reading.figure) : undefined
}

const codeWrong = (
  code: string,
  taken: readonly { readonly code: string }[],
  own: string | null,
) =>
  code === ''
    ? works().plan.wrong.empty
    : code !== own && taken.some(one => one.code === code)
      ? works().plan.wrong.taken(code)
      : ''

/** @param own the code the task has in the plan; null: it is new */
export function readTask(typed: TypedTask, plan: Plan, own: string | null): Read<PlanTask> {
  const words = works().plan.wrong
  const [from, until] = [yearFrom(typed.from), yearFrom(typed.until)]
  const [code, name] = [typed.code.trim(), typed.name.trim()]
  const value = {
    ...{ ...typed, code, name, from, until },
    deliverable: typed.deliverable.trim(),
    timeline: typed.timeline.trim(),
    // all work on it already, and the lead does not support itself
    supporting: typed.allUnits ? [] : typed.supporting.filter(unit => unit !== typed.lead),
    outside: typed.outside
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean),
  }
  return judged(value, {
    code: codeWrong(code, plan.tasks, own),
    name: name === '' ? words.empty : '',
    lead: typed.lead === '' ? words.lead : '',
    from: Number.isNaN(from) ? words.year : '',
    until: Number.isNaN(until)
      ? words.year
      : from !== null && until !== null && until < from
        ? words.order
        : '',
  })
}

export function readTarget(typed: TypedTarget, plan: Plan, own: string | null): Read<Target> {
  const words = works().plan.wrong
  const year = yearFrom(typed.year)
  const threshold = numberFrom(typed.threshold)
  const [code, name, unit] = [typed.code.trim(), typed.name.trim(), typed.unit.trim()]
  const value = { ...typed, code, name, unit, year: year ?? 0, threshold: threshold ?? 0 }
  return judged(value, {
    code: codeWrong(code, plan.targets, own),
    name: name === '' ? words.empty : '',
    unit: unit === '' ? words.empty : '',
    year: year === null || Number.isNaN(year) ? words.year : '',
    threshold: threshold === undefined ? words.number : '',
  })
}

export type TypedHead = {
  readonly title: string
  readonly basis: string
  readonly until: string
  /** one heading per line: "1. Cải cách thể chế" */
  readonly groups: string
}

export function readHead(
  typed: TypedHead,
  { year }: Plan,
): Read<Pick<Plan, 'title' | 'basis' | 'until' | 'groups'>> {
  const words = works().plan.wrong
  const until = yearFrom(typed.until)
  const lines = typed.groups
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  const read = lines.map(line => {
    const [, code, name] = /^(\S+?)[.)]?\s+(.+)$/u.exec(line) ?? []
    return code && name && /\d|^[IVX]+$/u.test(code) ? { code, name } : undefined
  })
  const bad = lines.find((_, at) => {
    const one = read[at]
    return !one || read.findIndex(other => other?.code === one.code) !== at
  })
  const groups = read.flatMap(one => (one ? [one] : []))
  const title = typed.title.trim()
  return judged(
    { title, basis: typed.basis.trim(), until: until ?? year, groups },
    {
      title: title === '' ? words.empty : '',
      groups: bad === undefined ? '' : words.groups(bad),
      until: until === null || Number.isNaN(until) ? words.year : until < year ? words.order : '',
    },
  )
}

/** The years of a plan that is to be begun. */
export function readYears(from: string, until: string): Read<readonly [number, number]> {
  const words = works().plan.wrong
  const [first, last] = [yearFrom(from), yearFrom(until)]
  const unread = (year: number | null) => year === null || Number.isNaN(year)
  return judged([first ?? 0, last ?? 0], {
    from: unread(first) ? words.year : '',
    until: unread(last) ? words.year : (last ?? 0) < (first ?? 0) ? words.order : '',
  })
}
