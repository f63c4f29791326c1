/** The lines above every form: who reports, which form, which period, as the printed forms have them. */
import { formName } from '../catalogue/catalogue.ts'
import type { Form } from '../catalogue/schema.ts'
import { periodName, printDate } from '../period.ts'
import { rangeAddress } from './address.ts'
import { type LaidCell, laidRow, textCell, type View } from './sheet.ts'
import { heightFor, linesOf } from './style.ts'

export const headingRows = 5

export function heading(
  form: Form,
  view: View,
  widths: readonly number[],
  unitLine: string,
): { rows: LaidCell[][]; merges: string[]; heights: (number | undefined)[] } {
  const width = widths.length
  const { agency, unit, period, window } = view
  const reporter =
    unit === null ? 'TỔNG HỢP TOÀN SỞ' : (agency.units.find(u => u.key === unit)?.name ?? unit)
  const subtitle = `Kỳ báo cáo: ${periodName(period)} (từ ${printDate(window.from)} đến hết ${printDate(window.to)})`
  const rows = [
    laidRow(width, {
      1: textCell(upper(agency.name), 'agency'),
      [width]: textCell(form.short, 'formLabel'),
    }),
    laidRow(width, { 1: textCell(upper(reporter), 'unit') }),
    laidRow(width, { 1: textCell(upper(formName(form)), 'title') }),
    laidRow(width, { 1: textCell(subtitle, 'subtitle') }),
    laidRow(width, { [width]: textCell(unitLine, 'unitLine') }),
  ]
  const room = widths.reduce((sum, each) => sum + each, 0)
  // capitals in bold take about a third more room
  const titleHeight = heightFor(linesOf(formName(form), room / 1.35), 13) + 4
  const heights = [undefined, undefined, titleHeight, undefined, undefined]
  return { rows, heights, merges: [rangeAddress(3, 1, 3, width), rangeAddress(4, 1, 4, width)] }
}

const upper = (text: string): string => text.toLocaleUpperCase('vi')
