/** In which format figures come: what the address says, else what Accept likes best; each with a tag of its own. */
import { beforeAll, describe, expect, test } from 'vitest'
import { april, type Caller, filing, openHouse, problem, tradeReport } from './house.ts'

const path = `/periods/${april}/consolidation`
let dashboard: Caller
let clerk: Caller
beforeAll(async () => {
  const house = await openHouse()
  clerk = house.clerk
  dashboard = await house.signIn('dashboard')
  await (await house.signIn('thuong_mai')).put(filing('thuong_mai', 1), tradeReport())
})
const typeOf = (response: Response) => response.headers.get('Content-Type')?.split(';')[0]
const [json, cube, csv] = ['application/json', 'application/vnd.json-stat+json', 'text/csv']

describe('happy', () => {
  // RFC 9110 §12.5.1: the most specific range weighs a type, not the first or the last
  test.each([
    ['', json],
    ['*/*', json],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', json],
    ['text/csv', csv],
    ['TEXT/CSV; charset=utf-8', csv],
    ['text/*', csv],
    ['application/vnd.json-stat+json, application/json;q=0.9', cube],
    ['application/json;q=0.5, text/csv;q=0.8', csv],
    ['application/*, text/csv', json],
    ['text/csv;q=0.3, */*;q=0.3', json],
    ['application/json;q=0, */*', cube],
    ['application/json;q=0, application/vnd.json-stat+json;q=0, */*;q=0.1', csv],
  ])('Accept "%s" is answered as %s', async (accept, type) => {
    const response = await dashboard.get(path, accept ? { Accept: accept } : {})
    expect([response.status, typeOf(response)]).toEqual([200, type])
    expect(response.headers.get('Vary')).toMatch(/\bAccept\b(?!-)/u)
  })

  test('the address outweighs Accept', async () => {
    for (const [format, type] of Object.entries({ json, 'json-stat': cube, csv })) {
      const response = await dashboard.get(`${path}?format=${format}`, { Accept: 'text/html' })
      expect([format, typeOf(response)]).toEqual([format, type])
    }
  })

  test('a cell of a table stands in the consolidation as a series of that one cell tells it', async () => {
    const cell = 'KSTT-06a.XTTM.received_online'
    const lineOf = async (of: string) =>
      (await (await dashboard.get(of)).text())
        .split('\r\n')
        .find(line => line.includes(',agency,') && line.includes(`,${cell},`))
    const merged = await lineOf(`${path}?format=csv`)
    expect(merged).toMatch(/,\d+,number,,\w+,1,1$/u)
    const asked = `indicators=${cell}&from=${april}&to=${april}`
    expect(merged).toBe(await lineOf(`/series?${asked}&format=csv`))
  })

  test('every format is 304 by its own tag and by no other, compressed on the way or not', async () => {
    for (const of of [path, `/periods/${april}/progress`]) {
      const tags: string[] = []
      for (const Accept of [json, cube, csv]) {
        const tag = (await clerk.get(of, { Accept })).headers.get('ETag') ?? ''
        tags.push(tag)
        for (const known of [tag, `W/${tag}`, `"other", W/${tag}`]) {
          const again = await clerk.get(of, { Accept, 'If-None-Match': known })
          expect([again.status, again.headers.get('ETag')]).toEqual([304, tag])
          expect(again.headers.get('Vary')).toMatch(/\bAccept\b(?!-)/u)
        }
      }
      expect(new Set(tags).size).toBe(3)
      const others = { Accept: csv, 'If-None-Match': tags.slice(0, 2).join() }
      expect((await clerk.get(of, others)).status).toBe(200)
    }
  })
})

describe('error', () => {
  test.each([
    ['csvs', '“csv”, “json'],
    ['xlsx', '“json'],
    ['JSONstat', '“json-stat”'],
    ['', '“json'],
  ])('format "%s" is 400 and names what there is, the nearest first', async (format, first) => {
    const response = await dashboard.get(`${path}?format=${format}`)
    const { type, detail } = await problem(response)
    expect([response.status, type]).toEqual([400, 'malformed'])
    expect(detail).toContain(`“${format}”`)
    expect(detail?.split('một trong ')[1]).toMatch(new RegExp(`^${first}`, 'u'))
    for (const valid of ['“json”', '“json-stat”', '“csv”']) expect(detail).toContain(valid)
  })

  test('an Accept that takes none of them is 406 and names the media types', async () => {
    for (const Accept of ['text/html', 'image/*', `${json};q=0, ${cube};q=0, ${csv};q=0`]) {
      const response = await dashboard.get(path, { Accept })
      const { type, detail } = await problem(response)
      expect([Accept, response.status, type]).toEqual([Accept, 406, 'not-acceptable'])
      for (const valid of [json, cube, csv]) expect(detail).toContain(valid)
    }
  })

  test('a header line in another language, or changes where none can be told, is 400', async () => {
    for (const [query, says] of [
      ['format=csv&headers=fr', '“en”'],
      ['format=csv&since=0', 'since'],
      // the first would be answered and the other left out unsaid
      ['format=csv&format=json', '2 lần'],
    ]) {
      const response = await dashboard.get(`${path}?${query}`)
      const { type, detail } = await problem(response)
      expect([response.status, type]).toEqual([400, 'malformed'])
      expect(detail).toContain(says)
    }
  })
})

describe('security', () => {
  test('a format opens nothing: a unit is refused the same in every one', async () => {
    const house = await openHouse()
    const trade = await house.signIn('thuong_mai')
    for (const format of ['json', 'json-stat', 'csv'])
      expect((await trade.get(`${path}?format=${format}`)).status).toBe(403)
  })
})
