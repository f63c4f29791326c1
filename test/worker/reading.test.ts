/** What a body may not be, beyond what its schema says: each is refused in words about the place, or has one clear meaning. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { CurrentSubmission } from '../../shared/protocol.ts'
import { faultOf } from '../../worker/json-text.ts'
import {
  answer,
  april,
  type Caller,
  db,
  filing,
  type House,
  openHouse,
  problem,
  tradeReport,
} from './house.ts'

let house: House
let trade: Caller
beforeEach(async () => {
  house = await openHouse()
  trade = await house.signIn('thuong_mai')
})

const sending = (raw: string) => trade.send('PUT', filing('thuong_mai', 1), { raw })
const refusal = async (response: Response) => {
  const { type, detail, errors = [] } = await problem(response)
  return {
    of: [response.status, type],
    pointers: errors.map(error => error.pointer),
    says: [detail, ...errors.map(error => error.detail)].join(' '),
  }
}
const nothingStored = async () => {
  const { results } = await db.prepare('SELECT id FROM submission').all()
  expect(results).toEqual([])
}

describe('names', () => {
  test('each one that is not of the protocol is named', async () => {
    const { of, pointers, says } = await refusal(
      await trade.put(filing('thuong_mai', 1), { ...tradeReport(), figure: {}, 'Ghi chú/1': 1 }),
    )
    expect(of).toEqual([400, 'malformed'])
    expect(pointers).toEqual(['#/figure', '#/Ghi chú~11'])
    expect(says).toContain('“figure”')
    expect(says).toContain('“Ghi chú/1”')
    expect(says).toContain('2 chỗ')
    await nothingStored()
  })

  test('so are those of a body that may have several shapes', async () => {
    const response = await house.anyone.send('POST', '/sessions', { body: { code: 'x', pin: 1 } })
    expect((await refusal(response)).pointers).toEqual(['#/pin'])
  })

  test.each([
    ['at the top', '"basedOn":null', '"basedOn":null,"basedOn":1', '#/basedOn'],
    ['spelt otherwise', '"basedOn":null', '"basedOn":null,"based\\u004fn":1', '#/basedOn'],
    [
      'of a figure',
      '"figures":{',
      '"figures":{"apologies":1,"apologies":2,',
      '#/figures/apologies',
    ],
    [
      'far inside',
      '"XTTM":{',
      '"XTTM":{"pending_in_time":1,',
      '#/tables/KSTT-06a/XTTM/pending_in_time',
    ],
    [
      'before blanks, and spelt in another way',
      '"figures":{',
      '"figures":{"apologies":1,"\\u0061pologies" \n:2,',
      '#/figures/apologies',
    ],
    ['in a list', '"reasons":[]', '"reasons":[{"at":"a","at":"b"}]', '#/reasons/0/at'],
    ['a reserved one', '"figures":{', '"figures":{"__proto__":1,', '#/figures/__proto__'],
  ])('twice in one object is refused: %s', async (_where, from, to, pointer) => {
    const { of, pointers } = await refusal(
      await sending(JSON.stringify(tradeReport()).replace(from, to)),
    )
    expect(of).toEqual([400, 'malformed'])
    expect(pointers).toEqual([pointer])
    await nothingStored()
  })

  test('the same name in two objects is no repetition', () => {
    const same = '{"a":{"x":"y","y":"{\\"x\\":1,\\"x\\":2}"},"b":[{"x":1},{"x":"\\\\"}],"x":{}}'
    expect(faultOf(same, JSON.parse(same))).toBeUndefined()
  })
})

describe('revisions', () => {
  test.each(['0', '-1', '1.5', '1e20', '1e400', '"1"', 'true', '{}'])(
    'basedOn %s gets a sentence about revisions',
    async basedOn => {
      const raw = JSON.stringify(tradeReport()).replace('"basedOn":null', `"basedOn":${basedOn}`)
      const { of, pointers, says } = await refusal(await sending(raw))
      expect(of).toEqual([400, 'malformed'])
      expect(pointers).toEqual(['#/basedOn'])
      expect(says).toContain('bản đang sửa')
    },
  )

  test('so does the revision of a review', async () => {
    const body = { revision: 0, decision: 'accept' }
    const path = `/periods/${april}/units/thuong_mai/review`
    const { pointers, says } = await refusal(await house.clerk.send('POST', path, { body }))
    expect(pointers).toEqual(['#/revision'])
    expect(says).toContain('bản đã nộp')
  })
})

describe('letters', () => {
  const unseen = '\u0000\u0007\u200b\u200e\u202e\u2060\u2066\ufeff'

  test('those nobody can see are left out of names, reasons and words; line ends stay', async () => {
    const words = (text: string) => `${unseen}${[...text].join(unseen)}${unseen}`
    const response = await trade.put(
      filing('thuong_mai', 1),
      tradeReport({
        preparedBy: words(' Nguyễn Thị Lan '),
        narrative: { 'II.2': words('Đã rà soát\n\tthủ tục.') },
        reasons: [{ rule: 'T-01', at: 'x', text: words('vì sao') }],
      }),
    )
    expect(response.status).toBe(201)
    const filed = await answer<CurrentSubmission>(await trade.get(filing('thuong_mai', 1)))
    expect(filed.preparedBy).toBe('Nguyễn Thị Lan')
    expect(filed.narrative).toEqual({ 'II.2': 'Đã rà soát\n\tthủ tục.' })
    expect(filed.reasons[0]?.text).toBe('vì sao')
    // the same words with and without them are the same content
    const plain = tradeReport({
      narrative: { 'II.2': 'Đã rà soát\n\tthủ tục.' },
      reasons: [{ rule: 'T-01', at: 'x', text: 'vì sao' }],
    })
    expect((await trade.put(filing('thuong_mai', 1), plain)).status).toBe(200)
  })

  test('a name of nothing but such letters is no name', async () => {
    const { of, pointers } = await refusal(
      await trade.put(filing('thuong_mai', 1), tradeReport({ approvedBy: unseen })),
    )
    expect([of, pointers]).toEqual([[400, 'malformed'], ['#/approvedBy']])
  })

  test('half a character is refused at its place', async () => {
    for (const half of ['\\ud83d', '\\ude00', '\\ude00\\ud83d', 'x\\uDBFF']) {
      const raw = JSON.stringify(tradeReport()).replace('Nguyễn', half)
      const { of, pointers, says } = await refusal(await sending(raw))
      expect([of, pointers]).toEqual([[400, 'malformed'], ['#/preparedBy']])
      expect(says).toContain('cắt đôi')
    }
    expect(
      (await sending(JSON.stringify(tradeReport()).replace('Lan', '😀 \\ud83d\\ude00'))).status,
    ).toBe(201)
  })

  test.each([
    ['cut short', [0xe1, 0xba]],
    ['of Windows-1258', [0xea, 0x20]],
    ['overlong', [0xc0, 0xaf]],
  ])('bytes that are not UTF-8 are refused, never replaced: %s', async (_what, bytes) => {
    const text = new TextEncoder().encode(JSON.stringify(tradeReport()))
    const at = text.indexOf('N'.charCodeAt(0))
    const body = new Uint8Array([...text.slice(0, at), ...bytes, ...text.slice(at)])
    const { of } = await refusal(await trade.send('PUT', filing('thuong_mai', 1), { bytes: body }))
    expect(of).toEqual([400, 'malformed'])
    await nothingStored()
  })
})

describe('depth', () => {
  test.each([
    ['[', ']'],
    ['{"a":', '}'],
    ['[', ''],
  ])('100 000 times %s is refused like any other text', async (open, close) => {
    const raw = `${open.repeat(100_000)}1${close.repeat(100_000)}`.slice(0, 250_000)
    const { of } = await refusal(await sending(raw))
    expect(of).toEqual([400, 'malformed'])
  })

  test('nesting that can still be read says that it is too deep', async () => {
    const { says } = await refusal(await sending(`${'['.repeat(40)}${']'.repeat(40)}`))
    expect(says).toContain('lồng nhau')
  })
})

test('1e400 is no figure', async () => {
  const raw = JSON.stringify(tradeReport()).replace(
    '"articles_own_site":5',
    '"articles_own_site":1e400',
  )
  const { of, pointers } = await refusal(await sending(raw))
  expect([of, pointers]).toEqual([[422, 'invalid-figures'], ['#/figures/articles_own_site']])
})
