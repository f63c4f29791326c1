/**
 * Which counts are parts of which: "331 hồ sơ, trong đó: …", "45 văn bản gồm …", "142 (MC: 126; MCLT: 16)". A list ends
 * with its sentence, its bracket, or the first count that says something else; what is not sure to belong is left out.
 */
import type { Quantity, Ratio } from './quantities.ts'
import type { Prose } from './text.ts'
import type { Facet, NounClass } from './vocabulary.ts'
import { type Axis, axes } from './wholes.ts'

export type Group = {
  readonly whole: Quantity
  readonly parts: readonly Quantity[]
  /** "gồm": all of it; "trong đó": some of it; "(": as far as the facets say */
  readonly kind: 'consists' | 'of-which' | 'bracket'
  /** a number stands in the list that is neither a part nor a share */
  readonly hasStrangers: boolean
}

type Open = {
  whole: Quantity
  parts: Quantity[]
  kind: Group['kind']
  /** brackets that were open where it began */
  depth: number
  usesSemicolons: boolean
  hasStrangers: boolean
}

const marker =
  /(trong (?:số )?(?:đó|này|ấy))|(?<!\p{L})((?:bao )?gồm(?: có)?|chia ra|chia theo|được phân bổ|cụ thể(?: như sau)?\s*:)/giu
/** A list whose whole is only named: nothing in it belongs to the number before. */
const topLevel = /(?<!\p{L})tổng(?:\s+số|\s+cộng)?(?!\p{L})/iu
const topFacets: readonly Facet[] = [
  'received',
  'resolved',
  'pending',
  'both',
  'supplement',
  'returned',
  'withdrawn',
  'interlinked',
  'fullAndPartial',
]

export function axisOf(noun: NounClass | undefined, one: Quantity): Axis[] {
  return axes.filter(
    axis =>
      (noun === undefined || (axis.of as readonly NounClass[]).includes(noun)) &&
      axis.facets.some(facet => one.facets.has(facet)),
  )
}

/** The noun of a part that has none of its own is that of its whole. */
export const nounIn = (whole: Quantity, part: Quantity): NounClass | undefined =>
  part.noun ?? whole.noun

/** "tiếp nhận mới 86 hồ sơ, gồm trực tuyến 79 hồ sơ …; kỳ trước chuyển sang 12 hồ sơ": beside the whole, not within it. */
const isBeside = (whole: Quantity, one: Quantity): boolean =>
  axisOf(whole.noun, whole).some(({ complete }) =>
    complete.some(
      all =>
        all.some(facet => whole.facets.has(facet)) &&
        all.some(facet => one.facets.has(facet) && !whole.facets.has(facet)),
    ),
  )

export function groupsIn(
  { plain }: Prose,
  quantities: readonly Quantity[],
  ratios: readonly Ratio[],
): Group[] {
  const closed: Open[] = []
  let open: Open[] = []
  const inRatio = new Set(ratios.flatMap(({ part, whole }) => [part, whole]))
  const close = (isDone: (one: Open) => boolean) => {
    closed.push(...open.filter(isDone))
    open = open.filter(one => !isDone(one))
  }
  let depth = 0
  let last: Quantity | undefined
  let lastCount: Quantity | undefined
  /** the counts before the brackets that are open: behind one, "trong đó" is said of what stands before it */
  let before: (Quantity | undefined)[] = []
  for (const one of quantities) {
    if (!last || last.sentence !== one.sentence) {
      close(() => true)
      depth = 0
      lastCount = undefined
      before = []
    } else {
      const gap = plain.slice(last.end, one.from)
      for (const mark of gap.match(/[()]/gu) ?? []) {
        depth = Math.max(0, depth + (mark === '(' ? 1 : -1))
        if (mark === '(') before.push(lastCount)
        else {
          close(group => group.depth > depth)
          lastCount = before.pop() ?? lastCount
        }
      }
      const found = [...gap.matchAll(marker)].at(-1)
      const opensBracket = /\([^()]*$/u.test(gap)
      const kind = found?.[1]
        ? 'of-which'
        : found?.[2]
          ? 'consists'
          : opensBracket
            ? 'bracket'
            : undefined
      // words and a semicolon between a count and "trong đó": it may be said of those words
      const isNear = found === undefined || !/\p{L}[^.;]*;/u.test(gap.slice(0, found.index))
      if (kind && lastCount && isNear && !inRatio.has(lastCount)) {
        open.push({
          whole: lastCount,
          parts: [],
          kind,
          depth,
          usesSemicolons: false,
          hasStrangers: false,
        })
      } else if (!one.percent) leave(gap, one)
    }
    const group = open.at(-1)
    if (group && !one.percent && one !== group.whole) {
      const noun = nounIn(group.whole, one)
      if (noun === group.whole.noun && !inRatio.has(one)) group.parts.push(one)
      else group.hasStrangers = true
    }
    last = one
    if (!one.percent) lastCount = one
  }
  close(() => true)
  return closed.filter(({ parts }) => parts.length > 0)

  /** Closes the lists that this count does not belong to. */
  function leave(gap: string, one: Quantity): void {
    const hasSemicolon = gap.includes(';')
    for (let group = open.at(-1); group; group = open.at(-1)) {
      const inner = group
      const first = inner.parts[0]
      const axis = first ? axisOf(inner.whole.noun, first) : []
      if (isBeside(inner.whole, one)) {
        close(group => group === inner)
        continue
      }
      const fits =
        one.facets.has('rest') ||
        (axis.length > 0
          ? axisOf(inner.whole.noun, one).some(other => axis.includes(other))
          : !topFacets.some(facet => one.facets.has(facet)) && !topLevel.test(one.label))
      const allowed =
        fits &&
        (!hasSemicolon || inner.usesSemicolons || inner.parts.length === 1 || axis.length > 0)
      if (allowed) {
        if (hasSemicolon) inner.usesSemicolons = true
        return
      }
      close(group => group === inner)
    }
  }
}
