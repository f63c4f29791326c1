/** Sends a file of this machine to be read, and keeps what came back until the person has decided. Nothing is stored. */
import { contentFromWire } from '../../../shared/content.ts'
import type { UploadedSheet } from '../../../shared/protocol.ts'
import { files } from '../../i18n/files.ts'
import type { Book } from '../fill/book.ts'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import type { Store } from '../store.ts'
import { reviewOfContent } from './file-review.ts'
import type { FileRead } from './state.ts'

/** As the server takes them (`worker/body.ts`); a larger one need not travel to be refused. */
const largest = 5 * 1024 * 1024

/** @returns the bytes, or the sentence that says why there are none */
export async function bytesOf(file: File): Promise<ArrayBuffer | string> {
  if (file.size > largest) return files().chosen.tooLarge(largest / 1024 / 1024)
  // a folder, a file that was moved meanwhile or is held by another program
  return file.arrayBuffer().catch(() => files().chosen.unreadable)
}

/** A filled plain workbook. */
export async function upload(store: Store, file: File): Promise<void> {
  const { book } = store.state().fill
  if (!book || store.state().upload.sending !== null) return
  const { name } = file
  const { period, unit } = book.identity
  // the person may have turned to another period, or gone back, while it was on its way
  const still = () => store.state().upload.sending === name && store.state().fill.book !== null
  store.dispatch({ type: 'file-sending', name })
  const bytes = await bytesOf(file)
  if (!still()) return
  if (typeof bytes === 'string') return store.dispatch({ type: 'file-refused', name, why: bytes })
  try {
    const sheet = await store.api.uploadSheet(period, unit, bytes)
    const now = store.state().fill.book
    if (still() && now) store.dispatch({ type: 'file-read', read: readOf(now, name, sheet) })
  } catch (error) {
    if (leftBecauseExpired(store, error)) return
    if (still()) store.dispatch({ type: 'file-refused', name, why: sentenceOf(error) })
  }
}

const readOf = (book: Book, name: string, sheet: UploadedSheet): FileRead => ({
  kind: 'sheet',
  name,
  dossiers: null,
  basedOn: sheet.basedOn,
  review: reviewOfContent(book, contentFromWire(sheet.content), sheet.report),
  repairs: sheet.repairs,
  fromServer: null,
  judged: { review: null, reasons: new Map() },
})

/** Places of the file that say something; words count as one each. */
export function placesRead({ review }: FileRead): number {
  const { figures, tables, narrative } = review.reading.content
  const cells = [...tables.values()].flatMap(rows => [...rows.values()].map(row => row.size))
  return cells.reduce((sum, size) => sum + size, figures.size + narrative.size)
}
