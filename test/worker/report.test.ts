/** The Word report as a download; its wording and layout are tested beside the annex. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Consolidation, NarrativeAnswer } from '../../shared/protocol.ts'
import { unzip } from '../annex/read-xlsx.ts'
import { answer, april, filing, type House, openHouse, tradeReport } from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
const path = `/periods/${april}/report.docx`
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())
const textOf = (bytes: Uint8Array) =>
  (unzip(bytes).get('word/document.xml') ?? '').replace(/<[^>]*>/gu, '')

describe('happy', () => {
  test('is a Word document with a name in both spellings', async () => {
    const response = await house.clerk.get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toContain('wordprocessingml')
    expect(response.headers.get('Content-Disposition')).toBe(
      `attachment; filename="Bao-cao-CCHC-2025-M04.docx"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20CCHC%202025-M04.docx`,
    )
    expect([...unzip(await bytesOf(response)).keys()]).toContain('word/document.xml')
  })

  test('tells the figures units filed, and calls itself provisional while some are missing', async () => {
    await (await house.signIn('thuong_mai')).put(filing('thuong_mai', 1), tradeReport())
    const text = textOf(await bytesOf(await house.clerk.get(path)))
    expect(text).toMatch(/BẢN TẠM TÍNH – còn thiếu báo cáo của Văn phòng, Phòng Công nghiệp/u)
    const { tables } = await answer<Consolidation>(
      await house.clerk.get(`/periods/${april}/consolidation`),
    )
    const resolved = tables['KSTT-06a']?.total.resolved_total?.value
    expect(resolved).toBeGreaterThan(0)
    expect(text).toContain(`đã trả kết quả ${resolved} hồ sơ`)
  })

  test('an unchanged one answers 304, a changed one is made anew', async () => {
    const first = await house.clerk.get(path)
    const etag = first.headers.get('ETag') ?? ''
    expect((await house.clerk.get(path, { 'If-None-Match': etag })).status).toBe(304)
    await (await house.signIn('thuong_mai')).put(filing('thuong_mai', 1), tradeReport())
    expect((await house.clerk.get(path, { 'If-None-Match': etag })).status).toBe(200)
  })

  test('the same figures are the same bytes, days later too', async () => {
    const first = await bytesOf(await house.clerk.get(path))
    house.later(3 * 86_400_000)
    const again = await bytesOf(await (await house.signIn('clerk')).get(path))
    expect(Buffer.compare(first, again)).toBe(0)
  })

  test('counts as a pull: recorded once, and the next one can ask what changed since', async () => {
    await house.clerk.get(path)
    await house.clerk.get(path)
    const { digest } = await answer<NarrativeAnswer>(
      await house.clerk.get(`/periods/${april}/narrative`),
    )
    const trail = await (await house.clerk.get('/audit')).text()
    expect(trail.match(/consolidation\.taken/gu)).toHaveLength(1)
    const since = `/periods/${april}/consolidation?since=${digest}`
    expect((await house.clerk.get(since)).status).toBe(200)
  })
})

describe('error', () => {
  test('a period that is not open has none', async () => {
    expect((await house.clerk.get('/periods/2025-M05/report.docx')).status).toBe(404)
  })
})

describe('security', () => {
  test.each(['thuong_mai', 'dashboard', 'admin'])('%s gets none', async who => {
    expect((await (await house.signIn(who)).get(path)).status).toBe(403)
  })

  test('another agency gets its own', async () => {
    expect((await (await house.signIn('clerk', 'sct-khac')).get(path)).status).toBe(404)
  })
})
