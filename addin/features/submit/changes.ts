/** What a new revision changes against the current one, place by place. */
import type { Cell, Content } from '../../../shared/content.ts'
import { type Figure, notReported, sameFigure } from '../../../shared/figure.ts'
import { type Place, placeText } from '../../../shared/place.ts'

export type Change = { readonly place: Place; readonly from: Cell; readonly to: Cell }

/** Changes in the order of `forms`; computed places change by themselves and are not listed. */
export function changesBetween(before: Content, after: Content, forms: FormOf): Change[] {
  const [old, now] = [cellsOf(before, forms), cellsOf(after, forms)]
  const places = new Map([...old, ...now].map(([key, { place }]) => [key, place]))
  return [...places].flatMap(([key, place]) => {
    const from = old.get(key)?.cell ?? notReported
    const to = now.get(key)?.cell ?? notReported
    return sameCell(from, to) ? [] : [{ place, from, to }]
  })
}

/** The form an indicator or a section stands on. */
export type FormOf = (row: string) => string

type Placed = { readonly place: Place; readonly cell: Cell }

function cellsOf(content: Content, formOf: FormOf): Map<string, Placed> {
  const cells: Placed[] = [
    ...[...content.figures].map(([row, cell]) => ({ place: { form: formOf(row), row }, cell })),
    ...[...content.tables].flatMap(([form, rows]) =>
      [...rows].flatMap(([row, columns]) =>
        [...columns].map(([column, cell]) => ({ place: { form, row, column }, cell })),
      ),
    ),
    ...[...content.narrative].map(([row, text]) => ({
      place: { form: formOf(row), row },
      cell: { state: 'text', text } as const,
    })),
  ]
  return new Map(cells.map(placed => [placeText(placed.place), placed]))
}

function sameCell(a: Cell, b: Cell): boolean {
  if (a.state === 'text' || b.state === 'text')
    return a.state === 'text' && b.state === 'text' && a.text.trim() === b.text.trim()
  return sameFigure(a satisfies Figure, b)
}
