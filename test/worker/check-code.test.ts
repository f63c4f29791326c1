/** What the code on a paper belongs to, asked by whoever holds it. */
import { beforeEach, describe, expect, test } from 'vitest'
import { checkCode } from '../../shared/check-code.ts'
import type { CheckedCode, Consolidation } from '../../shared/protocol.ts'
import type { RateLimit } from '../../worker/env.ts'
import {
  answer,
  april,
  type Caller,
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
  await trade.put(filing('thuong_mai', 1), tradeReport())
})

/** Takes the figures as they are, and gives the code that a paper of them bears. */
async function handedOut(clerk = house.clerk): Promise<string> {
  const response = await clerk.get(`/periods/${april}/consolidation`)
  return checkCode((await answer<Consolidation>(response)).digest)
}
const ask = (code: string) => house.anyone.get(`/check/${encodeURIComponent(code)}`)
const known = async (code: string) => {
  const response = await ask(code)
  expect(response.status).toBe(200)
  return answer<CheckedCode>(response)
}
const submitAgain = () => {
  house.later(60_000)
  const figures = { dossiers_resolved: 8, dossiers_on_time: 8, articles_own_site: 6 }
  return trade.put(filing('thuong_mai', 2), tradeReport({ basedOn: 1, figures }))
}
const change = (body: unknown) => house.clerk.send('PATCH', `/periods/${april}`, { body })

describe('happy', () => {
  test('whose figures, which period, which revisions, and that nothing is newer', async () => {
    const code = await handedOut()
    expect(await known(code)).toEqual({
      code,
      agency: 'Sở Công Thương Thử',
      period: april,
      state: 'provisional',
      asOf: '2025-04-14T03:00:00.000Z',
      takenAt: '2025-04-14T03:00:00.000Z',
      units: [
        { unit: 'van_phong', name: 'Văn phòng', revision: null },
        { unit: 'thuong_mai', name: 'Phòng Thương mại', revision: 1 },
        { unit: 'cong_nghiep', name: 'Phòng Công nghiệp', revision: null },
      ],
      current: true,
      newerCode: null,
    })
  })

  test('the annex and the report bear the code of the same figures', async () => {
    const annex = await house.clerk.get(`/periods/${april}/annex.xlsx`)
    const digest = /"([0-9a-f]{64})"/u.exec(annex.headers.get('ETag') ?? '')?.[1] ?? ''
    expect((await known(checkCode(digest))).period).toBe(april)
    expect(checkCode(digest)).toBe(await handedOut())
  })

  test('typed in lower case, without its hyphen, with letters for digits', async () => {
    const code = await handedOut()
    const typed = code.toLowerCase().replace('-', ' ').replaceAll('1', 'l').replaceAll('0', 'o')
    expect((await known(typed)).code).toBe(code)
  })

  test('figures that changed are told of: first that they did, then the code of the newer ones', async () => {
    const code = await handedOut()
    await submitAgain()
    expect(await known(code)).toMatchObject({ current: false, newerCode: null })
    const newer = await handedOut()
    expect(newer).not.toBe(code)
    expect(await known(code)).toMatchObject({ current: false, newerCode: newer })
    expect(await known(newer)).toMatchObject({ current: true, newerCode: null })
    // the older paper still says what it was made of
    const { units } = await known(code)
    expect(units.find(one => one.unit === 'thuong_mai')?.revision).toBe(1)
  })

  test('a revision that was sent back is not said to count', async () => {
    const body = { revision: 1, decision: 'return', note: 'Xem lại' }
    const path = `/periods/${april}/units/thuong_mai/review`
    expect((await house.clerk.send('POST', path, { body })).status).toBe(201)
    const { units } = await known(await handedOut())
    expect(units.map(one => one.revision)).toEqual([null, null, null])
  })

  test('a locked period’s code says final, and the codes before it lead there', async () => {
    const code = await handedOut()
    await change({ state: 'locked' })
    const final = await handedOut()
    expect(await known(final)).toMatchObject({ state: 'final', current: true })
    expect(await known(code)).toMatchObject({
      state: 'provisional',
      current: false,
      newerCode: final,
    })
  })

  test('a period opened again as it was makes its earlier code the newer one', async () => {
    const code = await handedOut()
    await change({ state: 'locked' })
    const final = await handedOut()
    await change({ state: 'open', note: 'Bổ sung' })
    expect(await known(final)).toMatchObject({ state: 'final', current: false, newerCode: code })
    expect(await known(code)).toMatchObject({ current: true })
  })
})

describe('error', () => {
  test.each(['K7M2Q', 'K7M2Q-9XB4TT', 'UUUUU-UUUUU', '%', '’ OR 1=1'])(
    'what is no code is told what one looks like: %s',
    async typed => {
      const response = await ask(typed)
      expect(response.status).toBe(400)
      expect((await problem(response)).detail).toContain('như K7M2Q-9XB4T')
    },
  )

  test('a code that was never handed out is told of in words', async () => {
    const response = await ask('K7M2Q-9XB4T')
    expect(response.status).toBe(404)
    expect((await problem(response)).detail).toContain('mang mã K7M2Q-9XB4T')
  })
})

describe('security', () => {
  test('the answer has no figure and no person, and needs no session', async () => {
    const code = await handedOut()
    const text = await (await ask(code)).text()
    for (const person of ['Nguyễn', 'Trần', tradeReport().preparedBy, tradeReport().approvedBy])
      expect(text).not.toContain(person)
    expect(text).not.toMatch(/figures|tables|narrative|dossiers|digest/u)
  })

  test('each agency’s code leads to its own, whoever asks', async () => {
    const theirs = await house.signIn('clerk', 'sct-khac')
    await theirs.send('POST', '/periods', { body: { period: april } })
    const code = await handedOut(theirs)
    expect((await known(code)).agency).toBe('Sở Công Thương Khác')
    expect((await known(await handedOut())).agency).toBe('Sở Công Thương Thử')
    // newer figures of one agency make nothing of the other older
    await submitAgain()
    await handedOut()
    expect(await known(code)).toMatchObject({ current: true, newerCode: null })
  })

  test('asked too often it stops answering, and the address can still sign in', async () => {
    const keys: string[] = []
    const limit: RateLimit = {
      limit: async ({ key }) => {
        keys.push(key)
        return { success: keys.filter(one => one === key).length <= 2 }
      },
    }
    house.bindings.SIGN_IN_LIMIT = limit
    const from = { 'CF-Connecting-IP': '203.0.113.7' }
    const statuses: number[] = []
    for (let i = 0; i < 3; i += 1)
      statuses.push((await house.anyone.get('/check/K7M2Q-9XB4T', from)).status)
    expect(statuses).toEqual([404, 404, 429])
    const body = { code: house.codeOf('clerk') }
    const entered = await house.anyone.send('POST', '/sessions', { body, headers: from })
    expect(entered.status).toBe(201)
  })

  test('the log has no code', async () => {
    const code = await handedOut()
    await ask(code)
    expect(house.lines.at(-1)).toContain('"status":200')
    expect(house.lines.join('\n')).not.toContain(code)
  })
})
