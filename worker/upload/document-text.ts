/**
 * The words of a Word document or a text file, line by line, and nothing else of it: no layout, no pictures, no fields.
 * A file that may have been made to do harm is opened as any upload is (`zip.ts`); its XML is read by patterns, never
 * resolved.
 */
import { entriesOf, unpack } from './zip.ts'

export type NoText =
  | 'empty'
  | 'too-large'
  | 'pdf'
  | 'old-word'
  | 'damaged'
  | 'not-word'
  | 'not-text'
export type DocumentText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: NoText }

/** A report of a hundred pages without pictures is below 1 MB. */
const largestDocument = 20 * 1024 * 1024
/** Of the two parts that hold words. */
const largestPart = 16 * 1024 * 1024

const begins = (bytes: Uint8Array, ...head: readonly number[]) =>
  head.every((byte, i) => bytes[i] === byte)

/** What a file is is told by its first bytes, not by its name. */
export async function documentText(bytes: Uint8Array): Promise<DocumentText> {
  if (bytes.length === 0) return { ok: false, why: 'empty' }
  if (bytes.length > largestDocument) return { ok: false, why: 'too-large' }
  if (begins(bytes, 0x50, 0x4b)) return wordText(bytes)
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) return { ok: false, why: 'pdf' }
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { ok: false, why: 'old-word' }
  return plainText(bytes)
}

function plainText(bytes: Uint8Array): DocumentText {
  const encoding = begins(bytes, 0xff, 0xfe)
    ? 'utf-16le'
    : begins(bytes, 0xfe, 0xff)
      ? 'utf-16be'
      : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0')
      ? { ok: false, why: 'not-text' }
      : { ok: true, text: text.replaceAll('\r\n', '\n') }
  } catch {
    return { ok: false, why: 'not-text' }
  }
}

async function wordText(bytes: Uint8Array): Promise<DocumentText> {
  try {
    const entries = entriesOf(bytes)
    const part = async (name: string): Promise<string> => {
      const entry = entries.find(one => one.name === name)
      if (!entry) return ''
      if (entry.size > largestPart) throw new RangeError(name)
      return new TextDecoder().decode((await unpack(bytes, entry)).bytes)
    }
    const document = await part('word/document.xml')
    if (document === '') return { ok: false, why: 'not-word' }
    const notes = linesOf(await part('word/footnotes.xml'))
    return { ok: true, text: [...linesOf(document), ...notes].join('\n') }
  } catch (error) {
    return { ok: false, why: error instanceof RangeError ? 'too-large' : 'damaged' }
  }
}

/**
 * Words, tabs, breaks, and the ends of paragraphs; what was deleted is `w:delText` and is not read. Nothing reaches over the
 * next "<", so a file of tags that never end is read once and not once for each of them.
 */
const pieces =
  /<w:t(?:\s[^<>]*)?>([^<]*)<\/w:t>|<w:(tab|br|cr|noBreakHyphen)(?:\s[^<>]*)?\/>|(<\/w:p>)/gu

function linesOf(xml: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const [, words, mark, end] of xml.matchAll(pieces)) {
    if (words !== undefined) line += decoded(words)
    else if (mark !== undefined)
      line += mark === 'tab' ? ' ' : mark === 'noBreakHyphen' ? '-' : '\n'
    else if (end !== undefined) {
      if (line.trim() !== '') lines.push(line)
      line = ''
    }
  }
  return lines
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decoded = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/giu,
    (whole, decimal, hexadecimal, name) => {
      const code = decimal
        ? Number(decimal)
        : hexadecimal
          ? Number.parseInt(hexadecimal, 16)
          : undefined
      if (code === undefined) return named[name] ?? whole
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
