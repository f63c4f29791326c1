/** The outline of a unit's forms: each form and its main sections, what is left to fill, what is wrong, where to begin. */
import { formName, isInput, playsRole } from '../../../shared/catalogue/catalogue.ts'
import type { Form, Indicator, IndicatorForm } from '../../../shared/catalogue/schema.ts'
import { formsOfView } from '../../../shared/layout.ts'
import type { Place } from '../../../shared/place.ts'
import type { Grouped } from '../check/findings.ts'
import { isExplained, type Reasons } from '../check/reasons.ts'
import type { Review } from '../check/review.ts'
import type { Book } from './book.ts'

export type Line = {
  /** "CCHC-3", "CCHC-3/2" */
  readonly key: string
  /** "Biểu 3", "2" */
  readonly code: string
  readonly name: string
  readonly filled: number
  /** null: as many as the unit has to tell */
  readonly total: number | null
  readonly errors: number
  /** warnings without a reason */
  readonly unexplained: number
  /** the first blank, or where there is none the first cell */
  readonly start: { readonly sheet: string; readonly cell: string } | undefined
}
export type FormLine = Line & {
  readonly form: Form
  /** none where the form has but one */
  readonly sections: readonly Line[]
}

/** The main section of an indicator: "3" of "3.1.1". */
export const sectionOf = ({ code }: Indicator): string => code.split('.')[0] ?? code

/** @param groups of the findings that stand now; null before the first reading */
export function outline(
  book: Book,
  review: Review | null,
  groups: Grouped | null,
  reasons: Reasons,
): FormLine[] {
  const open = groups ? openFindings(groups, reasons) : []
  return formsOfView(book.index, book.view).map(form => {
    const sheet = book.sheets.find(laid => laid.form === form.id)
    const first = sheet?.inputs[0]?.address.split(':')[0]
    const state = review?.completeness.find(of => of.form === form.id)
    const [blank] = state?.blanks ?? []
    return {
      key: form.id,
      form,
      code: form.short,
      name: formName(form),
      filled: state?.filled ?? 0,
      total: state ? state.total : null,
      ...counted(open.filter(({ at }) => at.form === form.id)),
      start:
        (blank && review?.locate(blank)) ??
        (sheet && first ? { sheet: sheet.sheet, cell: first } : undefined),
      sections: form.layout === 'indicators' ? sectionsOf(book, form, review, open) : [],
    }
  })
}

function sectionsOf(
  book: Book,
  form: IndicatorForm,
  review: Review | null,
  open: readonly Open[],
): Line[] {
  const { agency, unit } = book.view
  const own = form.rows.filter(row => isInput(row) && playsRole(agency, row.owner, unit ?? ''))
  const codes = [...new Set(own.map(sectionOf))]
  if (codes.length < 2) return []
  const blanks = review?.completeness.find(of => of.form === form.id)?.blanks ?? []
  return codes.map(code => {
    const rows = own.filter(row => sectionOf(row) === code)
    const keys = new Set(rows.map(row => row.key))
    const left = blanks.filter(({ row }) => keys.has(row))
    const place: Place = left[0] ?? { form: form.id, row: rows[0]?.key ?? '' }
    return {
      key: `${form.id}/${code}`,
      code,
      name: form.rows.find(row => row.code === code)?.name ?? '',
      filled: rows.length - left.length,
      total: rows.length,
      ...counted(
        open.filter(({ at }) => {
          const row = at.form === form.id && form.rows.find(({ key }) => key === at.row)
          return row && sectionOf(row) === code
        }),
      ),
      start: review?.locate(place),
    }
  })
}

type Open = { readonly at: Place; readonly error: boolean }

/** Findings a person has to act on at a cell of the forms. */
const openFindings = (groups: Grouped, reasons: Reasons): Open[] =>
  [
    ...groups.error.map(({ finding }) => ({ finding, error: true })),
    ...groups.warning
      .filter(({ finding }) => !isExplained(reasons, finding))
      .map(({ finding }) => ({ finding, error: false })),
  ].flatMap(({ finding, error }) => (finding.at.cell ? [{ at: finding.at, error }] : []))

const counted = (open: readonly Open[]): Pick<Line, 'errors' | 'unexplained'> => {
  const errors = open.filter(({ error }) => error).length
  return { errors, unexplained: open.length - errors }
}
