/** A form as the annex prints it: the shared layout, with what paper needs in addition. */
import type { Form } from '../../shared/catalogue/schema.ts'
import { rangeAddress } from '../../shared/layout/address.ts'
import { headingRows } from '../../shared/layout/heading.ts'
import { signs } from '../../shared/layout/sheet.ts'
import type { SheetLayout } from '../../shared/layout.ts'
import { printableWidth } from '../paper/page.ts'
import { pointsPerUnit } from '../paper/room.ts'
import { across, type PaperCell, type PaperSheet, words } from '../paper/sheet.ts'
import type { AnnexInput } from './annex.ts'
import { formHeading, halves } from './form-heading.ts'
import { narrativeSheet } from './narrative.ts'
import type { Remarks } from './remarks.ts'
import { signatureBelow } from './signature.ts'
import { annexWords } from './words.ts'
import { formWords } from './words-forms.ts'

export function formSheet(input: AnnexInput, made: SheetLayout, remarks: Remarks): PaperSheet {
  const form = input.index.forms.get(made.form)
  if (!form) return made
  const laid = { ...made, widths: filling(made) }
  const head = formHeading(input, form, laid)
  if (form.layout === 'narrative') return narrativeSheet(input, form, laid, head)
  const rows: (readonly PaperCell[])[] = [...head.rows, ...laid.rows.slice(headingRows)]
  const merges = [...head.merges, ...laid.merges.filter(merge => topOf(merge) > headingRows)]
  const width = laid.widths.length
  const below = (text: string | undefined) => {
    if (!text) return
    rows.push(across(width, words(text, 'remark')))
    merges.push(rangeAddress(rows.length, 1, rows.length, width))
  }
  // with what is said of the table, so that a page of signatures still begins with a line of it
  const keptTogether = rows.length + 1
  below(withoutRows(input, form, laid))
  below(legend(form, laid))
  below(remarkBelow(form, remarks))
  const { agency } = input
  const signed = signatureBelow(agency, rows.length, width, halves(laid.widths))
  return {
    ...laid,
    rows: [...rows, ...signed.rows],
    merges: [...merges, ...signed.merges],
    keptTogether,
    room: signed.room,
  }
}

/** A form narrower than the page is drawn across it, or its heading and signatures would have no room. */
function filling(laid: SheetLayout): readonly number[] {
  const whole = laid.widths.reduce((sum, units) => sum + units, 0)
  const factor = Math.max(1, printableWidth(laid) / pointsPerUnit / whole)
  return laid.widths.map(units => units * factor)
}

const topOf = (merge: string): number => Number(/\d+/u.exec(merge)?.[0])

/** A table without lines says whether there was nothing or nobody spoke. */
function withoutRows({ merged }: AnnexInput, form: Form, laid: SheetLayout): string | undefined {
  if (form.layout !== 'table' || laid.block.rows > (form.totalRow ? 1 : 0)) return undefined
  return formWords.noRows[merged.values.content.tables.has(form.id) ? 'none' : 'not-reported']
}

/** The signs the sheet uses, and why what does not apply does not. */
function legend(form: Form, laid: SheetLayout): string | undefined {
  const cells = laid.rows.slice(laid.frozenRows).flat()
  const using = (sign: string) => cells.filter(cell => shows(cell) === sign)
  const excused = using(signs['not-applicable']).flatMap(({ value }) => reasonIn(value))
  const said = formWords.signs
  const parts = [
    using(signs.none).length > 0 ? said.none : '',
    using(signs['not-applicable']).length > 0
      ? said['not-applicable']([...new Set(excused)].slice(0, reasonsShown))
      : '',
    using(signs['not-reported']).length > 0
      ? said[form.layout === 'table' ? 'not-reported' : 'incomparable']
      : '',
  ].filter(part => part !== '')
  return parts.length > 0 ? `${formWords.legend}: ${parts.join('; ')}.` : undefined
}
const reasonsShown = 5

const shows = ({ value, sign }: PaperCell): string | undefined =>
  sign ??
  (value && 'formula' in value && value.shown.state === 'not-reported'
    ? value.unreported
    : undefined)

function reasonIn(value: PaperCell['value']): string[] {
  if (value && 'text' in value) return value.text.split(': ').slice(1, 2)
  if (value && 'formula' in value && value.shown.state === 'not-applicable')
    return value.shown.why ? [value.shown.why] : []
  return []
}

/** Tables have no column Ghi chú: what must be said of their totals stands below. */
function remarkBelow(form: Form, remarks: Remarks): string | undefined {
  if (form.layout !== 'table') return undefined
  const said = form.columns.map(({ key }) => remarks({ form: form.id, row: '', column: key }))
  const remark = [...new Set(said.filter(text => text !== undefined))].join('; ')
  return remark && `${annexWords.remarkLead}: ${remark}.`
}
