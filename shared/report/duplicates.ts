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
const inARow = 3
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
  const earlier = earlierPassages<T>()
  for (const one of measured(passages)) {
    // standard sentences are our own, and lists of figures resemble each other
    const speaks = one.exact !== '' && one.passage.unit !== null
    const twin = speaks ? earlier.twinOf(one) : undefined
    if (twin) found.set(one.passage, { of: twin.passage, same: one.exact === twin.exact })
    earlier.add(one)
  }
  return found
}

type Measured<T> = {
  readonly passage: T
  readonly order: number
  readonly exact: string
  readonly words: number
  /** its runs by number, those few passages have before those many have */
  readonly runs: readonly number[]
  /** so many of the first runs that a text with `alike` of all has one of these */
  readonly rarest: readonly number[]
}

function measured<T extends Passage>(passages: readonly T[]): Measured<T>[] {
  const all = passages.map((passage, order) => ({ passage, order, ...measure(passage.text) }))
  const spread = new Map<string, number>()
  for (const { runs } of all)
    for (const words of runs) spread.set(words, (spread.get(words) ?? 0) + 1)
  const byRarity = [...spread].sort(([, a], [, b]) => a - b)
  const number = new Map(byRarity.map(([words], i) => [words, i]))
  return all.map(one => {
    const runs = [...one.runs].map(words => number.get(words) ?? 0).sort((a, b) => a - b)
    return { ...one, runs, rarest: runs.slice(0, runs.length - leastShared(runs) + 1) }
  })
}

function measure(text: string) {
  const exact = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
  const words = exact.replace(/\d+/gu, '#').split(' ')
  const runs = new Set(words.slice(inARow - 1).map((_, i) => words.slice(i, i + inARow).join(' ')))
  return { exact, words: words.length, runs }
}

/** The passages before one, looked up by what they say: comparing all with all took seconds for 2,000 paragraphs. */
function earlierPassages<T extends Passage>() {
  /** by section and words: of short ones only the very same are one */
  const short = new Map<string, Measured<T>>()
  const byRun = new Map<number, Measured<T>[]>()
  const byRarest = new Map<number, Measured<T>[]>()

  const longTwin = (one: Measured<T>): Measured<T> | undefined => {
    let first: Measured<T> | undefined
    const refused: true[] = []
    const look = (others: readonly Measured<T>[] = []) => {
      for (const other of others) {
        if (first && other.order >= first.order) return
        if (refused[other.order]) continue
        if (alikeEnough(one.runs, other.runs)) first = other
        else refused[other.order] = true
      }
    }
    // either may be the one with fewer runs, of which the other has most
    for (const run of one.rarest) look(byRun.get(run))
    for (const run of one.runs) look(byRarest.get(run))
    return first
  }

  return {
    twinOf: (one: Measured<T>) => (one.words < few ? short.get(shortKey(one)) : longTwin(one)),
    add: (one: Measured<T>) => {
      if (one.words < few) {
        if (!short.has(shortKey(one))) short.set(shortKey(one), one)
        return
      }
      for (const run of one.runs) put(byRun, run, one)
      for (const run of one.rarest) put(byRarest, run, one)
    },
  }
}

const shortKey = ({ passage, exact }: Measured<Passage>): string => `${passage.section}|${exact}`

function put<T>(lists: Map<number, T[]>, run: number, one: T): void {
  const list = lists.get(run)
  if (list) list.push(one)
  else lists.set(run, [one])
}

const leastShared = (runs: readonly number[]): number => Math.ceil(alike * runs.length)

/** Both in ascending order, so that one walk along them tells, and stops when too many are missing. */
function alikeEnough(one: readonly number[], other: readonly number[]): boolean {
  const [less, more] = one.length <= other.length ? [one, other] : [other, one]
  let mayMiss = less.length - leastShared(less)
  let at = 0
  for (const run of less) {
    while ((more[at] ?? run) < run) at += 1
    if (more[at] !== run) mayMiss -= 1
    if (mayMiss < 0) return false
  }
  return true
}
