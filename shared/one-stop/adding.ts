/** Adding up lines of one field, for the worker and for the pane once a person has matched more of them. */
import type { DossierLine, Undivided } from '../protocol/one-stop.ts'

/** What a line of the preview holds. */
export type Figures = {
  readonly cells: Readonly<DossierLine['cells']>
  readonly undivided: readonly Undivided[]
}

/** What one field has in all of its lines; a column that one of them leaves blank is not added up. */
export function added(lines: readonly Figures[], keys: readonly string[]) {
  const sets = new Map(
    lines.flatMap(line => line.undivided).map(one => [one.columns.join('+'), one] as const),
  )
  const undivided = [...sets.values()].flatMap(({ heading, columns }): Undivided[] => {
    const terms = lines.map(line => termsOf(line, columns))
    return terms.some(one => one === undefined)
      ? []
      : [{ heading, columns, sum: sumOf(terms.flatMap(one => one ?? [])) }]
  })
  const cells: Record<string, number> = {}
  for (const key of keys) {
    const values = lines.map(line => line.cells[key])
    if (values.every(value => value !== undefined))
      cells[key] = values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  }
  return { cells, undivided }
}

export type Term = { readonly columns: readonly string[]; readonly value: number }

/** The parts as far as the file gives them; undefined when one is not known, alone or within a sum. */
export function termsOf(
  { cells, undivided }: Figures,
  parts: readonly string[],
): Term[] | undefined {
  const terms: Term[] = []
  let open = [...parts]
  for (const { columns, sum } of undivided) {
    if (!columns.every(key => open.includes(key))) continue
    terms.push({ columns, value: sum })
    open = open.filter(key => !columns.includes(key))
  }
  for (const key of open) {
    const value = cells[key]
    if (value === undefined) return undefined
    terms.push({ columns: [key], value })
  }
  return terms.sort((a, b) => parts.indexOf(a.columns[0] ?? '') - parts.indexOf(b.columns[0] ?? ''))
}

export const sumOf = (terms: readonly Term[]): number =>
  terms.reduce((sum, { value }) => sum + value, 0)
