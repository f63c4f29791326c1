/** The merged figures an adjustment can be made upon, found by what people remember of their names. */
import {
  type Index,
  inputColumns,
  isInput,
  isNumericColumn,
} from '../../../shared/catalogue/catalogue.ts'
import type { Column, Indicator } from '../../../shared/catalogue/schema.ts'
import { type Cell, cellFromWire } from '../../../shared/content.ts'
import { quantity } from '../../../shared/figure.ts'
import { type Place, placeText } from '../../../shared/place.ts'
import type { Adjustment, Consolidation } from '../../../shared/protocol.ts'
import type { AgencyRows } from '../board/agency-rows.ts'
import { label } from '../parts/place-words.ts'

export type Target = {
  readonly at: string
  readonly place: Place
  /** "Biểu 3 · 3.1.1" */
  readonly label: string
  readonly name: string
  /** the merged figure as it stands, adjustments included */
  readonly now: Cell
  /** an adjustment is added to it; elsewhere it stands in its place */
  readonly adds: boolean
  readonly choices: Indicator['choices']
  /** what a search looks through: no marks, no capitals */
  readonly text: string
}

/** Typed figures only: what is computed follows from them, and words are the units' own. Rows nobody reported included. */
export function targetsOf(
  index: Index,
  { figures, tables }: Consolidation,
  known: AgencyRows,
): Target[] {
  return index.catalogue.forms.flatMap(form => {
    if (form.layout === 'indicators')
      return form.rows
        .filter(row => row.merge && isInput(row))
        .map(row =>
          target(index, row, { form: form.id, row: row.key }, row.name, figures[row.key]?.value),
        )
    if (form.layout !== 'table') return []
    const columns = inputColumns(form).filter(column => isNumericColumn(column) || column.choices)
    const reported = tables[form.id]?.rows ?? {}
    const others = form.rowsBy === 'procedure' ? [] : known[form.rowsBy]
    const names = new Map([
      ...Object.entries(reported).map(([row, { name }]) => [row, name] as const),
      ...others.map(({ code, name }) => [code, reported[code]?.name ?? name] as const),
    ])
    return [...names].flatMap(([row, name]) =>
      columns.map(column => {
        const heading = [...column.group, column.name].join(' – ')
        const place = { form: form.id, row, column: column.key }
        const cell = reported[row]?.cells[column.key]
        return target(index, column, place, `${name}: ${heading}`, cell)
      }),
    )
  })
}

function target(
  index: Index,
  row: Indicator | Column,
  place: Place,
  name: string,
  value: Parameters<typeof cellFromWire>[0] | null,
): Target {
  const short = label(index, place)
  return {
    at: placeText(place),
    place,
    label: short,
    name,
    now: cellFromWire(value ?? undefined),
    adds: row.merge?.by === 'sum',
    choices: row.choices,
    text: folded(`${short} ${name}`),
  }
}

/** "(đúng hạn)" → " dung han ": people search without marks, by the beginnings of words. */
export const folded = (text: string): string =>
  ` ${text} `
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll(/[đĐ]/gu, 'd')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}.]+/gu, ' ')

/** Every word as the beginning of one; those with the very phrase first, then in the order of the forms. */
export function search(targets: readonly Target[], typed: string, most: number): Target[] {
  const phrase = folded(typed).trimEnd()
  const words = phrase.split(' ').filter(Boolean)
  if (words.length === 0) return []
  const found = targets.filter(({ text }) => words.every(word => text.includes(` ${word}`)))
  const whole = found.filter(({ text }) => text.includes(phrase))
  return [...new Set([...whole, ...found])].slice(0, most)
}

/** The figure without the office's part: an entry replaces the one that stands for the place. */
export function basisOf({ at, now, adds }: Target, list: readonly Adjustment[]): number | null {
  if (!adds || now.state === 'text') return null
  const standing = list.find(one => one.at === at && one.state === 'stands')?.value
  return (quantity(now) ?? 0) - (typeof standing === 'number' ? standing : 0)
}
