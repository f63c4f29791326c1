/** What only the catalogue decides, worked out once for each. */
import type { Index } from '../catalogue/catalogue.ts'

export function perCatalogue<T>(make: (index: Index) => T): (index: Index) => T {
  const made = new WeakMap<Index, T>()
  return index => {
    const known = made.get(index)
    if (known !== undefined) return known
    const fresh = make(index)
    made.set(index, fresh)
    return fresh
  }
}
