/** A unit's published report with figures typed wrong, as the rules see it. */
import { readFileSync } from 'node:fs'
import { readCatalogue } from '../../shared/catalogue/read.ts'
import { contentFromWire, valuesOf, type WireContent } from '../../shared/content.ts'
import { type Figure, numberFigure } from '../../shared/figure.ts'
import type { Place } from '../../shared/place.ts'
import type { Subject } from '../../shared/rules/engine.ts'
import { catalogueFiles } from '../../worker/catalogue-files.ts'

export const index = readCatalogue(catalogueFiles('sct-2025.1'))
const published = (period: string): WireContent =>
  JSON.parse(
    readFileSync(new URL(`../../worker/demo/${period}/qltm.json`, import.meta.url), 'utf8'),
  ) as WireContent
const previous = valuesOf(index, contentFromWire(published('2025-M03')))

export type Typed = { readonly place: Place } & ({ readonly by: number } | { readonly to: Figure })

export function subjectOf(...typed: Typed[]): Subject {
  const { figures, tables, narrative } = contentFromWire(published('2025-M04'))
  const all = { figures: new Map(figures), tables: new Map(tables), narrative }
  for (const one of typed) {
    const { form, row, column } = one.place
    const rows = new Map(all.tables.get(form))
    const before = column === undefined ? all.figures.get(row) : rows.get(row)?.get(column)
    const value = before?.state === 'number' ? before.value : 0
    const figure = 'to' in one ? one.to : numberFigure(value + one.by)
    if (column === undefined) all.figures.set(row, figure)
    else all.tables.set(form, rows.set(row, new Map(rows.get(row)).set(column, figure)))
  }
  return { level: 'unit', period: '2025-M04', values: valuesOf(index, all, previous) }
}
