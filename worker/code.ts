/**
 * Secrets people or clients hold. Codes have 130 random bits and tokens 256, so a plain SHA-256 is enough to store them
 * (NIST SP 800-63B-4 §3.1.2, OWASP ASVS 5.0 6.5.2). Neither may ever be stored or logged itself.
 */
import { alphabet, asTyped } from '../shared/check-code.ts'
import { sha256 } from './digest.ts'

const codeLength = 26

/** "7F3KQ-2M9XW-…": 26 characters in groups, shown once. */
export function newCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(codeLength))
  // 32 divides 256, so the low five bits are uniform
  const characters = Array.from(bytes, byte => alphabet[byte & 31]).join('')
  return characters.replace(/^(.{5})(.{5})(.{5})(.{5})(.{6})$/u, '$1-$2-$3-$4-$5')
}

export const codeHash = (typed: string): string => sha256(asTyped(typed))

/** 256 bits in hex. */
export const newToken = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('')

/**
 * An identity of single sign-on in the column of the codes, so that both have one way. No typed code can have this hash:
 * what `asTyped` returns is in capitals, and this text begins in small letters.
 */
export const identityHash = (issuer: string, subject: string): string =>
  sha256(`oidc:${JSON.stringify([issuer, subject])}`)
