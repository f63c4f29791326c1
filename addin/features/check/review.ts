/** One reading of the workbook judged by the rules: figures, findings, completeness. Pure; a few milliseconds. */
import type { Index } from '../../../shared/catalogue/catalogue.ts'
import { rowFacts } from '../../../shared/consolidate.ts'
import { type Values, valuesOf } from '../../../shared/content.ts'
import { layOutWorkbook, locator, type SheetLayout, type View } from '../../../shared/layout.ts'
import { type BlockCells, readBlocks, type SheetReading } from '../../../shared/reading.ts'
import { type Traced, traced } from '../../../shared/rules/causes.ts'
import { check, type Outcome } from '../../../shared/rules/engine.ts'
import type { Book } from '../fill/book.ts'
import { type Completeness, completeness } from '../fill/completeness.ts'

export type Review = {
  readonly index: Index
  /** raw values by form, as the workbook gave them */
  readonly blocks: ReadonlyMap<string, BlockCells>
  readonly reading: SheetReading
  readonly values: Values
  readonly outcome: Outcome
  /** by place of a finding: the cells of which any one, put right, mends it and what is folded under it */
  readonly suspects: Traced['suspects']
  readonly completeness: readonly Completeness[]
  /** the sheets as they are filled now, for finding the place under a selection */
  readonly sheets: readonly SheetLayout[]
  readonly locate: ReturnType<typeof locator>
}

export function reviewOf(book: Book, blocks: ReadonlyMap<string, BlockCells>): Review {
  const reading = readBlocks(book.index, book.view, blocks)
  const { index, sheet, period } = book
  const values = valuesOf(index, reading.content, book.view.values.before, rowFacts(sheet.agency))
  const view: View = { ...book.view, values, openRows: reading.openRows }
  const locate = locator(index, view)
  const subject = {
    level: 'unit',
    period: period.period,
    values,
    stated: reading.stated,
    unread: reading.unread,
    window: period.window,
    history: book.earlier,
    ...(book.fromMonths ? { rolledUp: book.fromMonths } : {}),
    exclusions: book.sheet.exclusions ?? [],
  } as const
  // reasons are weighed beside the findings, so that a finding stays put while its reason is written
  const outcome = check(index, subject, { naming: book.naming, locate })
  const { findings, suspects } = traced(index, subject, outcome.results)
  let sheets: readonly SheetLayout[] | undefined
  return {
    index,
    blocks,
    reading,
    values,
    outcome: { ...outcome, results: findings },
    suspects,
    completeness: completeness(index, view, reading.content),
    // laying out takes longer than everything else, and only who asks for a selected cell needs it
    get sheets() {
      sheets ??= layOutWorkbook(index, view)
      return sheets
    },
    locate,
  }
}

/** Findings of what the unit has submitted: they tell which values its reasons were given for. */
export function findingsOfCurrent(book: Book): Outcome['results'] {
  if (!book.current) return []
  const { index, period, naming } = book
  const subject = {
    level: 'unit',
    period: period.period,
    values: book.view.values,
    window: period.window,
    history: book.earlier,
    ...(book.fromMonths ? { rolledUp: book.fromMonths } : {}),
    exclusions: book.sheet.exclusions ?? [],
  } as const
  return check(index, subject, { naming }).results
}
