/** The catalogue as the pane downloads it. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { CatalogueAnswer } from '../../shared/protocol.ts'
import { answer, april, db, type House, index, openHouse, problem, version } from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})

describe('happy', () => {
  test('comes whole, and once', async () => {
    const trade = await house.signIn('thuong_mai')
    const response = await trade.get(`/catalogue?period=${april}`)
    expect(await answer<CatalogueAnswer>(response)).toEqual(
      JSON.parse(JSON.stringify(index.catalogue)),
    )
    const etag = response.headers.get('ETag') ?? ''
    expect(response.headers.get('Cache-Control')).toBe('private, no-cache')
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await trade.get(`/catalogue?period=${april}`, { 'If-None-Match': tag })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    const other = await trade.get('/catalogue', { 'If-None-Match': '"other"' })
    expect(other.status).toBe(200)
  })

  test('without a period it is the one in force today', async () => {
    const response = await (await house.signIn('clerk')).get('/catalogue')
    expect((await answer<CatalogueAnswer>(response)).id).toBe(version)
  })
})

describe('error', () => {
  test('no catalogue for a date before the first, no period that is none', async () => {
    expect((await house.clerk.get('/catalogue?period=2019-M01')).status).toBe(404)
    const wrong = await house.clerk.get('/catalogue?period=April')
    expect([wrong.status, (await problem(wrong)).detail]).toEqual([
      404,
      expect.stringContaining('2025-M04'),
    ])
  })
})

describe('security', () => {
  test('nobody without a token', async () => {
    expect((await house.anyone.get('/catalogue')).status).toBe(401)
  })

  test('a stored version can be neither changed nor deleted', async () => {
    await expect(db.prepare("UPDATE catalogue SET document = '{}'").run()).rejects.toThrow(
      'never changes',
    )
    await expect(db.prepare('DELETE FROM catalogue').run()).rejects.toThrow('never deleted')
  })
})
