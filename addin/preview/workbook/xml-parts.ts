// The hidden XML documents of a workbook. Never reads more of one than its root's namespace.
import { WorkbookProblem } from './problem.ts'

export interface XmlPart {
  readonly id: string
  xml: string
}

/** The namespace of the root element, `''` for none. @throws WorkbookProblem `argument` */
export function rootNamespace(xml: string): string {
  const root =
    /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<([A-Za-z_][\w.-]*:)?[\w.-]+([^>]*)>/.exec(xml)
  if (!root) throw new WorkbookProblem('argument', 'not an XML document')
  const prefix = root[1]?.slice(0, -1)
  const attribute = prefix ? `xmlns:${prefix}` : 'xmlns'
  const found = new RegExp(String.raw`\s${attribute}\s*=\s*(?:"([^"]*)"|'([^']*)')`).exec(
    root[2] ?? '',
  )
  return found?.[1] ?? found?.[2] ?? ''
}

/** In the order they were added. */
export class XmlParts {
  #parts: XmlPart[] = []

  get all(): readonly XmlPart[] {
    return this.#parts
  }

  /** @throws WorkbookProblem `argument` when it is no XML document */
  add(id: string, xml: string): XmlPart {
    rootNamespace(xml)
    const part = { id, xml }
    this.#parts.push(part)
    return part
  }

  remove(part: XmlPart): void {
    this.#parts = this.#parts.filter(known => known !== part)
  }
}
