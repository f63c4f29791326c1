/**
 * Opens a zip that may have been made to do harm, and closes a plain one. Sizes are believed only as far as they are low:
 * inflating stops at what was declared, and all of it is added up (PKWARE APPNOTE.TXT §4.3, §4.4).
 */
import { Problem } from '../problem.ts'
import { uploadWords } from './words.ts'

export type Entry = {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly at: number
}
export type Part = { readonly name: string; readonly crc: number; readonly bytes: Uint8Array }

/** A filled sheet has about 30 parts; pictures and printer settings take the rest. */
const mostParts = 400
/** Of all parts together, unpacked; a filled sheet is about 2 MB. */
const largestUnpacked = 32 * 1024 * 1024

const megabyte = 1024 * 1024
const damaged = (): Problem => new Problem('not-a-workbook', uploadWords.damaged())

/** The central directory. @throws Problem not-a-workbook: damaged, encrypted, zip64, or larger than any sheet */
export function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  // what zip64 writes in place of the true numbers; it is for archives of 4 GB
  if (count === 0xffff || at === 0xffffffff)
    throw new Problem('not-a-workbook', uploadWords.tooManyParts(mostParts))
  if (count > mostParts) throw new Problem('not-a-workbook', uploadWords.tooManyParts(mostParts))
  const entries: Entry[] = []
  const names = new Set<string>()
  for (let left = count; left > 0; left -= 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw damaged()
    const [nameLength, extra, comment] = [28, 30, 32].map(o => view.getUint16(at + o, true))
    const after = at + 46 + (nameLength ?? 0)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, after)).replaceAll('\\', '/')
    const entry = {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    }
    if ((view.getUint16(at + 8, true) & 0x41) !== 0)
      throw new Problem('not-a-workbook', uploadWords.lockedParts())
    // two of one name: readers differ in which they take
    if (names.has(name.toLowerCase())) throw damaged()
    names.add(name.toLowerCase())
    entries.push(entry)
    at = after + (extra ?? 0) + (comment ?? 0)
  }
  if (entries.reduce((sum, { size }) => sum + size, 0) > largestUnpacked)
    throw new Problem('not-a-workbook', uploadWords.unpacksTooLarge(largestUnpacked / megabyte))
  return entries
}

function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at
  throw damaged()
}

/** @throws Problem not-a-workbook when the part is not what the directory says */
export async function unpack(bytes: Uint8Array, entry: Entry): Promise<Part> {
  const { name, crc, at, packed, size, method } = entry
  if (at + 30 > bytes.length) throw damaged()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(at, true) !== 0x04034b50) throw damaged()
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (start + packed > bytes.length) throw damaged()
  const raw = bytes.subarray(start, start + packed)
  const unpacked = method === 0 ? raw : method === 8 ? await inflate(raw, size) : undefined
  if (unpacked?.length !== size) throw damaged()
  return { name, crc, bytes: unpacked }
}

/** Undefined when it is broken or longer than it may be; nothing beyond that length is ever held. */
async function inflate(raw: Uint8Array, most: number): Promise<Uint8Array | undefined> {
  const reader = new Blob([new Uint8Array(raw)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader()
  const whole = new Uint8Array(most)
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return whole.subarray(0, length)
      if (length + value.length > most) {
        await reader.cancel()
        return undefined
      }
      whole.set(value, length)
      length += value.length
    }
  } catch {
    return undefined
  }
}

/**
 * The same parts, not packed: whoever reads it reads what was looked at, and inflates nothing. Their checksums are those the
 * file came with, so that the reader finds a broken part.
 */
export function stored(parts: readonly Part[]): Uint8Array {
  const names = parts.map(({ name }) => new TextEncoder().encode(name))
  const sizes = parts.map(({ bytes }, i) => bytes.length + 2 * (names[i]?.length ?? 0) + 76)
  const whole = new Uint8Array(sizes.reduce((sum, size) => sum + size, 22))
  const view = new DataView(whole.buffer)
  const starts: number[] = []
  let at = 0
  /** The fields both headers share, from the version on. */
  const fields = ({ crc, bytes }: Part, name: Uint8Array) => {
    view.setUint16(at, 20, true)
    view.setUint32(at + 10, crc, true)
    view.setUint32(at + 14, bytes.length, true)
    view.setUint32(at + 18, bytes.length, true)
    view.setUint16(at + 22, name.length, true)
  }
  parts.forEach((part, i) => {
    const name = names[i] ?? new Uint8Array()
    starts.push(at)
    view.setUint32(at, 0x04034b50, true)
    at += 4
    fields(part, name)
    whole.set(name, at + 26)
    whole.set(part.bytes, at + 26 + name.length)
    at += 26 + name.length + part.bytes.length
  })
  const directory = at
  parts.forEach((part, i) => {
    const name = names[i] ?? new Uint8Array()
    view.setUint32(at, 0x02014b50, true)
    at += 6
    fields(part, name)
    view.setUint32(at + 36, starts[i] ?? 0, true)
    whole.set(name, at + 40)
    at += 40 + name.length
  })
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, parts.length, true)
  view.setUint16(at + 10, parts.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return whole
}
