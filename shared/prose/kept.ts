/**
 * The merged figures under names a report's words can be held against: an indicator by its own name, or with that of its
 * parent where it goes on in lower case ("trong đó: …"); a column's total by the heading over it.
 */
import type { Entry, Index } from '../catalogue/catalogue.ts'
import { kinds } from '../catalogue/kinds.ts'
import { fromWire, printNumber, quantity } from '../figure.ts'
import type { Consolidation } from '../protocol/consolidation.ts'
import type { Kept } from './checks/consolidation.ts'

type Figures = Pick<Consolidation, 'figures' | 'tables'>

/** What nobody reported, what is not complete, and what is no count or rate is left out. */
export function keptOf(index: Index, { figures, tables }: Figures): Kept[] {
  const ofRows = [...index.indicators.values()].flatMap(entry =>
    keptFrom(entry.row.key, nameOf(index, entry), entry, figures[entry.row.key]),
  )
  const ofTotals = [...index.columns.values()].flatMap(entry => {
    const { form, row } = entry
    const [heading] = 'group' in row ? row.group : []
    if (heading === undefined) return []
    const name = `${heading}: ${row.name.toLowerCase()}`
    const total = tables[form.id]?.total[row.key]
    return keptFrom(`${form.id}//${row.key}`, name, entry, total)
  })
  return [...ofRows, ...ofTotals]
}

function keptFrom(
  indicator: string,
  name: string,
  { row }: Entry,
  merged: Consolidation['figures'][string] | undefined,
): Kept[] {
  const measure = measures[row.kind]
  const value = merged ? quantity(fromWire(merged.value)) : undefined
  if (!measure || !merged || value === undefined) return []
  const { reported, expected } = merged.coverage
  if (reported < expected) return []
  const printed = printNumber(value, kinds[row.kind].decimals)
  return [
    {
      indicator,
      name,
      measure,
      value,
      printed: measure === 'percent' ? `${printed}%` : printed,
    },
  ]
}
const measures: Partial<Record<Entry['row']['kind'], Kept['measure']>> = {
  integer: 'count',
  percent: 'percent',
}

/** "Tổng số TTHC thuộc thẩm quyền quản lý" over "thuộc thẩm quyền giải quyết của Sở" */
function nameOf(index: Index, { row }: Entry): string {
  if (/^\p{Lu}/u.test(row.name) || !('parent' in row) || row.parent === null) return row.name
  const form = index.indicators.get(row.key)?.form
  const parent = form?.rows.find(({ code }) => code === row.parent)
  return parent ? `${parent.name}: ${row.name}` : row.name
}
