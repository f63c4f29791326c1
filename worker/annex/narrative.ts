/**
 * "Lời văn": the units' texts under the outline of the report, each part beside its unit's name. A long text takes
 * several rows, because Excel shows no row higher than 409 points.
 */
import type { NarrativeForm } from '../../shared/catalogue/schema.ts'
import { cellAddress, rangeAddress } from '../../shared/layout/address.ts'
import type { SheetLayout } from '../../shared/layout.ts'
import { type PaperCell, type PaperSheet, words } from '../paper/sheet.ts'
import type { AnnexInput } from './annex.ts'
import { annexWords } from './words.ts'

const widths = [9, 24, 100]
const firstTextColumn = 2
/** Characters that surely fit one row of the text column. */
const rowHolds = 1_500

/** @param laid the same form as laid out for the live sheet: its heading lines stay */
export function narrativeSheet(
  { agency, merged }: AnnexInput,
  form: NarrativeForm,
  laid: SheetLayout,
): PaperSheet {
  const unitName = (key: string) => agency.units.find(unit => unit.key === key)?.name ?? key
  const top = laid.headerTop - 1
  const rows: PaperCell[][] = laid.rows.slice(0, top).map(row => [...row])
  const merges = laid.merges.filter(merge => Number(/\d+/u.exec(merge)?.[0]) <= top)
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
      pieces(value).forEach((piece, i) => {
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

/** A text in rows: broken between paragraphs, a very long paragraph between words. */
function pieces(text: string): string[] {
  const found: string[] = []
  let open = ''
  const close = () => {
    if (open !== '') found.push(open)
    open = ''
  }
  for (const paragraph of text.split('\n')) {
    if (open.length + paragraph.length + 1 > rowHolds) close()
    let rest = paragraph
    while (rest.length > rowHolds) {
      const space = rest.lastIndexOf(' ', rowHolds)
      const end = space > 0 ? space : rowHolds
      found.push(rest.slice(0, end))
      rest = rest.slice(end).trimStart()
    }
    open = open === '' ? rest : `${open}\n${rest}`
  }
  close()
  return found
}
