/**
 * "Lời văn": the units' texts under the outline of the report, each part beside its unit's name. A long text takes
 * several rows, because Excel shows no row higher than 409 points.
 */
import type { NarrativeForm } from '../../shared/catalogue/schema.ts'
import { cellAddress, rangeAddress } from '../../shared/layout/address.ts'
import type { SheetLayout } from '../../shared/layout.ts'
import { pieces } from '../paper/pieces.ts'
import { type PaperCell, type PaperSheet, words } from '../paper/sheet.ts'
import type { AnnexInput } from './annex.ts'
import type { FormHeading } from './form-heading.ts'
import { annexWords } from './words.ts'

const widths = [9, 24, 100]
const firstTextColumn = 2
/** Characters that surely fit one row of the text column. */
const rowHolds = 1_500

/** @param laid the same form as laid out for the live sheet @param head the lines above, as every form has them */
export function narrativeSheet(
  { agency, merged }: AnnexInput,
  form: NarrativeForm,
  laid: SheetLayout,
  head: FormHeading,
): PaperSheet {
  const unitName = (key: string) => agency.units.find(unit => unit.key === key)?.name ?? key
  const top = laid.headerTop - 1
  const rows: PaperCell[][] = head.rows.map(row => [...row])
  const merges = [...head.merges]
  rows.push(annexWords.narrative.head.map(title => words(title, 'header')))
  const cells = new Map<string, string>()
  for (const section of form.sections) {
    const style = section.parent === null ? 'heading' : 'label'
    rows.push([words(section.code, style), words(section.name, 'heading'), words('', 'heading')])
    merges.push(rangeAddress(rows.length, firstTextColumn, rows.length, widths.length))
    const parts = merged.narrative.get(section.code) ?? []
    const at = parts.length > 0 ? cellAddress(rows.length + 1, widths.length) : undefined
    cells.set(section.code, at ?? cellAddress(rows.length, firstTextColumn))
    for (const { unit, value } of parts)
      pieces(value, rowHolds).forEach((piece, i) => {
        rows.push([
          words('', 'label'),
          words(i === 0 ? unitName(unit) : '', 'prose'),
          words(piece, 'prose'),
        ])
      })
  }
  return {
    sheet: laid.sheet,
    landscape: true,
    widths,
    rows,
    merges,
    frozenRows: top + 1,
    headerTop: top + 1,
    cellOf: ({ form: id, row }) => (id === form.id ? cells.get(row) : undefined),
  }
}
