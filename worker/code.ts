/**
 * Secrets people or clients hold. Codes have 130 random bits and tokens 256, so a plain SHA-256 is enough to store them
 * (NIST SP 800-63B-4 §3.1.2, OWASP ASVS 5.0 6.5.2). Neither may ever be stored or logged itself.
 */
import { sha256 } from './digest.ts'

/** Crockford's base32: no I, L, O, U, so that a printed code reads back without doubt. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 26

/** "7F3KQ-2M9XW-…": 26 characters in groups, shown once. */
export function newCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(codeLength))
  // 32 divides 256, so the low five bits are uniform
  const characters = Array.from(bytes, byte => alphabet[byte & 31]).join('')
  return characters.replace(/^(.{5})(.{5})(.{5})(.{5})(.{6})$/u, '$1-$2-$3-$4-$5')
}

/** As people type it: lower case, spaces, dashes, and letters that look like digits. */
export const readCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]+/gu, '')
    .replaceAll(/[IL]/gu, '1')
    .replaceAll('O', '0')

export const codeHash = (typed: string): string => sha256(readCode(typed))

/** 256 bits in hex. */
export const newToken = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('')

/**
 * An identity of single sign-on in the column of the codes, so that both have one way. No typed code can have this hash:
 * what `readCode` returns is in capitals, and this text begins in small letters.
 */
export const identityHash = (issuer: string, subject: string): string =>
  sha256(`oidc:${JSON.stringify([issuer, subject])}`)
