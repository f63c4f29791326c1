/**
 * Files nobody filled: other kinds of files, damaged ones, and those made to take a server down. Each is refused in a sentence
 * that says what it is, and nothing is stored; what is only written unusually gives the same figures.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import type { UploadedSheet } from '../../shared/protocol.ts'
import { unzip } from '../annex/read-xlsx.ts'
import { harmful, type Parts, sameFigures } from '../fixtures/hostile/altered.ts'
import { bombs, otherFiles } from '../fixtures/hostile/other-files.ts'
import {
  answer,
  april,
  type Caller,
  entriesOf,
  filing,
  openHouse,
  problem,
  tradeReport,
} from './house.ts'

const path = `/periods/${april}/units/thuong_mai/sheet.xlsx`
let trade: Caller
let parts: Parts
let entries: number
beforeAll(async () => {
  trade = await (await openHouse()).signIn('thuong_mai')
  await trade.put(filing('thuong_mai', 1), tradeReport())
  parts = unzip(new Uint8Array(await (await trade.get(path)).arrayBuffer()))
  entries = (await entriesOf('sct-thu')).length
})

const send = (bytes: Uint8Array<ArrayBuffer>) => trade.send('POST', path, { bytes })

async function refused(bytes: Uint8Array<ArrayBuffer>, says: RegExp): Promise<void> {
  const response = await send(bytes)
  const { type, detail } = await problem(response)
  expect([response.status, type]).toEqual([422, 'not-a-workbook'])
  expect(detail).toMatch(says)
  // what to do comes last
  expect(detail).toMatch(/(?:gửi|gửi lại|chép số liệu sang)\.$/u)
  expect(await entriesOf('sct-thu')).toHaveLength(entries)
}

describe('other files', () => {
  test.each(otherFiles)('$name', ({ make, says }) => refused(make(), says))
})

describe('400 MB in 400 KB', () => {
  test.each(bombs)('$name', async ({ make, says }) => {
    const bytes = make()
    expect(bytes.length).toBeLessThan(450 * 1024)
    await refused(bytes, says)
  })
})

describe('harmful or broken', () => {
  test.each(harmful)('$name', ({ make, says = /^$/u }) => refused(make(parts), says))
})

describe('written another way', () => {
  test.each(sameFigures)('$name: the same figures', async ({ make }) => {
    const response = await send(make(parts))
    expect(response.status).toBe(200)
    const { content, basedOn, repairs } = await answer<UploadedSheet>(response)
    const { figures, tables, narrative } = tradeReport()
    expect(content).toEqual({ figures, tables, narrative })
    expect([basedOn, repairs]).toEqual([1, []])
    expect(Object.getPrototypeOf({})).not.toHaveProperty('polluted')
  })
})
