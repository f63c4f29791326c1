/** What a target can be measured by: the ratios and counts of the forms, found by what people remember of their names. */
import type { Index } from '../../../shared/catalogue/catalogue.ts'
import { kinds } from '../../../shared/catalogue/kinds.ts'
import { folded } from '../adjustments/targets.ts'
import { indicatorName } from './naming.ts'

export type Measure = {
  readonly key: string
  readonly name: string
  /** of the threshold: "%", "hồ sơ" */
  readonly unit: string
  readonly ratio: boolean
  readonly text: string
}

/** Ratios first: most targets are shares. */
export function measures(index: Index): Measure[] {
  const all = [...index.indicators].flatMap(([key, { row }]): Measure[] => {
    const { numeric, scale } = kinds[row.kind]
    // a choice is a number too, and counts nothing
    if (!numeric || !row.unit) return []
    const name = indicatorName(index, key)
    return [{ key, name, unit: row.unit, ratio: scale === 100, text: folded(name) }]
  })
  return all.toSorted((a, b) => Number(b.ratio) - Number(a.ratio))
}

/** Every word typed begins one of the name's. */
export function measuresMatching(all: readonly Measure[], typed: string, most: number): Measure[] {
  const words = folded(typed).split(' ').filter(Boolean)
  if (words.length === 0) return []
  return all.filter(({ text }) => words.every(word => text.includes(` ${word}`))).slice(0, most)
}
