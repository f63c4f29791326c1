/** Repeated paragraphs are found by their rare words; here the rule itself is held against every pair. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { twins } from '../../shared/report/duplicates.ts'

type Words = readonly string[]

const word = fc.constantFrom(...'abcdefghijklmnop')
const enough: fc.Arbitrary<Words> = fc.array(word, { minLength: 12, maxLength: 24 })
const change = fc.record({
  of: fc.nat(),
  changes: fc.array(fc.tuple(fc.nat(), word), { maxLength: 5 }),
  added: fc.array(word, { maxLength: 8 }),
})

/** Texts, and copies of earlier ones with some words changed and some added. */
const anyTexts: fc.Arbitrary<Words[]> = fc
  .tuple(fc.array(enough, { minLength: 1, maxLength: 4 }), fc.array(change, { maxLength: 8 }))
  .map(([own, copies]) => {
    const texts: Words[] = [...own]
    for (const { of, changes, added } of copies) {
      const copy = [...(texts[of % texts.length] ?? [])]
      for (const [at, to] of changes) copy[at % copy.length] = to
      texts.push([...copy, ...added])
    }
    return texts
  })

const threes = (words: Words): Set<string> =>
  new Set(words.slice(2).map((_, i) => words.slice(i, i + 3).join(' ')))

/** The shorter has 60 % of its words, three in a row, in common with the longer. */
function repeats(one: Words, other: Words): boolean {
  const [less = new Set<string>(), more = new Set<string>()] = [threes(one), threes(other)].sort(
    (a, b) => a.size - b.size,
  )
  return [...less].filter(three => more.has(three)).length >= 0.6 * less.size
}

test('a paragraph repeats the first before it that has 60 % in common with it', () => {
  fc.assert(
    fc.property(anyTexts, texts => {
      const passages = texts.map((words, i) => ({
        section: 'II.2',
        unit: `unit ${i}`,
        text: words.join(' '),
      }))
      const found = twins(passages)
      const of = passages.map(passage => {
        const twin = found.get(passage)
        return twin ? passages.indexOf(twin.of) : -1
      })
      const expected = texts.map((one, i) => texts.slice(0, i).findIndex(two => repeats(one, two)))
      expect(of).toEqual(expected)
    }),
    { numRuns: 500 },
  )
})
