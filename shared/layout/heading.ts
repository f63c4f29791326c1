/** The lines above every form: who reports, which form, which period, as the printed forms have them. */
import type { Form } from '../catalogue/schema.ts'
import { periodName, printDate } from '../period.ts'
import { rangeAddress } from './address.ts'
import { type LaidCell, laidRow, textCell, type View } from './sheet.ts'

export const headingRows = 5

export function heading(
  form: Form,
  view: View,
  width: number,
  unitLine: string,
): { rows: LaidCell[][]; merges: string[] } {
  const { agency, unit, period, window } = view
  const reporter =
    unit === null ? 'TỔNG HỢP TOÀN SỞ' : (agency.units.find(u => u.key === unit)?.name ?? unit)
  // "Biểu 3. …", "Biểu số II.06a/VPCP/KSTT. …": the name ends at the first full stop before a space
  const title = form.title.replace(/^Biểu .*?\.\s+/u, '')
  const subtitle = `Kỳ báo cáo: ${periodName(period)} (từ ${printDate(window.from)} đến hết ${printDate(window.to)})`
  const rows = [
    laidRow(width, {
      1: textCell(upper(agency.name), 'agency'),
      [width]: textCell(form.short, 'formLabel'),
    }),
    laidRow(width, { 1: textCell(upper(reporter), 'unit') }),
    laidRow(width, { 1: textCell(upper(title), 'title') }),
    laidRow(width, { 1: textCell(subtitle, 'subtitle') }),
    laidRow(width, { [width]: textCell(unitLine, 'unitLine') }),
  ]
  return { rows, merges: [rangeAddress(3, 1, 3, width), rangeAddress(4, 1, 4, width)] }
}

const upper = (text: string): string => text.toLocaleUpperCase('vi')
