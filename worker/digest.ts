/**
 * One text per content, so that equal content has one SHA-256: keys sorted by code unit and no white space as in
 * RFC 8785, and text in NFC, because macOS and Windows keyboards compose Vietnamese letters differently.
 */
// both runtimes have it, and it answers at once: the audit chain must not wait between reading its head and writing
import { createHash } from 'node:crypto'

export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  let members = ''
  for (const [name, member] of sorted(value))
    if (member !== undefined)
      members += `${members === '' ? '' : ','}${quoted(name)}:${canonicalJson(member)}`
  return `{${members}}`
}

/** Letters that JSON writes as they are and that have one composition: nearly every name and code. */
const plain = /^[ !#-[\]-~]*$/u

const quoted = (text: string): string =>
  plain.test(text) ? `"${text}"` : JSON.stringify(text.normalize('NFC'))

function sorted(value: object): (readonly [string, unknown])[] {
  const names = Object.keys(value)
  if (names.every(name => plain.test(name))) {
    // the boundary: an object of JSON is its members
    const members = value as Readonly<Record<string, unknown>>
    return names.sort().map(name => [name, members[name]])
  }
  return Object.entries(value)
    .map(([name, member]) => [name.normalize('NFC'), member] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

/** SHA-256 of a text in UTF-8, in lower-case hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
