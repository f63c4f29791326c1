/** Rules by words of their code, title or ground, in any order and without marks, and by how they stand. */
import { folded } from '../adjustments/targets.ts'
import type { OneRule } from './state.ts'

/** @param sought status "" for any */
export function matching(
  list: readonly OneRule[],
  { text, status }: { text: string; status: string },
): OneRule[] {
  const wanted = folded(text).split(/\s+/u).filter(Boolean)
  return list.filter(({ rule, title, basis, standing }) => {
    const said = folded(`${rule} ${title} ${basis}`)
    return (
      (status === '' || standing.status === status) &&
      wanted.every(word => said.includes(` ${word}`))
    )
  })
}
