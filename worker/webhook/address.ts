/** Which addresses may be told, and how one is shown: never with a query, which can hold a password of the receiver's. */

const longest = 500

export type AddressFault =
  | 'not-an-address'
  | 'too-long'
  | 'not-https'
  | 'with-credentials'
  | 'with-fragment'

/** @param plainInside allows http to this machine or the department's own network, where https is often not had */
export function addressFault(typed: string, plainInside: boolean): AddressFault | undefined {
  if (typed.length > longest) return 'too-long'
  if (!URL.canParse(typed)) return 'not-an-address'
  const { protocol, username, password, hash, hostname } = new URL(typed)
  if (protocol !== 'https:' && protocol !== 'http:') return 'not-an-address'
  if (username !== '' || password !== '') return 'with-credentials'
  if (hash !== '') return 'with-fragment'
  if (protocol === 'http:' && !(plainInside && isInside(hostname))) return 'not-https'
  return undefined
}

/** Loopback and private ranges by number (RFC 1918, RFC 4193, RFC 8252 §7.3); a name could lead anywhere tomorrow. */
function isInside(hostname: string): boolean {
  if (hostname === 'localhost') return true
  if (hostname.startsWith('['))
    return hostname === '[::1]' || /^\[f[cd][0-9a-f]{2}:/u.test(hostname)
  const [a = 0, b = 0] = /^\d+\.\d+\.\d+\.\d+$/u.test(hostname)
    ? hostname.split('.').map(Number)
    : []
  return a === 127 || a === 10 || (a === 192 && b === 168) || (a === 172 && b >= 16 && b < 32)
}

export function addressShown(url: string): string {
  const { origin, pathname, search } = new URL(url)
  return `${origin}${pathname}${search === '' ? '' : '?…'}`
}
