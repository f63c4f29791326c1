/**
 * Agencies may stand on different versions of the catalogue. A key is never reused for another meaning, so one index names
 * the figures of all: the youngest version, and of older ones what it left out.
 */
import type { Index } from '../catalogue/catalogue.ts'

/** @param indexes at least one, of catalogues in any order */
export function acrossVersions(indexes: readonly Index[]): Index | undefined {
  const versions = [...new Map(indexes.map(one => [one.catalogue.id, one])).values()].sort(
    (a, b) => (age(a) < age(b) ? -1 : 1),
  )
  const newest = versions.at(-1)
  if (!newest || versions.length === 1) return newest
  const all = <T>(of: (index: Index) => ReadonlyMap<string, T>): Map<string, T> =>
    new Map(versions.flatMap(one => [...of(one)]))
  return {
    ...newest,
    forms: all(one => one.forms),
    tables: all(one => one.tables),
    indicators: all(one => one.indicators),
    columns: all(one => one.columns),
  }
}

/** Two of the same day are told apart by their names. */
const age = ({ catalogue }: Index): string => `${catalogue.effectiveFrom} ${catalogue.id}`
