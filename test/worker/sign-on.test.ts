/** Single sign-on: a verified identity in place of an access code, against an issuer of the tests' own. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Session } from '../../shared/protocol.ts'
import { AccessError, admitIdentity, listAccess, revokeCode } from '../../worker/admit.ts'
import { codeHash, identityHash, newCode } from '../../worker/code.ts'
import { answer, db, entriesOf, type House, openHouse, problem, wordsOf } from './house.ts'
import { type Issuer, openIssuer } from './issuer.ts'

const at = '2025-04-14T03:00:00.000Z'
const minute = 60
let house: House
let issuer: Issuer
beforeEach(async () => {
  house = await openHouse()
  issuer = await openIssuer(house.bindings.clock ?? Date.now)
  Object.assign(house.bindings, issuer.bindings)
})
afterEach(() => issuer.close())

const admit = (subject = 'lan', unit = 'thuong_mai', agency = 'sct-thu') =>
  admitIdentity(
    db,
    { issuer: issuer.url, subject, role: 'unit', unit, name: 'Nguyễn Thị Lan', agency },
    at,
  )
const enter = (idToken: string) => house.anyone.send('POST', '/sessions', { body: { idToken } })
const sessions = async () => (await db.prepare('SELECT 1 FROM session').all()).results.length

describe('happy', () => {
  test('a verified identity opens the session its rights say', async () => {
    await admit()
    const response = await enter(await issuer.sign())
    expect(response.status).toBe(201)
    const { token, who } = await answer<Session>(response)
    expect(who).toMatchObject({ agency: 'sct-thu', role: 'unit', unit: 'thuong_mai' })
    const headers = { Authorization: `Bearer ${token}` }
    expect((await house.anyone.get('/me', headers)).status).toBe(200)
    const opened = (await entriesOf('sct-thu')).at(-1)
    expect(opened).toMatchObject({ action: 'session.opened', detail: { by: 'identity' } })
    expect(JSON.stringify(await entriesOf('sct-thu'))).not.toContain('"lan"')
  })

  test('keys are fetched once and kept', async () => {
    await admit()
    for (let i = 0; i < 3; i += 1) expect((await enter(await issuer.sign())).status).toBe(201)
    expect(issuer.publication.asked).toBe(1)
  })

  test('codes work beside it', async () => {
    const body = { code: house.codeOf('clerk') }
    expect((await house.anyone.send('POST', '/sessions', { body })).status).toBe(201)
    expect(issuer.publication.asked).toBe(0)
  })

  test('clocks that differ by seconds do not matter', async () => {
    await admit()
    expect((await enter(await issuer.sign({ iat: 20, nbf: 20 }))).status).toBe(201)
    expect((await enter(await issuer.sign({ iat: -60, exp: -20 }))).status).toBe(201)
  })

  test('rights that were taken can be given anew, with another role, and old sessions stay closed', async () => {
    await admit()
    const { token } = await answer<Session>(await enter(await issuer.sign()))
    await revokeCode(db, 'sct-thu', identityHash(issuer.url, 'lan'), at)
    await admit('lan', 'cong_nghiep')
    const headers = { Authorization: `Bearer ${token}` }
    expect((await house.anyone.get('/me', headers)).status).toBe(401)
    const { who } = await answer<Session>(await enter(await issuer.sign()))
    expect(who.unit).toBe('cong_nghiep')
  })
})

describe('error', () => {
  test.each(['OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_ALGORITHM', 'OIDC_KEYS_URL'] as const)(
    'without %s it is off, and the answer says so',
    async name => {
      await admit()
      delete house.bindings[name]
      const response = await enter(await issuer.sign())
      expect(response.status).toBe(404)
      expect((await problem(response)).detail).toContain('chưa bật đăng nhập một lần')
      expect(issuer.publication.asked).toBe(0)
    },
  )

  test('keys that cannot be had are no fault of the token: try again, nothing stored', async () => {
    await admit()
    const before = await sessions()
    issuer.publication.up = false
    const response = await enter(await issuer.sign())
    expect(response.status).toBe(503)
    expect(response.headers.get('Retry-After')).not.toBeNull()
    expect((await problem(response)).type).toBe('try-again')
    expect(await sessions()).toBe(before)
    issuer.publication.up = true
    expect((await enter(await issuer.sign())).status).toBe(201)
  })

  test('an identity has rights once', async () => {
    await admit()
    await expect(admit('lan', 'cong_nghiep')).rejects.toThrow(AccessError)
    await expect(admit('lan', 'thuong_mai', 'sct-khac')).rejects.toThrow(AccessError)
    const held = (await listAccess(db, 'sct-thu')).filter(one => one.name === 'Nguyễn Thị Lan')
    expect(held.map(one => one.unit)).toEqual(['thuong_mai'])
    expect(
      (await entriesOf('sct-khac')).filter(one => one.action === 'access.issued'),
    ).toHaveLength(1)
  })
})

describe('security', () => {
  const refused: Record<string, () => Promise<string>> = {
    'no token': async () => 'không phải token',
    'three empty parts': async () => '..',
    'another issuer': () => issuer.sign({ iss: 'https://issuer.invalid/realms/khac' }),
    'the issuer’s address with a slash': () => issuer.sign({ iss: `${issuer.url}/` }),
    'another audience': () => issuer.sign({ aud: 'khac' }),
    'alg none': () => issuer.unsigned(),
    'HS256 with the public key as the secret': () => issuer.signWithPublicKey(),
    'the signature of somebody else': () => issuer.forge(),
    'an unknown key': () => issuer.sign({}, 'second'),
    expired: () => issuer.sign({ iat: -9 * minute, exp: -minute }),
    'not yet valid': () => issuer.sign({ nbf: 2 * minute }),
    'issued in the future': () => issuer.sign({ iat: 2 * minute }),
    'eleven minutes old, though it lives for a day': () =>
      issuer.sign({ iat: -11 * minute, exp: 24 * 60 * minute }),
    'no expiry': () => issuer.sign({ exp: null }),
    'no time of issue': () => issuer.sign({ iat: null }),
    'nobody’s name': () => issuer.sign({ sub: '' }),
    'a subject without rights': () => issuer.sign({ sub: 'cuong' }),
    'the subject in capitals': () => issuer.sign({ sub: 'LAN' }),
  }
  test.each(Object.keys(refused))('%s is answered like an unknown code', async name => {
    await admit()
    // even rights given to nobody open nothing
    await admit('')
    const unknown = await house.anyone.send('POST', '/sessions', { body: { code: newCode() } })
    const before = await sessions()
    const response = await enter((await refused[name]?.()) ?? '')
    expect(response.status).toBe(401)
    expect(await wordsOf(response)).toBe(await wordsOf(unknown))
    expect(await sessions()).toBe(before)
  })

  test('a revoked identity is answered the same, and its sessions end at once', async () => {
    await admit()
    const { token } = await answer<Session>(await enter(await issuer.sign()))
    const listed = (await listAccess(db, 'sct-thu')).find(one => one.name === 'Nguyễn Thị Lan')
    await revokeCode(db, 'sct-thu', listed?.id ?? '', at)
    expect((await problem(await enter(await issuer.sign()))).type).toBe('wrong-code')
    const headers = { Authorization: `Bearer ${token}` }
    expect((await house.anyone.get('/me', headers)).status).toBe(401)
  })

  test('the algorithm is the configured one, not the one a token names', async () => {
    await admit()
    house.bindings.OIDC_ALGORITHM = 'ES256'
    expect((await enter(await issuer.sign())).status).toBe(401)
  })

  test('the same subject of another issuer is somebody else', () => {
    expect(identityHash('https://a.invalid', 'lan')).not.toBe(
      identityHash('https://b.invalid', 'lan'),
    )
    // the border between the two cannot be moved
    expect(identityHash('a', 'b","c')).not.toBe(identityHash('a","b', 'c'))
  })

  test('no typed code stands for an identity', () => {
    const text = `oidc:${JSON.stringify([issuer.url, 'lan'])}`
    expect(codeHash(text)).not.toBe(identityHash(issuer.url, 'lan'))
  })

  test('neither token nor subject is in the logs', async () => {
    await admit()
    const idToken = await issuer.sign()
    await enter(idToken)
    expect(house.lines.join('\n')).not.toContain(idToken.slice(0, 20))
    expect(house.lines.join('\n')).not.toContain('"lan"')
  })
})
