/**
 * A reader of .xlsx made for these tests only, so that the annex is not judged by the library that wrote it: unzips
 * with zlib and reads the XML by patterns. Knows what the annex uses and nothing else.
 */
import { inflateRawSync } from 'node:zlib'

export type ReadCell = {
  readonly value: string | number | undefined
  readonly formula?: string
  readonly error?: true
  readonly style: number
}
export type ReadSheet = {
  readonly name: string
  readonly xml: string
  readonly cells: ReadonlyMap<string, ReadCell>
  readonly merges: readonly string[]
  /** first row below the frozen ones, as "A8" */
  readonly frozenAt: string | undefined
}
export type ReadWorkbook = {
  readonly parts: ReadonlyMap<string, string>
  readonly sheets: readonly ReadSheet[]
  /** sheet → its print titles */
  readonly printTitles: ReadonlyMap<string, string>
  sheet(name: string): ReadSheet
}

/** Files of a zip by their central directory (APPNOTE.TXT §4.3.12). */
export function filesIn(bytes: Uint8Array): Map<string, Buffer> {
  const view = Buffer.from(bytes)
  const end = view.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const files = new Map<string, Buffer>()
  let at = view.readUInt32LE(end + 16)
  for (let left = view.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map(o => view.readUInt16LE(at + o))
    const name = view.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    const local = view.readUInt32LE(at + 42)
    const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28)
    const packed = view.subarray(start, start + view.readUInt32LE(at + 20))
    const stored = view.readUInt16LE(at + 10) === 0
    files.set(name, stored ? packed : inflateRawSync(packed))
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return files
}

/** Those that are text. */
export const unzip = (bytes: Uint8Array): Map<string, string> =>
  new Map(
    [...filesIn(bytes)].flatMap(([name, file]) =>
      name.endsWith('.png') ? [] : [[name, file.toString('utf8')]],
    ),
  )

const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" } as const
const unescapeXml = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/giu, (_, decimal, hex, name) =>
    decimal || hex
      ? String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16))
      : named[name as keyof typeof named],
  )
/** ST_Xstring: `_xHHHH_` stands for a character. */
const decode = (text: string): string =>
  unescapeXml(text).replace(/_x([0-9A-F]{4})_/giu, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
const texts = (xml: string): string =>
  [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/gu)].map(([, text = '']) => decode(text)).join('')
const attribute = (xml: string, name: string): string | undefined => {
  const found = new RegExp(` ${name}="([^"]*)"`, 'u').exec(xml)?.[1]
  return found === undefined ? undefined : unescapeXml(found)
}

export function readXlsx(bytes: Uint8Array): ReadWorkbook {
  const parts = unzip(bytes)
  const part = (path: string) => parts.get(path) ?? ''
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gsu)].map(
    ([, xml = '']) => texts(xml),
  )
  const workbook = part('xl/workbook.xml')
  const targets = new Map(
    [...part('xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/gu)].map(([xml]) => [
      attribute(xml, 'Id'),
      attribute(xml, 'Target'),
    ]),
  )
  const sheets = [...workbook.matchAll(/<sheet [^>]*>/gu)].map(([xml]) => {
    const target = targets.get(attribute(xml, 'r:id')) ?? ''
    return readSheet(
      attribute(xml, 'name') ?? '',
      part(`xl/${target.replace(/^\/xl\//u, '')}`),
      shared,
    )
  })
  const titles = /<definedName ([^>]*_xlnm\.Print_Titles[^>]*)>([^<]*)</gu
  const printTitles = new Map(
    [...workbook.matchAll(titles)].map(([, head = '', range = '']) => [
      sheets[Number(attribute(` ${head}`, 'localSheetId'))]?.name ?? '',
      unescapeXml(range),
    ]),
  )
  const sheet = (name: string): ReadSheet => {
    const found = sheets.find(one => one.name === name)
    if (!found) throw new Error(`no sheet ${name}`)
    return found
  }
  return { parts, sheets, printTitles, sheet }
}

function readSheet(name: string, xml: string, shared: readonly string[]): ReadSheet {
  const cells = new Map<string, ReadCell>()
  for (const [, head = '', body = ''] of xml.matchAll(/<c( [^>]*?)(?:\/>|>(.*?)<\/c>)/gsu)) {
    const raw = /<v>([^<]*)<\/v>/u.exec(body)?.[1]
    const formula = /<f>([^<]*)<\/f>/u.exec(body)?.[1]
    const type = attribute(head, 't')
    const value =
      type === 'inlineStr'
        ? texts(body)
        : type === 's'
          ? shared[Number(raw)]
          : type === 'str' || type === 'e'
            ? decode(raw ?? '')
            : raw === undefined
              ? undefined
              : Number(raw)
    cells.set(attribute(head, 'r') ?? '', {
      value,
      ...(formula === undefined ? {} : { formula: unescapeXml(formula) }),
      ...(type === 'e' ? { error: true as const } : {}),
      style: Number(attribute(head, 's') ?? 0),
    })
  }
  const merges = [...xml.matchAll(/<mergeCell ref="([^"]*)"/gu)].map(([, ref = '']) => ref)
  const frozenAt = /<pane [^>]*topLeftCell="([^"]*)"[^>]*state="frozen"/u.exec(xml)?.[1]
  return { name, xml, cells, merges, frozenAt }
}

/** XML 1.0 §2.2 and §2.1: only legal characters, every element closed in order. @returns what is wrong, if anything */
export function malformed(xml: string): string | undefined {
  const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.exec(xml)
  if (illegal) return `illegal character at ${illegal.index}`
  const open: string[] = []
  const markup = /<\?[^>]*\?>|<(\/?)([\w:.-]+)((?: [\w:.-]+="[^"<]*")*)(\/?)>/gu
  for (const [, closing, name = '', , empty] of xml.matchAll(markup)) {
    if (name === '' || empty) continue
    if (!closing) open.push(name)
    else if (open.pop() !== name) return `</${name}> closes another element`
  }
  const rest = xml.replace(markup, '')
  if (/[<>]/u.test(rest)) return 'stray angle bracket'
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/iu.test(rest)) return 'stray ampersand'
  return open.length > 0 ? `<${open.join('>, <')}> left open` : undefined
}
