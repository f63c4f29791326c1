/**
 * A place is where a figure stands in the forms: an indicator, a table cell, a table total or a narrative section.
 * Findings, reasons and wire errors name places; only `layout.ts` turns one into a cell of a sheet.
 */
import type { Index } from './catalogue/catalogue.ts'
import type { NarrativeForm } from './catalogue/schema.ts'

export type Place = { readonly form: string; readonly row: string; readonly column?: string }

/** "plan_tasks_total" · "KSTT-06a/G02-CT23/received_online" · total row "KSTT-06a//received_online" · "NARR/II.1" */
export function placeText(place: Place): string {
  if (place.column !== undefined) return `${place.form}/${place.row}/${place.column}`
  return /^[a-z]/u.test(place.row) ? place.row : `${place.form}/${place.row}`
}

/** A list line that has no code of its own yet: the n-th of its sheet, from 1. */
export const lineName = (line: number): string => `#${line + 1}`

export function placeOf(index: Index, text: string): Place | undefined {
  const [form = '', row, column] = text.split('/')
  if (row === undefined) {
    const entry = index.indicators.get(form)
    return entry ? { form: entry.form.id, row: form } : undefined
  }
  if (column === undefined) return index.sections.has(row) ? { form, row } : undefined
  return index.columns.has(`${form}.${column}`) ? { form, row, column } : undefined
}

/** RFC 6901 pointer, in fragment form, into the body of a submission. */
export function pointerOf(index: Index, place: Place): string {
  const form = index.forms.get(place.form)
  const parts =
    form?.layout === 'table'
      ? ['tables', place.form, place.row, place.column ?? '']
      : form?.layout === 'narrative'
        ? ['narrative', place.row]
        : ['figures', place.row]
  return `#/${parts.map(part => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`
}

/** The place such a pointer means, however deep inside its value it points; undefined for the rest of the body. */
export function placeAtPointer(index: Index, pointer: string): Place | undefined {
  const [start, part, a, b, c] = pointer
    .split('/')
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (start !== '#' || a === undefined) return undefined
  if (part === 'figures') return placeOf(index, a)
  if (part === 'tables' && b !== undefined && c !== undefined)
    return placeOf(index, `${a}/${b}/${c}`)
  const form = part === 'narrative' && index.narratives.find(one => sectionIn(one, a))
  return form ? { form: form.id, row: a } : undefined
}

const sectionIn = (form: NarrativeForm, code: string): boolean =>
  form.sections.some(section => section.code === code)

/** How people call it: “Biểu 3, dòng 3.1.1 “Tổng số hồ sơ …””. `rowName` gives a field's or task's name. */
export function placeName(
  index: Index,
  place: Place,
  rowName: (form: string, row: string) => string | undefined,
): string {
  const form = index.forms.get(place.form)
  if (!form) return place.form
  if (form.layout === 'narrative')
    return `${form.short}, mục ${place.row} “${index.sections.get(place.row)?.name ?? ''}”`
  if (form.layout === 'indicators') {
    const row = index.indicators.get(place.row)?.row
    return `${form.short}, dòng ${row?.code ?? place.row} “${row?.name ?? ''}”`
  }
  const entry = index.columns.get(`${form.id}.${place.column ?? ''}`)
  const column = entry && 'group' in entry.row ? entry.row : undefined
  const heading = [...(column?.group ?? []), column?.name ?? ''].join(' – ')
  const line = place.row.startsWith('#')
    ? `dòng thứ ${place.row.slice(1)}`
    : place.row === ''
      ? 'dòng Tổng số'
      : `dòng “${rowName(form.id, place.row) ?? place.row}”`
  return `${form.short}, ${line}, cột ${column?.code ?? ''} “${heading}”`
}
