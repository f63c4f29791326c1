/**
 * Of any one merged figure: which units owe a part of it, which of them told it, and what each gave. Asked for figure by
 * figure, so that a series over many periods pays for its own lines only.
 */
import type { Agency } from '../agency.ts'
import { type Index, ownerRole, planCountOf, rowsOf } from '../catalogue/catalogue.ts'
import type { Column, Indicator, TableForm } from '../catalogue/schema.ts'
import type { Values } from '../content.ts'
import { type Figure, isReported, noneArising } from '../figure.ts'
import { type Expression, evaluate, operandsOf } from '../formula.ts'
import type { Coverage, UnitContribution, UnitValues } from './merged.ts'
import { type PlanParts, planParts } from './plan-counts.ts'

export type Shares = {
  readonly owing: ReadonlySet<string>
  /** of those that owe, the ones that told all they owe */
  readonly told: ReadonlySet<string>
  /** in unit order; what was told by units that do not owe it is among them */
  readonly parts: readonly UnitContribution<Figure>[]
}
export type Sharing = {
  readonly figure: (row: Indicator) => Shares
  readonly total: (form: TableForm, column: Column) => Shares
  readonly cell: (form: TableForm, row: string, column: Column) => Shares
}

export const coverageOf = ({ owing, told }: Pick<Shares, 'owing' | 'told'>): Coverage => ({
  expected: owing.size,
  reported: told.size,
})

/** @param counts what the merge counted of the plan (`planCounts`) */
export function sharing(
  index: Index,
  agency: Agency,
  units: readonly UnitValues[],
  counts: ReadonlyMap<string, Figure>,
): Sharing {
  const counted = new Map<string, PlanParts>()
  for (const key of counts.keys()) {
    const row = index.indicators.get(key)?.row
    const count = row && planCountOf(row)
    if (count) counted.set(key, planParts(agency, count, units))
  }
  const filling = new Map<string, ReadonlySet<string>>()
  const fillingOf = (form: TableForm): ReadonlySet<string> => {
    const known = filling.get(form.id) ?? unitsThat(agency, form, rows => rows?.length !== 0)
    filling.set(form.id, known)
    return known
  }
  const partsBy = (given: (own: UnitValues) => Figure): UnitContribution<Figure>[] =>
    units.flatMap(own => {
      const value = given(own)
      return isReported(value) ? [{ unit: own.unit, revision: own.revision, value }] : []
    })
  const told = (owing: ReadonlySet<string>, who: readonly { readonly unit: string }[]) =>
    new Set(who.flatMap(({ unit }) => (owing.has(unit) ? [unit] : [])))

  return {
    figure: row => {
      const awaited = awaitedFrom(index, agency, row, counted)
      const parts = partsBy(({ unit, values }) =>
        contributionOf(index, row, values, awaited.get(unit) ?? []),
      )
      const whole = units.filter(({ unit, values }) =>
        awaited
          .get(unit)
          ?.every(key => counted.get(key)?.told.has(unit) ?? isReported(values.figure(key))),
      )
      const owing = new Set(awaited.keys())
      const planned = counted.get(row.key)?.contributions ?? []
      return { owing, told: told(owing, whole), parts: [...planned, ...parts] }
    },
    total: (form, column) => {
      const owing = fillingOf(form)
      const parts = partsBy(({ values }) => values.total(form.id, column.key))
      return { owing, told: told(owing, parts), parts }
    },
    cell: (form, row, column) => {
      const parts = partsBy(({ values }) => {
        const cell = values.cell(form.id, row, column.key)
        return cell.state === 'text' ? { state: 'not-reported' } : cell
      })
      // a list that units make themselves tells of every row: what it leaves out is not there
      if (form.rowsBy === 'procedure') {
        const owing = fillingOf(form)
        const sent = units.filter(({ content }) => content.tables.has(form.id))
        return { owing, told: told(owing, sent), parts }
      }
      const lead = agency.tasks.find(({ code }) => form.rowsBy === 'task' && code === row)?.lead
      // the lead alone says how a task stands
      const owing =
        lead !== undefined && column.merge.by === 'owner'
          ? new Set([lead])
          : owingLine(agency, form, row)
      return { owing, told: told(owing, parts), parts }
    },
  }
}

/** Units that owe a line of a table, whoever of them tells it; all that make the list where units make it themselves. */
export const owingLine = (agency: Agency, form: TableForm, row: string): ReadonlySet<string> =>
  unitsThat(agency, form, rows =>
    form.rowsBy === 'procedure' ? rows?.length !== 0 : (rows?.includes(row) ?? false),
  )

const unitsThat = (
  agency: Agency,
  form: TableForm,
  fill: (rows: string[] | null) => boolean,
): ReadonlySet<string> =>
  new Set(agency.units.flatMap(({ key }) => (fill(rowsOf(agency, form, key)) ? [key] : [])))

/**
 * What a unit gives to a figure: its own value, or for a sum whose parts other units hold as well (136 + 18 + 22 + 5
 * posts) the parts it owes. A ratio over parts of others has no share of one unit.
 */
function contributionOf(
  index: Index,
  row: Indicator,
  own: Values,
  owed: readonly string[],
): Figure {
  const whole = own.figure(row.key)
  if (isReported(whole) || owed.length === 0 || !isSum(index, row.key)) return whole
  const part = (key: string): Figure => {
    const expression = index.indicators.get(key)?.expression
    if (expression) return evaluate(expression, operand => part(operand.key))
    return owed.includes(key) ? own.figure(key) : noneArising
  }
  return part(row.key)
}

/** Only additions and subtractions of reported figures, however deep. */
export function isSum(index: Index, key: string): boolean {
  const adds = (node: Expression): boolean =>
    node.kind === 'operation'
      ? (node.operator === '+' || node.operator === '-') && adds(node.left) && adds(node.right)
      : node.kind === 'reference' && node.of === undefined && isSum(index, node.key)
  const entry = index.indicators.get(key)
  return entry !== undefined && (entry.expression === undefined || adds(entry.expression))
}

/** Unit → the figures an indicator needs from it: its own, or for a computed row those among its operands. */
function awaitedFrom(
  index: Index,
  agency: Agency,
  row: Indicator,
  counted: ReadonlyMap<string, PlanParts>,
): Map<string, string[]> {
  const leads = counted.get(row.key)?.leads
  if (leads) return new Map(leads.map(unit => [unit, [row.key]]))
  const role = ownerRole(index, row)
  if (role !== undefined) return new Map((agency.roles[role] ?? []).map(unit => [unit, [row.key]]))
  const expression = index.indicators.get(row.key)?.expression
  const awaited = new Map<string, string[]>()
  for (const { key } of expression ? operandsOf(expression) : []) {
    const operand = index.indicators.get(key)?.row
    if (!operand) continue
    for (const [unit, keys] of awaitedFrom(index, agency, operand, counted))
      awaited.set(unit, [...(awaited.get(unit) ?? []), ...keys])
  }
  return awaited
}
