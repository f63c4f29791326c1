/**
 * The document as the bytes of a .docx that depend on nothing but its content. The library stamps the clock of the moment
 * on the properties and on every part of the zip; here the properties are our own, and the parts carry no date.
 */
import { type Document, Packer } from 'docx'
import { plainText } from '../paper/text.ts'

export type Properties = {
  readonly title: string
  readonly creator: string
  readonly description: string
  /** UTC instant that stands for both creation and change */
  readonly instant: string
}

export async function bytesOf(
  document: Document,
  properties: Properties,
): Promise<Uint8Array<ArrayBuffer>> {
  const core = { path: 'docProps/core.xml', data: coreXml(properties) }
  return undated(new Uint8Array(await Packer.toArrayBuffer(document, undefined, [core])))
}

/** ECMA-376 part 2, §11: core properties. */
function coreXml({ title, creator, description, instant }: Properties): string {
  const moment = `${instant.slice(0, 19)}Z`
  const element = (name: string, text: string) => `<${name}>${escaped(plainText(text))}</${name}>`
  const stamp = (name: string) => `<${name} xsi:type="dcterms:W3CDTF">${moment}</${name}>`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    element('dc:title', title),
    element('dc:creator', creator),
    element('dc:description', description),
    element('cp:lastModifiedBy', creator),
    stamp('dcterms:created'),
    stamp('dcterms:modified'),
    '</cp:coreProperties>',
  ].join('')
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** 1/1/1980 0:00, where the dates of a zip begin. */
const noDate = 0x0021_0000
const endOfDirectory = 0x0605_4b50

/** Takes the time out of the headers of all parts, local and central (APPNOTE.TXT §4.3.7, §4.3.12). */
function undated(zip: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  let end = zip.length - 22
  while (view.getUint32(end, true) !== endOfDirectory) end -= 1
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    view.setUint32(at + 12, noDate, true)
    view.setUint32(view.getUint32(at + 42, true) + 10, noDate, true)
    at += 46 + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0)
  }
  return zip
}
