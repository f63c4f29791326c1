/**
 * The code printed on what leaves the house: the first 50 bits of the consolidation's SHA-256, as ten signs that can be
 * read aloud, typed and compared. It names figures, it does not hide them.
 */

/** Crockford's base32: no I, L, O, U, so that a printed code reads back without doubt. */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** As people type codes: lower case, blanks, dashes of any kind, and letters that look like digits. */
export const asTyped = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]+/gu, '')
    .replaceAll(/[IL]/gu, '1')
    .replaceAll('O', '0')

const length = 10
/** Hex digits that hold 50 bits, and what the two bits too many divide by. */
const [digits, surplus] = [13, 4]

const printed = (signs: string): string => `${signs.slice(0, 5)}-${signs.slice(5)}`

/** @param digest hexadecimal @returns "K7M2Q-9XB4T" */
export function checkCode(digest: string): string {
  // 52 bits, which a number holds exactly
  let rest = Math.floor(Number.parseInt(digest.slice(0, digits), 16) / surplus)
  let signs = ''
  for (let i = 0; i < length; i += 1) {
    signs = alphabet.charAt(rest % alphabet.length) + signs
    rest = Math.floor(rest / alphabet.length)
  }
  return printed(signs)
}

/** The code as printed, or undefined when what was typed is none. */
export function readCheckCode(typed: string): string | undefined {
  const signs = asTyped(typed)
  const known = signs.length === length && [...signs].every(sign => alphabet.includes(sign))
  return known ? printed(signs) : undefined
}

/** The first and the last digest, hexadecimal, that have this code. */
export function digestsOf(code: string): { readonly first: string; readonly last: string } {
  const value = [...asTyped(code)].reduce(
    (sum, sign) => sum * alphabet.length + alphabet.indexOf(sign),
    0,
  )
  const hex = (bits: number) => bits.toString(16).padStart(digits, '0')
  return {
    first: hex(value * surplus).padEnd(64, '0'),
    last: hex(value * surplus + surplus - 1).padEnd(64, 'f'),
  }
}

/** The page on which anyone may ask about a code. @param origin "https://bieumau.example.gov.vn" */
export const checkPage = (origin: string): string => `${origin.replace(/\/+$/u, '')}/check.html`

/** What the QR code of a paper says: where to ask, the code behind the # that no server's log sees, or the code alone. */
export const qrText = (code: string, origin?: string): string =>
  origin ? `${checkPage(origin)}#${code}` : `CCHC ${code}`
