/** What somebody who named a thing that is not there may have meant: a refusal names the nearest ones there are. */

/**
 * The keys that are most like the one asked for, the most alike first; none where nothing comes near. Where few can be
 * meant at all (formats, kinds), pass `least` 0 to have them all, ordered.
 */
export function nearest(
  asked: string,
  keys: Iterable<string>,
  { most = 3, least = 0.5 }: { most?: number; least?: number } = {},
): string[] {
  return nearestNamed(
    asked,
    [...keys].map(key => [key, key] as const),
    { most, least },
  )
}

/**
 * The same where people may have written the name instead of the key, or a part of it ("Văn phòng", "hồ sơ đã giải quyết").
 * @param named key → name
 */
export function nearestNamed(
  asked: string,
  named: Iterable<readonly [key: string, name: string]>,
  { most = 3, least = 0.5 }: { most?: number; least?: number } = {},
): string[] {
  // an address can be as long as a book, and no key or name is: its beginning says what was meant
  const words = folded(asked.slice(0, longest))
  const meant = pairs(words)
  const all = [...named].map(([key, name]) => {
    const holds = words.length > 2 && folded(name).includes(words)
    const alike = Math.max(likeness(meant, key), likeness(meant, name), holds ? partOfName : 0)
    return { key, alike }
  })
  return all
    .filter(({ alike }) => alike > least || least === 0)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, most)
    .map(({ key }) => key)
}
const longest = 200
/** A key that is nearly right comes before a name that only has the words in it. */
const partOfName = 0.6

/** Full-width letters, composed or decomposed ones and capitals are all the same letter to whoever typed them. */
const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** How many pairs of letters two keys share, 0–1: a slip of the finger leaves most of them. */
function likeness(left: ReadonlySet<string>, key: string): number {
  const right = pairs(key)
  const shared = [...left].filter(pair => right.has(pair)).length
  const all = left.size + right.size
  return all === 0 ? 0 : (2 * shared) / all
}
function pairs(written: string): Set<string> {
  const text = folded(written)
  return new Set(
    Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)),
  )
}
