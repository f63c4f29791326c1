/**
 * Secrets and signatures of webhooks, after the Standard Webhooks specification 1.0.0. A secret is stored nowhere: it is
 * made of the server's key and of what it is for, whenever it is needed.
 */
import type { DueRow } from '../store/telling.ts'

const encoder = new TextEncoder()
const sha256Hmac = { name: 'HMAC', hash: 'SHA-256' } as const

async function hmac(key: Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const imported = await crypto.subtle.importKey('raw', key, sha256Hmac, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, encoder.encode(text)))
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** Fewer letters are no key; `openssl rand -base64 32` makes 44. */
export const shortestKey = 32

type Whose = Pick<DueRow, 'agency' | 'id' | 'edition'>

const secretBytes = (key: string, { agency, id, edition }: Whose) =>
  hmac(encoder.encode(key), JSON.stringify(['webhook', agency, id, edition]))

/** As the receiver is given it: `whsec_` and 32 bytes in base64. */
export const secretOf = async (key: string, whose: Whose): Promise<string> =>
  `whsec_${base64(await secretBytes(key, whose))}`

/** Tells one key from another and says nothing of either. */
export const markOf = async (key: string): Promise<string> =>
  [...(await hmac(encoder.encode(key), 'mark')).slice(0, 8)]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('')

/** Milliseconds for which the secret before a renewed one signs along, so that receivers can change over. */
const changeover = 7 * 24 * 3_600_000

/**
 * The headers of one try.
 * @param id of the delivery, the same for every try
 * @param time of the try, milliseconds since 1970
 */
export async function signedHeaders(
  key: string,
  hook: DueRow,
  { id, body, time }: { id: string; body: string; time: number },
): Promise<Record<string, string>> {
  const timestamp = Math.floor(time / 1000)
  const changing = hook.edition > 1 && time - Date.parse(hook.renewedAt) < changeover
  const editions = changing ? [hook.edition, hook.edition - 1] : [hook.edition]
  const signatures = editions.map(async edition => {
    const secret = await secretBytes(key, { ...hook, edition })
    return `v1,${base64(await hmac(secret, `${id}.${timestamp}.${body}`))}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': (await Promise.all(signatures)).join(' '),
  }
}
