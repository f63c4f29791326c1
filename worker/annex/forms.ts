/** A form as the annex prints it: the shared layout, with what paper needs in addition. */

import { rangeAddress } from '../../shared/layout/address.ts'
import type { SheetLayout } from '../../shared/layout.ts'
import { across, type PaperSheet, paperRow, words } from '../paper/sheet.ts'
import type { AnnexInput } from './annex.ts'
import { narrativeSheet } from './narrative.ts'
import type { Remarks } from './remarks.ts'
import { annexWords } from './words.ts'

export function formSheet(input: AnnexInput, laid: SheetLayout, remarks: Remarks): PaperSheet {
  const form = input.index.forms.get(laid.form)
  if (form?.layout === 'narrative') return narrativeSheet(input, form, laid)
  if (form?.layout !== 'table') return laid
  // tables have no column Ghi chú: what must be said of their totals stands below
  const said = form.columns.map(({ key }) => remarks({ form: form.id, row: '', column: key }))
  const remark = [...new Set(said.filter(text => text !== undefined))].join('; ')
  if (remark === '') return laid
  const width = laid.widths.length
  const below = laid.rows.length + 2
  return {
    ...laid,
    rows: [
      ...laid.rows,
      paperRow(width),
      across(width, words(`${annexWords.remarkLead}: ${remark}.`, 'remark')),
    ],
    merges: [...laid.merges, rangeAddress(below, 1, below, width)],
  }
}
