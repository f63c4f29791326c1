/** How often one address may sign in and one session may write. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { RateLimit } from '../../worker/env.ts'
import { network } from '../../worker/rate-limit.ts'
import { april, filing, type House, openHouse, problem, tradeReport } from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})

/** Lets each key through `allowed` times. */
function counting(allowed: number): RateLimit & { readonly keys: string[] } {
  const keys: string[] = []
  return {
    keys,
    limit: async ({ key }) => {
      keys.push(key)
      return { success: keys.filter(one => one === key).length <= allowed }
    },
  }
}
const enter = (headers: Record<string, string> = {}, code = house.codeOf('clerk')) =>
  house.anyone.send('POST', '/sessions', { body: { code }, headers })

describe('happy', () => {
  test('without a limit of the runtime’s there is none', async () => {
    for (let i = 0; i < 5; i += 1) expect((await enter()).status).toBe(201)
  })

  test('reading is not counted', async () => {
    house.bindings.WRITE_LIMIT = counting(0)
    expect((await house.clerk.get(`/periods/${april}/progress`)).status).toBe(200)
  })

  test('one address does not use up another’s sign-ins, nor one session another’s writes', async () => {
    const limit = counting(1)
    house.bindings.SIGN_IN_LIMIT = limit
    const from = (address: string) => enter({ 'CF-Connecting-IP': address })
    expect((await from('203.0.113.7')).status).toBe(201)
    expect((await from('203.0.113.8')).status).toBe(201)
    expect((await from('203.0.113.7')).status).toBe(429)

    delete house.bindings.SIGN_IN_LIMIT
    const [one, other] = [await house.signIn('thuong_mai'), await house.signIn('thuong_mai')]
    house.bindings.WRITE_LIMIT = counting(1)
    const path = filing('thuong_mai', 1)
    expect((await one.put(path, tradeReport())).status).toBe(201)
    expect((await one.put(path, tradeReport())).status).toBe(429)
    expect((await other.put(path, tradeReport())).status).toBe(200)
  })
})

describe('error', () => {
  test('too many sign-ins are told when to come back, and the code is not looked at', async () => {
    house.bindings.SIGN_IN_LIMIT = counting(0)
    const lines = house.lines.length
    for (const code of [house.codeOf('clerk'), 'KHONG-PHAI-MA']) {
      const response = await enter({}, code)
      expect(response.status).toBe(429)
      expect(response.headers.get('Retry-After')).toBe('60')
      expect(await problem(response)).toMatchObject({
        type: 'slow-down',
        detail: expect.stringContaining('Chờ một phút'),
      })
    }
    expect(house.lines).toHaveLength(lines + 2)
  })

  test('too many writes store nothing and are told when to come back', async () => {
    const trade = await house.signIn('thuong_mai')
    house.bindings.WRITE_LIMIT = counting(0)
    const response = await trade.put(filing('thuong_mai', 1), tradeReport())
    expect(response.status).toBe(429)
    expect(response.headers.get('Retry-After')).toBe('60')
    expect((await problem(response)).detail).toContain('Số liệu còn nguyên')
    const history = `/periods/${april}/units/thuong_mai/submissions`
    expect(await (await house.clerk.get(history)).json()).toEqual([])
  })
})

describe('security', () => {
  test('the address is what the runtime knows, never what a client says', async () => {
    const limit = counting(9)
    house.bindings.SIGN_IN_LIMIT = limit
    await enter({ 'X-Forwarded-For': '198.51.100.1', Forwarded: 'for=198.51.100.1' })
    await enter({ 'X-Forwarded-For': '198.51.100.1', 'CF-Connecting-IP': '203.0.113.7' })
    house.bindings.clientAddress = '203.0.113.9'
    await enter({ 'CF-Connecting-IP': '203.0.113.7' })
    expect(limit.keys).toEqual(['', '203.0.113.7', '203.0.113.9'])
  })

  test('a limit never gets to see a token', async () => {
    const limit = counting(9)
    house.bindings.WRITE_LIMIT = limit
    await house.clerk.send('POST', '/periods', { body: { period: '2025-M05' } })
    expect(limit.keys).toHaveLength(1)
    expect(limit.keys[0]).not.toContain(house.clerk.token)
  })

  test('a stranger’s writes do not reach the counting', async () => {
    const limit = counting(9)
    house.bindings.WRITE_LIMIT = limit
    expect((await house.anyone.send('POST', '/periods', { body: {} })).status).toBe(401)
    expect(limit.keys).toEqual([])
  })

  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:1:2::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('addresses of one network count as one: %s is %s', (address, counted) => {
    expect(network(address)).toBe(counted)
  })
})
