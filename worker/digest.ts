/**
 * One text per content, so that equal content has one SHA-256: keys sorted by code unit and no white space as in
 * RFC 8785, and text in NFC, because macOS and Windows keyboards compose Vietnamese letters differently.
 */
// both runtimes have it, and it answers at once: the audit chain must not wait between reading its head and writing
import { createHash } from 'node:crypto'

export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key.normalize('NFC'), member] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

/** SHA-256 of a text in UTF-8, in lower-case hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
