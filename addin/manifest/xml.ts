// Reads one small XML file into a tree that remembers its lines. It knows what a manifest may hold:
// elements, attributes, text, comments, the five named entities. A DOCTYPE is refused outright, so
// nothing outside the file can ever be pulled in; never extend it towards general XML.

export interface XmlElement {
  /** as written, prefix included: the manifest's prefixes are fixed by `shapes.ts` */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** the element's own text, trimmed */
  readonly text: string
  /** 1-based line of the opening tag */
  readonly line: number
}

export class XmlError extends Error {
  override name = 'XmlError'
  readonly line: number
  constructor(line: number, what: string) {
    super(what)
    this.line = line
  }
}

interface OpenElement {
  name: string
  attributes: Map<string, string>
  children: XmlElement[]
  text: string
  line: number
}

const declaration = /^\uFEFF?<\?xml\s[^?]*\?>/
const token =
  /<!--(?<comment>[\s\S]*?)-->|<\/(?<close>[\w:.-]+)\s*>|<(?<open>[A-Za-z_][\w:.-]*)(?<attributes>(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/?)>|(?<text>[^<]+)/y
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const entity = /&(?:(lt|gt|amp|quot|apos);|#(\d+);|#x([0-9a-fA-F]+);)?/g
const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Throws XmlError, with the line, on anything that is not one well-formed element. */
export function parseXml(source: string): XmlElement {
  const open: OpenElement[] = []
  let root: XmlElement | undefined
  let at = declaration.exec(source)?.[0].length ?? 0
  let line = linesIn(source.slice(0, at)) + 1

  while (at < source.length) {
    token.lastIndex = at
    const match = token.exec(source)
    if (!match?.groups) throw new XmlError(line, unreadable(source.slice(at)))
    const { comment, close, open: name, attributes, empty, text } = match.groups
    const inside = open.at(-1)

    if (comment?.includes('--')) throw new XmlError(line, 'a comment may not contain "--"')
    if (text !== undefined) {
      if (inside) inside.text += decode(text, line)
      else if (text.trim()) throw new XmlError(line, 'text outside the root element')
    }
    if (name !== undefined) {
      if (!inside && root) throw new XmlError(line, `a second root element <${name}>`)
      const read = readAttributes(attributes ?? '', line)
      open.push({ name, attributes: read, children: [], text: '', line })
    }
    if (close !== undefined && close !== inside?.name) {
      throw new XmlError(
        line,
        inside
          ? `</${close}> where </${inside.name}> is expected (opened on line ${inside.line})`
          : `</${close}> closes nothing`,
      )
    }
    if (close !== undefined || empty) {
      const done = open.pop()
      if (done) {
        const element = { ...done, text: done.text.trim() }
        const parent = open.at(-1)
        if (parent) parent.children.push(element)
        else root = element
      }
    }
    line += linesIn(match[0])
    at = token.lastIndex
  }

  const unclosed = open.at(-1)
  if (unclosed) throw new XmlError(unclosed.line, `<${unclosed.name}> is never closed`)
  if (!root) throw new XmlError(1, 'the file holds no element')
  return root
}

function readAttributes(source: string, line: number): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single] of source.matchAll(attribute)) {
    if (attributes.has(name)) throw new XmlError(line, `attribute ${name} appears twice`)
    attributes.set(name, decode(double ?? single ?? '', line))
  }
  return attributes
}

function decode(text: string, line: number): string {
  return text.replace(entity, (written, named?: string, decimal?: string, hex?: string) => {
    if (named) return entities[named] ?? written
    const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16)
    if (!(code > 0 && code <= 0x10ffff)) {
      throw new XmlError(line, 'an "&" that starts no known character; write &amp;')
    }
    return String.fromCodePoint(code)
  })
}

function unreadable(rest: string): string {
  if (/^<!DOCTYPE/i.test(rest)) return 'a DOCTYPE is not allowed in a manifest'
  if (rest.startsWith('<![CDATA[')) return 'a CDATA section is not allowed in a manifest'
  if (rest.startsWith('<?')) return 'a processing instruction is not allowed in a manifest'
  if (rest.startsWith('<!--')) return 'a comment is never closed'
  return `cannot be read as XML: ${rest.slice(0, 40).split('\n')[0]}`
}

function linesIn(text: string): number {
  return text.split('\n').length - 1
}
