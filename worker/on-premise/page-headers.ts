/**
 * Reads addin/public/_headers, the part of Cloudflare's format that we use: a pattern of paths, where `*` stands for
 * anything, and indented below it the headers every matching page gets. Several patterns may match.
 */

export type HeaderRule = {
  readonly matches: RegExp
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/** @throws Error naming the line that cannot be read; a header must not be lost without a word */
export function headerRules(text: string): HeaderRule[] {
  const rules: { matches: RegExp; headers: [string, string][] }[] = []
  for (const [i, line] of text.split(/\r?\n/u).entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue
    const header = /^\s+([\w-]+):\s*(.+?)\s*$/u.exec(line)
    const pattern = /^(\/[^\s:]*)\s*$/u.exec(line)
    if (header?.[1] && header[2]) rules.at(-1)?.headers.push([header[1], header[2]])
    if (pattern?.[1]) rules.push({ matches: matching(pattern[1]), headers: [] })
    if (!(header && rules.length > 0) && !pattern)
      throw new Error(`_headers, line ${i + 1} cannot be read: ${line}`)
  }
  return rules
}

const matching = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll(/[\\^$.|?+()[\]{}]/gu, '\\$&').replaceAll('*', '.*')}$`, 'u')

export function headersFor(rules: readonly HeaderRule[], path: string): Headers {
  const headers = new Headers()
  for (const rule of rules)
    if (rule.matches.test(path))
      for (const [name, value] of rule.headers) headers.append(name, value)
  return headers
}
