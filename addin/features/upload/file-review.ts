/** What a file says, judged as a reading of the workbook is: the same findings, completeness and summary stand on it. */
import { rowFacts } from '../../../shared/consolidate.ts'
import { type Content, valuesOf } from '../../../shared/content.ts'
import { locator, type View } from '../../../shared/layout.ts'
import { traced } from '../../../shared/rules/causes.ts'
import { check, type Outcome } from '../../../shared/rules/engine.ts'
import type { Review } from '../check/review.ts'
import type { Book } from '../fill/book.ts'
import { completeness } from '../fill/completeness.ts'

/** @param report of the server, which has seen the printed sums too; without one this pane judges the content alone */
export function reviewOfContent(book: Book, content: Content, report?: Outcome): Review {
  const { index, sheet, period, naming } = book
  const values = valuesOf(index, content, book.view.values.before, rowFacts(sheet.agency))
  const view: View = { ...book.view, values }
  const locate = locator(index, view)
  const subject = {
    level: 'unit',
    period: period.period,
    values,
    window: period.window,
    history: book.earlier,
    exclusions: sheet.exclusions ?? [],
  } as const
  const outcome = report ?? check(index, subject, { naming, locate })
  const { findings, suspects } = traced(index, subject, outcome.results)
  return {
    index,
    blocks: new Map(),
    reading: { content, stated: new Map(), unread: new Map(), openRows: new Map() },
    values,
    outcome: { ...outcome, results: findings },
    suspects,
    completeness: completeness(index, view, content),
    sheets: book.sheets,
    locate,
  }
}
