/**
 * Which lines count once: a section repeats the sum of those below it, and procedures repeat the field they stand under.
 * What the numbering of the file says is followed, and every repeated sum is held against its parts.
 */
import type { FieldMatch, Matching } from './fields.ts'
import { type FileLine, type Node, treeOf } from './lines.ts'

export type Counted = { readonly line: FileLine; readonly match: FieldMatch }
/** A line whose figures repeat those of others. */
export type Repeated = {
  readonly line: FileLine
  readonly why: 'section' | 'procedures'
  readonly parts: readonly FileLine[]
}
export type Counting = {
  readonly counted: readonly Counted[]
  readonly repeated: readonly Repeated[]
  /** lines inside a field that has its own line */
  readonly inside: readonly FileLine[]
}

export function counting(lines: readonly FileLine[], { match }: Matching): Counting {
  const counted: Counted[] = []
  const repeated: Repeated[] = []
  const inside: FileLine[] = []
  const matchOf = (line: FileLine) => match(line.label, line.code)
  const named = (node: Node): boolean =>
    matchOf(node.line).known !== undefined || node.under.some(named)

  /** @param field of the heading the line stands under, when that heading has no figures of its own */
  const walk = ({ line, under }: Node, field: FieldMatch | undefined): FileLine[] => {
    const own = matchOf(line)
    const found = own.known === undefined && field ? field : own
    const has = line.counts.size > 0
    if (under.length === 0) {
      // a title or a name below the table
      if (!has && !line.numbered && own.known === undefined) return []
      counted.push({ line, match: found })
      return [line]
    }
    if (own.known === undefined || under.some(named)) {
      const parts = under.flatMap(node => walk(node, field))
      if (has) repeated.push({ line, why: 'section', parts })
      return parts
    }
    if (!has) return under.flatMap(node => walk(node, own))
    counted.push({ line, match: own })
    const parts = under.map(node => node.line).filter(part => part.counts.size > 0)
    if (parts.length > 0) repeated.push({ line, why: 'procedures', parts })
    inside.push(...under.flatMap(linesOf))
    return [line]
  }
  for (const node of treeOf(lines)) walk(node, undefined)
  return { counted, repeated, inside }
}

const linesOf = (node: Node): FileLine[] => [node.line, ...node.under.flatMap(linesOf)]
