/**
 * An OIDC issuer of the tests' own: keys made by jose, published over HTTP. On Node a real server of 127.0.0.1 publishes
 * them; workerd cannot listen, so there the worker's own `fetch` is answered in its place.
 */
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose'
import { vi } from 'vitest'

export type Claims = {
  iss?: string
  aud?: string
  sub?: string
  /** seconds from now; null leaves the claim out */
  iat?: number | null
  exp?: number | null
  nbf?: number
}

export type Issuer = Awaited<ReturnType<typeof openIssuer>>

const inWorkerd = navigator.userAgent === 'Cloudflare-Workers'

const generatePairs = async () => ({
  own: await generateKeyPair('RS256'),
  foreign: await generateKeyPair('RS256'),
})
/** The same for every test: making them takes longer than all the rest. */
let pairs: ReturnType<typeof generatePairs> | undefined

/** @param clock milliseconds since 1970, as the worker under test has it */
export async function openIssuer(clock: () => number) {
  pairs ??= generatePairs()
  const { own, foreign } = await pairs
  const { publicKey, privateKey } = own
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'first', alg: 'RS256', use: 'sig' }]
  const publication = { up: true, asked: 0 }
  const publish = (): { status: number; text: string } => {
    publication.asked += 1
    return publication.up
      ? { status: 200, text: JSON.stringify({ keys }) }
      : { status: 502, text: 'bad gateway' }
  }
  const { origin, close } = await (inWorkerd ? inPlaceOfFetch(publish) : onLoopback(publish))
  const url = `${origin}/realms/bac-giang`
  const claims = ({ iat = 0, exp = 300, iss = url, aud = 'cchc', sub = 'lan', nbf }: Claims) => {
    const now = Math.floor(clock() / 1000)
    const token = new SignJWT({}).setIssuer(iss).setAudience(aud).setSubject(sub)
    if (iat !== null) token.setIssuedAt(now + iat)
    if (exp !== null) token.setExpirationTime(now + exp)
    if (nbf !== undefined) token.setNotBefore(now + nbf)
    return token
  }
  return {
    url,
    publication,
    bindings: {
      OIDC_ISSUER: url,
      OIDC_AUDIENCE: 'cchc',
      OIDC_ALGORITHM: 'RS256',
      OIDC_KEYS_URL: `${url}/keys`,
    },
    sign: (said: Claims = {}, kid = 'first') =>
      claims(said).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey),
    /** by somebody else, under the name of the issuer's key */
    forge: (said: Claims = {}) =>
      claims(said).setProtectedHeader({ alg: 'RS256', kid: 'first' }).sign(foreign.privateKey),
    /** the public key, which anyone has, taken for a shared secret */
    signWithPublicKey: async () =>
      claims({})
        .setProtectedHeader({ alg: 'HS256', kid: 'first' })
        .sign(new TextEncoder().encode(await exportSPKI(publicKey))),
    unsigned: async () => {
      const part = (value: unknown) => btoa(JSON.stringify(value)).replace(/=+$/u, '')
      const now = Math.floor(clock() / 1000)
      const said = { iss: url, aud: 'cchc', sub: 'lan', iat: now, exp: now + 300 }
      return `${part({ alg: 'none', typ: 'JWT' })}.${part(said)}.`
    },
    close,
  }
}

type Publish = () => { status: number; text: string }

let number = 0

async function inPlaceOfFetch(publish: Publish) {
  // another address each time, because the worker keeps the keys of one it knows
  number += 1
  const origin = `https://issuer-${number}.invalid`
  const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(async asked => {
    const address = asked instanceof Request ? asked.url : String(asked)
    if (!address.startsWith(origin)) throw new TypeError(`nobody at ${address}`)
    const { status, text } = publish()
    return new Response(text, { status })
  })
  return { origin, close: async () => spy.mockRestore() }
}

async function onLoopback(publish: Publish) {
  const { createServer } = await import('node:http')
  const server = createServer((_, response) => {
    const { status, text } = publish()
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(text)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
