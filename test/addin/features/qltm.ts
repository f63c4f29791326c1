/** The book of a real unit with its real figures, for tests of what the pane works out from it. */
import { readFileSync } from 'node:fs'
import { bookOf } from '../../../addin/features/fill/book.ts'
import type { Agency } from '../../../shared/agency.ts'
import { readCatalogue } from '../../../shared/catalogue/read.ts'
import type { WireContent } from '../../../shared/content.ts'
import { layOutWorkbook, type SheetLayout } from '../../../shared/layout.ts'
import type { CurrentSubmission, EarlierFigures, PeriodSummary } from '../../../shared/protocol.ts'
import type { BlockCells } from '../../../shared/reading.ts'
import { catalogueFiles } from '../../../worker/catalogue-files.ts'

const demo = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(`../../../worker/demo/${path}`, import.meta.url), 'utf8')) as T

const index = readCatalogue(catalogueFiles('sct-2025.1'))
export const agency = demo<Agency>('agency.json')
export const period: PeriodSummary = {
  period: '2025-M04',
  name: 'Tháng 4/2025',
  window: { from: '2025-03-15', to: '2025-04-14' },
  dueDate: '2025-04-15',
  state: 'open',
  catalogue: 'sct-2025.1',
}

type Filed = WireContent & Pick<CurrentSubmission, 'preparedBy' | 'approvedBy' | 'reasons'>
const filed = demo<Filed>('2025-M04/qltm.json')
export const current: CurrentSubmission = {
  ...filed,
  id: '7f3ab2c9-1d2e-4f50-8a6b-7c8d9e0f1a2b',
  revision: 1,
  receivedAt: '2025-04-15T01:12:00Z',
  digest: '3f9a0c1d'.repeat(8),
}

function earlier(key: string): EarlierFigures {
  const { figures, tables } = demo<Pick<EarlierFigures, 'figures' | 'tables'>>(`${key}/qltm.json`)
  return { period: key, figures, tables }
}

export const bookWith = (submission: CurrentSubmission | null) =>
  bookOf(
    {
      agency,
      unit: 'qltm',
      period,
      catalogue: 'sct-2025.1',
      forms: [],
      previous: demo<WireContent>('2025-M03/qltm.json'),
      opening: null,
      samePeriodLastYear: null,
      history: ['2025-M02', '2025-M03'].map(earlier),
      rolledUp: null,
      current: submission,
      standing: {
        state: submission ? 'submitted' : 'not-started',
        revision: submission?.revision ?? null,
        counted: submission?.revision ?? null,
        changedSinceAccepted: false,
        review: null,
      },
    },
    index.catalogue,
  )

export const book = bookWith(current)
export const emptyBook = bookWith(null)

/** What a workbook gives back right after the book was laid out in it. */
export const blocksOf = ({ index: of, view }: typeof book): Map<string, BlockCells> =>
  blocksIn(layOutWorkbook(of, view))

export function blocksIn(sheets: readonly SheetLayout[]): Map<string, BlockCells> {
  return new Map(
    sheets.map(({ form, rows, block }) => [
      form,
      rows.slice(block.top - 1, block.top - 1 + block.rows).map(row =>
        row.slice(block.left - 1, block.left - 1 + block.columns).map(({ value }) => {
          if (value === null) return ''
          if ('text' in value) return value.text
          return 'number' in value ? value.number : ''
        }),
      ),
    ]),
  )
}

/** The same cells with one of them typed over. */
export function typed(
  blocks: Map<string, BlockCells>,
  place: { form: string; row: string; column?: string },
  value: unknown,
): Map<string, BlockCells> {
  const sheet = book.sheets.find(({ form }) => form === place.form)
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/u.exec(sheet?.cellOf(place) ?? '') ?? []
  if (!sheet || !row) throw new Error(`no cell for ${JSON.stringify(place)}`)
  const column = [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0)
  const cells = (blocks.get(place.form) ?? []).map(line => [...line])
  const line = cells[Number(row) - sheet.block.top]
  if (line) line[column - sheet.block.left] = value
  return new Map(blocks).set(place.form, cells)
}
