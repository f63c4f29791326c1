/** What the plan's codes are called: units by their names, indicators and status by the catalogue's words. */
import type { Index } from '../../../shared/catalogue/catalogue.ts'
import type { Plan } from '../../../shared/plan/schema.ts'
import { taskForm } from '../../../shared/plan/standing.ts'
import { works } from '../../i18n/works.ts'
import { label } from '../parts/place-words.ts'
import type { State } from '../state.ts'
import type { Part, PartKind } from './parts.ts'

export type UnitName = { readonly key: string; readonly name: string }

const nobody: readonly UnitName[] = []
const listed = new WeakMap<object, readonly UnitName[]>()

/** All units of the agency: the office knows them from its board, a unit from its book. */
export function unitsOf({ board, fill }: State): readonly UnitName[] {
  const known = board.progress?.units ?? fill.book?.sheet.agency.units
  if (!known) return nobody
  const found =
    listed.get(known) ??
    known.map(one => ({ key: 'unit' in one ? one.unit : one.key, name: one.name }))
  listed.set(known, found)
  return found
}

export const nameIn =
  (units: readonly UnitName[]) =>
  (key: string): string =>
    units.find(unit => unit.key === key)?.name ?? key

export const namesIn = (units: readonly UnitName[], keys: readonly string[]): string =>
  keys.map(nameIn(units)).join(', ')

/** "nhiệm vụ 1.4" */
export function partName(kind: PartKind, code: string): string {
  const { headName, groupName, taskName, targetName } = works().plan
  if (kind === 'head') return headName
  return { group: groupName, task: taskName, target: targetName }[kind](code)
}

/** "Biểu 3 · 3.1.1 Tổng số hồ sơ …" */
export function indicatorName(index: Index | null, key: string): string {
  const entry = index?.indicators.get(key)
  if (!index || !entry) return key
  return works().plan.indicatorChosen(
    label(index, { form: entry.form.id, row: key }),
    entry.row.name,
  )
}

/** The choice of the form's column, as the sheet says it. */
export function statusName(index: Index | null, status: string | null | undefined): string {
  if (!status) return works().plan.unsaid
  const form = index && taskForm(index)
  const choices = form?.columns.find(({ key }) => key === 'status')?.choices
  return choices?.find(({ code }) => code === status)?.label ?? status
}

type Field = keyof ReturnType<typeof works>['plan']['fields']

const isField = (field: string): field is Field => field in works().plan.fields
export const fieldName = (field: string): string =>
  isField(field) ? works().plan.fields[field] : field

/** One field of a part in words. */
export function fieldWords(
  units: readonly UnitName[],
  index: Index | null,
  part: Part,
  field: string,
): string {
  const words = works().plan
  const value: unknown = new Map<string, unknown>(Object.entries(part.value)).get(field)
  const text = () => {
    if (field === 'recurring') return value ? words.kinds.recurring : words.kinds.once
    if (field === 'allUnits') return value ? words.allUnits : ''
    if (field === 'comparison') return value === '<=' ? words.signs['<='] : words.signs['>=']
    if (Array.isArray(value))
      return value.map(one => (field === 'outside' ? one : nameIn(units)(one))).join(', ')
    if (field === 'lead') return typeof value === 'string' ? nameIn(units)(value) : ''
    if (field === 'indicator') return typeof value === 'string' ? indicatorName(index, value) : ''
    return String(value ?? '')
  }
  return text() || words.blank
}

/** Who works on a task beside its lead. */
export function supportingWords(
  units: readonly UnitName[],
  { supporting, allUnits, outside }: Plan['tasks'][number],
): string {
  const within = allUnits && supporting.length === 0 ? [works().plan.allUnits] : []
  return [...within, ...supporting.map(nameIn(units)), ...outside].join(', ')
}
