/** The server's own limit: so many a minute for each, and nobody is remembered for ever. */
import { expect, test } from 'vitest'
import { rateLimit } from '../../worker/on-premise/rate-limit.ts'

test('each key has its own number a minute, and a new minute begins anew', async () => {
  let time = 0
  const limit = rateLimit(2, () => time)
  const allowed = async (key: string) => (await limit?.limit({ key }))?.success
  expect([await allowed('a'), await allowed('a'), await allowed('a')]).toEqual([true, true, false])
  expect(await allowed('b')).toBe(true)
  time = 59_999
  expect(await allowed('a')).toBe(false)
  time = 60_000
  expect(await allowed('a')).toBe(true)
})

test('0 is no limit', () => {
  expect(rateLimit(0)).toBeUndefined()
})
