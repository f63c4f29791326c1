/** What a dictionary of the pane says: its sentences with the same stand-in for every name and number. */

export type Said = { readonly path: string; readonly said: string | null }

/** @param standIn for every question; `said` is null where a sentence asks for more than names and numbers */
export function saidBy(words: object, standIn: string | number, path = ''): Said[] {
  return Object.entries(words).flatMap(([name, value]): Said[] => {
    const at = path ? `${path}.${name}` : name
    if (typeof value === 'string') return [{ path: at, said: value }]
    if (typeof value === 'function') return [{ path: at, said: asked(value, standIn) }]
    return saidBy(value, standIn, at)
  })
}

function asked(words: (...given: unknown[]) => unknown, standIn: unknown): string | null {
  try {
    const said = words(...Array.from({ length: words.length }, () => standIn))
    return typeof said === 'string' ? said : null
  } catch {
    return null
  }
}
