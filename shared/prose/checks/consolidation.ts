/** What a text tells against what the office merged: only figures all of whose words the text has. */
import { roundHalfUp } from '../../figure.ts'
import { shareOf, strictWordsIn } from '../../report/wording.ts'
import { type Finding, placesOf, type Read } from '../finding.ts'
import { facetsIn, type Quantity } from '../quantities.ts'
import type { Told } from '../told.ts'
import { nouns } from '../vocabulary.ts'
import { arithmetic, words } from '../words.ts'

/** A merged figure as its indicator names it. */
export type Kept = {
  readonly indicator: string
  /** "Số hồ sơ TTHC giải quyết trước hạn" */
  readonly name: string
  readonly measure: 'count' | 'percent'
  /** counts in the indicator's unit, percent 0–100 */
  readonly value: number
  /** as the annex prints it */
  readonly printed: string
}

/** Fewer words do not tell an indicator from others. */
const tellingWords = 3

export function consolidationFindings(
  read: Read,
  told: readonly Told[],
  kept: readonly Kept[],
): Finding[] {
  // two indicators may have one figure, as column 7 of II.06a and line 3.1.1 of Biểu 3: said once
  const said = new Set<Quantity>()
  const wordsOf = labelWords()
  return kept.flatMap(figure => {
    const candidates =
      figure.measure === 'percent'
        ? sharesNamed(read, figure, wordsOf)
        : countsNamed(told, figure, wordsOf)
    const values = new Set(candidates.map(({ value }) => value))
    const [first] = candidates
    // told with two values: that is said already, and which one is meant is not known
    if (!first || values.size > 1 || agrees(first, figure) || said.has(first)) return []
    said.add(first)
    return [
      {
        rule: 'X-08',
        verdict: 'wrong' as const,
        message: words.consolidation(figure.name, figure.printed),
        arithmetic: arithmetic.against(first.printed, figure.printed),
        places: placesOf(read, [first]),
        figure: figure.indicator,
      },
    ]
  })
}

const agrees = ({ value, decimals, percent }: Quantity, figure: Kept): boolean =>
  value === roundHalfUp(figure.value, percent ? decimals : 6)

const nounOf = (name: string): string | undefined => {
  const text = name.toLowerCase()
  const at = nouns
    .flatMap(([noun, forms]) => forms.map(form => ({ noun, at: text.indexOf(form), form })))
    .filter(one => one.at >= 0)
    .sort((a, b) => a.at - b.at || b.form.length - a.form.length)
  return at[0]?.noun
}

/** The same noun, role and scope as the name says, or all of its words where it names more than facets. */
function countsNamed(told: readonly Told[], { name }: Kept, wordsOf: WordsOf): Quantity[] {
  const { found, others } = facetsIn(name)
  const own = strictWordsIn(name)
  const noun = nounOf(name)
  const role = [...found].sort().join('+')
  return told.flatMap(one => {
    if (one.noun !== noun || one.role !== role) return []
    if (role !== '' && others.length === 0) return one.scope === '' ? [one.quantity] : []
    return hasWords(own, one.quantity, wordsOf) ? [one.quantity] : []
  })
}

function sharesNamed({ quantities }: Read, { name }: Kept, wordsOf: WordsOf): Quantity[] {
  const own = strictWordsIn(name)
  return quantities.filter(one => one.percent && !one.isPoints && hasWords(own, one, wordsOf))
}

function hasWords(own: ReadonlySet<string>, one: Quantity, wordsOf: WordsOf): boolean {
  return own.size >= tellingWords && shareOf(own, wordsOf(one)) === 1
}

/** Every number is held against every figure, so its words are taken apart once. */
type WordsOf = (one: Quantity) => ReadonlySet<string>
function labelWords(): WordsOf {
  const known = new Map<Quantity, ReadonlySet<string>>()
  return one => {
    const words = known.get(one) ?? strictWordsIn(one.label)
    known.set(one, words)
    return words
  }
}
