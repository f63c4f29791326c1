// Answers `load`: the asked properties of an object, of its parts, of a collection's items.
// Never answers a property that was asked for and is not known; that is NotImplemented.
import { Facade, member } from './facade.ts'
import type { Json } from './protocol.ts'
import { notImplemented } from './refusal.ts'

/** Notes and returns `Type.member` as the place of what happens next. */
type At = (type: string, name: string) => string

interface Query {
  Select?: string[]
  Expand?: string[]
  Top?: number
  Skip?: number
}

// answers carry the protocol's names: `values` → `Values`; private ones such as `_Id` stay
function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** `Select` and `Expand` of one object or of a collection's items. */
export function loaded(target: Facade, query: Query, at: At): Json {
  const asked = [...(query.Select ?? []), ...(query.Expand ?? [])]
  if (target.members.items && !asksOnlyScalars(target, asked)) {
    const skip = query.Skip ?? 0
    const items = target.members.items().slice(skip, skip + (query.Top ?? Number.POSITIVE_INFINITY))
    return {
      _Items: items.map(item => properties(item, asked, at)),
    }
  }
  return properties(target, asked, at)
}

// such as `count` of a collection that also has items
function asksOnlyScalars(target: Facade, asked: string[]): boolean {
  const own = (name: string) => member(target.members.get, name) !== undefined
  return asked.length > 0 && asked.every(own)
}

function properties(target: Facade, asked: string[], at: At): Json {
  const answer: { [key: string]: Json } = { ...target.members.identity?.() }
  const deeper = new Map<string, string[]>()
  const names = asked.length === 0 ? ['*'] : asked
  for (const path of names) {
    const [head = '', ...rest] = path.split(/[/.]/)
    if (head === '*') Object.assign(answer, scalars(target))
    else if (rest.length > 0 || member(target.members.part, head)) {
      const below = deeper.get(head) ?? []
      // a part named alone means all its own properties
      deeper.set(head, [...below, rest.length > 0 ? rest.join('/') : '*'])
    } else {
      const read = member(target.members.get, head)
      const location = at(target.type, head)
      if (!read) throw notImplemented(location)
      answer[pascal(head)] = read()
    }
  }
  for (const [head, below] of deeper) {
    const location = at(target.type, head)
    const part = member(target.members.part, head)
    if (!part) throw notImplemented(location)
    const found = part()
    answer[pascal(head)] = found instanceof Facade ? loaded(found, { Select: below }, at) : null
  }
  return answer
}

function scalars(target: Facade): { [key: string]: Json } {
  const answer: { [key: string]: Json } = {}
  for (const [name, read] of Object.entries(target.members.get ?? {})) {
    answer[pascal(name)] = read()
  }
  return answer
}
