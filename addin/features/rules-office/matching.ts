/** Rules by words of their code, title, ground or formula, in any order and without marks, and by how they stand. */
import { folded } from '../adjustments/targets.ts'
import type { OneRule } from './state.ts'

/** @param sought status "" for any */
export function matching(
  list: readonly OneRule[],
  { text, status }: { text: string; status: string },
): OneRule[] {
  const wanted = folded(text).split(/\s+/u).filter(Boolean)
  return list.filter(({ rule, title, basis, compares, standing }) => {
    const terms = compares?.terms.map(({ at, name }) => `${at} ${name}`) ?? []
    const said = folded([rule, title, basis, compares?.words ?? '', ...terms].join(' '))
    return (
      (status === '' || standing.status === status) &&
      wanted.every(word => said.includes(` ${word}`))
    )
  })
}
