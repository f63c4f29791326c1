/** What prose checks find and leave alone: worded sentences, a made corpus, the consolidation, and any text at all. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkProse, type Kept } from '../../shared/prose.ts'
import { corpus } from '../fixtures/prose-corpus.ts'
import { worded } from '../fixtures/prose-sentences.ts'

const rulesIn = (text: string) => checkProse(text).map(({ rule }) => rule)

describe('sentences worded as reports word them', () => {
  test.each(worded)('%s', (_name, text, rules) => {
    expect(rulesIn(text).sort()).toEqual([...rules].sort())
  })
})

describe('sentences made from templates', () => {
  const pairs = corpus(14)

  test('there are enough of them, of every kind', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(200)
    expect(new Set(pairs.map(({ template }) => template)).size).toBeGreaterThanOrEqual(15)
  })

  test('at least nine errors of ten are found', () => {
    const missed = pairs.filter(
      ({ wrong, rules }) => !rulesIn(wrong).some(rule => rules.includes(rule)),
    )
    const shown = missed.map(({ template, wrong }) => `${template}: ${wrong}`).join('\n')
    expect(missed.length, shown).toBeLessThanOrEqual(pairs.length / 10)
  })

  test('no clean twin is alarmed', () => {
    const alarmed = pairs.filter(({ clean }) =>
      checkProse(clean).some(({ verdict }) => verdict !== 'note'),
    )
    expect(alarmed.map(({ clean }) => clean)).toEqual([])
  })
})

describe('against the consolidation (X-08)', () => {
  const early: Kept = {
    indicator: 'resolved_early',
    name: 'Số hồ sơ giải quyết trước hạn',
    measure: 'count',
    value: 319,
    printed: '319',
  }
  const text = 'Đã giải quyết 322 hồ sơ, trong đó trước hạn 318 hồ sơ, đúng hạn 4 hồ sơ.'

  test('a figure told otherwise is found, with the name and the value kept', () => {
    const [found] = checkProse(text, [early])
    expect(found?.rule).toBe('X-08')
    expect(found?.message).toContain('Số hồ sơ giải quyết trước hạn là 319')
    expect(found?.places.map(({ from, to }) => text.slice(from, to))).toEqual(['318'])
  })

  test('a rate told otherwise is found by all of its words', () => {
    const rate: Kept = {
      indicator: 'satisfaction_rate',
      name: 'Mức độ hài lòng của người dân',
      measure: 'percent',
      value: 98.24,
      printed: '98,2%',
    }
    expect(checkProse('Mức độ hài lòng của người dân đạt 98,2%.', [rate])).toEqual([])
    const [found] = checkProse('Mức độ hài lòng của người dân đạt 97,5%.', [rate])
    expect(found?.rule).toBe('X-08')
  })

  test('the same figure, and one of another field, are not', () => {
    expect(checkProse(text, [{ ...early, value: 318, printed: '318' }])).toEqual([])
    expect(checkProse(`Lĩnh vực điện: ${text}`, [early])).toEqual([])
  })
})

describe('any text', () => {
  const piece = fc.constantFrom(
    ...worded.flatMap(([, text]) => text.split(/(?<=[\s,;().])/u)),
    '(',
    ')',
    ';',
    '%',
    '/',
    '\n',
    '- ',
    '1.234,5',
    '99999999999999999999',
    'trong đó',
    'gồm:',
    '∑',
  )

  test('is read without an error, and every place lies in its sentence and in the text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
        const text = pieces.join(' ').normalize('NFC')
        for (const { places, message } of checkProse(text)) {
          expect(message).not.toBe('')
          expect(places.length).toBeGreaterThan(0)
          for (const { from, to, sentence, quote } of places) {
            expect(from).toBeLessThan(to)
            expect(to).toBeLessThanOrEqual(text.length)
            expect(sentence.from).toBeLessThanOrEqual(from)
            expect(quote).toBe(text.slice(sentence.from, sentence.to))
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('is read the same in composed and decomposed letters', () => {
    const text = worded.map(([, sentence]) => sentence).join('\n\n')
    expect(checkProse(text.normalize('NFD'))).toEqual(checkProse(text))
  })
})
