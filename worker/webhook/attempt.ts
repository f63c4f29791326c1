/** One try: a signed POST, and what became of it. The answer's body is never read. */
import type { Change, WebhookPayload } from '../../shared/protocol.ts'
import type { DueRow } from '../store/telling.ts'
import { markOf, signedHeaders } from './key.ts'
import type { Failure } from './words.ts'

export type Outcome = {
  /** HTTP status; null when no answer came */
  readonly status: number | null
  readonly failure: Failure | null
  /** it asked never to be told again */
  readonly gone: boolean
  /** milliseconds it asked to be left alone for, 0 for none */
  readonly wished: number
}

/** Milliseconds a receiver has to answer. */
const usualPatience = 10_000

/**
 * @param hash of the audit entry: after a restored backup an entry can have the number of one that is gone, and must
 *   not pass for it
 */
const deliveryId = ({ agency, id }: DueRow, seq: number, hash: string): string =>
  `${agency}_${id}_${seq}_${hash.slice(0, 12)}`

type Told = { readonly change: Change; readonly hash: string }
type When = { readonly time: number; readonly patience?: number | undefined }

export async function attempt(
  key: string,
  hook: DueRow,
  { change, hash }: Told,
  { time, patience = usualPatience }: When,
): Promise<Outcome> {
  const none = { status: null, gone: false, wished: 0 }
  // what it signed could not be verified by anybody
  if ((await markOf(key)) !== hook.keyMark) return { ...none, failure: 'other-key' }
  const payload: WebhookPayload = { ...change, agency: hook.agency }
  const body = JSON.stringify(payload)
  const signed = { id: deliveryId(hook, change.seq, hash), body, time }
  try {
    const response = await fetch(hook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'cchc-bieu-mau/1',
        ...(await signedHeaders(key, hook, signed)),
      },
      body,
      // following would send the department's word to whoever the receiver names
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    await response.body?.cancel().catch(() => {})
    const { status, ok, headers } = response
    const failure = ok ? null : status >= 300 && status < 400 ? 'redirect' : 'refused'
    return { status, failure, gone: status === 410, wished: wishedIn(headers) }
  } catch (error) {
    return { ...none, failure: silence(error) }
  }
}

/** RFC 9110 §10.2.3; dates are seldom and would trust the receiver's clock. */
const wishedIn = (headers: Headers): number => {
  const said = headers.get('retry-after') ?? ''
  return /^\d{1,7}$/u.test(said) ? Number(said) * 1000 : 0
}

/** Codes of Node and undici; workerd says less. */
const silences: Readonly<Record<string, Failure>> = {
  ECONNREFUSED: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  // IPAddressDeny of the service's unit
  EPERM: 'unreachable',
  ENOTFOUND: 'no-such-host',
  EAI_AGAIN: 'no-such-host',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  ECONNRESET: 'dropped',
  EPIPE: 'dropped',
  UND_ERR_SOCKET: 'dropped',
  CERT_HAS_EXPIRED: 'certificate',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate',
}

function silence(error: unknown): Failure {
  if (!(error instanceof Error)) return 'no-answer'
  if (error.name === 'TimeoutError') return 'timeout'
  const { cause } = error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return silences[code] ?? 'no-answer'
}
