/**
 * "Nguồn số liệu": one line per merged figure with what each unit gave to it, so that anyone can trace a total to the
 * units. Totals point at the cell of the form that prints them.
 */
import type { Unit } from '../../shared/agency.ts'
import type { Cell } from '../../shared/content.ts'
import { cellOf as shownAs } from '../../shared/figure.ts'
import { onSheet, rangeAddress } from '../../shared/layout/address.ts'
import type { Place } from '../../shared/place.ts'
import { across, type PaperCell, type PaperSheet, words } from '../paper/sheet.ts'
import type { AnnexInput } from './annex.ts'
import { type Line, lineageLines } from './lines.ts'
import type { Remarks } from './remarks.ts'
import { annexWords } from './words.ts'

export type Find = (place: Place) => { readonly sheet: string; readonly cell: string } | undefined

const before = [12, 12, 48, 16, 12]
const unitWidth = 12
const noteWidth = 16
/** Units that fit one landscape page with the names of the figures. */
const unitsPerPage = 12

export function lineage(
  input: AnnexInput,
  shown: readonly Unit[],
  find: Find,
  remarks: Remarks,
): PaperSheet {
  const { lineage: said } = annexWords
  const traced = lineageLines(input)
  // most periods have no adjustment, and then nothing on paper hints at one
  const adjusted = traced.some(({ office }) => office !== undefined)
  const officeWidths = adjusted ? [unitWidth] : []
  // a reason is a sentence
  const lastWidth = adjusted ? 2 * noteWidth : noteWidth
  const widths = [...before, ...shown.map(() => unitWidth), ...officeWidths, lastWidth]
  const onePage = shown.length <= unitsPerPage
  const titles = [
    ...[said.form, said.code, said.name, said.way, said.total],
    ...shown.map(unit => unit.short),
    ...(adjusted ? [said.adjustment] : []),
    said.note,
  ]
  const head: PaperCell[][] = [
    across(widths.length, words(said.title, 'title')),
    across(widths.length, words(said.subtitle, 'subtitle')),
    titles.map(title => words(title, 'shareHeader')),
  ]
  const lines = traced.map((line): PaperCell[] => [
    words(line.form, 'share'),
    words(line.code, 'share'),
    words(line.name, 'share'),
    words(line.way, 'share'),
    total(line, find),
    ...shown.map(unit => {
      const part = line.parts.get(unit.key)
      // beyond one page empty cells are left out altogether, or a thousand units would write mostly nothing
      return part || onePage ? share(part, line) : blank
    }),
    ...(adjusted ? [share(line.office?.value, line)] : []),
    words(noteOn(line, remarks), 'share'),
  ])
  const reach = onePage ? widths.length : before.length
  return {
    sheet: annexWords.sheets.lineage,
    landscape: true,
    widths,
    rows: [...head, ...lines],
    merges: [rangeAddress(1, 1, 1, reach), rangeAddress(2, 1, 2, reach)],
    frozenRows: head.length,
    frozenColumns: before.length,
    headerTop: head.length,
    ...(onePage ? {} : { pagesWide: Math.ceil(shown.length / unitsPerPage) }),
  }
}

const noteOn = ({ place, office }: Line, remarks: Remarks): string =>
  [remarks(place), ...(office?.reasons ?? [])].filter(said => said !== undefined).join('; ')

const blank: PaperCell = { value: null, style: 'blank' }

function total(line: Line, find: Find): PaperCell {
  const { merged, numberFormat } = line
  const at = merged.state === 'not-reported' ? undefined : find(line.place)
  const look = { style: 'shareTotal', align: 'right', numberFormat } as const
  return at && merged.state !== 'text'
    ? { ...look, value: { formula: onSheet(at.sheet, at.cell), shown: merged } }
    : { ...look, value: laidCell(merged) }
}

const share = (cell: Cell | undefined, { numberFormat }: Line): PaperCell => ({
  value: cell ? laidCell(cell) : null,
  style: 'share',
  align: 'right',
  numberFormat,
})

function laidCell(cell: Cell): PaperCell['value'] {
  if (cell.state === 'not-reported') return null
  if (cell.state === 'text') return { text: cell.text }
  const shown = shownAs(cell)
  return typeof shown === 'number' ? { number: shown } : { text: shown }
}
