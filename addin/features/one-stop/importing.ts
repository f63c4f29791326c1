/** Sends an export of the one-stop software to be read, then puts what it gives for the unit's table where it belongs. */
import { type Content, emptyContent } from '../../../shared/content.ts'
import type { Review } from '../check/review.ts'
import type { Book } from '../fill/book.ts'
import { write } from '../fill/writing.ts'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import type { State } from '../state.ts'
import type { Store } from '../store.ts'
import { intoSheets } from '../upload/entering.ts'
import { reviewOfContent } from '../upload/file-review.ts'
import type { FileRead } from '../upload/state.ts'
import { bytesOf } from '../upload/uploading.ts'
import { dossierTable, tableOf, withTable } from './matching.ts'

export async function importFile(store: Store, file: File): Promise<void> {
  const { book } = store.state().fill
  if (!book || store.state().oneStop.sending !== null) return
  const { name } = file
  const { period, unit } = book.identity
  const still = () => store.state().oneStop.sending === name
  store.dispatch({ type: 'dossiers-sending', name })
  const bytes = await bytesOf(file)
  if (!still()) return
  if (typeof bytes === 'string')
    return store.dispatch({ type: 'dossiers-refused', name, why: bytes })
  try {
    const dossiers = await store.api.importDossiers(period, unit, bytes)
    if (still()) store.dispatch({ type: 'dossiers-read', name, dossiers })
  } catch (error) {
    if (leftBecauseExpired(store, error)) return
    if (still()) store.dispatch({ type: 'dossiers-refused', name, why: sentenceOf(error) })
  }
}

/** What the table is put into without a workbook: the file that was uploaded before, else the newest revision. */
export const contentBefore = ({ upload, fill }: State): Content =>
  upload.read?.review.reading.content ?? fill.book?.current ?? emptyContent

/** Without a workbook: the figures so far with the imported table go on as an uploaded file does. */
export function goOnWithTable(store: Store): void {
  const state = store.state()
  const { book } = state.fill
  const { imported } = state.oneStop
  const form = book && dossierTable(book)
  if (!book || !form || !imported) return
  const table = tableOf(state.oneStop, imported.dossiers, form)
  const before: Pick<FileRead, 'kind' | 'name' | 'basedOn' | 'repairs'> = state.upload.read ?? {
    kind: 'dossiers',
    name: imported.name,
    basedOn: book.identity.revision,
    repairs: [],
  }
  const { kind, name, basedOn, repairs } = before
  const review = reviewOfContent(book, withTable(contentBefore(state), form, table))
  const judged = { fromServer: null, judged: { review: null, reasons: new Map() } }
  const read = { kind, name, basedOn, repairs, review, dossiers: imported.name, ...judged }
  store.dispatch({ type: 'dossiers-left' })
  store.dispatch({ type: 'file-read', read })
}

/** Beside a workbook: into the sheet of the table, undone by one press. Its other cells and sheets stay as they are. */
export const fillTable = (
  store: Store,
  book: Book,
  now: Review,
  content: Content,
  form: string,
): Promise<void> =>
  write(
    store,
    { kind: 'file' },
    intoSheets(book, now, content, new Set([form])).entered.map(one => one.write),
  )
