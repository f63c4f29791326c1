/**
 * A black and white picture as PNG (ISO/IEC 15948), stored rather than compressed: the bytes are the same in every
 * runtime, and the workbook's own compression takes the repetition out.
 */

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** one bit for a pixel, shades of grey, the only method of compression, filter and the plain order of rows */
const format = [1, 0, 0, 0, 0]
/** The most one block of uncompressed data holds (RFC 1951 §3.2.4). */
const blockLimit = 0xffff

type Bytes = readonly number[] | Uint8Array

/** Pixels to the side of a module: a byte holds the eight of one row. */
const scale = 8
const [black, white] = [0x00, 0xff]

/** @param dark rows of modules, square @returns eight pixels to the side of a module */
export function blackOnWhite(dark: readonly (readonly boolean[])[]): Uint8Array<ArrayBuffer> {
  const side = dark.length * scale
  const rows = dark.flatMap(modules =>
    // a row begins with its filter: none
    Array<number[]>(scale).fill([0, ...modules.map(one => (one ? black : white))]),
  )
  return joined([
    signature,
    chunk('IHDR', [...word(side), ...word(side), ...format]),
    chunk('IDAT', stored(joined(rows))),
    chunk('IEND', []),
  ])
}

/** The data as it is, in the wrapping of RFC 1950. */
function stored(data: Uint8Array): Uint8Array {
  const blocks: Bytes[] = []
  for (let at = 0; at < data.length; at += blockLimit) {
    const block = data.subarray(at, at + blockLimit)
    const last = at + blockLimit >= data.length
    const [low, high] = [block.length & 0xff, block.length >> 8]
    blocks.push([last ? 1 : 0, low, high, low ^ 0xff, high ^ 0xff], block)
  }
  return joined([[0x78, 0x01], ...blocks, word(adler32(data))])
}

function chunk(type: string, data: Bytes): Uint8Array {
  const named = joined([[...type].map(letter => letter.charCodeAt(0)), data])
  return joined([word(data.length), named, word(crc32(named))])
}

const word = (n: number): number[] => [24, 16, 8, 0].map(shift => (n >>> shift) & 0xff)

function joined(parts: readonly Bytes[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** RFC 1950 §8.2. */
function adler32(data: Uint8Array): number {
  let [a, b] = [1, 0]
  for (const byte of data) {
    a = (a + byte) % 65_521
    b = (b + a) % 65_521
  }
  return b * 65_536 + a
}

/** ISO/IEC 15948, annex D: what each byte does to the remainder. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})
function crc32(data: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of data) crc = (crc >>> 8) ^ (remainders[(crc ^ byte) & 0xff] ?? 0)
  return ~crc
}
