/**
 * One text per content, so that equal content has one SHA-256: keys sorted by code unit and no white space as in
 * RFC 8785, and text in NFC, because macOS and Windows keyboards compose Vietnamese letters differently.
 */
// both runtimes have it, and it answers at once: the audit chain must not wait between reading its head and writing
import { createHash } from 'node:crypto'

export function canonicalJson(value: unknown): string {
  if (typeof value === 'string')
    return plain.test(value) ? `"${value}"` : JSON.stringify(value.normalize('NFC'))
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const names = Object.keys(value)
  // all names at once: beginning a search costs more than the letters it reads
  if (!plain.test(names.join(''))) return composed(value)
  // the boundary: an object of JSON is its members
  const members = value as Readonly<Record<string, unknown>>
  let text = ''
  for (const name of names.sort()) {
    const member = members[name]
    if (member !== undefined) text += `${text && ','}"${name}":${canonicalJson(member)}`
  }
  return `{${text}}`
}

/** Letters that JSON writes as they are and that have one composition: nearly every name and code. */
const plain = /^[ !#-[\]-~]*$/u

/** An object some of whose names can be written in more than one way. */
const composed = (value: object): string =>
  `{${Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => [name.normalize('NFC'), member] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`)
    .join(',')}}`

/** SHA-256 of a text in UTF-8, in lower-case hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
