/** The review of several years as a workbook to sign: cover, charts, and the forms with a column a year. */
import { linesIn } from '../../shared/retrospective/lines.ts'
import { signedWorkbook } from '../paper/file.ts'
import type { Review } from '../retrospective.ts'
import { cover } from './cover.ts'
import { formPage } from './form.ts'
import { overview } from './overview.ts'
import { retrospectiveWords } from './words.ts'

/** The bytes of the .xlsx; equal input gives equal bytes. */
export function retrospectiveWorkbook(made: Review): Promise<Uint8Array> {
  const { index, agency, review, asOf } = made
  const forms = index.catalogue.forms.filter(form => linesIn(form).length > 0)
  const pages = forms.map(form => formPage(review, form))
  const lines = new Map(pages.flatMap(page => [...page.lines]))
  const { overview: charts } = retrospectiveWords.sheets
  const sheets = [
    cover(made, [
      { sheet: charts, title: retrospectiveWords.overviewTitle },
      ...forms.map(({ sheet, title }) => ({ sheet, title })),
    ]),
    overview(review, lines),
    ...pages.map(({ sheet }) => sheet),
  ]
  const name = retrospectiveWords.report.subject(review)
  return signedWorkbook(agency, name, { title: name, instant: asOf }, sheets)
}
