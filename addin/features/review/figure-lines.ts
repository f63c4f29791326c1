/** Everything a unit reported, form by form, as the clerk reads through it. */
import { isInput, playsRole } from '../../../shared/catalogue/catalogue.ts'
import type { Form, TableForm } from '../../../shared/catalogue/schema.ts'
import type { Cell } from '../../../shared/content.ts'
import type { Place } from '../../../shared/place.ts'
import type { UnitFile } from './unit-file.ts'

export type FigureLine = {
  readonly place: Place
  readonly code: string
  readonly name: string
  /** what the period before said; undefined where there was none */
  readonly before: Cell | undefined
  readonly now: Cell
}
/** Lines under one heading: a row of a table, or all of a form. */
export type FigureGroup = { readonly title: string | null; readonly lines: readonly FigureLine[] }
export type FormFigures = { readonly form: Form; readonly groups: readonly FigureGroup[] }

export function figuresOf(file: UnitFile): FormFigures[] {
  return file.sheet.forms.flatMap(id => {
    const form = file.index.forms.get(id)
    if (!form) return []
    const groups = groupsOf(file, form).filter(({ lines }) => lines.length > 0)
    return groups.length > 0 ? [{ form, groups }] : []
  })
}

function groupsOf(file: UnitFile, form: Form): FigureGroup[] {
  const { sheet, values, previous } = file
  if (form.layout === 'table') return rowGroups(file, form)
  const lines =
    form.layout === 'indicators'
      ? form.rows.flatMap((row): FigureLine[] => {
          const now = values.figure(row.key)
          const own = isInput(row) && playsRole(sheet.agency, row.owner, sheet.unit)
          if (row.kind === 'heading' || (now.state === 'not-reported' && !own)) return []
          const place = { form: form.id, row: row.key }
          return [{ place, code: row.code, name: row.name, before: previous?.figure(row.key), now }]
        })
      : form.sections.flatMap((section): FigureLine[] => {
          const text = values.content.narrative.get(section.code)?.trim()
          if (!text) return []
          const place = { form: form.id, row: section.code }
          const now: Cell = { state: 'text', text }
          return [{ place, code: section.code, name: section.name, before: undefined, now }]
        })
  return [{ title: null, lines }]
}

/** Row by row what the unit filled, then the total row. */
function rowGroups({ naming, values, previous }: UnitFile, form: TableForm): FigureGroup[] {
  const columns = form.columns.filter(column => !column.given && !column.rowKey)
  const group = (row: string, title: string | null): FigureGroup => ({
    title,
    lines: columns.flatMap((column): FigureLine[] => {
      const at = (of: typeof values) =>
        row === '' ? of.total(form.id, column.key) : of.cell(form.id, row, column.key)
      const now = at(values)
      if (now.state === 'not-reported') return []
      return [
        {
          place: { form: form.id, row, column: column.key },
          code: column.code,
          name: [...column.group, column.name].join(' – '),
          before: previous ? at(previous) : undefined,
          now,
        },
      ]
    }),
  })
  const rows = [...(values.content.tables.get(form.id)?.keys() ?? [])]
  const named = rows.map(row => group(row, naming.rowName(form.id, row) ?? row))
  return form.totalRow && rows.length > 1 ? [...named, group('', '')] : named
}
