/**
 * The heading of a form in the annex, in the five rows the sheets to fill have theirs: who reports on the left, which
 * annex and form on the right, then name, report and period.
 */
import { formName } from '../../shared/catalogue/catalogue.ts'
import type { Form } from '../../shared/catalogue/schema.ts'
import { rangeAddress } from '../../shared/layout/address.ts'
import { headingRows } from '../../shared/layout/heading.ts'
import type { SheetLayout } from '../../shared/layout.ts'
import { periodName, printDate } from '../../shared/period.ts'
import { papersOf, shortName } from '../../shared/report/settings.ts'
import { across, type PaperCell, paperRow, words } from '../paper/sheet.ts'
import type { AnnexInput } from './annex.ts'
import { annexWords } from './words.ts'
import { formWords } from './words-forms.ts'

export type FormHeading = {
  readonly rows: readonly (readonly PaperCell[])[]
  readonly merges: readonly string[]
}

/** Columns that stand under the agency and under the name of the form; the signatures stand under the same. */
export function halves(widths: readonly number[]): { left: number; right: number } {
  const endOf = (column: number) => widths.slice(0, column).reduce((sum, units) => sum + units, 0)
  const middle = endOf(widths.length) / 2
  const fromMiddle = (column: number) => Math.abs(endOf(column) - middle)
  const left = widths
    .map((_, i) => i + 1)
    .reduce((best, column) => (fromMiddle(column) < fromMiddle(best) ? column : best))
  return { left, right: Math.min(left + 1, widths.length) }
}

export function formHeading(
  { agency, period, window }: AnnexInput,
  form: Form,
  laid: SheetLayout,
): FormHeading {
  const width = laid.widths.length
  const { left, right } = halves(laid.widths)
  const half = (line: number): string[] => [
    ...(left > 1 ? [rangeAddress(line, 1, line, left)] : []),
    ...(right < width ? [rangeAddress(line, right, line, width)] : []),
  ]
  const whole = (line: number): string => rangeAddress(line, 1, line, width)
  const attachedTo = annexWords.attachedTo(papersOf(agency).symbol, agency.name)
  const span = annexWords.period(periodName(period), printDate(window.from), printDate(window.to))
  const pair = (one: string, other: string, style: 'superior' | 'issuer') =>
    paperRow(width, { 1: words(one, style), [right]: words(other, 'issuer') })
  return {
    rows: [
      pair(upper(agency.superior), formWords.annex, 'superior'),
      pair(upper(shortName(agency)), numberOf(form), 'issuer'),
      across(width, words(upper(formName(form)), 'title')),
      across(width, words(formWords.attached(attachedTo, span), 'formNote')),
      ...laid.rows.slice(headingRows - 1, headingRows),
    ],
    merges: [...half(1), ...half(2), whole(3), whole(4)],
  }
}

/** "Biểu số II.06a/VPCP/KSTT" as its title begins, or the form's short name where its title has no number. */
const numberOf = (form: Form): string => /^Biểu .*?(?=\.\s)/u.exec(form.title)?.[0] ?? form.short

const upper = (text: string): string => text.toLocaleUpperCase('vi')
