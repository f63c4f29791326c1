/**
 * Stock figures of last period that may be taken over: what stands at the close of a period usually still stands
 * (domain §5.1 “last”), and what is carried over must equal last period's close. Closings themselves follow from the
 * flows of the period and are never taken over.
 */
import {
  entryOf,
  type Index,
  inputColumns,
  isInput,
  playsRole,
  rowsOf,
  type Scope,
} from './catalogue/catalogue.ts'
import { kinds } from './catalogue/kinds.ts'
import type { Cell, Values } from './content.ts'
import { operandsOf, parseFormula, type Reference } from './formula.ts'
import { formsOfView, type View } from './layout.ts'
import type { Place } from './place.ts'

export type Brought = {
  readonly place: Place
  /** last period's; always reported */
  readonly cell: Cell
}

/** In the order of the forms; only what last period reported. */
export function broughtForward(index: Index, view: View, previous: Values): Brought[] {
  const { agency, unit } = view
  if (unit === null) return []
  const openings = openingsOf(index)
  const closings = closingsOf(index, openings)
  const places = formsOfView(index, view).flatMap((form): Place[] => {
    if (form.layout === 'indicators')
      return form.rows
        .filter(row => isInput(row) && row.overPeriods === 'last' && kinds[row.kind].numeric)
        .filter(row => playsRole(agency, row.owner, unit))
        .map(row => ({ form: form.id, row: row.key }))
    if (form.layout !== 'table') return []
    const columns = inputColumns(form).filter(({ key, kind, overPeriods }) => {
      const name = `${form.id}.${key}`
      return (
        openings.has(name) || (overPeriods === 'last' && kinds[kind].numeric && !closings.has(name))
      )
    })
    // lines the unit names itself are this period's own
    return (rowsOf(agency, form, unit) ?? []).flatMap(row =>
      columns.map(({ key }) => ({ form: form.id, row, column: key })),
    )
  })
  return places.flatMap(place => {
    const cell = cellBefore(previous, place, openings)
    return cell.state === 'not-reported' ? [] : [{ place, cell }]
  })
}

function cellBefore(previous: Values, place: Place, openings: ReadonlyMap<string, string>): Cell {
  const { form, row, column } = place
  if (column === undefined) return previous.figure(row)
  return previous.cell(form, row, openings.get(`${form}.${column}`) ?? column)
}

/** "FORM.column" → the column of last period it must equal, as a rule says: "carried_over = previous.pending_total". */
function openingsOf(index: Index): Map<string, string> {
  const found = new Map<string, string>()
  for (const rule of index.catalogue.rules) {
    if (rule.check !== 'compare' || rule.operator !== '=' || rule.table === undefined) continue
    const [left, right] = [parseFormula(rule.left), parseFormula(rule.right)]
    if (left.kind !== 'reference' || right.kind !== 'reference') continue
    const stays = index.columns.get(`${rule.table}.${left.key}`)?.row.overPeriods === 'first'
    if (stays && right.of === 'previous') found.set(`${rule.table}.${left.key}`, right.key)
  }
  return found
}

/** The columns next period's openings are made of, and what those are computed from. */
function closingsOf(index: Index, openings: ReadonlyMap<string, string>): Set<string> {
  const found = new Set<string>()
  const add = (reference: Reference, scope: Scope): void => {
    const entry = entryOf(index, reference, scope)
    const name = entry && `${entry.form.id}.${entry.row.key}`
    if (!name || found.has(name)) return
    found.add(name)
    for (const operand of entry.expression ? operandsOf(entry.expression) : []) add(operand, scope)
  }
  for (const [opening, closing] of openings)
    add({ kind: 'reference', key: closing }, { table: opening.slice(0, opening.indexOf('.')) })
  return found
}
