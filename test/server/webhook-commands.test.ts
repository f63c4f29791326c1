/** Webhooks at the administrator's command line: who may be told, what is shown of it once, and what the chain keeps. */
import { rmSync, statSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseFile } from '../../worker/on-premise/data-dir.ts'
import { openSqlite } from '../../worker/on-premise/sqlite-database.ts'
import { webhookKeyFile } from '../../worker/on-premise/webhook-key.ts'
import { admin, agency, demoAgency, ownFolder, tamper } from './admin-place.ts'

const { path: place, remove } = ownFolder()
beforeAll(() => admin(place, `agency admit ${demoAgency}`))
afterAll(remove)

const add = (rest: string) => admin(place, `webhook add ${agency} ${rest}`)
const idIn = (said: string): string => /số hiệu ([0-9a-f]{8})/u.exec(said)?.[1] ?? ''
const secretIn = (said: string): string => /whsec_[A-Za-z0-9+/=]{44}/u.exec(said)?.[0] ?? ''

describe('refused', () => {
  test.each<[typed: string, code: number, sentence: RegExp]>([
    ['lis.example.gov.vn', 1, /không phải địa chỉ web/u],
    ['ftp://lis.example.gov.vn/', 1, /không phải địa chỉ web/u],
    ['http://lis.example.gov.vn/ --plain-http', 1, /không dùng https/u],
    ['http://192.168.1.5/', 1, /--plain-http/u],
    ['http://172.32.0.1/ --plain-http', 1, /không dùng https/u],
    ['http://10.0.0.1.example.com/ --plain-http', 1, /không dùng https/u],
    ['https://ten:mat-khau@lis.example.gov.vn/', 1, /tên và mật khẩu/u],
    ['https://lis.example.gov.vn/#a', 1, /dấu #/u],
    [`https://lis.example.gov.vn/${'a'.repeat(500)}`, 1, /500 ký tự/u],
    ['https://lis.example.gov.vn/ --events lockd', 2, /Có phải ý là locked\?/u],
  ])('%s', async (typed, code, sentence) => {
    const done = await add(typed)
    expect([done.code, done.warned]).toEqual([code, expect.stringMatching(sentence)])
  })
})

test('from adding to removing: the secret once, the key beside the database, the chain holds', async () => {
  const added = await add('https://lis.example.gov.vn/cchc?noi=mat')
  const [id, secret] = [idIn(added.said), secretIn(added.said)]
  expect([added.code, id.length, secret.length]).toEqual([0, 8, 50])
  expect(statSync(webhookKeyFile(place)).mode & 0o777).toBe(0o600)
  expect((await add('https://lis.example.gov.vn/cchc?noi=mat')).warned).toContain(`số hiệu ${id}`)
  for (const inside of ['http://10.1.2.3/a', 'http://172.16.0.1/a', 'http://[fd00::1]/a'])
    expect((await add(`${inside} --plain-http`)).code).toBe(0)

  const { said: list } = await admin(place, `webhook list ${agency}`)
  expect(list).toContain(id)
  expect(list).not.toMatch(/whsec_|noi=mat/u)
  expect((await admin(place, `webhook secret ${agency} ${id}`)).code).toBe(2)
  const renewed = await admin(place, `webhook secret ${agency} ${id} --renew`)
  expect(secretIn(renewed.said)).not.toBe(secret)
  expect((await admin(place, `webhook remove ${agency} ${id}`)).code).toBe(0)
  expect((await admin(place, `webhook remove ${agency} ${id}`)).warned).toMatch(/Các số hiệu: /u)
  const again = await add('https://lis.example.gov.vn/cchc?noi=mat')
  expect(idIn(again.said)).not.toBe(id)
  expect((await admin(place, 'audit verify')).code).toBe(0)

  const db = openSqlite(databaseFile(place))
  const { results } = await db.prepare('SELECT * FROM webhook, audit').all()
  db.close()
  expect(JSON.stringify(results)).not.toContain(secret.slice(6))
})

test('an address changed behind the chain is found', async () => {
  const { path: other, remove: removeOther } = ownFolder()
  await admin(other, `agency admit ${demoAgency}`)
  await admin(other, `webhook add ${agency} https://lis.example.gov.vn/`)
  expect((await admin(other, 'audit verify')).code).toBe(0)
  tamper(other, "UPDATE webhook SET url = 'https://ke-gian.example/'")
  const { code, said, warned } = await admin(other, 'audit verify')
  removeOther()
  expect([code, `${said}${warned}`]).toEqual([1, expect.stringContaining('địa chỉ nhận tin')])
})

test('a folder restored without its key makes another, and the secrets differ', async () => {
  const before = secretIn((await add('https://mot.example.gov.vn/')).said)
  rmSync(webhookKeyFile(place))
  const after = secretIn((await add('https://hai.example.gov.vn/')).said)
  expect(after).not.toBe(before)
})
