/** Lays out the narrative: one line per section of the outline, a wide cell for the text. */
import { type Index, playsRole } from '../catalogue/catalogue.ts'
import type { NarrativeForm, Section } from '../catalogue/schema.ts'
import type { Place } from '../place.ts'
import { cellAddress, rangeAddress } from './address.ts'
import { heading, headingRows } from './heading.ts'
import {
  blockName,
  type LaidCell,
  rowHeight,
  type SheetLayout,
  textCell,
  type View,
} from './sheet.ts'

const widths = [9, 42, 88]
const titles = ['Mục', 'Tiêu đề', 'Nội dung báo cáo']
const text = 3
const firstRow = headingRows + 2
/** Excel's own limit for a row. */
const tallest = 400

export function narrativeCellOf(form: NarrativeForm): (place: Place) => string | undefined {
  const lines = new Map(form.sections.map((section, i) => [section.code, firstRow + i]))
  return ({ form: id, row }) => {
    const line = id === form.id ? lines.get(row) : undefined
    return line === undefined ? undefined : cellAddress(line, text)
  }
}

export function layOutNarrative(_index: Index, form: NarrativeForm, view: View): SheetLayout {
  const head = heading(form, view, widths, '')
  const mine = (section: Section) =>
    view.unit !== null && playsRole(view.agency, section.contributors, view.unit)
  const rows: LaidCell[][] = [
    ...head.rows,
    titles.map(title => textCell(title, 'header')),
    ...form.sections.map((section): LaidCell[] => {
      const written = view.values.content.narrative.get(section.code)
      const main = section.parent === null
      return [
        textCell(section.code, main ? 'heading' : 'ordinal'),
        textCell(section.name, main ? 'heading' : 'label'),
        {
          value: written ? { text: written } : null,
          style: mine(section) ? 'inputText' : view.unit === null ? 'label' : 'foreign',
          numberFormat: '@',
          place: { form: form.id, row: section.code },
        },
      ]
    }),
  ]
  const last = firstRow + form.sections.length - 1
  const address = rangeAddress(firstRow, text, last, text)
  return {
    form: form.id,
    sheet: form.sheet,
    landscape: true,
    widths,
    rows,
    heights: [
      ...head.heights,
      ...rows.slice(headingRows).map(cells => Math.min(tallest, rowHeight(cells, widths))),
    ],
    merges: head.merges,
    frozenRows: firstRow - 1,
    headerTop: headingRows + 1,
    collapsed: [],
    block: {
      name: blockName(form),
      top: firstRow,
      left: text,
      rows: form.sections.length,
      columns: 1,
      address,
    },
    inputs: view.unit === null ? [] : [{ address, kind: 'text', prompt: '' }],
    cellOf: narrativeCellOf(form),
  }
}
