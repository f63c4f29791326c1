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
  return [...keys]
    .map(key => ({ key, alike: likeness(asked, key) }))
    .filter(({ alike }) => alike > least || least === 0)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, most)
    .map(({ key }) => key)
}

/** How many pairs of letters two keys share, 0–1: a slip of the finger leaves most of them. */
function likeness(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)]
  const shared = [...left].filter(pair => right.has(pair)).length
  const all = left.size + right.size
  return all === 0 ? 0 : (2 * shared) / all
}
const pairs = (text: string): Set<string> =>
  new Set(
    Array.from({ length: Math.max(0, text.length - 1) }, (_, i) =>
      text.slice(i, i + 2).toLowerCase(),
    ),
  )
