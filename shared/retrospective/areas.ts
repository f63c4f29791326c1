/**
 * The six areas of reform and the direction above them, in the order of the Chương trình tổng thể (Nghị quyết 76/NQ-CP),
 * with the forms that count them. Their names are those of the report's own sections.
 */
import type { Index } from '../catalogue/catalogue.ts'

type Area = {
  /** of the catalogue's narrative */
  readonly section: string
  readonly forms: readonly string[]
}

export const areas: readonly Area[] = [
  { section: 'I', forms: ['CCHC-1'] },
  { section: 'II.1', forms: ['CCHC-2'] },
  { section: 'II.2', forms: ['CCHC-3', 'KSTT-06a', 'KSTT-DC'] },
  { section: 'II.3', forms: ['CCHC-4'] },
  { section: 'II.4', forms: ['CCHC-5'] },
  { section: 'II.5', forms: ['CCHC-6'] },
  { section: 'II.6', forms: ['CCHC-7'] },
]

/** Areas the catalogue has a section for, and forms that belong to none under the last. */
export function areasOf(index: Index): { name: string; forms: string[] }[] {
  const placed = new Set(areas.flatMap(({ forms }) => forms))
  const others = index.catalogue.forms.map(({ id }) => id).filter(id => !placed.has(id))
  const found = areas.flatMap(({ section, forms }) => {
    const name = index.sections.get(section)?.name
    return name === undefined ? [] : [{ name, forms: [...forms] }]
  })
  found.at(-1)?.forms.push(...others)
  return found
}
