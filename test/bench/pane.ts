/**
 * The check as a person in Excel waits for it: reading every sheet through Microsoft's client library, the figures, every
 * rule, the tracing of causes. On the forms of a unit with 480 values, once right and once with one figure mistyped.
 */
import { reviewOf } from '../../addin/features/check/review.ts'
import { type Book, bookOf } from '../../addin/features/fill/book.ts'
import { excelWorkbook } from '../../addin/host/excel.ts'
import { loadOffice } from '../../addin/preview/office-in-node.ts'
import { valuesOf } from '../../shared/content.ts'
import { periodName, statutoryWindow } from '../../shared/period.ts'
import { agencySchema, type CurrentSubmission, type SheetAnswer } from '../../shared/protocol.ts'
import type { BlockCells } from '../../shared/reading.ts'
import { traced } from '../../shared/rules/causes.ts'
import { check } from '../../shared/rules/engine.ts'
import { agencyDocument, seed, submissionOf, unitKeys, valueCount } from './corpus.ts'
import { index, measured } from './province.ts'
import { median, percentile } from './table.ts'

export type PaneChecked = {
  readonly what: string
  readonly values: number
  readonly findings: number
  readonly syncs: number
  /** ms each: rules and causes alone; all the pane does with the cells once it has them; the first time of all */
  readonly check: { readonly median: number; readonly p95: number }
  readonly review: { readonly median: number; readonly p95: number }
  readonly first: number
}

export async function checkedInPane(repetitions = 300): Promise<PaneChecked[]> {
  const book = bookOfCorpus()
  const { blocks, syncs } = await readThroughOffice(book)
  return [
    timed('every form, nothing wrong', book, blocks, syncs, repetitions),
    timed('every form, one figure mistyped', book, mistyped(book, blocks), syncs, repetitions),
  ]
}

function bookOfCorpus(): Book {
  const [unit = ''] = unitKeys(1)
  const submission = submissionOf(index, measured, seed)
  const current: CurrentSubmission = {
    ...submission,
    ...{ id: crypto.randomUUID(), revision: 1, digest: '0'.repeat(64) },
    receivedAt: '2025-04-15T01:00:00Z',
  }
  const answer: SheetAnswer = {
    agency: agencySchema.parse(agencyDocument(index, 'do', 1)),
    unit,
    period: {
      ...{ period: measured, name: periodName(measured), window: statutoryWindow(measured) },
      ...{ dueDate: '2025-04-15', state: 'open', catalogue: index.catalogue.id },
    },
    ...{ catalogue: index.catalogue.id, forms: [], history: [], rolledUp: null },
    ...{
      previous: submissionOf(index, measured, seed + 1),
      opening: null,
      samePeriodLastYear: null,
      current,
    },
    standing: {
      ...{ state: 'submitted', revision: 1, counted: 1, changedSinceAccepted: false, review: null },
    },
  }
  return bookOf(answer, index.catalogue)
}

/** Lays the forms out in an in-memory Excel and reads them back, counting the syncs of the reading. */
async function readThroughOffice({ sheets, identity }: Book) {
  const office = loadOffice()
  // the client's globals, as the page has them
  Object.assign(globalThis, { Excel: office.Excel, Office: office.Office })
  const workbook = excelWorkbook(() => {})
  await workbook.layOut(sheets, identity, () => {})
  office.takeSyncs()
  const blocks = await workbook.read(sheets)
  return { blocks, syncs: office.takeSyncs() }
}

/** Seven more in the first figure of the table of dossiers: it breaks its row and the indicators that add it up. */
function mistyped(
  { sheets }: Book,
  blocks: ReadonlyMap<string, BlockCells>,
): ReadonlyMap<string, BlockCells> {
  const form = 'KSTT-06a'
  const sheet = sheets.find(laid => laid.form === form)
  const [line = [], ...others] = blocks.get(form) ?? []
  const styles = sheet?.rows[sheet.block.top - 1]?.slice(sheet.block.left - 1) ?? []
  const column = line.findIndex(
    (raw, at) => typeof raw === 'number' && styles[at]?.style === 'input',
  )
  const wrong = line.map((raw, at) => (at === column ? Number(raw) + 7 : raw))
  return new Map(blocks).set(form, [wrong, ...others])
}

function timed(
  what: string,
  book: Book,
  blocks: ReadonlyMap<string, BlockCells>,
  syncs: number,
  repetitions: number,
): PaneChecked {
  const reviews: number[] = []
  const checks: number[] = []
  for (let i = 0; i <= repetitions; i++) {
    const start = performance.now()
    reviewOf(book, blocks)
    reviews.push(performance.now() - start)
  }
  const { reading, locate, outcome } = reviewOf(book, blocks)
  for (let i = 0; i < repetitions; i++) {
    const start = performance.now()
    const values = valuesOf(index, reading.content, book.view.previous)
    const subject = { level: 'unit', period: measured, values, window: book.period.window } as const
    traced(index, subject, check(index, subject, { naming: book.naming, locate }).results)
    checks.push(performance.now() - start)
  }
  const [first = Number.NaN, ...warm] = reviews
  const wire = book.sheet.current ?? { figures: {}, tables: {} }
  return {
    what,
    values: valueCount(wire),
    findings: outcome.results.length,
    syncs,
    check: { median: median(checks), p95: percentile(checks, 0.95) },
    review: { median: median(warm), p95: percentile(warm, 0.95) },
    first,
  }
}
