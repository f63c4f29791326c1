/** What a file is by its bytes, whatever its name says: only a zip goes on, everything else is called by its name. */
import { Problem } from '../problem.ts'
import { type Expected, uploadWords } from './words.ts'

const { kinds } = uploadWords

/** First bytes, and what a file beginning with them is. */
const magic: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], kinds.pdf],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], kinds.richText],
  [[0x89, 0x50, 0x4e, 0x47], kinds.picture],
  [[0xff, 0xd8, 0xff], kinds.picture],
  [[0x47, 0x49, 0x46, 0x38], kinds.picture],
  [[0x49, 0x49, 0x2a, 0x00], kinds.picture],
  [[0x52, 0x61, 0x72, 0x21], kinds.archive],
  [[0x37, 0x7a, 0xbc, 0xaf], kinds.archive],
  [[0x1f, 0x8b], kinds.archive],
]

/** How text begins, as latin1; what software calls .xls is often one of these. */
const markup: readonly (readonly [begins: RegExp, says: () => string])[] = [
  [/^\s*<\?xml.*(?:<\?mso-application|urn:schemas-microsoft-com:office:spreadsheet)/su, uploadWords.oldXml],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|table|meta|style|div|\?xml.*<html)/isu, uploadWords.webPage],
] // biome-ignore format: a table

/** Compound files ([MS-CFB] §2.2): Excel 97–2003 and everything behind a password. */
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** @throws Problem not-a-workbook for everything that is no zip */
export function refuseOtherFiles(bytes: Uint8Array, expected: Expected): void {
  if (bytes.length === 0) throw other(uploadWords.empty())
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return
  if (startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) throw other(uploadWords.noWorkbook(expected))
  if (startsWith(bytes, compound)) throw other(compoundFile(bytes, expected))
  const known = magic.find(([first]) => startsWith(bytes, first))
  if (known) throw other(uploadWords.otherOffice(known[1], expected))
  const beginning = latin1(bytes.subarray(0, 2048))
  const found = markup.find(([begins]) => begins.test(beginning))
  if (found) throw other(found[1]())
  throw other(uploadWords[isText(bytes.subarray(0, 2048)) ? 'text' : 'unknown'](expected))
}

const other = (detail: string): Problem => new Problem('not-a-workbook', detail)

const startsWith = (bytes: Uint8Array, first: readonly number[]): boolean =>
  first.every((byte, i) => bytes[i] === byte)

/** By the names of its streams ([MS-CFB] §2.6.1: UTF-16 in directory entries of 128 bytes). */
function compoundFile(bytes: Uint8Array, expected: Expected): string {
  if (hasStream(bytes, 'EncryptedPackage')) return uploadWords.locked()
  if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) return uploadWords.oldExcel()
  return uploadWords.oldOffice(expected)
}

function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = [...`${name}\0`].flatMap(letter => [letter.charCodeAt(0), 0])
  for (let at = 512; at + 128 <= bytes.length; at += 128)
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true
  return false
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** No control characters but those of text; UTF-16 has zeros and a mark. */
const isText = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) ||
  bytes.every(byte => byte >= 32 || byte === 9 || byte === 10 || byte === 13)
