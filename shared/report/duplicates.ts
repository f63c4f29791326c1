/**
 * Paragraphs of a report that say the same thing: two units, or a unit and a standard sentence. Marked for the clerk,
 * never dropped: which of the two stays is a person's decision.
 */

export type Passage = {
  readonly section: string
  /** null: a standard sentence with figures */
  readonly unit: string | null
  readonly text: string
}
export type Twin<T extends Passage> = { readonly of: T; readonly same: boolean }

/** Words in a row that are compared; shorter runs meet by chance in every report. */
const run = 3
/** Below so many words ("Không có.") only the very same words in the same section count. */
const few = 10
/** Part of the shorter text's runs that the longer one has as well. */
const alike = 0.6

/**
 * For each passage the earlier one it repeats, if any: `same` word by word, otherwise nearly so. Figures do not count,
 * so that the same sentence with another number is found too.
 */
export function twins<T extends Passage>(passages: readonly T[]): ReadonlyMap<T, Twin<T>> {
  const found = new Map<T, Twin<T>>()
  const measured = passages.map(passage => ({ passage, ...measure(passage.text) }))
  const seen: typeof measured = []
  for (const one of measured) {
    const twin = seen.find(other => repeats(one, other))
    if (twin) found.set(one.passage, { of: twin.passage, same: one.exact === twin.exact })
    seen.push(one)
  }
  return found
}

type Measured<T> = { passage: T; exact: string; words: number; runs: ReadonlySet<string> }

function measure(text: string) {
  const exact = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
  const words = exact.replace(/\d+/gu, '#').split(' ')
  const runs = new Set(words.slice(run - 1).map((_, i) => words.slice(i, i + run).join(' ')))
  return { exact, words: words.length, runs }
}

function repeats<T extends Passage>(one: Measured<T>, other: Measured<T>): boolean {
  // standard sentences are our own, and lists of figures resemble each other
  if (one.exact === '' || one.passage.unit === null) return false
  const sameSection = one.passage.section === other.passage.section
  if (Math.min(one.words, other.words) < few) return sameSection && one.exact === other.exact
  if (one.exact === other.exact) return true
  const [less, more] = one.runs.size <= other.runs.size ? [one, other] : [other, one]
  let shared = 0
  for (const words of less.runs) if (more.runs.has(words)) shared += 1
  return shared >= alike * less.runs.size
}
