/** The forms as a file that needs no add-in, as the pane in a plain browser takes them. */
import { expect, test } from 'vitest'
import { readXlsx } from '../../annex/read-xlsx.ts'
import { april, offices } from './office-in-node.ts'

const office = offices()

test('a unit’s forms come under their Vietnamese name and say whose they are', async () => {
  const { name, content } = await office().store.api.sheetWorkbook(april, 'qltm')
  expect(name).toBe(`Biểu CCHC ${april} qltm.xlsx`)
  const book = readXlsx(Buffer.from(await content.arrayBuffer()))
  expect(book.sheet('NhanDang').cells.get('B2')?.value).toBe('qltm')
})
