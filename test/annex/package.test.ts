/**
 * What no schema says of a document and Excel would offer to repair. The schemas themselves, openpyxl and LibreOffice are
 * asked by hand: `node test/bench/valid-documents.ts`.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { annexWorkbook } from '../../worker/annex/annex.ts'
import { plainWorkbook } from '../../worker/plain/workbook.ts'
import { packageFaults, workbookFaults } from '../bench/documents/package.ts'
import { index, viewOf } from './defects.ts'
import { annexInput, reports } from './fixture.ts'

describe.each([
  ['the annex', () => annexWorkbook(annexInput(reports))],
  [
    'a plain workbook',
    () => plainWorkbook({ index, view: viewOf('qltm'), revision: 1, asOf: '2025-04-14T03:00:00Z' }),
  ],
])('%s', (_name, made) => {
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = await made()
  })

  it('leads to every part, and every part has its type', () => {
    expect(packageFaults(bytes)).toEqual([])
  })

  it('has cells in order, merged areas apart, links that lead somewhere, nothing too long', () => {
    expect(workbookFaults(bytes)).toEqual([])
  })
})
